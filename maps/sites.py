"""The places of a map: each shape once, with the points where its marker may stand.

Shapes are handled all at once in arrays: a map of ten thousand claims has thousands of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from claims.situation import ResolvedClaim
from gazetteer.entry import FeatureClass
from geo.footprint import Footprint

__all__ = ["SCALE", "Path", "Site", "paths_of", "sites_of"]

SCALE = 10_000
"""Steps per degree of encoded coordinates: 11 m of latitude, far below any stated uncertainty."""

Path = NDArray[np.int64]
"""A ring or a line: ``(n, 2)`` longitudes and latitudes in steps of 1 / ``SCALE`` degrees."""

# From these radii on a named place, or a part of one, is a whole region. A dot in its middle would
# claim a precision that nobody stated, and its hatching would cover all else: it gets a name badge
# and shows its shape when asked.
_WIDE_M = 25_000
_WIDE_PART_M = 45_000
# What an eye can tell at the zoom where a shape fills the map.
_DETAILS = 1_500
_FEW = 40
_ALONG = (0.5, 0.35, 0.65, 0.2, 0.8)

_KINDS = {
    "ring": "ring",
    "sector": "sector",
    "outskirts": "ring",
    "part": "sector",
    "toward": "sector",
    "between": "corridor",
    "along": "corridor",
}


class Site(NamedTuple):
    """A place on the page.

    Parameters
    ----------
    kind
        ``point``, ``area``, ``wide``, ``line``, ``ring``, ``sector`` or ``corridor``.
    paths
        The shape as rings or lines; empty for a point.
    anchors
        Encoded positions for its marker, the best first.
    centre
        Encoded position that movements point to.
    radius_m
        Uncertainty in metres.
    label
        What a reader calls it.
    """

    kind: str
    paths: Sequence[Path]
    anchors: tuple[tuple[int, int], ...]
    centre: tuple[int, int]
    radius_m: int
    label: str


def sites_of(items: Sequence[ResolvedClaim]) -> tuple[tuple[Site, ...], list[int]]:
    """Return the places of claims and, for each claim, the number of its place.

    Claims that are drawn at the very same shape with the same uncertainty share a place.
    """
    if not items:
        return (), []
    places = [item.footprint for item in items]
    shapes = np.array([place.geometry for place in places], dtype=object)
    centres = [*map(tuple, _encoded([(place.lon, place.lat) for place in places]).tolist())]
    radii = [round(place.uncertainty_m) for place in places]
    keys = [*zip(centres, radii, shapely.to_wkb(shapes).tolist(), strict=True)]
    first = dict(zip(reversed(keys), range(len(keys) - 1, -1, -1), strict=True))
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    chosen = [first[key] for key in numbers]
    own = [items[n] for n in chosen]
    kinds = [_kind(item.footprint, admin=_is_admin(item)) for item in own]
    spots = [centres[n] for n in chosen]
    anchors = _anchors(own, kinds, spots, shapes[chosen])
    sites = map(
        Site,
        kinds,
        paths_of(shapes[chosen]),
        anchors,
        spots,
        (radii[n] for n in chosen),
        map(_label, own, kinds),
    )
    return tuple(sites), [*map(numbers.__getitem__, keys)]


def _encoded(spots: Sequence[tuple[float, float]] | NDArray[np.float64]) -> NDArray[np.int64]:
    steps: NDArray[np.int64] = np.rint(np.asarray(spots) * SCALE).astype(np.int64)
    return steps


def paths_of(shapes: Sequence[BaseGeometry] | NDArray[np.object_]) -> list[Sequence[Path]]:
    """Return the rings and lines of each shape, thinned to what an eye can tell; none of points."""
    found: list[Sequence[Path]] = [()] * len(shapes)
    every = np.asarray(shapes, dtype=object)
    extended = np.flatnonzero(shapely.get_dimensions(every) > 0)
    if not len(extended):
        return found
    edges, owner = _edges(_thinned(every[extended]))
    xy, edge = shapely.get_coordinates(edges, return_index=True)
    steps = _encoded(xy)
    keep = np.append(True, (np.diff(steps, axis=0) != 0).any(axis=1) | (np.diff(edge) != 0))
    steps, edge = steps[keep], edge[keep]
    each = np.split(steps, np.searchsorted(edge, np.arange(1, len(edges))))
    ends = np.searchsorted(owner, np.arange(len(extended) + 1))
    for number, shape in enumerate(extended):
        found[shape] = each[ends[number] : ends[number + 1]]
    return found


def _thinned(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    bounds = shapely.bounds(shapes)
    sides = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
    thinned = shapes.copy()
    # Most shapes have fewer points than a look at them would cost.
    large = shapely.get_num_coordinates(shapes) > _FEW
    thinned[large] = shapely.simplify(shapes[large], sides[large] / _DETAILS)
    return thinned


def _edges(shapes: NDArray[np.object_]) -> tuple[NDArray[np.object_], NDArray[np.int64]]:
    """Return the rings and lines of shapes, and the number of the shape that each belongs to."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    closed = shapely.get_dimensions(parts) == 2
    rings, of = shapely.get_rings(parts[closed], return_index=True)
    edges = np.concatenate([rings, parts[~closed]])
    owners = np.concatenate([owner[closed][of], owner[~closed]])
    order = np.argsort(owners, kind="stable")
    return edges[order], owners[order]


def _is_admin(item: ResolvedClaim) -> bool:
    chosen = item.resolution.chosen
    return bool(chosen) and chosen[0].entry.feature_class is FeatureClass.ADMIN


def _kind(footprint: Footprint, *, admin: bool) -> str:
    shape, radius_m, method = footprint.geometry, footprint.uncertainty_m, footprint.method
    if isinstance(shape, (LineString, MultiLineString)):
        return "line"
    if isinstance(shape, (Polygon, MultiPolygon)):
        if method in _KINDS:
            return "wide" if radius_m >= _WIDE_PART_M else _KINDS[method]
        return "wide" if admin or radius_m >= _WIDE_M else "area"
    return "wide" if radius_m >= _WIDE_M else "point"


def _anchors(
    items: Sequence[ResolvedClaim],
    kinds: Sequence[str],
    centres: Sequence[tuple[int, int]],
    places: NDArray[np.object_],
) -> list[tuple[tuple[int, int], ...]]:
    """Return where markers may stand: in areas, on lines, on the band of a ring."""
    found: list[tuple[tuple[int, int], ...]] = [*zip(centres)]
    dimension = shapely.get_dimensions(places)
    for number in (n for n, kind in enumerate(kinds) if kind == "ring"):
        found[number] = tuple(map(tuple, _encoded(_around(items[number].footprint)).tolist()))
        dimension[number] = 0
    for of, stands in ((2, _inside), (1, _on_lines)):
        chosen = np.flatnonzero(dimension == of)
        if len(chosen):
            every = stands(_biggest(places[chosen])).tolist()
            for number, own in zip(chosen.tolist(), every, strict=True):
                found[number] = tuple(map(tuple, own))
    return found


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
    return _encoded(shapely.get_coordinates(middles)).reshape(len(polygons), 1, 2)


def _on_lines(lines: NDArray[np.object_]) -> NDArray[np.int64]:
    """Return five points along each, the middle first."""
    spots = shapely.line_interpolate_point(lines[:, None], np.array(_ALONG), normalized=True)
    return _encoded(shapely.get_coordinates(spots.ravel())).reshape(len(lines), len(_ALONG), 2)


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


def _label(resolved: ResolvedClaim, kind: str) -> str:
    """Name a place by its gazetteer entry, or by the report's words where it is a part of one."""
    words = resolved.claim.place.text if resolved.claim.place else ""
    chosen = resolved.resolution.chosen
    whole = kind in ("point", "area") or resolved.footprint.method == "gazetteer"
    return (chosen[0].entry.name if chosen and whole else words) or words
