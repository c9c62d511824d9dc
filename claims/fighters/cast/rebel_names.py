"""Which named sides a text calls rebels, and which it names beside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.fighters.phrase import Phrase

__all__ = ["called_rebels"]

_APPOSED = 3  # words from "the rebel group" or from a comma to the name that it stands with


def called_rebels(phrases: Sequence[Phrase]) -> tuple[set[str], set[str]]:
    """Return the sides whose names stand with "rebels", and those named beside them."""
    called, beside = set[str](), set[str]()
    for one, other in pairwise(phrases):
        for rebel, named in ((one, other), (other, one)):
            if rebel.kind != "rebel" or not named.side or one.sentence != other.sentence:
                continue
            if rebel.asset or named.says:
                continue
            apposed = other.first - one.last <= _APPOSED
            if apposed:
                called.add(named.side)
            elif one.free != other.free and not named.rebel:
                beside.add(named.side)
    return called, beside
