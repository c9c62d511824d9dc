"""What a deed did, told by a clause that hangs on it: "an air strike that killed ten near X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN
from claims.word_lists import word_list

__all__ = ["deed_before", "effects", "is_defined"]

_FOUGHT = frozenset((Action.CLASH, Action.ATTACK, Action.STRIKE))
_RELATES = frozenset(("that", "which"))
_REACH = 6  # words from a deed to what tells of it, its day between them
_DATED = frozenset(
    """
    on in early late last monday tuesday wednesday thursday friday saturday sunday overnight
    yesterday morning night evening afternoon
    """.split()
)
_PERFECT = frozenset("has have had also reportedly".split())
_HURT = frozenset(
    """
    killed wounded injured hit struck destroyed damaged left claimed targeted
    """.split()
)
# Behind "in which" they stand last: "a raid in which six soldiers were killed".
_DIED = frozenset("killed wounded injured died".split())
_LEFT = frozenset("dead wounded injured killed missing ruins rubble".split())
_STRUCK = frozenset("hit struck destroyed damaged targeted".split())
_OBJECT = 4  # words from "hit" to "the town of X"
_STRIKES = frozenset(("strike", "strikes"))
_ONES = TWO_TO_TEN.union("a an the one its his her their several some many at".split())
_THEN = frozenset("was were has have is are".split())
_TOLL = 10  # words from "in which" to "were killed"
_DEEDS = word_list("deeds")


def effects(parsed: Parsed, noun: Trigger) -> tuple[int, int] | None:
    """Return the clause that tells what a deed named by a noun did, or None."""
    if noun.pattern.kind != "noun" or noun.pattern.action not in _FOUGHT:
        return None
    if _RELATES.isdisjoint(parsed.sentence.held):
        return None
    high = parsed.clause(noun.last)[1]
    if high - noun.last > _REACH or parsed.lower[high + 1 : high + 2] == []:
        return None
    return _told(parsed, noun.last, high + 1)


def deed_before(parsed: Parsed, verb: int) -> int | None:
    """Return the deed or the shot of which a verb tells what it did: "a bomb that killed"."""
    low = parsed.clause(verb)[0]
    before = range(low - 2, max(-1, low - 2 - _REACH), -1)
    deed = next((n for n in before if parsed.lower[n] in _DEEDS), None)
    return deed if deed is not None and _told(parsed, deed, low - 1) else None


def is_defined(parsed: Parsed, noun: int) -> bool:
    """Tell whether a clause says which deed is meant, and so none told before: "the bomb that"."""
    behind = parsed.lower[noun + 1 : noun + 3]
    return not _RELATES.isdisjoint(behind[:1]) or behind == ["in", "which"]


def _told(parsed: Parsed, noun: int, opener: int) -> tuple[int, int] | None:
    """Return the clause behind a pronoun if it tells what the noun before it did."""
    lower = parsed.lower
    if lower[opener] not in _RELATES or not _DATED.issuperset(lower[noun + 1 : opener]):
        return None
    if opener + 1 >= len(lower):
        return None  # "fled after an attack that": a text cut off
    low, high = parsed.clause(opener + 1)
    at = low + (lower[low] in _PERFECT)
    if lower[opener - 1] == "in":
        died = (n for n in range(low, min(high, low + _TOLL) + 1) if lower[n] in _DIED)
        at = next(died, -1)
        hurt = at >= 0
    else:
        told = not _HURT.isdisjoint(lower[at : at + 1])  # "the strike that has": cut off
        hurt = told and not _is_of_workers(parsed, noun, at)
    return (low, _end(parsed, at, high)) if hurt else None


def _is_of_workers(parsed: Parsed, noun: int, verb: int) -> bool:
    """Tell whether nobody is said to be hurt: "a strike that left many stranded".

    One of workers "hits trains", and a shot "a train", "two trains" or a place.
    """
    lower = parsed.lower
    if lower[verb] == "left":
        return _LEFT.isdisjoint(lower[verb : verb + _TOLL])
    hit = lower[verb] == "hit" and lower[noun] in _STRIKES and lower[noun - 1] != "air"
    after = parsed.words[verb + 1].text if verb + 1 < len(parsed.words) else ""
    return hit and after.isalpha() and after.islower() and after not in _ONES


def _end(parsed: Parsed, verb: int, high: int) -> int:
    """Return the last word of what a deed did, before a place that is no place of it.

    None is where "the attack that killed X's mayor" or "that killed ten in X shocked Y" says.
    """
    # "That killed ten in X was condemned in Y"
    then = (n for n in range(verb + 1, high + 1) if parsed.lower[n] in _THEN)
    high = next(then, high + 1) - 1
    struck = parsed.lower[verb] in _STRUCK
    for spot in parsed.spots:
        if verb < spot.first <= high and not (spot.lead or spot.listed):
            if not struck or spot.first - verb > _OBJECT:
                return spot.first - 1
            struck = False
    return high
