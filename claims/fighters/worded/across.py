"""Lands named only for the border with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["is_across"]

_BORDERS = frozenset("border borders frontier frontiers".split())
_TWO = 4  # words of "border with South Sudan" before "and"


def is_across(lower: Sequence[str], first: int) -> bool:
    """Tell whether a name is of a second land beyond a border: "the border with X and Y"."""
    if lower[first - 1 : first] != ["and"]:
        return False
    lead = lower[max(0, first - 1 - _TWO) : first - 1]
    return any(a in _BORDERS and b in ("with", "of") for a, b in pairwise(lead))
