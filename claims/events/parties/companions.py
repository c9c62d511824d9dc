"""Who acts where others stand right before the verb: "rebels from several factions took X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import before_article, ending_at
from claims.events.parties.objects import is_object
from claims.events.sentences.clauses import SPEECH, mentions_in, segment_low
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words
from claims.fighters.party import Party
from claims.fighters.phrase import is_number
from claims.lexicon import lexicon

__all__ = ["accompanied", "helped", "joined_before", "joined_with", "together", "whole_of"]

_HELP = frozenset(
    "backed supported covered accompanied followed protected aided assisted joined along together"
    " equipped armed such".split()
)
_OF = frozenset(("of", "from"))
_WITH = (["along", "with"], ["together", "with"], ["well", "as"])
_DESCRIBED = 4  # words from "with" to the head of "with several local militias"


def helped(parsed: Parsed, first: int) -> ActorMention | None:
    """Return who is helped by what stands before a verb: "X, backed by tanks and jets, took"."""
    if _HELP.isdisjoint(parsed.sentence.held):
        return None
    low = segment_low(parsed, first)
    marks = [
        n
        for n in range(low, first - 1)
        if parsed.lower[n] in _HELP and parsed.lower[n + 1] in ("by", "with", "of", "as")
    ]
    joined = parsed.lower[marks[0] : first] if marks else []
    if not {"and", "or"} & set(joined):
        return None
    before = [m for m in mentions_in(parsed, low, marks[0]) if m.free]
    return before[0] if before else None


def whole_of(parsed: Parsed, mention: ActorMention) -> ActorMention | None:
    """Return who is told apart where their band is not: "rebels of the 4th Brigade took X"."""
    if mention.side and mention.kind != "unit":
        return None
    before = _led(parsed, mention)
    if before < 1 or parsed.lower[before] not in _OF:
        return None
    other = ending_at(parsed, before - 1)
    told = other and other.free and other.armed and other.side not in (None, mention.side)
    return other if told else None


def accompanied(parsed: Parsed, mention: ActorMention) -> ActorMention | None:
    """Return with whom those before a verb act: "the army along with militiamen took X"."""
    before = _led(parsed, mention)
    if before < 2 or parsed.lower[before - 1 : before + 1] not in _WITH:
        return None
    before -= parsed.lower[before - 2] == "as"
    other = ending_at(parsed, before - 2)
    return other if other and other.free else None


def _led(parsed: Parsed, mention: ActorMention) -> int:
    """Return the preposition that leads to a mention, words that describe it aside, or -1."""
    first = parsed.word_at(mention.start)
    for number in range(first - 1, max(-1, first - 1 - _DESCRIBED), -1):
        word = parsed.lower[number]
        if word in _OF or word in ("with", "as"):
            return number
        if word in SPEECH or number in parsed.armed:
            return -1  # "the staff of the army said militants"
        if not (word.replace("-", "").isalpha() or is_number(word)):
            return -1
    return -1


def joined_with(parsed: Parsed, mention: ActorMention, meant: Meant) -> Party | None:
    """Return the first of those who act together, the last of whom stands before a verb."""
    joint = before_article(parsed, parsed.word_at(mention.start))
    verb = parsed.word_at(mention.end - 1) + 1
    other = _first_listed(parsed, joint, verb) if joint > 0 else None
    if other is None:
        return None
    return together(meant.party(other), meant.party(mention))


def joined_before(parsed: Parsed, number: int, meant: Meant) -> Party | None:
    """Return the first of several who are named right before a word: "army and rebels clash"."""
    last = ending_at(parsed, number - 1)
    return joined_with(parsed, last, meant) if last else None


def together(first: Party, second: Party) -> Party:
    """Return the first of two that act together, with the other beside it."""
    more = tuple(s for s in (second.side, *second.others) if s and s != first.side)
    return first._replace(others=tuple(dict.fromkeys((*first.others, *more))))


def _opening(parsed: Parsed, joint: int, verb: int) -> ActorMention | None:
    """Return the first of those whom a headline only parts by commas: "Troops, rebels clash".

    A land is one of them where the verb is told of several; else it may be where it happened.
    """
    opening = None
    while joint > 0 and parsed.lower[joint] == ",":
        opening = ending_at(parsed, joint - 1)
        first = parsed.word_at(opening.start) if opening else 0
        joint = first - 1
    if opening is None or joint > 0 or parsed.lower[: joint + 1] not in ([], ["the"]):
        return None
    return opening if opening.armed or _of_many(parsed, verb) else None


def _of_many(parsed: Parsed, number: int) -> bool:
    """Tell whether a verb is told of several: "trade fire", "traded fire", but not "shelled".

    "Ukraine, Russian troops shell X" may be there, and only those shell it.
    """
    if any(t.first == number and t.pattern.action is Action.CLASH for t in parsed.triggers):
        return True
    verb = parsed.lower[number] if number < len(parsed.lower) else ""
    last = ending_at(parsed, number - 1)
    troops = last is not None and last.armed
    return not (troops or verb.endswith("s") or lexicon().is_past(verb))


def _first_listed(parsed: Parsed, joint: int, verb: int) -> ActorMention | None:
    """Return the first of those who act together, by the number of what joins the last.

    "The soldiers, tribesmen, and police withdrew"; with a comma before "and" there are three.
    """
    if parsed.lower[joint] == ",":
        return _opening(parsed, joint, verb)
    if parsed.lower[joint] != "and":
        return None
    several = parsed.lower[joint - 1] == ","
    other = _ending_at(parsed, joint - 1 - several)
    listed: list[ActorMention] = []
    while other is not None and other.free and not is_object(parsed, other):
        listed.append(other)
        comma = before_article(parsed, parsed.word_at(other.start))
        other = _ending_at(parsed, comma - 1) if comma > 0 and parsed.lower[comma] == "," else None
    return listed[-1] if len(listed) > several else None


def _ending_at(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who is named up to a word, or before bare arms that are listed: "X jets, bombers"."""
    arms = parsed.lower[number] in force_words().weapons and parsed.lower[number - 1] == ","
    return ending_at(parsed, number) or (ending_at(parsed, number - 2) if arms else None)
