"""Places of what a clause set apart tells of old: "the army, which has held X since May, said"."""

from __future__ import annotations

from claims.events.sentences.clause_words import RELATIVE
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger

__all__ = ["is_of_old"]

_LONG = frozenset("months month years year decade decades".split())
_LONG_SINCE = frozenset("ago earlier before for last".split())


def is_of_old(parsed: Parsed, spot: Spot, trigger: Trigger) -> bool:
    """Tell whether a place stands in a closed aside on what was long so before an event.

    What is done by those of whom it tells need not be there: it is where the report goes on.
    """
    if RELATIVE.isdisjoint(parsed.sentence.held):
        return False
    lower = parsed.lower
    opener = next((n for n in range(spot.first, 0, -1) if lower[n] in RELATIVE), 0)
    if not opener or lower[opener - 1] != "," or "," in lower[opener : spot.first]:
        return False  # "troops, who took X last month, pushed towards Y, capturing villages"
    closing = next((n for n in range(spot.first, trigger.first) if lower[n] == ","), 0)
    told = frozenset(lower[opener:closing])
    return "since" in told or not (_LONG.isdisjoint(told) or _LONG_SINCE.isdisjoint(told))
