"""Places of what a clause set apart tells of old: "the army, which has held X since May, said"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import RELATIVE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger

__all__ = ["is_of_old"]

_LONG = frozenset("months month years year decade decades".split())
_LONG_SINCE = frozenset("ago earlier before for last".split())
_HITS = frozenset((Action.ATTACK, Action.STRIKE, Action.ENCIRCLE, Action.CLASH))
_THERE = frozenset(("it", "there"))
_AT_ONCE = 2  # words of ", then left"


def is_of_old(parsed: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Tell whether a place stands in a closed aside on what was long so before an event.

    What is done by those of whom it tells need not be there: it is where the report goes on. What
    is done to them is: "the rebels, who have held X since May, were shelled".
    """
    if RELATIVE.isdisjoint(parsed.sentence.held) or is_passive(parsed, trigger):
        return False
    lower = parsed.lower
    opener = next((n for n in range(spot.first, 0, -1) if lower[n] in RELATIVE), 0)
    if not opener or lower[opener - 1] != "," or "," in lower[opener : spot.first]:
        return False  # "troops, who took X last month, pushed towards Y, capturing villages"
    closing = next((n for n in range(spot.first, trigger.first) if lower[n] == ","), 0)
    if _goes_on_there(parsed, trigger, opener, closing):
        return False
    told = frozenset(lower[opener:closing])
    return "since" in told or not (_LONG.isdisjoint(told) or _LONG_SINCE.isdisjoint(told))


def _goes_on_there(parsed: Parsed, trigger: Trigger, opener: int, closing: int) -> bool:
    """Tell whether an event is at the place of an aside before it, however long it was so.

    Who "has held X for months, left" left X, who "has shelled X since May, attacked" attacked it,
    and who "lost it" lost X.
    """
    leaves = trigger.pattern.action is Action.RETREAT and trigger.first - closing <= _AT_ONCE
    hit = any(opener < t.first < closing and t.pattern.action in _HITS for t in parsed.triggers)
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]
    return leaves or hit or not _THERE.isdisjoint(behind)
