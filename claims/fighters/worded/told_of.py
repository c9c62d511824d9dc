"""Those of whom no more than their kind is named: "loyal to the group captured X"."""

from __future__ import annotations

from claims.fighters.phrase import Ground

__all__ = ["HAVE", "told_of"]

HAVE = frozenset("had has have were are".split())
"""What a verb may open with behind them: "loyal to the group had captured X"."""


def told_of(ground: Ground, number: int) -> str:
    """Return of what kind those are who are named no further: "loyal to the group captured X"."""
    the = ground.tokens.lower[number - 1] == "the" and ground.tokens.lower[number]
    group = "group" if the and the in ground.words.group else ""
    return "rebel" if ground.tokens.lower[number] in ground.words.rebel else group
