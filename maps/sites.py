"""The places of a map: each shape once, with the points where its marker may stand.

Shapes are handled all at once in arrays: a map of ten thousand claims has thousands of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
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
    numbers: dict[tuple[float, float, float, bytes], int] = {}
    firsts: list[ResolvedClaim] = []
    at: list[int] = []
    for item, shape in zip(items, _shape_keys(items), strict=True):
        place = item.footprint
        key = (round(place.lon, 4), round(place.lat, 4), round(place.uncertainty_m), shape)
        if key not in numbers:
            numbers[key] = len(firsts)
            firsts.append(item)
        at.append(numbers[key])
    return _drawn(firsts), at


def _shape_keys(items: Sequence[ResolvedClaim]) -> list[bytes]:
    shapes = np.array([item.footprint.geometry for item in items], dtype=object)
    return list(shapely.to_wkb(shapes)) if len(shapes) else []


def _drawn(items: Sequence[ResolvedClaim]) -> tuple[Site, ...]:
    paths = paths_of([item.footprint.geometry for item in items])
    kinds = [_kind(item.footprint, admin=_is_admin(item)) for item in items]
    anchors = _anchors(items, kinds)
    return tuple(
        Site(
            kind=kind,
            paths=own,
            anchors=stands,
            centre=_encoded(item.footprint.lon, item.footprint.lat),
            radius_m=round(item.footprint.uncertainty_m),
            label=_label(item, kind),
        )
        for item, kind, own, stands in zip(items, kinds, paths, anchors, strict=True)
    )


def _encoded(lon: float, lat: float) -> tuple[int, int]:
    return round(lon * SCALE), round(lat * SCALE)


def paths_of(shapes: Sequence[BaseGeometry]) -> list[Sequence[Path]]:
    """Return the rings and lines of each shape, thinned to what an eye can tell; none of points."""
    found: list[Sequence[Path]] = [()] * len(shapes)
    every = np.array(shapes, dtype=object)
    extended = np.flatnonzero(shapely.get_dimensions(every) > 0)
    if not len(extended):
        return found
    edges, owner = _edges(_thinned(every[extended]))
    xy, edge = shapely.get_coordinates(edges, return_index=True)
    steps = np.rint(xy * SCALE).astype(np.int64)
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
    thinned: NDArray[np.object_] = shapely.simplify(shapes, sides / _DETAILS)
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
    items: Sequence[ResolvedClaim], kinds: Sequence[str]
) -> list[tuple[tuple[int, int], ...]]:
    """Return where markers may stand: in areas, on lines, on the band of a ring."""
    found: list[tuple[tuple[int, int], ...]] = [
        (_encoded(item.footprint.lon, item.footprint.lat),) for item in items
    ]
    places = np.array([item.footprint.geometry for item in items], dtype=object)
    dimension = shapely.get_dimensions(places) if len(places) else np.empty(0)
    for number in (n for n, kind in enumerate(kinds) if kind == "ring"):
        found[number] = tuple(_encoded(*spot) for spot in _around(items[number].footprint))
        dimension[number] = 0
    for of, stands in ((2, _inside), (1, _on_lines)):
        chosen = np.flatnonzero(dimension == of)
        if len(chosen):
            for number, own in zip(chosen.tolist(), stands(_biggest(places[chosen])), strict=True):
                found[number] = tuple((int(x), int(y)) for x, y in own)
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
    spots: NDArray[np.int64] = np.rint(shapely.get_coordinates(middles) * SCALE).astype(np.int64)
    return spots.reshape(len(polygons), 1, 2)


def _on_lines(lines: NDArray[np.object_]) -> NDArray[np.int64]:
    """Return five points along each, the middle first."""
    spots = shapely.line_interpolate_point(lines[:, None], np.array(_ALONG), normalized=True)
    steps: NDArray[np.int64] = np.rint(shapely.get_coordinates(spots.ravel()) * SCALE).astype(
        np.int64
    )
    return steps.reshape(len(lines), len(_ALONG), 2)


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
        lines = [part for part in crossed if isinstance(part, LineString)]
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
