"""Towns that areas are called after, and areas that are called after none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from gazetteer.homes.found import Found
from gazetteer.nearness import apart_km

__all__ = ["SMALL_TOWN", "TOWN", "district_heads", "is_town", "lands", "seat_of", "town_alone"]

#: No area is called after a smaller town than this, as a rule.
TOWN = 15_000
#: One this large is meant by its very name wherever in a text's countries it lies.
SMALL_TOWN = 5_000
_WIDE, _SO = frozenset(("ADM1", "PCLI", "PCLD", "PCLS")), 0.95


def is_town(found: Found, *, least: int = TOWN) -> bool:
    """Tell whether a feature is a town, or the seat of an area, and no village."""
    if found.feature_class != "P":
        return False
    return found.population >= least or found.feature_code.startswith(("PPLA", "PPLC"))


def seat_of(area: Found, towns: Sequence[Found]) -> Found | None:
    """Return the first of the towns that an area holds, by the circle around it."""
    reach_km = area.radius_m / 1_000
    held = (t for t in towns if apart_km(area.lon, area.lat, t.lon, t.lat) <= reach_km)
    return next(held, None)


def town_alone(exact: Sequence[Found], found: Sequence[Found]) -> bool:
    """Tell whether of the wider areas of a name none is called so, but a town and its district.

    "Southern Aleppo" may be the south of a province, "eastern Mosul" is the east of a city.
    """
    wide = any(each.feature_class in "HLTV" for each in exact) or any(
        each.feature_code in _WIDE and each.spelling >= _SO for each in found
    )
    return not wide and any(is_town(each) for each in exact)


def lands(found: Sequence[Found], curated: Callable[[str], bool]) -> frozenset[str]:
    """Return the ids of the first-level areas that share their name with no town in them.

    "Helmand" is no town, and means the province in all texts but those on a village of its name.
    So does a region that somebody wrote down by hand under a name, and no town: "Gaza". An area is
    no such land where only a settlement bears the very name.
    """
    spelled = max((each.score for each in found if each.feature_class == "P"), default=0.0)
    towns = [each for each in found if is_town(each, least=SMALL_TOWN)]
    by_hand = [each for each in found if curated(each.id) and each.own_name]
    regions = [each for each in by_hand if each.feature_code == "RGN"]
    if any(each.feature_class == "P" for each in by_hand):
        regions = []
    return frozenset(
        each.id
        for each in found
        if each in regions
        or (each.feature_code == "ADM1" and each.score >= spelled and not seat_of(each, towns))
    )


def district_heads(found: Sequence[Found]) -> frozenset[str]:
    """Return the ids of the seats whose district bears their name: it is called after them."""
    seats = [each for each in found if each.feature_code.startswith("PPLA")]
    districts = [each for each in found if each.feature_class == "A"] if seats else []
    return frozenset(seat.id for d in districts if (seat := seat_of(d, seats)) is not None)
