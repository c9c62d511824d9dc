"""Towns of other countries that a report on one names: the world's cities, and what lies near."""

from __future__ import annotations

from collections.abc import Iterator

import shapely

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.towns import WORLD, WorldTown, fingerprint, town_spots, world_towns

__all__ = ["CITIES", "abroad", "abroad_mark"]

#: Stands for no country: the cities of a million and the larger capitals of all.
CITIES = "cities"
_CITY, _CAPITAL = 1_000_000, 100_000
#: Degrees from a country's own towns, some 150 kilometres: a day's ride across its border.
_BESIDE = 1.5


def abroad(country: str) -> Iterator[GazetteerEntry]:
    """Give the towns of 15,000 and more that lie beside a country, or the world's ``CITIES``."""
    if country == CITIES:
        return world_towns(_is_city)
    own, every = shapely.STRtree(shapely.points(town_spots(country))), town_spots(WORLD)
    # All are asked for together: one by one takes several times as long.
    near, _ = own.query_nearest(shapely.points(every), max_distance=_BESIDE, all_matches=False)
    beside = {every[number] for number in near.tolist()}
    return world_towns(lambda town: town.country != country and (town.lon, town.lat) in beside)


def abroad_mark(country: str) -> str:
    """Return what changes with the shipped towns that ``abroad`` asks."""
    own = "" if country == CITIES else fingerprint(country)
    return own + fingerprint(WORLD)


def _is_city(town: WorldTown) -> bool:
    return town.population >= (_CAPITAL if town.feature_code == "PPLC" else _CITY)
