"""Roads and rivers: which stretch of their course a text means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.meaning.rank import Scene
from gazetteer.meaning.shape import SHORT_RIVER_M, shape
from gazetteer.meaning.surroundings import Anchor
from gazetteer.nearness import AREA_KM
from gazetteer.place import Candidate, PlaceExpression, Relation, Resolution, Unresolved
from gazetteer.town_parts import tells_of_quarter
from geo.corridors import stretch
from geo.footprint import Footprint
from geo.geodesy import distance_m, enclosing_radius_m
from geo.projection import Plane

__all__ = [
    "beside_the_rest",
    "goes_by",
    "is_passed_by",
    "on_stretch",
    "somewhere_on",
    "tells_of_goal",
]

#: Roads longer than this are meant where the rest of the text is.
_LONG_M = 40_000.0
#: Of shorter ones as well the stretch beside the other places is the likelier one.
_SHORT_M = 10_000.0
#: How far off a spot may be that is taken for where along a river a text is.
_SPOT_M = 10_000.0
#: Other places this far from a road say where on it the text is.
_BESIDE_M = 30_000.0
_ERROR = 0.2
_COURSES = frozenset((Relation.ALONG, Relation.BETWEEN))
_AREAS = frozenset((Relation.AT, Relation.PART))
_OFF = frozenset((Relation.OFFSET, Relation.DISTANCE))
_SPANNING = re.compile(r"\w\s+(?:over|across|on)\s+(?:the\s+)?$", re.IGNORECASE)


def _is_course(expression: PlaceExpression) -> bool:
    """Tell whether the words tell of a road, or of land between places."""
    return expression.relation in _COURSES


def is_passed_by(expression: PlaceExpression, holder: Resolution | Unresolved) -> bool:
    """Tell whether a place lies on a road whose ends need not lie there: 20 km from one of them."""
    ends = len(expression.heads) > 1 and _is_course(expression)
    return ends and holder.expression.relation not in _AREAS


def goes_by(expression: PlaceExpression) -> bool:
    """Tell whether a road may be meant where it goes by another place: no "streets of Y's X"."""
    streets = "streets" in expression.text.lower() or tells_of_quarter(expression.text)
    return _is_course(expression) and not streets


def tells_of_goal(holder: Resolution | Unresolved | None, town: Candidate, scene: Scene) -> bool:
    """Tell whether what is told of a road says where the town lies that it is called after.

    So does "the road to X, in Y province", and "the road to X, 20 km north of Y" where X lies so.
    "The road to X near Y" is told of where it goes by Y.
    """
    if holder is None:
        return False
    off_km = holder.expression.distance_km
    if isinstance(holder, Unresolved):
        return off_km is not None and off_km[0] > AREA_KM
    if not scene.areas:
        return False
    where = town.entry.footprint
    if off_km:  # a town nearer by than the press may err is not the one that lies so far off
        return scene.areas[-1].gap_km(where.lon, where.lat) <= _ERROR * off_km[0]
    lies_in = holder.expression.relation in _AREAS
    return lies_in and scene.areas[-1].holds(where.lon, where.lat)


def on_stretch(answer: Resolution, holder: Resolution) -> Resolution | Unresolved:
    """Cut a road or river to where the text says: "the M5, 15 km north of Hama".

    Where its course as it is known does not lead there, it is not placed by that.
    """
    name, spot = holder.expression.text, _is_spot(answer.expression)
    where = _about(holder.footprint) if spot else holder.footprint
    if spot and answer.footprint.geometry.geom_type == "Point":
        return _in_town(answer, where, name)
    if not _is_course(answer.expression) and not _is_river(answer):
        return answer
    part = stretch(answer.footprint, where, name=name)
    if part is not None:
        return replace(answer, footprint=part)
    return Unresolved(
        expression=answer.expression,
        status="unresolved",
        reason=f"{answer.footprint.note or answer.expression.text} does not lead {name!r}",
        candidates=answer.chosen,
        searched=not _is_river(answer),  # a town away from it says nothing of a river
    )


def _in_town(river: Resolution, town: Footprint, name: str) -> Resolution:
    """Place a bridge in the town it is told of beside, where the river's course is not known."""
    if not (_lies_in(river.footprint, town) and town.uncertainty_m < river.footprint.uncertainty_m):
        return river
    note = f"somewhere in or beside {name!r}; the course of {river.footprint.note} is not known"
    return replace(river, footprint=replace(town, note=note))


def somewhere_on(answer: Resolution, holder: Unresolved) -> Resolution | Unresolved:
    """Take back a long road, river or border where nobody knows what says where on it."""
    course = _is_course(answer.expression) or _is_river(answer)
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


def beside_the_rest(
    answer: Resolution, anchors: Sequence[Anchor], *, held: bool
) -> Resolution | Unresolved:
    """Let a long road or river, and what is "east of" it, stand beside the text's other places.

    ``held`` tells that the text says what holds it, so that this tells where.
    """
    moved = _near_the_rest(answer, anchors)
    return moved if held else _off_course(moved, anchors)


def _near_the_rest(answer: Resolution, anchors: Iterable[Anchor]) -> Resolution:
    """Let a long road or river stand at the stretch that the text's other places lie beside.

    The whole line stays its shape, and the radius still reaches both ends.
    """
    footprint = answer.footprint
    line = footprint.geometry
    if answer.expression.feature_word == "river" and line.geom_type == "Point":
        return _in_its_circle(answer, anchors)
    along = answer.expression.relation is Relation.ALONG or _is_river(answer)
    # Between two towns that the text names it is the middle, unless they lie far apart.
    named = len(answer.expression.heads) > 1
    if not along or footprint.uncertainty_m < (_LONG_M if named else _SHORT_M):
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


def _off_course(answer: Resolution, anchors: Iterable[Anchor]) -> Resolution | Unresolved:
    """Tell where "east of" a long river is: beside the places of the text that lie along it.

    Where there are none, nobody knows where along it is meant.
    """
    said, entry = answer.expression, answer.chosen[0].entry
    line = entry.footprint
    long = entry.feature_class == "H" and line.uncertainty_m >= _LONG_M
    if not (said.relation in _OFF or _is_spot(said)) or not long:
        return answer
    plane = Plane(lon=line.lon, lat=line.lat)
    if line.geometry.geom_type == "Point":
        beside = _among(line, anchors)
    else:
        course = _beside(plane.to_plane(line.geometry), plane, anchors)
        beside = None if course is None else plane.to_earth(course)
    if beside is None:
        return Unresolved(
            expression=said,
            status="unresolved",
            reason=f"where along it {said.text!r} is, the text does not say",
            candidates=answer.chosen,
        )
    here = replace(line, geometry=beside, lon=beside.x, lat=beside.y, uncertainty_m=_SPOT_M)
    return replace(answer, footprint=shape(said, (here,), name=entry.name))


def _about(town: Footprint) -> Footprint:
    """Return the ground around a town, of whose bridges one may stand a little outside it."""
    if town.uncertainty_m > _BESIDE_M:
        return town
    middle = shapely.Point(town.lon, town.lat)
    return replace(town, geometry=middle, uncertainty_m=max(town.uncertainty_m, _SPOT_M))


def _is_spot(said: PlaceExpression) -> bool:
    """Tell whether one spot of a river is told, and not its course: "a bridge over the Oru"."""
    return len(said.heads) == 1 and bool(_SPANNING.search(said.text.partition(said.heads[0])[0]))


def _in_its_circle(river: Resolution, anchors: Iterable[Anchor]) -> Resolution:
    """Let a river whose course is not known stand among the places of the text that lie by it."""
    where = river.footprint
    if not _SHORT_M <= where.uncertainty_m <= SHORT_RIVER_M:
        return river
    spot = _among(where, anchors)
    if spot is None:
        return river
    reach = distance_m(lon=where.lon, lat=where.lat, to_lon=spot.x, to_lat=spot.y)
    note = f"{where.note}; the mark stands where the text's other places are"
    moved = replace(where, geometry=spot, lon=spot.x, lat=spot.y, note=note,
                    uncertainty_m=where.uncertainty_m + reach)  # fmt: skip
    return replace(river, footprint=moved)


def _among(where: Footprint, anchors: Iterable[Anchor]) -> shapely.Point | None:
    """Return the middle of the places that lie in the circle of a river, None without any."""
    near = [(a.lon, a.lat) for a in anchors if _lies_in(where, a)]
    return shapely.MultiPoint(near).centroid if near else None


def _lies_in(where: Footprint, anchor: Anchor | Footprint) -> bool:
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
