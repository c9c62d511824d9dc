"""Who heads a force by a clause that tells of him: "Jan Roe, who leads the Northern Front"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claims.fighters.names import Unit
from claims.fighters.tokens import Tokens
from claims.fighters.worded.persons import name_ending

__all__ = ["chiefs"]

_HEADS = frozenset("leads led heads headed commands commanded".split())
_BETWEEN = 4  # words from "leads" to the name: "the larger wing of the"
_DESCRIBED = 8  # words of ", the exiled former minister who"


def chiefs(tokens: Tokens, units: Sequence[Unit]) -> Iterator[tuple[str, str]]:
    """Yield the name of each who heads a force, whole and by its last word, with the side."""
    if _HEADS.isdisjoint(tokens.lower):
        return
    for unit in units:
        if unit.kind != "force" or not unit.side:
            continue
        who = _clause(tokens, unit.first)
        comma = _comma(tokens, who) if who else 0
        for first, last in name_ending(tokens, comma - 1) if comma else ():
            yield " ".join(tokens.lower[first : last + 1]), unit.side
            yield tokens.lower[last], unit.side


def _clause(tokens: Tokens, number: int) -> int:
    """Return the "who" of "who leads the" before a name, or 0."""
    lead = tokens.lower[max(0, number - _BETWEEN) : number]
    at = next((n for n, word in enumerate(lead) if word in _HEADS and lead[n - 1] == "who"), 0)
    return max(0, number - _BETWEEN) + at - 1 if at else 0


def _comma(tokens: Tokens, number: int) -> int:
    """Return the comma behind the name of whom "who" tells, or 0."""
    before = range(number - 1, max(0, number - _DESCRIBED), -1)
    return next((n for n in before if tokens.words[n] == ","), 0)
