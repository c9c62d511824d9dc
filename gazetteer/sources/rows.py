"""What rows of people's own files share: ids, and fields that may not be missing."""

from __future__ import annotations

import hashlib

from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.told import Told

__all__ = ["MAX_RADIUS_M", "made_id", "needed"]

#: A point that stands for more is no place.
MAX_RADIUS_M = 2_000_000


def made_id(given: str, told: Told, *, name: str, lon: float, lat: float) -> str:
    """Return a row's id: its own if it names its source, else after the file's name.

    A row without an id gets one from its name and place, which stays when rows before it change.
    """
    if ":" in given:
        return given
    if not given:
        place = f"{name}|{lon:.5f}|{lat:.5f}"
        given = hashlib.sha256(place.encode(errors="replace")).hexdigest()[:12]
    return f"{told.prefix}:{given}"


def needed(field: str, text: str) -> str:
    """Return a field that every entry needs.

    Raises
    ------
    BrokenRowError
        It is empty.
    """
    if not text:
        raise BrokenRowError(f"has no {field}; add it to the row or give it for the whole file")
    return text
