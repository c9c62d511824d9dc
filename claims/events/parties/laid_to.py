"""To whom a deed that a noun names is laid: "blamed on X", "X claimed responsibility for"."""

from __future__ import annotations

from collections.abc import Collection

from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import ending_at
from claims.events.parties.noun_owner import answered
from claims.events.parties.subjects import subject_before
from claims.events.sentences.clause_words import BE
from claims.events.sentences.clauses import mentions_in
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN

__all__ = ["claimed_by", "laid_to"]

_RESPONSIBLE = frozenset("responsibility".split())
_CLAIMED = 5  # words between "claimed" and the deed
_ANNOUNCES = frozenset("announce announces announced declare declares declared".split())
_OPENING = frozenset(
    "the a an its their start launch beginning of new second major large-scale full-scale military"
    " ground special".split()
)
_QUOTES = frozenset("\"“”'‘’")
_ANNOUNCED = 10  # words from "announces" to "operation"
_OWN = frozenset("start launch beginning offensive operation operations campaign raids".split())
_ARTICLES = TWO_TO_TEN.union("a an the several many".split())
_LINKED = frozenset("that in of by was were had from".split())
_SUSPECTED = frozenset("accused accuses accuse accusing suspected blaming behind".split())
_BLAMED = frozenset("blamed attributed blames blame".split())
_LAYING = _RESPONSIBLE.union(_BLAMED, _SUSPECTED, ("responsible",))
_VIOLATIONS = frozenset("violation violations breach breaches truce ceasefire".split())
_VIOLATING = frozenset("committed violated breached commit violate".split())
_UNTOLD = frozenset("; no but they".split())  # "violated no truce but listed"
_LISTED = 40  # words from there to a deed of the list
_FOR = 6  # further words to "blamed", with its "for" between
_TURNS = frozenset("but that who which said ; while after as when".split())
_BY = frozenset("with by through".split())
_NEAR = 3  # words from "with" to the deed
_MEANS = 20  # words from "accused" to the deed by which the truce was broken
_LAID = 12  # words from a deed to "on the rebels", its place and day between
_NAMED = 7  # words from that "on" to the head of those
_REACH = 8  # words to either side in which it is said


def laid_to(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return to whom an attack is laid: "blamed on X", "X claimed responsibility for"."""
    words = parsed.words
    if _LAYING.isdisjoint(parsed.sentence.held):
        return None
    low, high = max(0, trigger.first - _REACH), min(len(words), trigger.last + _REACH + 4)
    # "Blamed X for the death of two soldiers in an ambush"
    low = max(0, low - _FOR * ("for" in parsed.lower[low : trigger.first]))
    low = min(low, _accusing(parsed, trigger))
    low = max(low, answered(parsed, trigger) or 0)  # "accused X of shelling in reply to raids on"
    for number in range(low, high):
        if words[number].lower in _RESPONSIBLE and number < trigger.first:
            return subject_before(parsed, max(0, number - 1), meant)
        if words[number].lower in _BLAMED:
            stop = trigger.first if number < trigger.first else number + _REACH
            inside = mentions_in(parsed, number, min(len(words), stop))
            inside = inside or _laid_on(parsed, number, trigger)
            return meant.party(inside[0]) if inside else _accused(parsed, number, meant)
        if words[number].lower == "responsible" and number < trigger.first:
            return _answers(parsed, number, meant)
        if words[number].lower in _SUSPECTED and number < trigger.first:
            return _accused(parsed, number, meant)
    return None


def _laid_on(parsed: Parsed, blamed: int, trigger: Trigger) -> list[ActorMention]:
    """Return on whom a deed is laid behind its place: "blamed the attack on X on the rebels"."""
    if blamed > trigger.first:
        return []
    ends = {m.end for m in parsed.places} | {m.end for m in parsed.times}
    closed = [n for n in range(trigger.first, trigger.last + _LAID) if _ends(parsed, n, ends)]
    for number in reversed(closed):
        if parsed.lower[number + 1 : number + 2] == ["on"]:
            return mentions_in(parsed, number + 2, number + 2 + _NAMED)[:1]
    return []


def _ends(parsed: Parsed, number: int, ends: Collection[int]) -> bool:
    return number < len(parsed.words) and parsed.words[number].end in ends


def _answers(parsed: Parsed, number: int, meant: Meant) -> Party | None:
    """Return who is called responsible for a deed: "X was responsible for", "held X responsible".

    Of "those responsible for it" nobody is told.
    """
    if parsed.lower[number + 1 : number + 2] != ["for"]:
        return None
    said = number - 1 - parsed.lower[number - 1].endswith("ly")  # "was solely responsible"
    if parsed.lower[said] in BE:
        return subject_before(parsed, said, meant)
    held = ending_at(parsed, number - 1)
    return meant.party(held) if held else None


def _accusing(parsed: Parsed, trigger: Trigger) -> int:
    """Return the word that accuses by means of a deed: "accused X of breaking the truce with"."""
    means = _BY.isdisjoint(parsed.lower[max(0, trigger.first - _NEAR) : trigger.first])
    if means or _SUSPECTED.isdisjoint(parsed.sentence.held):
        return trigger.first
    for number in range(trigger.first - 1, max(-1, trigger.first - _MEANS), -1):
        if parsed.lower[number] in _SUSPECTED:
            return number
        if parsed.lower[number] in _TURNS:
            break
    return trigger.first


def _accused(parsed: Parsed, number: int, meant: Meant) -> Party | None:
    """Return to whom a deed is laid: "X was accused of", "accused X of", "X was behind"."""
    lead = parsed.lower[max(0, number - 2) : number]
    if parsed.lower[number] == "behind" or not BE.isdisjoint(lead):
        return None if BE.isdisjoint(lead) else subject_before(parsed, number, meant)
    inside = mentions_in(parsed, number, min(len(parsed.words), number + _REACH))
    return meant.party(inside[0]) if inside else None


def _listed_for(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who did what a list names: "X committed 20 violations, among them shelling of Y"."""
    if _VIOLATIONS.isdisjoint(parsed.sentence.held):
        return None
    low = max(0, trigger.first - _LISTED)
    done = (n for n in range(trigger.first - 1, low - 1, -1) if parsed.lower[n] in _VIOLATING)
    verb = next(done, None)
    behind = parsed.lower[verb : trigger.first] if verb is not None else []
    named = "including" in behind or ("among" in behind and "them" in behind)
    if verb is None or not named or not _UNTOLD.isdisjoint(behind):
        return None
    return subject_before(parsed, verb, meant, form=parsed.lower[verb])


def claimed_by(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who claims a deed as its own: "X claimed an ambush", "X announces an offensive"."""
    if (opened := _announced(parsed, trigger)) is not None:
        return subject_before(parsed, opened, meant) or meant.speaker
    low = max(0, trigger.first - _CLAIMED)
    lead = parsed.lower[low : trigger.first]
    said = [n for n, word in enumerate(lead) if word.startswith("claim")]
    behind_it = lead[said[-1] + 1 :] if said else []
    counted = not _ARTICLES.isdisjoint(behind_it) or any(map(str.isdigit, behind_it))
    if not counted or not _LINKED.isdisjoint(behind_it):
        return _listed_for(parsed, trigger, meant)
    return subject_before(parsed, low + said[-1], meant)


def _announced(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the word with which somebody announces what it will do itself, None where none does.

    Who "announces an attack" may have suffered it.
    """
    low = max(0, trigger.first - _ANNOUNCED)
    lead = parsed.lower[low : trigger.first]
    at = next((n for n, word in enumerate(lead) if word in _ANNOUNCES), None)
    told = _unquoted(lead[at + 1 :]) if at is not None else []
    if at is None or not _OPENING.issuperset(told):
        return None
    named = parsed.lower[trigger.first : trigger.last + 1]
    return None if _OWN.isdisjoint((*told, *named)) else low + at


def _unquoted(words: list[str]) -> list[str]:
    """Leave out what is quoted: "announced 'limited and targeted' ground raids"."""
    marks = [n for n, word in enumerate(words) if word in _QUOTES]
    return words if len(marks) != 2 else [*words[: marks[0]], *words[marks[1] + 1 :]]
