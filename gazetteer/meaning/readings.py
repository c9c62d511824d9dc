"""Readings that only the gazetteer or the rest of the text can settle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass
from gazetteer.homes.area_seats import seat_of_area
from gazetteer.homes.found import Found
from gazetteer.homes.towns import capital_name
from gazetteer.index import Gazetteer
from gazetteer.meaning.decide import Chosen
from gazetteer.meaning.rank import EXACT
from gazetteer.meaning.sides import as_whole, in_own_land
from gazetteer.place import PlaceExpression, Relation
from gazetteer.states import CAPITAL_OF, LESSER_SEAT
from gazetteer.town_parts import PARTS_OF_TOWN
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m
from geo.parts import COUNTRYSIDE_REACH_M
from geo.projection import Plane

__all__ = ["as_named", "namesake", "near_seat"]

_LEAD = re.compile(r"^(?:(?:in|across|around|throughout|parts? of|some|the)\s+)+", re.IGNORECASE)
#: Countries and first-level areas hold towns, however many people those have.
_LAND = ("PCL", "ADM1")
#: Towns so many times larger hold the other.
_LARGER = 2
#: Areas wider than this are meant around their seat.
_LONG_M = 40_000.0
_COUNTRYSIDE = shapely.Point(0, 0).buffer(COUNTRYSIDE_REACH_M)


def as_named(
    expression: PlaceExpression, gazetteer: Gazetteer, countries: Sequence[str] = ()
) -> PlaceExpression:
    """Return a part that has a name of its own ("northwest Syria") as that name.

    Only a curated entry of exactly this name counts. "The capital" is that of the only country that
    a text is about, and "the south of the country" its south; that of a province is its seat. Of
    "the Baghdad district of Karada" and "the Karada district of Baghdad" the larger town holds the
    other.
    """
    if expression.feature_word == "capital":
        return _capital(expression, gazetteer, countries)
    expression = in_own_land(expression, countries)
    if len(expression.heads) != 1:
        return expression
    if expression.feature_word in PARTS_OF_TOWN:
        return _turned(expression, gazetteer)
    if expression.relation is not Relation.PART:
        return expression
    whole = as_whole(expression, _meant(expression.heads[0], gazetteer))
    return whole or _curated(expression, gazetteer) or expression


def _curated(expression: PlaceExpression, gazetteer: Gazetteer) -> PlaceExpression | None:
    """Return a part as the entry that somebody wrote down under exactly these words."""
    name = _LEAD.sub("", expression.text).strip()
    for found in gazetteer.sounding(name):
        if found.score >= EXACT and gazetteer.is_curated(found.id):
            return replace(
                expression, heads=(name,), relation=Relation.AT, directions=(), feature_word=""
            )
    return None


def _capital(
    expression: PlaceExpression, gazetteer: Gazetteer, countries: Sequence[str]
) -> PlaceExpression:
    """Return the capital of the text's country, or of what the words name, as the town it is."""
    if not expression.heads:
        own = len(countries) == 1 and not LESSER_SEAT.search(expression.text)
        town = capital_name(countries[0]) if own else ""
        return replace(expression, heads=(town,), feature_word="city") if town else expression
    if len(expression.heads) > 1:
        return expression
    (land,) = expression.heads
    if town := CAPITAL_OF.get(land.lower(), ""):
        return replace(expression, heads=(town,), feature_word="city")
    asked = chain(((land, country) for country in countries), _areas_named(land, gazetteer))
    town = next(filter(None, (seat_of_area(name, country) for name, country in asked)), "")
    area = PlaceExpression(text=land, heads=(land,), feature_word="province")
    return (
        replace(expression, heads=(town,), feature_word="city", within=area) if town else expression
    )


def _turned(expression: PlaceExpression, gazetteer: Gazetteer) -> PlaceExpression:
    """Return a part of a town, "the X suburb of Y", with the larger of both as the town."""
    within = expression.within
    if within is None or within.feature_word or len(within.heads) != 1:
        return expression
    part, town = (_meant(names.heads[0], gazetteer) for names in (expression, within))
    if any(found.feature_code.startswith(_LAND) for found in town):
        return expression
    land = (
        expression.feature_word == "district"
        and not _people(part)
        and any(found.feature_code.startswith(_LAND) for found in part)
    )  # "the Helmand district of Sangin"
    if not land and _people(part) <= _LARGER * _people(town):
        return expression
    inner = replace(within, text=expression.heads[0], heads=expression.heads)
    return replace(expression, heads=within.heads, within=inner)


def _meant(name: str, gazetteer: Gazetteer) -> list[Found]:
    return [found for found in gazetteer.sounding(name) if found.score >= EXACT]


def _areas_named(name: str, gazetteer: Gazetteer) -> Iterator[tuple[str, str]]:
    """Give the names of the first-level areas that a name may mean, each with its country."""
    for found in _meant(name, gazetteer):
        if found.feature_code == "ADM1":
            names = (toponym.text for toponym in gazetteer.get(found.id).toponyms)
            yield from ((each, found.country) for each in (name, *names))


def _people(meant: Iterable[Found]) -> int:
    """Return the inhabitants of the largest town of a name."""
    return max((found.population for found in meant if found.feature_class == "P"), default=0)


def near_seat(footprint: Footprint, seat: Footprint) -> Footprint:
    """Let the mark of a wide area stand where it is nearest to the town that it is called after.

    The middle of a province may be a desert; its people, and what happens to them, mostly are
    around its seat. The area stays its shape, and the radius still reaches all of it.
    """
    shape = footprint.geometry
    if not shape.geom_type.endswith("Polygon") or footprint.uncertainty_m < _LONG_M:
        return footprint
    plane = Plane(lon=seat.lon, lat=seat.lat)
    close = plane.to_plane(shape).intersection(_COUNTRYSIDE)
    if close.is_empty:
        return footprint
    spot = plane.to_earth(shapely.ops.nearest_points(close, close.centroid)[0])
    radius = enclosing_radius_m(shape, lon=spot.x, lat=spot.y)
    note = f"{footprint.note}; the mark stands at the town of its name"
    return replace(footprint, lon=spot.x, lat=spot.y, uncertainty_m=radius, note=note)


def namesake(chosen: Chosen) -> Footprint | None:
    """Return the town that an area shares its name with, the first that lies inside it."""
    area = chosen.candidates[0].entry.footprint.geometry
    if not area.geom_type.endswith("Polygon"):
        return None
    towns = (
        entry.footprint
        for entry in (*chosen.alternatives, *(candidate.entry for candidate in chosen.rejected))
        if entry.feature_class is FeatureClass.POPULATED
    )
    return next((town for town in towns if area.contains(_middle(town))), None)


def _middle(town: Footprint) -> BaseGeometry:
    # Most towns are points, and a new one costs more than all that is asked of it.
    point = town.geometry.geom_type == "Point"
    return town.geometry if point else shapely.Point(town.lon, town.lat)
