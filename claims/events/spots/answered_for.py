"""Attacks by which somebody is only described: "a leader responsible for attacks on X"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.gaps import TIMES

__all__ = ["is_answered_for"]

_REACH = 5  # words of "responsible for planning several"
_SAID = frozenset(
    "is are was were be been being claimed claim claims held believed thought".split()
)
_HELD, _WHOM = frozenset("hold holds held holding".split()), 6  # "holds the rebels responsible"
_DATED = 7  # words of "attacks on the airport near X on Monday"


def is_answered_for(lower: Sequence[str], attacks: int) -> bool:
    """Tell whether attacks say who somebody is: not so in "the group was responsible for attacks".

    Nor where they have a day. ``attacks`` is the number of their word in a sentence's words in
    lower case.
    """
    if attacks >= len(lower) or lower[attacks] != "attacks":
        return False
    lead = range(max(1, attacks - _REACH), attacks)
    at = next((n for n in lead if lower[n] == "responsible"), None)
    if at is None or lower[at + 1] != "for":
        return False
    said = at - 1 - lower[at - 1].endswith("ly")  # "was solely responsible"
    blames = not _HELD.isdisjoint(lower[max(0, at - _WHOM) : at])
    dated = not TIMES.isdisjoint(lower[attacks : attacks + _DATED])
    return not (blames or dated or lower[said] in _SAID)
