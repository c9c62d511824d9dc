"""What helps a reader find the way on a map: towns that no claim names, and whose land it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.towns import WORLD, country_rows, towns
from geo.geodesy import distances_m
from maps.land.frame import Bounds

__all__ = ["Surroundings", "surroundings_of"]

# Above this side every country of a continent would be read for a handful of capitals.
_WORLD_FROM_DEG = 30.0
_LEAST_PEOPLE = 15_000
_MOST = 60
_CITY_M = 9_000.0

# What GeoNames calls a part of a city in the Latin names that it has for it.
_QUARTER = re.compile(r"\b(?:district|quarter|ra[ij]on|rayon)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """The towns of an extent, from GeoNames.

    Parameters
    ----------
    towns
        The largest ones, for their names.
    spots, countries
        Longitude and latitude in degrees of all towns that are known there, and the names of their
        countries, row by row.
    """

    towns: tuple[GazetteerEntry, ...]
    spots: NDArray[np.float64]
    countries: tuple[str, ...]


@lru_cache(maxsize=8)  # a map is asked for in several forms
def surroundings_of(bounds: Bounds) -> Surroundings:
    """Return the towns of an extent (west, south, east, north in degrees).

    Larger extents have the larger towns of the world; an extent without any gives none.
    """
    west, south, east, north = bounds
    side_deg = max(east - west, north - south)
    codes = [WORLD] if side_deg > _WORLD_FROM_DEG else _countries(bounds)
    inside = [
        town
        for code in codes
        for town in towns(code)
        if west <= town.footprint.lon <= east and south <= town.footprint.lat <= north
    ]
    large = [town for town in inside if town.population >= _LEAST_PEOPLE]
    largest = sorted(large, key=lambda town: (-town.population, town.id))[: 4 * _MOST]
    names = {row.code: row.names[0] for row in country_rows()}
    spots = [(town.footprint.lon, town.footprint.lat) for town in inside]
    return Surroundings(
        towns=tuple(_cities(largest))[:_MOST],
        spots=np.array(spots, dtype=float).reshape(-1, 2),
        countries=tuple(names.get(town.country, "") for town in inside),
    )


def _cities(rows: Sequence[GazetteerEntry]) -> Iterator[GazetteerEntry]:
    """Yield what is no part of another row.

    GeoNames gives quarters the same code as towns, some with more people than their city has. They
    are called so in one of their names, or the city is the one that the world has more names for.
    """
    spots = np.array([(row.footprint.lon, row.footprint.lat) for row in rows]).reshape(-1, 2)
    names = np.array([0 if _is_quarter(row) else len(row.toponyms) for row in rows])
    for row, own in zip(rows, names, strict=True):
        away = distances_m(spots, lon=row.footprint.lon, lat=row.footprint.lat)
        if own == names[away < _CITY_M].max():
            yield row


def _is_quarter(town: GazetteerEntry) -> bool:
    return any(_QUARTER.search(toponym.text) for toponym in town.toponyms)


def _countries(bounds: Bounds) -> Iterable[str]:
    west, south, east, north = bounds
    for row in country_rows():
        left, low, right, high = row.box
        if left <= east and right >= west and low <= north and high >= south:
            yield row.code
