"""Curated places of a conflict that a text names: with its country they tell what it is about."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claims.sides.countries import countries
from claims.sides.theatre import Theatre
from gazetteer.files import read_places
from gazetteer.spellings.english import is_ordinary

__all__ = ["names_place_of"]

#: Shorter names are those of too many.
_LEAST = 5


def names_place_of(theatre: Theatre, text: str, *, beside: Theatre | None = None) -> bool:
    """Tell whether a text names a place that is curated for a conflict, and for none ``beside``."""
    if theatre.folder is None:
        return False
    own = {word for land in countries() if land.code in theatre.countries for word in land.words}
    known = _names(beside.folder) if beside and beside.folder else ()
    held = (
        name
        for name in _names(theatre.folder)
        if name in text and name not in known and own.isdisjoint(name.split())
    )
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in held)


@cache
def _names(folder: Path) -> tuple[str, ...]:
    """Return the names of a conflict's places that are written like names and are no words."""
    path = folder / "places.csv"
    places = read_places(path, prefix=folder.name) if path.exists() else ()
    names = dict.fromkeys(name.text for place in places for name in place.toponyms)
    named = (name for name in names if len(name) >= _LEAST and name[0].isupper())
    return tuple(name for name in named if not is_ordinary(name))
