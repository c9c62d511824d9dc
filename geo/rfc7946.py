"""Shapes as RFC 7946 wants them: on the Earth, cut at the antimeridian, turning right."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import GeometryCollection, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geo.solid import solid

__all__ = ["bbox_of", "fit_shape"]

_Bounds = tuple[float, float, float, float]

_DECIMALS = 6
"""About 0.1 m; RFC 7946, section 11.2, asks not to give more than is known."""

_HALF_TURN, _TURN = 180.0, 360.0


def fit_shape(shape: BaseGeometry) -> BaseGeometry:
    """Return a shape that crosses neither itself nor the antimeridian, outer rings to the left.

    Follows RFC 7946: the right-hand rule of section 3.1.6, the cut of section 3.1.9. An edge that
    jumps by more than half the Earth is taken the short way, over the antimeridian.
    """
    flat = shapely.force_2d(shape)
    if _crosses(flat):
        flat = _cut(flat)
    if not flat.is_valid:
        flat = shapely.make_valid(flat)
    rounded = shapely.set_precision(flat, 10**-_DECIMALS, mode="pointwise")
    return _turned(shapely.remove_repeated_points(rounded))


def bbox_of(shapes: Iterable[BaseGeometry]) -> list[float] | None:
    """Return west, south, east and north of fitted shapes; None of no shapes.

    Where a shape was cut, west is larger than east (RFC 7946, section 5.2).
    """
    boxes = [part.bounds for shape in shapes for part in shapely.get_parts(shape)]
    if not boxes:
        return None
    west, east = _sides(boxes)
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    return [west, south, east, north]


def _sides(boxes: list[_Bounds]) -> tuple[float, float]:
    west, east = min(box[0] for box in boxes), max(box[2] for box in boxes)
    if (west, east) != (-_HALF_TURN, _HALF_TURN):
        return west, east
    # Cut at the antimeridian: what is left out is the widest gap between the parts.
    reach, gap = -_HALF_TURN, (0.0, west, east)
    for left, _, right, _ in sorted(boxes):
        gap = max(gap, (left - reach, left, reach))
        reach = max(reach, right)
    return gap[1], gap[2]


def _crosses(shape: BaseGeometry) -> bool:
    west, _, east, _ = shape.bounds
    if west < -_HALF_TURN or east > _HALF_TURN:
        return True
    return any(_jumps(line).any() for line in _lines(shape))


def _lines(shape: BaseGeometry) -> list[NDArray[np.float64]]:
    parts = shapely.get_parts(shapely.get_parts(shape))
    rings = [ring for part in parts for ring in _rings(part)]
    return [shapely.get_coordinates(ring) for ring in rings]


def _rings(part: BaseGeometry) -> list[BaseGeometry]:
    return [part.exterior, *part.interiors] if isinstance(part, Polygon) else [part]


def _jumps(line: NDArray[np.float64]) -> NDArray[np.bool_]:
    steps = np.abs(np.diff(line[:, 0]))
    # A step of the whole turn is the frame of a shape around the Earth, not a way over its edge.
    return (steps > _HALF_TURN) & (steps < _TURN)


def _cut(shape: BaseGeometry) -> BaseGeometry:
    pieces: list[BaseGeometry] = []
    for part in shapely.get_parts(shapely.get_parts(shape)):
        unrolled = _unrolled(part)
        sound = unrolled if unrolled.is_valid else shapely.make_valid(unrolled)
        for turn in (-_TURN, 0.0, _TURN):
            strip = shapely.box(turn - _HALF_TURN, -90, turn + _HALF_TURN, 90)
            inside = shapely.intersection(sound, strip)
            back = shapely.transform(inside, lambda spots, by=turn: spots - np.array([by, 0.0]))
            pieces += [piece for piece in shapely.get_parts(back) if not piece.is_empty]
    return solid(GeometryCollection(pieces))


def _unrolled(part: BaseGeometry) -> BaseGeometry:
    """Let longitudes run on past the antimeridian, so that no edge jumps around the Earth."""
    if shapely.get_dimensions(part) == 0:
        return part
    shift = 0.0
    rings: list[NDArray[np.float64]] = []
    for line in _lines(part):
        lon = np.unwrap(line[:, 0], period=_TURN)
        if rings:  # a hole runs on with the ring around it
            shift = _TURN * round((rings[0][:, 0].mean() - lon.mean()) / _TURN)
        rings.append(np.column_stack([lon + shift, line[:, 1]]))
    if isinstance(part, Polygon):
        return Polygon(rings[0], rings[1:])
    return shapely.linestrings(rings[0])


def _turned(shape: BaseGeometry) -> BaseGeometry:
    if isinstance(shape, Polygon):
        return orient(shape)
    if isinstance(shape, MultiPolygon):
        return MultiPolygon([orient(part) for part in shape.geoms])
    if isinstance(shape, GeometryCollection):
        return GeometryCollection([_turned(part) for part in shape.geoms])
    return shape
