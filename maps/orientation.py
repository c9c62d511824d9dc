"""Towns that help a reader find the way on a map, beside those that claims are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from gazetteer.entry import GazetteerEntry
from gazetteer.towns import WORLD, country_rows, towns
from geo.geodesy import distances_m
from maps.frame import Bounds

__all__ = ["towns_in"]

# Above this side every country of a continent would be read for a handful of capitals.
_WORLD_FROM_DEG = 30.0
_LEAST_PEOPLE = 15_000
_MOST = 60
_CITY_M = 9_000.0


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
    largest = sorted(found, key=lambda town: (-town.population, town.id))[: 4 * _MOST]
    return tuple(town for town in largest if not _is_quarter(town, largest))[:_MOST]


def _is_quarter(town: GazetteerEntry, others: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a row is a part of a city rather than the city.

    GeoNames gives quarters the same code as towns, some with more people than their city has. The
    city is the one that the world has most names for.
    """
    spots = np.array([(other.footprint.lon, other.footprint.lat) for other in others])
    away = distances_m(spots, lon=town.footprint.lon, lat=town.footprint.lat)
    near = [other for other, gap in zip(others, away, strict=True) if gap < _CITY_M]
    return any(len(other.toponyms) > len(town.toponyms) for other in near)


def _countries(bounds: Bounds) -> Iterable[str]:
    west, south, east, north = bounds
    for row in country_rows():
        left, low, right, high = row.box
        if left <= east and right >= west and low <= north and high >= south:
            yield row.code
