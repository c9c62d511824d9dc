"""What a place is to those who came from another: "X, a refuge for people who fled Y"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["tells_of_refuge"]

_REFUGES = frozenset("refuge haven home sanctuary shelter".split())
_PLACED = frozenset("at in on near of".split())  # "ten at a shelter for displaced families in X"
_COMERS = frozenset("fled fleeing escaped escaping displaced uprooted driven".split())
_AT = frozenset(("who", "for", "to", "from", "by", "displaced", "uprooted"))
_FAR = 24  # words from the comma to the place from which they came


def tells_of_refuge(lower: Sequence[str], number: int) -> bool:
    """Tell whether a word stands in what is set off about those whom a place took in.

    >>> tells_of_refuge("oru , home to thousands who fled war in bela , fell".split(), 9)
    True
    >>> tells_of_refuge("oru , home to thousands who fled war in bela , fell".split(), 11)
    False
    """
    low = max(0, number - _FAR)
    comma = next((n for n in range(number - 1, low, -1) if lower[n] == ","), 0)
    told = lower[comma + 1 : number]
    if not comma or _REFUGES.isdisjoint(told):
        return False
    refuge = next(n for n, word in enumerate(told) if word in _REFUGES)
    behind = told[refuge:]
    comers = not (_COMERS.isdisjoint(behind) or _AT.isdisjoint(behind))
    return comers and _PLACED.isdisjoint(told[:refuge])
