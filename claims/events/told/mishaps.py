"""What befalls without any enemy: floods and avalanches, and a cabinet that falls."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import Action
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["by_misfortune", "is_toppled"]

_CABINETS = frozenset("government cabinet coalition regime".split())
_DOER = 5  # words from "by" to "an avalanche"


def by_misfortune(words: Sequence[str], by: int) -> bool:
    """Tell whether nature does it: "hit by floods", "cut at X by an avalanche"; no "by storm"."""
    doer = words[by + 1 : by + _DOER]
    return doer[:1] != ["storm"] and not scene().misfortunes.isdisjoint(doer)


def is_toppled(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether it is a cabinet that falls, and not on a place: "the government fell in X"."""
    strikes = trigger.pattern.action is Action.STRIKE and words[trigger.first].startswith("f")
    return strikes and trigger.first > 0 and words[trigger.first - 1] in _CABINETS
