"""Whether it is said where those are who fight: "militants in X", "in X, militants"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.phrase import Phrase

__all__ = ["is_fronted", "is_placed"]

_BESIDE = frozenset("neighboring neighbouring nearby".split())
_BE = frozenset("is are was were been being".split())
_WHERE = frozenset("in at near around outside from".split())


def is_placed(lower: Sequence[str], phrase: Phrase, stops: Sequence[int]) -> bool:
    """Tell whether a place stands behind a phrase, or opens its sentence: ``stops`` end these."""
    opening = stops[phrase.sentence - 1] + 1 if phrase.sentence else 0
    behind = lower[phrase.last + 1 : phrase.last + 2]
    fronted = phrase.first > opening and lower[phrase.first - 1] == ","
    return (bool(behind) and behind[0] in _WHERE) or (fronted and lower[opening] in _WHERE)


def is_fronted(lower: Sequence[str], land: Phrase) -> bool:
    """Tell whether what follows is set in a land: "in Chad, ", "in neighbouring Chad, ".

    In "men seized in Chad, government troops" it only says where they were seized.
    """
    at = land.first - (not _BESIDE.isdisjoint(lower[max(0, land.first - 1) : land.first]))
    within = lower[max(0, at - 1) : at] == ["in"] and not _tells_of_others(lower, at - 2)
    return within and lower[land.last + 1 : land.last + 2] in ([","], ["meanwhile"])


def _tells_of_others(lower: Sequence[str], number: int) -> bool:
    """Tell whether a participle right behind its noun ends at a word: "people seized (in Chad)"."""
    if number < 1 or lower[number - 1] in _BE:
        return False
    return lower[number].endswith("ed") and lower[number - 1].isalpha()
