"""Where the marker of a place may stand: in areas, on lines, on the band of a ring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from geo.footprint import Footprint
from maps.places.paths import encoded

__all__ = ["Stands", "stands_of", "stands_on"]

_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)


class Stands(NamedTuple):
    """Encoded positions for the markers of places, the best of each first, and how many each has.

    Places that have none are marked at their centre, or on their line.
    """

    spots: NDArray[np.int64]
    counts: NDArray[np.int64]


def stands_of(
    places: Sequence[Footprint], kinds: Sequence[str], shapes: NDArray[np.object_]
) -> Stands:
    """Return where the markers of areas and of rings stand."""
    counts = np.zeros(len(places), np.int64)
    ring = np.array([kind == "ring" for kind in kinds], bool)
    areas = np.flatnonzero((shapely.get_dimensions(shapes) == 2) & ~ring)
    rings = np.flatnonzero(ring).tolist()
    own = [encoded(_around(places[number])) for number in rings]
    counts[areas], counts[rings] = 1, [*map(len, own)]
    owner = np.concatenate([areas, np.repeat(rings, counts[rings])])
    spots = np.concatenate([_inside(_biggest(shapes[areas])), *own])
    return Stands(spots[np.argsort(owner, kind="stable")], counts)


def stands_on(line: BaseGeometry) -> NDArray[np.int64]:
    """Return five encoded points along the longest part of a line, its middle first."""
    (longest,) = _biggest(np.array([line], dtype=object))
    spots = shapely.line_interpolate_point(longest, np.array(_ALONG), normalized=True)
    return encoded(shapely.get_coordinates(spots))


def _biggest(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """Return the largest part of each shape, by its area or its length."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    order = np.lexsort((-shapely.length(parts), -shapely.area(parts), owner))
    _, first = np.unique(owner[order], return_index=True)
    biggest: NDArray[np.object_] = parts[order][first]
    return biggest


def _inside(polygons: NDArray[np.object_]) -> NDArray[np.int64]:
    """Return a point well inside each: its centre of mass, else of its largest circle."""
    sound = shapely.make_valid(polygons)
    middles = shapely.centroid(sound)
    outside = ~shapely.contains_properly(sound, middles)
    if outside.any():
        odd = sound[outside]
        circles = shapely.maximum_inscribed_circle(odd, shapely.length(odd) / 200)
        middles[outside] = shapely.get_point(circles, 0)
    return encoded(shapely.get_coordinates(middles))


def _around(footprint: Footprint) -> list[tuple[float, float]]:
    """Return eight points on the middle of a band, so that its marker never sits in its hole."""
    outer = _biggest(np.array([footprint.geometry], dtype=object))[0]
    centre = Point(footprint.lon, footprint.lat)
    reach = 2 * max(outer.bounds[2] - outer.bounds[0], outer.bounds[3] - outer.bounds[1])
    rays = ((0, 1), (1, 1), (-1, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (0, -1))
    found: list[tuple[float, float]] = []
    for east, north in rays:
        ray = LineString([centre, (centre.x + east * reach, centre.y + north * reach)])
        crossed = shapely.get_parts(ray.intersection(outer))
        # A ray that misses the band crosses it in a line without a point.
        lines = [part for part in crossed if isinstance(part, LineString) and part.length > 0]
        if lines:
            middle = max(lines, key=lambda part: part.length).interpolate(0.5, normalized=True)
            found.append((middle.x, middle.y))
    return found or [(footprint.lon, footprint.lat)]
