"""Whether it is said where those are who fight: "militants in X", "in X, militants"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.phrase import Phrase

__all__ = ["is_fronted", "is_placed"]

_BESIDE = frozenset("neighboring neighbouring nearby".split())
_WHERE = frozenset("in at near around outside from".split())


def is_placed(lower: Sequence[str], phrase: Phrase, stops: Sequence[int]) -> bool:
    """Tell whether a place stands behind a phrase, or opens its sentence: ``stops`` end these."""
    opening = stops[phrase.sentence - 1] + 1 if phrase.sentence else 0
    behind = lower[phrase.last + 1 : phrase.last + 2]
    fronted = phrase.first > opening and lower[phrase.first - 1] == ","
    return (bool(behind) and behind[0] in _WHERE) or (fronted and lower[opening] in _WHERE)


def is_fronted(lower: Sequence[str], land: Phrase) -> bool:
    """Tell whether what follows is set in a land: "in Chad, ", "in neighbouring Chad, "."""
    at = land.first - (not _BESIDE.isdisjoint(lower[max(0, land.first - 1) : land.first]))
    within = lower[max(0, at - 1) : at] == ["in"]
    return within and lower[land.last + 1 : land.last + 2] in ([","], ["meanwhile"])
