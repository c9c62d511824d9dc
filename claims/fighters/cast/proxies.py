"""Whom a theatre knows by who backs them: "French-backed forces" are no French ones."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.fighters.forces import AIRCRAFT, side_adjectives
from claims.sides.theatre import Theatre

__all__ = ["armed_by", "proxies"]

_BACKED = re.compile(r"([\w.]+)-backed\s+(?:forces|fighters|rebels|militias)")


def armed_by(words: str) -> bool:
    """Tell whether words name men whom a state arms: no "US-led troops", whom it sends itself."""
    last = words.rpartition(" ")[2].lower()
    return "-led" not in words.lower() and last not in AIRCRAFT


@lru_cache(maxsize=64)  # more theatres than one run reads
def proxies(theatre: Theatre) -> dict[str, str]:
    """Return the one side that each state backs in a theatre, where its names tell of any."""
    adjectives, found = side_adjectives(theatre.anywhere), dict[str, set[str]]()
    for actor in theatre.actors:
        for match in filter(None, map(_BACKED.fullmatch, actor.aliases)):
            if patron := adjectives.get(match[1]):
                found.setdefault(patron, set()).add(actor.side)
    return {patron: next(iter(sides)) for patron, sides in found.items() if len(sides) == 1}
