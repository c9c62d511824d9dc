"""The places of a map: each shape once, with the points where its marker may stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import polylabel

from claims.situation import ResolvedClaim
from gazetteer.entry import FeatureClass
from geo.footprint import Footprint

__all__ = ["SCALE", "Site", "encode", "site_key", "site_of"]

SCALE = 10_000
"""Steps per degree of encoded coordinates: 11 m of latitude, far below any stated uncertainty."""

# From these radii on a named place, or a part of one, is a whole region. A dot in its middle would
# claim a precision that nobody stated, and its hatching would cover all else: it gets a name badge
# and shows its shape when asked.
_WIDE_M = 25_000
_WIDE_PART_M = 45_000

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
        The shape as rings or lines of encoded coordinates; empty for a point.
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
    paths: tuple[tuple[int, ...], ...]
    anchors: tuple[tuple[int, int], ...]
    centre: tuple[int, int]
    radius_m: int
    label: str


def encode(coordinates: Iterable[tuple[float, ...]]) -> tuple[int, ...]:
    """Write lon/lat degrees as integers: the first pair absolute, then differences.

    Examples
    --------
    >>> encode([(36.5, 35.0), (36.51, 35.0)])
    (365000, 350000, 100, 0)
    """
    encoded: list[int] = []
    last = (0, 0)
    for lon, lat, *_ in coordinates:
        here = (round(lon * SCALE), round(lat * SCALE))
        if not encoded or here != last:
            encoded += [here[0] - last[0], here[1] - last[1]]
        last = here
    return tuple(encoded)


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    parts = getattr(shape, "geoms", [shape])
    return [part for part in parts if isinstance(part, Polygon)]


def _lines(shape: BaseGeometry) -> list[LineString]:
    parts = getattr(shape, "geoms", [shape])
    return [part for part in parts if isinstance(part, LineString)]


def _paths(shape: BaseGeometry) -> tuple[tuple[int, ...], ...]:
    """Encode a shape, thinned to what an eye can tell at the zoom where it fills the map."""
    west, south, east, north = shape.bounds
    thin = shape.simplify(max(east - west, north - south) / 1_500)
    rings = [ring for part in _polygons(thin) for ring in (part.exterior, *part.interiors)]
    return tuple(encode(line.coords) for line in [*rings, *_lines(thin)])


def _kind(shape: BaseGeometry, method: str, *, admin: bool, radius_m: float) -> str:
    if isinstance(shape, (LineString, MultiLineString)):
        return "line"
    if isinstance(shape, (Polygon, MultiPolygon)):
        if method in _KINDS:
            return "wide" if radius_m >= _WIDE_PART_M else _KINDS[method]
        return "wide" if admin or radius_m >= _WIDE_M else "area"
    return "wide" if radius_m >= _WIDE_M else "point"


def _anchors(kind: str, footprint: Footprint) -> list[tuple[float, float]]:
    shape = footprint.geometry
    if kind == "ring":
        return _around(footprint)
    if polygons := _polygons(shape):
        biggest = max(polygons, key=lambda part: part.area)
        size = max(biggest.bounds[2] - biggest.bounds[0], biggest.bounds[3] - biggest.bounds[1])
        best = polylabel(biggest, tolerance=size / 50)
        return [(best.x, best.y)]
    if lines := _lines(shape):
        longest = max(lines, key=lambda part: part.length)
        along = [longest.interpolate(part, normalized=True) for part in (0.5, 0.35, 0.65, 0.2, 0.8)]
        return [(point.x, point.y) for point in along]
    return [(footprint.lon, footprint.lat)]


def _around(footprint: Footprint) -> list[tuple[float, float]]:
    """Return eight points on the middle of a band, so that its marker never sits in its hole."""
    outer = max(_polygons(footprint.geometry), key=lambda part: part.area)
    centre = Point(footprint.lon, footprint.lat)
    reach = 2 * max(outer.bounds[2] - outer.bounds[0], outer.bounds[3] - outer.bounds[1])
    rays = ((0, 1), (1, 1), (-1, 1), (1, 0), (-1, 0), (1, -1), (-1, -1), (0, -1))
    found: list[tuple[float, float]] = []
    for east, north in rays:
        ray = LineString([centre, (centre.x + east * reach, centre.y + north * reach)])
        if crossed := _lines(ray.intersection(outer)):
            middle = max(crossed, key=lambda part: part.length).interpolate(0.5, normalized=True)
            found.append((middle.x, middle.y))
    return found or [(footprint.lon, footprint.lat)]


def _label(resolved: ResolvedClaim, words: str, kind: str) -> str:
    """Name a place by its gazetteer entry, or by the report's words where it is a part of one."""
    chosen = resolved.resolution.chosen
    whole = kind in ("point", "area") or resolved.footprint.method == "gazetteer"
    return (chosen[0].entry.name if chosen and whole else words) or words


def site_key(footprint: Footprint) -> tuple[str, str]:
    """Return what two claims share when they are drawn at the very same place.

    Well-known text at five decimals (about 1 m) makes equal shapes from equal words equal keys.
    """
    position = f"{footprint.lon:.4f} {footprint.lat:.4f} {footprint.uncertainty_m:.0f}"
    return position, footprint.geometry.normalize().wkb_hex


def site_of(resolved: ResolvedClaim) -> Site:
    """Make the place of a claim ready to draw."""
    footprint = resolved.footprint
    chosen = resolved.resolution.chosen
    admin = bool(chosen) and chosen[0].entry.feature_class is FeatureClass.ADMIN
    kind = _kind(
        footprint.geometry, footprint.method, admin=admin, radius_m=footprint.uncertainty_m
    )
    words = resolved.claim.place.text if resolved.claim.place else ""
    return Site(
        kind=kind,
        paths=() if isinstance(footprint.geometry, Point) else _paths(footprint.geometry),
        anchors=tuple((round(x * SCALE), round(y * SCALE)) for x, y in _anchors(kind, footprint)),
        centre=(round(footprint.lon * SCALE), round(footprint.lat * SCALE)),
        radius_m=round(footprint.uncertainty_m),
        label=_label(resolved, words, kind),
    )
