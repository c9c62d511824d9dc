"""Who those are that somebody backs: "French-backed forces" are no French ones."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from claims.fighters.forces import AIRCRAFT, side_adjectives
from claims.sides.groups import groups
from claims.sides.theatre import Theatre

__all__ = ["backed_by"]

_BACKED = re.compile(r"([\w.]+)-backed\s+(?:forces|fighters|rebels|militias)")


def backed_by(words: str, patron: str, theatre: Theatre, named: Iterable[str]) -> str | None:
    """Return the side of men who have a patron, in a text that names some sides.

    "Coalition-backed troops" are left open where the coalition may be another than the patron.
    """
    if "coalition-" in words.lower():
        here = {*named, *(side.id for side in theatre.sides)} - {patron}
        if not here.isdisjoint(_coalitions()):
            return None
    return (_proxies(theatre).get(patron) if _armed_by(words) else None) or patron


@cache
def _coalitions() -> frozenset[str]:
    """Return the sides that are called coalitions."""
    named = groups().items()
    return frozenset(s for s, names in named if any(n.endswith(" coalition") for n in names))


def _armed_by(words: str) -> bool:
    """Tell whether words name men whom a state arms: no "US-led troops", whom it sends itself."""
    last = words.rpartition(" ")[2].lower()
    return "-led" not in words.lower() and last not in AIRCRAFT


@lru_cache(maxsize=64)  # more theatres than one run reads
def _proxies(theatre: Theatre) -> dict[str, str]:
    """Return the one side that each state backs in a theatre, where its names tell of any."""
    adjectives, found = side_adjectives(theatre.anywhere), dict[str, set[str]]()
    for actor in theatre.actors:
        for match in filter(None, map(_BACKED.fullmatch, actor.aliases)):
            if patron := adjectives.get(match[1]):
                found.setdefault(patron, set()).add(actor.side)
    return {patron: next(iter(sides)) for patron, sides in found.items() if len(sides) == 1}
