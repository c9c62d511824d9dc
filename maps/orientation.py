"""Towns that help a reader find the way on a map, beside those that claims are about."""

from __future__ import annotations

from collections.abc import Iterable

from gazetteer.entry import GazetteerEntry
from gazetteer.towns import WORLD, country_rows, towns
from maps.frame import Bounds

__all__ = ["towns_in"]

# Above this side every country of a continent would be read for a handful of capitals.
_WORLD_FROM_DEG = 30.0
_LEAST_PEOPLE = 15_000
_MOST = 60


def towns_in(bounds: Bounds) -> tuple[GazetteerEntry, ...]:
    """Return the largest towns of an extent (west, south, east, north in degrees), from GeoNames.

    Larger extents have the larger towns of the world; an extent without any gives none.
    """
    west, south, east, north = bounds
    side_deg = max(east - west, north - south)
    codes = [WORLD] if side_deg > _WORLD_FROM_DEG else list(_countries(bounds))
    found = [
        town
        for code in codes
        for town in towns(code)
        if town.population >= _LEAST_PEOPLE
        and west <= town.footprint.lon <= east
        and south <= town.footprint.lat <= north
    ]
    return tuple(sorted(found, key=lambda town: (-town.population, town.id))[:_MOST])


def _countries(bounds: Bounds) -> Iterable[str]:
    west, south, east, north = bounds
    for row in country_rows():
        left, low, right, high = row.box
        if left <= east and right >= west and low <= north and high >= south:
            yield row.code
