"""Attacks by which somebody is only described: "a leader responsible for attacks on X"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_answered_for"]

_REACH = 5  # words of "responsible for planning several"
_SAID = frozenset("is are was were be been being claimed claim claims held".split())


def is_answered_for(lower: Sequence[str], attacks: int) -> bool:
    """Tell whether attacks say who somebody is: not so in "the group was responsible for attacks".

    ``attacks`` is the number of their word in a sentence's words in lower case.
    """
    if attacks >= len(lower) or lower[attacks] != "attacks":
        return False
    lead = range(max(1, attacks - _REACH), attacks)
    at = next((n for n in lead if lower[n] == "responsible"), None)
    return at is not None and lower[at + 1] == "for" and lower[at - 1] not in _SAID
