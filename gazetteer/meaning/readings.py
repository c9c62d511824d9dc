"""Readings that only the gazetteer or the rest of the text can settle."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from gazetteer.homes.found import Found
from gazetteer.homes.towns import capital_name
from gazetteer.index import Gazetteer
from gazetteer.meaning.rank import EXACT
from gazetteer.meaning.surroundings import Anchor
from gazetteer.place import PlaceExpression, Relation, Resolution
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m
from geo.parts import COUNTRYSIDE_REACH_M
from geo.projection import Plane

__all__ = ["as_named", "near_seat", "near_the_rest"]

_LEAD = re.compile(r"^(?:(?:in|across|around|throughout|parts? of|some|the)\s+)+", re.IGNORECASE)
_PARTS_OF_TOWN = frozenset("neighbourhood suburb quarter district".split())
#: Countries and first-level areas hold towns, however many people those have.
_LAND = ("PCL", "ADM1")
#: Towns so many times larger hold the other.
_LARGER = 2
#: Roads longer than this are meant where the rest of the text is.
_LONG_M = 40_000.0
#: Other places this far from a road say where on it the text is.
_BESIDE_M = 30_000.0


def as_named(
    expression: PlaceExpression, gazetteer: Gazetteer, countries: Sequence[str] = ()
) -> PlaceExpression:
    """Return a part that has a name of its own ("northwest Syria") as that name.

    Only a curated entry of exactly this name counts. "The capital" is that of the only country that
    a text is about. Of "the Baghdad district of Karada" and "the Karada district of Baghdad" the
    larger town holds the other.
    """
    if not expression.heads and expression.feature_word == "capital" and len(countries) == 1:
        capital = capital_name(countries[0])
        return replace(expression, heads=(capital,), feature_word="city") if capital else expression
    if len(expression.heads) != 1:
        return expression
    if expression.feature_word in _PARTS_OF_TOWN:
        return _turned(expression, gazetteer)
    if expression.relation is not Relation.PART:
        return expression
    name = _LEAD.sub("", expression.text).strip()
    for found in gazetteer.sounding(name):
        if found.score >= EXACT and gazetteer.is_curated(found.id):
            return replace(
                expression, heads=(name,), relation=Relation.AT, directions=(), feature_word=""
            )
    return expression


def _turned(expression: PlaceExpression, gazetteer: Gazetteer) -> PlaceExpression:
    """Return a part of a town, "the X suburb of Y", with the larger of both as the town."""
    within = expression.within
    if within is None or within.feature_word or len(within.heads) != 1:
        return expression
    part, town = (_meant(names.heads[0], gazetteer) for names in (expression, within))
    if any(found.feature_code.startswith(_LAND) for found in town) or _people(part) <= (
        _LARGER * _people(town)
    ):
        return expression
    inner = replace(within, text=expression.heads[0], heads=expression.heads)
    return replace(expression, heads=within.heads, within=inner)


def _meant(name: str, gazetteer: Gazetteer) -> list[Found]:
    return [found for found in gazetteer.sounding(name) if found.score >= EXACT]


def _people(meant: Iterable[Found]) -> int:
    """Return the inhabitants of the largest town of a name."""
    return max((found.population for found in meant if found.feature_class == "P"), default=0)


def near_the_rest(answer: Resolution, anchors: Iterable[Anchor]) -> Resolution:
    """Let a long road or river stand at the stretch that the text's other places lie beside.

    The whole line stays its shape, and the radius still reaches both ends.
    """
    footprint = answer.footprint
    line = footprint.geometry
    along = answer.expression.relation is Relation.ALONG or _is_river(answer)
    if not along or footprint.uncertainty_m < _LONG_M:
        return answer
    plane = Plane(lon=footprint.lon, lat=footprint.lat)
    beside = _beside(plane.to_plane(line), plane, anchors)
    if beside is None:
        return answer
    spot = plane.to_earth(beside)
    radius = enclosing_radius_m(line, lon=spot.x, lat=spot.y)
    note = f"{footprint.note}; the mark stands where the text's other places are"
    moved = replace(footprint, lon=spot.x, lat=spot.y, uncertainty_m=radius, note=note)
    return replace(answer, footprint=moved)


def _is_river(answer: Resolution) -> bool:
    """Tell whether a river itself is meant: "crossed the Ebro", and not 15 km from it."""
    line = answer.footprint.geometry.geom_type in ("LineString", "MultiLineString")
    return line and answer.expression.relation is Relation.AT


def near_seat(footprint: Footprint, seat: Footprint | None) -> Footprint:
    """Let the mark of a wide area stand where it is nearest to the town that it is called after.

    The middle of a province may be a desert; its people, and what happens to them, mostly are
    around its seat. The area stays its shape, and the radius still reaches all of it.
    """
    shape = footprint.geometry
    if seat is None or not shape.geom_type.endswith("Polygon") or footprint.uncertainty_m < _LONG_M:
        return footprint
    plane = Plane(lon=seat.lon, lat=seat.lat)
    around = shapely.Point(0, 0).buffer(COUNTRYSIDE_REACH_M)
    close = plane.to_plane(shape).intersection(around)
    if close.is_empty:
        return footprint
    spot = plane.to_earth(shapely.ops.nearest_points(close, close.centroid)[0])
    radius = enclosing_radius_m(shape, lon=spot.x, lat=spot.y)
    note = f"{footprint.note}; the mark stands at the town of its name"
    return replace(footprint, lon=spot.x, lat=spot.y, uncertainty_m=radius, note=note)


def _beside(road: BaseGeometry, plane: Plane, anchors: Iterable[Anchor]) -> shapely.Point | None:
    """Return the middle of the points of a road that are next to places not far from it."""
    places = [plane.to_plane(shapely.Point(anchor.lon, anchor.lat)) for anchor in anchors]
    near = [shapely.shortest_line(road, p) for p in places if road.distance(p) <= _BESIDE_M]
    if not near:
        return None
    feet = shapely.MultiPoint([shapely.get_point(line, 0) for line in near])
    return shapely.get_point(shapely.shortest_line(road, feet.centroid), 0)
