"""Whether "X, Y" names a town and what holds it, or two towns of one list."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import shapely

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.found import Found
from gazetteer.homes.outlines import drawn
from gazetteer.nearness import apart_km

__all__ = ["are_apart"]

#: Fewer people make a village, of which there may be more in any land.
_TOWN = 15_000
#: Outlines of provinces are rough; a province without a town of its name may be told loosely.
_SLACK_KM, _LOOSE_KM = 5.0, 25.0
#: So near a city that is so many times larger, a town may be told as a part of it.
_SUBURB_KM, _LARGER = 20.0, 4
#: A namesake with a smaller share of the people is not what a name alone means.
_SHARE = 0.02
_PROVINCE, _HOLDING = "ADM1", "ALTV"


def are_apart(
    inner: Sequence[Found],
    outer: Sequence[Found],
    by_hand: Collection[str],
    get: Callable[[str], GazetteerEntry],
) -> bool:
    """Tell whether a town does not lie in anything that the name behind it may mean.

    "Vovchansk, Kharkiv" is one place, for there is a region of Kharkiv around it; "Aleppo, Idlib"
    are two. What is no town, or not known at all, is told by what follows it, whatever that is.

    Parameters
    ----------
    inner, outer
        What the first and the second name may mean by their spelling.
    by_hand
        The ids of those that somebody wrote down, who need no people to be towns.
    """
    towns, cities = _main(inner, by_hand), _main(outer, by_hand)
    areas = [each for each in outer if each.feature_class in _HOLDING]
    if not towns or not (cities or any(each.feature_code == _PROVINCE for each in areas)):
        return False
    slack_km = _SLACK_KM if cities else _LOOSE_KM
    if any(_is_suburb(town, city) for town in towns for city in cities):
        return False
    return not any(_is_in(town, area, get, slack_km) for area in areas for town in towns)


def _main(found: Sequence[Found], by_hand: Collection[str]) -> list[Found]:
    """Return the towns that a name means by itself; none where it is a village's, or a land's."""
    towns = [each for each in found if each.feature_class == "P"]
    most = max((each.population for each in towns), default=0)
    if most < _TOWN and not any(each.id in by_hand for each in towns):
        return []
    return [each for each in towns if each.id in by_hand or each.population > _SHARE * most]


def _is_in(town: Found, area: Found, get: Callable[[str], GazetteerEntry], slack_km: float) -> bool:
    """Tell whether a town lies in an area, or nearly; a country holds its islets as well."""
    if area.feature_code.startswith("PCL") and area.country == town.country:
        return True
    shape = drawn(get(area.id)).geometry
    if shape.geom_type == "Point":
        slack_km += area.radius_m / 1_000
    way = shapely.shortest_line(shape, shapely.Point(town.lon, town.lat))
    return apart_km(town.lon, town.lat, *way.coords[0]) <= slack_km


def _is_suburb(town: Found, city: Found) -> bool:
    larger = city.population >= _LARGER * town.population
    return larger and apart_km(town.lon, town.lat, city.lon, city.lat) <= _SUBURB_KM
