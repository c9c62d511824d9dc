"""The agencies of the world, whose stories many outlets print."""

from __future__ import annotations

from functools import cache

from claims.sides.theatre import Source
from claims.sides.theatre_files import neutral_theatre

__all__ = ["MEDIA", "agencies"]

# Kinds of source that pass on what others say.
MEDIA = frozenset("belligerent-media partisan-media press state-media wire".split())
_AGENCY = frozenset(("state-media", "wire"))


@cache
def agencies() -> dict[str, str]:
    """Return the name of each news agency by its names in lower case."""
    return {
        name.casefold(): source.name
        for source in neutral_theatre(()).sources
        if source.kind in _AGENCY
        for name in _names(source)
    }


def _names(source: Source) -> tuple[str, ...]:
    return (source.name, *source.aliases)
