"""Who a verb's subject is: the clause's own, the one that a pronoun means, the one said before."""

from __future__ import annotations

from claims.events.outcomes.undone import attempt_noun, is_foiled
from claims.events.parties.beside_force import DESCRIBING, are_ridden, is_some_force, whose_force
from claims.events.parties.by_adjective import by_adjective
from claims.events.parties.charged import charged
from claims.events.parties.claim_owner import claimed_as
from claims.events.parties.companions import accompanied, helped, joined_with, together, whole_of
from claims.events.parties.for_whom import for_others, is_backed, is_for_whom
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import (
    CONTROL,
    WAYS,
    before_article,
    ending_at,
    is_ground,
    opens_clause,
)
from claims.events.parties.noun_owner import avenged, is_carrying
from claims.events.parties.objects import is_aimed_at, is_kept_so, is_object, of_whom_told
from claims.events.parties.shots import are_shots
from claims.events.parties.sufferers import accusing_before, charged_at, is_charged
from claims.events.sentences.antecedents import antecedent, on_the_move, relates_on
from claims.events.sentences.backing import before_backing
from claims.events.sentences.called import called_so
from claims.events.sentences.clause_words import RELATIVE_PRONOUNS
from claims.events.sentences.clauses import SPEECH, is_coordinator, mentions_in, segment_low
from claims.events.sentences.it_took import who_needed
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import are_caught
from claims.events.sentences.predicates import FINITE
from claims.events.sentences.resumed import means_before, over_time, resumed, same_infinitive
from claims.events.sentences.speaks_on import speaks_on
from claims.events.sentences.verb_groups import group_start, subject_words
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party
from claims.lexicon import Trigger, lexicon

__all__ = ["find_subject", "subject_before"]

_PRONOUNS = frozenset("they it he she we i them".split())
_OPERATIONS = frozenset("operation operations campaign offensive mission push drive".split())
_BEFORE_ATTEMPT = frozenset("in an a the of its their his that with this".split())
_ONE = frozenset(("a", "an"))
_TRYING = frozenset("trying attempting failing struggling threatening managing".split())
_SET_IN = frozenset(("which", "where"))
_NEXT = frozenset("then later also even".split())


def find_subject(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who a verb's subject is, or None where it is nobody that fights."""
    accused = charged_at(parsed, trigger)
    if accused is not None:
        return _charged(parsed, accused, trigger.first, meant)
    describes = trigger.form in DESCRIBING or are_caught(parsed, trigger)
    beside = ending_at(parsed, trigger.first - 1) if describes else None
    if beside is not None and beside.armed:
        return meant.party(beside)
    if beside is None and is_some_force(parsed, trigger):
        return whose_force(parsed, trigger, meant)
    if needed := who_needed(parsed, trigger.first):
        return meant.party(needed)
    answers = trigger.form.endswith("ing") and parsed.lower[trigger.first - 1] in ("to", "for")
    if answers and (foe := avenged(parsed, trigger, meant)):
        return foe  # "shelled X in response to firing on Y"
    blames = accusing_before(parsed, trigger)
    # "Guns were being moved up"
    form = "" if trigger.form == "being" or blames else trigger.form
    return subject_before(parsed, blames or trigger.first, meant, form=form)


def _charged(parsed: Parsed, accused: int, verb: int, meant: Meant) -> Party | None:
    """Return who is accused of what a verb tells, or kept from it."""
    found = mentions_in(parsed, accused, verb)
    if found:
        return meant.party(found[0])
    if parsed.lower[accused + 1] == "them" or parsed.lower[accused + 2 : accused + 3] == ["other"]:
        return charged(meant, parsed, accused)
    passive = is_charged(parsed, accused)  # "X was accused of shelling Y"
    return subject_before(parsed, accused, meant) if passive else None


def subject_before(parsed: Parsed, verb: int, meant: Meant, *, form: str = "") -> Party | None:
    """Return the subject of the verb at a word number."""
    start = before_backing(parsed, group_start(parsed, verb))
    lead = parsed.lower[start - 1] if start else ""
    if lead == "having":  # "Having captured X, the rebels": as "capturing X"
        start, form, lead = start - 1, lead, parsed.lower[start - 2] if start > 1 else ""
    if parsed.lower[start] in _TRYING:
        form = parsed.lower[start]  # "repelled rebels trying to enter X"
    adjacent = _adjacent(parsed, start, meant, form) or _whose_attempt(parsed, verb, meant)
    if adjacent or is_foiled(parsed, verb) or for_others(parsed, start):
        return adjacent
    if (same := same_infinitive(parsed, start) or means_before(parsed, start)) is not None:
        return subject_before(parsed, same, meant)
    if is_kept_so(parsed, start - 1):
        return subject_before(parsed, start - 2, meant)
    owned = meant.speaker is not None and speaks_on(parsed, start, form)
    way = lead == "them" and parsed.lower[start - 2] in WAYS
    pronoun = lead in _PRONOUNS and not (way or _is_held(parsed, start - 1))
    if pronoun or owned:
        return meant.pronoun(parsed, start - 1) if pronoun else meant.speaker
    at = start - 3 if lead in SPEECH and parsed.lower[start - 2] in _PRONOUNS else start - 1
    if (
        parsed.lower[at : at + 1] and parsed.lower[at] in RELATIVE_PRONOUNS
    ):  # "who it said had entered X"
        found = antecedent(parsed, at)
        if found or parsed.lower[at] != "that" or parsed.relates(at):
            return _with_others(parsed, found, meant) if found else None
    return _farther(parsed, start, meant, form)


def _with_others(parsed: Parsed, mention: ActorMention, meant: Meant) -> Party:
    """Return those of no side with whom they are told: "X troops and militiamen who fled Y"."""
    party = meant.party(mention)
    return party if party.side else joined_with(parsed, mention, meant) or party


def _is_held(parsed: Parsed, number: int) -> bool:
    """Tell whether a pronoun is what a verb before it acts on: "those who hold it tried to".

    So in "a column sent to rescue them was stopped".
    """
    it = parsed.lower[number] in ("it", "them")
    if it and number > 1 and parsed.lower[number - 2] == "to":
        return True
    return it and any(t.last == number - 1 and t.pattern.kind == "verb" for t in parsed.triggers)


def _whose_attempt(parsed: Parsed, verb: int, meant: Meant) -> Party | None:
    """Return whose an attempt is, or a claim: "a Serb attempt to enter X", "a bid by rebels to"."""
    noun = attempt_noun(parsed, verb)
    noun = claimed_as(parsed, verb) if noun is None else noun
    if noun is None:
        return None
    by = mentions_in(parsed, noun + 1, verb)
    for number in range(noun - 1, max(-1, noun - 4), -1):
        word, mention = parsed.words[number], ending_at(parsed, number)
        if not by and is_carrying(parsed, number):  # "who made an attempt to enter X"
            return subject_before(parsed, number, meant, form=word.lower)
        one = word.lower in _ONE and is_carrying(parsed, number - 1)
        if by or (word.lower in _BEFORE_ATTEMPT and not one):
            break
        if mention is not None:
            by.append(mention)
        elif party := by_adjective(parsed, number, meant):
            return party
    return meant.party(by[0]) if by else None


def _adjacent(parsed: Parsed, start: int, meant: Meant, form: str) -> Party | None:
    """Return the mention right before a verb's words, or the first of those joined with it."""
    ridden = start > 0 and are_ridden(parsed, start - 1)
    mention = ending_at(parsed, start - 2 if ridden else start - 1)
    if mention is None:
        return None
    first = parsed.word_at(mention.start)
    before = before_article(parsed, first)
    # "With rebels holding X", "driven back by jets bombing Y"
    led = before >= 0 and parsed.lower[before] in ("with", "by")
    led = led or is_backed(parsed, first)
    if not mention.free:
        asked = is_for_whom(parsed, start, first)
        return meant.party(mention) if asked or (led and form.endswith("ing")) else None
    ing, finite = form.endswith("ing"), parsed.lower[start] in FINITE
    told = of_whom_told(parsed, mention) if finite or not ing else None  # no "seen leaving X"
    if joined := joined_with(parsed, mention, meant) or (meant.party(told) if told else None):
        return joined
    bare = ing and not (finite and is_aimed_at(parsed, mention))  # "to oust them are besieging X"
    if is_object(parsed, mention) and not (bare or parsed.lower[max(0, before)] in CONTROL):
        return None
    if leading := accompanied(parsed, mention):
        return together(meant.party(leading), meant.party(mention))
    return meant.party(helped(parsed, first) or whole_of(parsed, mention) or mention)


def _farther(parsed: Parsed, start: int, meant: Meant, form: str) -> Party | None:
    """Return the subject where it does not stand right before the verb."""
    if goes_on := resumed(parsed, start) or relates_on(parsed, start, form):
        return meant.party(goes_on)
    start = over_time(parsed, start)
    low = called_so(parsed, start) or segment_low(parsed, start)
    if own := _in_segment(parsed, low, start, meant):
        return own
    if _is_aim(parsed, start):
        return meant.speaker
    spoken = subject_words(parsed, low, start)
    pronoun = None if are_shots(parsed, start - 1) else _pronoun(parsed, low, start)
    if pronoun is not None:
        return meant.pronoun(parsed, pronoun)
    shared = form.endswith("ing") or is_coordinator(parsed, start - 1)
    if spoken and not form.endswith("ing"):
        mover = on_the_move(parsed, low)
        return meant.party(mover) if mover else None
    return (
        _shared(parsed, start, low, meant, form) if shared else _left_out(parsed, start, low, meant)
    )


def _pronoun(parsed: Parsed, low: int, high: int) -> int | None:
    found = [n for n in range(high - 1, low - 1, -1) if parsed.lower[n] in _PRONOUNS]
    return next((n for n in found if parsed.lower[n] != "them"), found[0] if found else None)


def _shared(parsed: Parsed, start: int, low: int, meant: Meant, form: str) -> Party | None:
    """Return the subject of a verb that shares another's: ", capturing X", "and seized X"."""
    found = _of_clause_before(parsed, low, meant) if low else None
    if found is None and form.endswith("ing") and start <= 3:
        return _main_clause(parsed, start, meant)
    return found or _left_out(parsed, start, low, meant)


def _left_out(parsed: Parsed, start: int, low: int, meant: Meant) -> Party | None:
    """Return whom "which" speaks of, or who was spoken of last where a sentence leaves it out."""
    if low and parsed.lower[low - 1] in RELATIVE_PRONOUNS:
        found = antecedent(parsed, low - 1)
        if found:
            return _with_others(parsed, found, meant)
    near = start - low <= 3 and low == 0
    bare = near and not subject_words(parsed, low, start) and not _named(parsed, low, start)
    return meant.focus if bare else None


def _named(parsed: Parsed, low: int, start: int) -> bool:
    """Tell whether a name stands right before a verb: "B-52s struck", "Oru was captured"."""
    if start <= low or not parsed.words[start - 1].text[:1].isupper():
        return False
    return start > 1 or any(m.start == parsed.words[0].start for m in parsed.places)


def _is_aim(parsed: Parsed, start: int) -> bool:
    """Tell whether a verb says what an operation is for: "an operation to capture X"."""
    words = parsed.words
    return start > 1 and words[start].lower == "to" and words[start - 1].lower in _OPERATIONS


def _in_segment(parsed: Parsed, low: int, start: int, meant: Meant) -> Party | None:
    """Return the subject among the mentions of the verb's own segment."""
    inside = [m for m in mentions_in(parsed, low, start) if m.free and not _is_end(parsed, m)]
    inside = [m for m in inside if not is_ground(parsed, m, start)]
    free = [m for m in inside if not is_object(parsed, m)]
    for mention in reversed(inside):
        before = before_article(parsed, parsed.word_at(mention.start))
        set_off = "," in parsed.lower[parsed.word_at(mention.end - 1) : start]
        apart = set_off or _goes_on_finite(parsed, start)  # "X, which has helped Y, attacked"
        if parsed.lower[max(0, before)] in CONTROL and not apart:
            return meant.party(mention)
    if not free:
        return None
    opened = parsed.lower[low - 1] if low else ""
    if opened in ("which", "whose", "where") and free[0].start > parsed.words[low].end + 20:
        return None
    # "In X, where Y was beaten, Z has shelled V and taken W"
    set_in = not _SET_IN.isdisjoint(parsed.lower[max(0, low - 1) : start])
    opening = [m for m in free[1:] if opens_clause(parsed, m, set_in=set_in)]
    if opening:
        return meant.party(opening[-1])
    armed = [m for m in free if m.armed] or free
    first = free[0] if not free[0].armed and free[0].kind == "country" else armed[0]
    return meant.party(first)


def _is_end(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a country is the end of a border or a road: "between X and Y, sending"."""
    ends = (s.mention for s in parsed.spots if len(s.mention.expression.heads) > 1)
    return mention.kind == "country" and any(e.start < mention.start < e.end for e in ends)


def _goes_on_finite(parsed: Parsed, start: int) -> bool:
    """Tell whether a verb is told of who acts on others: "forced Y to leave Z and took W"."""
    verb = parsed.lower[start + (parsed.lower[start] in _NEXT)]
    finite = verb in FINITE or lexicon().is_past(verb)
    return finite and is_coordinator(parsed, start - 1)


def _of_clause_before(parsed: Parsed, low: int, meant: Meant) -> Party | None:
    """Return the subject of the clause before: "..., capturing X", "... and seized X"."""
    end = low
    while end > 0:
        begin = segment_low(parsed, end - 1) if end > 1 else 0
        if found := _in_segment(parsed, begin, end, meant):
            return found
        if (pronoun := _pronoun(parsed, begin, end)) is not None:
            return meant.pronoun(parsed, pronoun)
        if begin >= end:
            return None
        end = begin
    return None


def _main_clause(parsed: Parsed, start: int, meant: Meant) -> Party | None:
    """Return the subject behind a participle that opens: "After capturing X, rebels entered Y"."""
    words = parsed.words
    comma = next((n for n in range(start, len(words)) if words[n].text == ","), None)
    if comma is None:
        return None
    behind = [m for m in mentions_in(parsed, comma, len(words)) if m.free]
    return meant.party(behind[0]) if behind else None
