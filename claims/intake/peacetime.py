"""Whether a report tells of anything but war: a match, a vote, a market, a sickness, a storm."""

from __future__ import annotations

from collections.abc import Iterable

from claims.scene import scene
from claims.words import Sentence

__all__ = ["is_of_peace"]

_TELLING = 2  # words of peace by which a report is known that has none of war


def is_of_peace(lines: Iterable[Sentence]) -> bool:
    """Tell whether no word of war stands in a report, and several that tell of other things.

    A party that "captured 18 states" in a vote, a club that "advanced" and a virus that "reached"
    a town take no ground.
    """
    held = frozenset[str]().union(*(line.held for line in lines))
    return len(scene().peacetime & held) >= _TELLING and scene().warfare.isdisjoint(held)
