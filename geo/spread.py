"""Equally likely points of where a phrase may mean, and the radius that holds a share of them.

Nothing here is random: points come from a Kronecker lattice on the generalised golden ratio
(Roberts 2018), whose gaps stay even for any number of points, so the same phrase always has the
same points.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

__all__ = ["COUNT", "Points", "Sample", "disc", "evenly", "kept", "lattice", "radius_of"]

Points = NDArray[np.float64]

COUNT = 512
"""Points per footprint: the shares that they count are within about 1 % of those of the density."""
_ERROR_SHARE = 0.4
_MOST = 16_384
_SPARE = 8


class Sample:
    """Points that are drawn when they are first asked for; of most places nobody asks.

    ``draw`` is a function of a module or a ``partial`` of one, as worker processes hand on results.
    """

    __slots__ = ("_draw", "_drawn")

    def __init__(self, draw: Callable[[], Points]) -> None:
        self._draw = draw
        self._drawn: Points | None = None

    @property
    def points(self) -> Points:
        """The points, one row each; drawn once."""
        if self._drawn is None:
            self._drawn = self._draw()
        return self._drawn


@cache
def lattice(dimensions: int, count: int = COUNT) -> Points:
    """Return points that fill the unit cube evenly, one row each."""
    ratio = 2.0
    for _ in range(32):
        ratio = (1 + ratio) ** (1 / (dimensions + 1))
    steps = ratio ** -np.arange(1.0, dimensions + 1)
    points: Points = (0.5 + np.outer(np.arange(1, count + 1), steps)) % 1
    points.setflags(write=False)
    return points


def disc(radius_m: float, points: Points) -> Points:
    """Lay points of the unit square evenly over a disc around the origin."""
    turn = 2 * math.pi * points[:, 1]
    away = radius_m * np.sqrt(points[:, 0])
    return np.column_stack([away * np.sin(turn), away * np.cos(turn)])


def evenly(shape: BaseGeometry, count: int = COUNT) -> Points:
    """Return about ``count`` points laid evenly over a plane shape: its area, or else its length.

    Where it has neither, its vertices.
    """
    points: Points = shapely.get_coordinates(shape)
    if shape.area > 0:
        points = _over_area(shape, count)
    elif shape.length > 0:
        points = _over_length(shape, count)
    return points


def _over_area(shape: BaseGeometry, count: int) -> Points:
    west, south, east, north = shape.bounds
    tries = count * (east - west) * (north - south) / shape.area
    unit = lattice(2, _MOST)[: min(_MOST, math.ceil(tries) + _SPARE)]
    points: Points = unit * (east - west, north - south) + (west, south)
    shapely.prepare(shape)
    inside: Points = points[shapely.contains_xy(shape, points)]
    if not len(inside):
        inside = shapely.get_coordinates(shape.representative_point())
    return inside


def _over_length(shape: BaseGeometry, count: int) -> Points:
    parts = [part for part in shapely.get_parts(shape) if part.length > 0]
    ends = np.cumsum([part.length for part in parts])
    stops = ends[-1] * (np.arange(count) + 0.5) / count
    on = np.minimum(np.searchsorted(ends, stops), len(parts) - 1)
    starts = np.concatenate([[0.0], ends[:-1]])
    at = shapely.line_interpolate_point(np.array(parts)[on], stops - starts[on])
    points: Points = shapely.get_coordinates(at)
    return points


def kept(points: Points, weights: NDArray[np.float64], count: int = COUNT) -> Points:
    """Return ``count`` of the points, each as often as its weight asks (systematic resampling).

    Where no point has any weight, all of them.
    """
    total = np.cumsum(weights)
    if not total[-1] > 0:
        return points
    stops = total[-1] * (np.arange(count) + 0.5) / count
    chosen: Points = points[np.searchsorted(total, stops)]
    return chosen


def radius_of(distances_m: NDArray[np.float64], share: float) -> float:
    """Return the radius that holds at least a share of what equally likely points stand for.

    Notes
    -----
    The lattice counts a share with an error of up to 0.4 / sqrt(n), measured on discs, boxes, rings
    and sectors of many sizes; it is added, so that the radius rather holds too much.
    """
    count = len(distances_m)
    rank = math.ceil(count * share + _ERROR_SHARE * math.sqrt(count))
    return float(np.sort(distances_m)[min(rank, count) - 1])
