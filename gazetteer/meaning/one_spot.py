"""Which features of one name are no rivals: a town and its district, a base and its village."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.homes.found import Found
from gazetteer.meaning.rank import Ranked
from gazetteer.meaning.seats import is_town
from gazetteer.nearness import apart_km

__all__ = ["apart_m", "is_its_river", "own_area", "own_site", "same_place", "town_first"]

_SAME_PLACE_M = 5_000
_PROVINCES = 2  # as a point a province's radius is a guess, and its seat may lie at its edge
_NAMESAKE_M = 100_000  # in which a district called as a town is its own, wherever it is marked
_DISTRICTS = 1.5  # the radius is a mean, and a district's seat too may lie at its edge
_LESSER = ("ADM2", "ADM3", "ADM4")
_AS_A_DISTRICT_M = 45_000  # a first-level area no wider than this is one: a rayon, a canton
_CAPITAL = "PPLC"
_OWN_SITE_M = 15_000
_SPOTS = frozenset("PSL")  # settlements, sites and areas that are given as points


def own_area(top: Ranked, ranked: Ranked) -> bool:
    """Tell whether one is the district that the other is in: another reading and no rival."""
    pair = top.found.feature_class, ranked.found.feature_class
    area = ranked.found if pair[1] == "A" else top.found
    if pair == ("P", "A") and _is_its_capital(top.found, area):
        return True
    reach_m = area.radius_m * (_PROVINCES if area.feature_code == "ADM1" else _DISTRICTS)
    if is_town(top.found) and area.feature_code != "ADM1" and ranked.spelling == top.spelling:
        reach_m = max(reach_m, _NAMESAKE_M)
    # Mountains and the province that is called after them are one land.
    holds = {("P", "A"), ("A", "S"), ("T", "A"), ("A", "T")}
    region = pair == ("A", "P") and area.feature_code == "RGN"
    return (region or pair in holds) and apart_m(top.found, ranked.found) <= reach_m


def _is_its_capital(town: Found, area: Found) -> bool:
    """Tell whether a capital bears the name of its own province, wherever that is marked."""
    return town.feature_code == _CAPITAL and area.country == town.country


def town_first(top: Ranked, rest: Sequence[Ranked]) -> tuple[Ranked, list[Ranked]]:
    """Put a town before the district around it that has its name, as a bare name means the town.

    So does the name of a land's capital that is a province of its own as well.
    """
    area = top.found
    if area.feature_class != "A" or not (_is_district(area) or area.feature_code == "ADM1"):
        return top, [*rest]
    there = (r for r in rest if r.spelling >= top.spelling and r.found.feature_class == "P")
    seats = (r for r in there if _is_district(area) or _is_its_capital(r.found, area))
    town = next((r for r in seats if own_area(r, top)), None)
    if town is None:
        return top, [*rest]
    return town, [top, *(each for each in rest if each is not town)]


def _is_district(area: Found) -> bool:
    """Tell whether an area is no wider than districts are, whatever its land calls it."""
    first = area.feature_code == "ADM1" and area.radius_m <= _AS_A_DISTRICT_M
    return first or area.feature_code.startswith(_LESSER)


def own_site(top: Ranked, ranked: Ranked) -> bool:
    """Tell whether a site is called after the town by which it lies: its airport, its mine."""
    pair = top.found.feature_class, ranked.found.feature_class
    return pair == ("P", "S") and apart_m(top.found, ranked.found) <= _OWN_SITE_M


def same_place(a: Found, b: Found) -> bool:
    """Tell whether two sources describe one feature, or two at one spot: a base and its village."""
    if a.feature_class != b.feature_class and not {a.feature_class, b.feature_class} <= _SPOTS:
        return False
    return apart_m(a, b) <= max(_SAME_PLACE_M, a.radius_m, b.radius_m)


def apart_m(a: Found, b: Found) -> float:
    """Return how far two features are apart in metres."""
    return 1_000 * apart_km(a.lon, a.lat, b.lon, b.lat)


def is_its_river(top: Ranked, ranked: Ranked) -> bool:
    """Tell whether a river bears the name of a town; with an article, the river comes first."""
    return top.found.feature_class == "P" and ranked.found.feature_class == "H"
