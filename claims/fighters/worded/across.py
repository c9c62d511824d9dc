"""Lands named only for the border with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.fighters.phrase import Phrase

__all__ = ["is_across", "names_border"]

_BORDERS = frozenset("border borders frontier frontiers".split())
_TWO = 4  # words of "border with South Sudan" before "and"


def is_across(lower: Sequence[str], first: int) -> bool:
    """Tell whether a name is of a second land beyond a border: "the border with X and Y"."""
    if lower[first - 1 : first] != ["and"]:
        return False
    lead = lower[max(0, first - 1 - _TWO) : first - 1]
    return any(a in _BORDERS and b in ("with", "of") for a, b in pairwise(lead))


def names_border(lower: Sequence[str], phrase: Phrase) -> bool:
    """Tell whether a land is named only for its border: "the X border", "the frontier with X"."""
    if phrase.kind != "country" or phrase.armed:
        return False
    ahead = lower[phrase.last + 1 : phrase.last + 2]
    *_, noun, link = ("", "", *lower[max(0, phrase.first - 2) : phrase.first])
    behind = noun in _BORDERS and link in ("with", "of")
    return behind or (bool(ahead) and ahead[0] in _BORDERS)
