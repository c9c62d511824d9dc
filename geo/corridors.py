"""Corridors: between two places, along a road, and a stretch of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shapely
from shapely.geometry.base import BaseGeometry

from geo.anchors import is_point, made
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.geodesy import bearing_deg, destination, distance_m, enclosing_radius_m
from geo.projection import Plane
from geo.stated import km

__all__ = ["along", "between", "stretch"]

CORRIDOR_LEAST_M, CORRIDOR_SHARE = 3_000.0, 0.15
ROAD_LEAST_M, ROAD_SHARE = 2_000.0, 0.1
_FLOOR_M = 1.0
#: A place that a road is said to pass lies on it, or this near.
_BESIDE_M = 10_000.0


def _midway(first: Footprint, second: Footprint) -> tuple[Plane, float]:
    """Return the plane around the middle of two anchors, and their distance in metres."""
    ends = {"lon": first.lon, "lat": first.lat, "to_lon": second.lon, "to_lat": second.lat}
    length = distance_m(**ends)
    if length < _FLOOR_M:
        raise GeometryError("both ends are the same place; give two different ones")
    lon, lat = destination(
        lon=first.lon, lat=first.lat, bearing_deg=bearing_deg(**ends), distance_m=length / 2
    )
    return Plane(lon=lon, lat=lat), length


def _straight(first: Footprint, second: Footprint, plane: Plane) -> shapely.LineString:
    ends = [plane.to_plane(shapely.Point(end.lon, end.lat)) for end in (first, second)]
    return shapely.LineString([(end.x, end.y) for end in ends])


def between(first: Footprint, second: Footprint, *, names: Sequence[str]) -> Footprint:
    """Place "between A and B": a corridor along the geodesic, without A and B themselves.

    Its half-width is 15 % of the length, at least 3 km.
    """
    plane, length = _midway(first, second)
    half = max(CORRIDOR_LEAST_M, CORRIDOR_SHARE * length)
    corridor = _straight(first, second, plane).buffer(half, cap_style="flat")
    ends = [_extent(end, plane) for end in (first, second)]
    shape = corridor.difference(shapely.union_all(ends))
    note = f"corridor of {km(half)} to each side between {' and '.join(names)}"
    return made(shape if not shape.is_empty else corridor, plane, method="between", note=note)


def _extent(anchor: Footprint, plane: Plane) -> BaseGeometry:
    if is_point(anchor):
        return plane.to_plane(anchor.geometry).buffer(anchor.uncertainty_m)
    return plane.to_plane(anchor.geometry)


def along(*anchors: Footprint, name: str) -> Footprint:
    """Place "along the A-B road": the line itself, or a straight corridor between its ends.

    One anchor is the road as the gazetteer knows it and keeps its shape. Several anchors are places
    on a road whose course is not known: a corridor joins them, a tenth of the length to each side.

    Raises
    ------
    GeometryError
        Where no anchor is given, or the only one is a point.
    """
    if len(anchors) == 1 and not is_point(anchors[0]):
        road = anchors[0]
        radius = enclosing_radius_m(road.geometry, lon=road.lon, lat=road.lat)
        return replace(
            road,
            uncertainty_m=max(road.uncertainty_m, radius),
            method="along",
            note=f"course of {name}",
        )
    if len(anchors) < 2:
        raise GeometryError(f"{name}: one place makes no road; give its other end or its course")
    plane, length = _midway(anchors[0], anchors[-1])
    half = max(ROAD_LEAST_M, ROAD_SHARE * length)
    stops = [plane.to_plane(shapely.Point(stop.lon, stop.lat)) for stop in anchors]
    shape = shapely.LineString([(stop.x, stop.y) for stop in stops]).buffer(half)
    note = f"straight corridor of {km(half)} to each side for {name}; its course is not known"
    return made(shape, plane, method="along", note=note)


def stretch(road: Footprint, where: Footprint, *, name: str) -> Footprint | None:
    """Place "the M5, 15 km north of Hama": what of a road or river lies where the text says.

    A road that passes by is taken up to 10 km off; None where it lies further away. ``name`` is
    what the note calls the second place.
    """
    plane = Plane(lon=where.lon, lat=where.lat)
    course, ground = plane.to_plane(road.geometry), _extent(where, plane)
    for reach in (ground, ground.buffer(_BESIDE_M)):
        part = course.intersection(reach)
        if not part.is_empty and part.length:
            note = f"{road.note}, where it lies {name!r}"
            return made(part, plane, method=road.method, note=note)
    return None
