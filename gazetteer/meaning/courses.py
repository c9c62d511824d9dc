"""Roads and rivers: which stretch of their course a text means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.meaning.surroundings import Anchor
from gazetteer.place import PlaceExpression, Relation, Resolution, Unresolved
from geo.corridors import stretch
from geo.footprint import Footprint
from geo.geodesy import distance_m, enclosing_radius_m
from geo.projection import Plane

__all__ = ["is_course", "is_passed_by", "near_the_rest", "on_stretch", "somewhere_on"]

#: Roads longer than this are meant where the rest of the text is.
_LONG_M = 40_000.0
#: Of shorter ones as well the stretch beside the other places is the likelier one.
_SHORT_M = 10_000.0
#: Other places this far from a road say where on it the text is.
_BESIDE_M = 30_000.0
_COURSES = frozenset((Relation.ALONG, Relation.BETWEEN))
_AREAS = frozenset((Relation.AT, Relation.PART))


def is_course(expression: PlaceExpression) -> bool:
    """Tell whether the words tell of a road, or of land between places."""
    return expression.relation in _COURSES


def is_passed_by(expression: PlaceExpression, holder: Resolution | Unresolved) -> bool:
    """Tell whether a place lies on a road whose ends need not lie there: 20 km from one of them."""
    ends = len(expression.heads) > 1 and is_course(expression)
    return ends and holder.expression.relation not in _AREAS


def on_stretch(answer: Resolution, holder: Resolution) -> Resolution | Unresolved:
    """Cut a road or river to where the text says: "the M5, 15 km north of Hama".

    Where its course as it is known does not lead there, it is not placed by that.
    """
    if not is_course(answer.expression) and not _is_river(answer):
        return answer
    name = holder.expression.text
    part = stretch(answer.footprint, holder.footprint, name=name)
    if part is not None:
        return replace(answer, footprint=part)
    return Unresolved(
        expression=answer.expression,
        status="unresolved",
        reason=f"{answer.footprint.note or answer.expression.text} does not lead {name!r}",
        candidates=answer.chosen,
        searched=True,
    )


def somewhere_on(answer: Resolution, holder: Unresolved) -> Resolution | Unresolved:
    """Take back a long road, river or border where nobody knows what says where on it."""
    course = is_course(answer.expression) or _is_river(answer)
    course = course or answer.expression.feature_word == "border"
    if not course or answer.footprint.uncertainty_m < _LONG_M:
        return answer
    return Unresolved(
        expression=answer.expression,
        status=holder.status,
        reason=f"where on it {holder.expression.text!r} is, is not known: {holder.reason}",
        candidates=holder.candidates,
        searched=True,
    )


def near_the_rest(answer: Resolution, anchors: Iterable[Anchor]) -> Resolution:
    """Let a long road or river stand at the stretch that the text's other places lie beside.

    The whole line stays its shape, and the radius still reaches both ends.
    """
    footprint = answer.footprint
    line = footprint.geometry
    if answer.expression.feature_word == "river" and line.geom_type == "Point":
        return _in_its_circle(answer, anchors)
    along = answer.expression.relation is Relation.ALONG or _is_river(answer)
    if not along or footprint.uncertainty_m < _SHORT_M:
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


def _in_its_circle(river: Resolution, anchors: Iterable[Anchor]) -> Resolution:
    """Let a river whose course is not known stand among the places of the text that lie by it."""
    where = river.footprint
    if where.uncertainty_m < _SHORT_M:
        return river
    near = [(a.lon, a.lat) for a in anchors if _lies_in(where, a)]
    if not near:
        return river
    spot = shapely.MultiPoint(near).centroid
    reach = distance_m(lon=where.lon, lat=where.lat, to_lon=spot.x, to_lat=spot.y)
    note = f"{where.note}; the mark stands where the text's other places are"
    moved = replace(where, geometry=spot, lon=spot.x, lat=spot.y, note=note,
                    uncertainty_m=where.uncertainty_m + reach)  # fmt: skip
    return replace(river, footprint=moved)


def _lies_in(where: Footprint, anchor: Anchor) -> bool:
    apart = distance_m(lon=where.lon, lat=where.lat, to_lon=anchor.lon, to_lat=anchor.lat)
    return apart <= where.uncertainty_m


def _is_river(answer: Resolution) -> bool:
    """Tell whether a river or its bank is meant: "crossed the Ebro", and not 15 km from it."""
    line = answer.footprint.geometry.geom_type in ("LineString", "MultiLineString")
    return line and answer.expression.relation in _AREAS


def _beside(road: BaseGeometry, plane: Plane, anchors: Iterable[Anchor]) -> shapely.Point | None:
    """Return the middle of the points of a road that are next to places not far from it."""
    spots = [(anchor.lon, anchor.lat) for anchor in anchors]
    places = shapely.get_parts(plane.to_plane(shapely.MultiPoint(spots)))
    near = places[shapely.distance(road, places) <= _BESIDE_M]
    if not len(near):
        return None
    feet = shapely.multipoints(shapely.get_point(shapely.shortest_line(road, near), 0))
    return shapely.get_point(shapely.shortest_line(road, feet.centroid), 0)
