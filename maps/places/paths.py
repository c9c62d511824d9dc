"""Rings and lines of shapes as whole numbers, thinned to what an eye can tell.

Shapes are handled all at once in arrays: a map of ten thousand claims has thousands of them.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import ArrayLike, NDArray

__all__ = ["SCALE", "Path", "Paths", "encoded", "paths_of"]

SCALE = 10_000
"""Steps per degree of encoded coordinates: 11 m of latitude, far below any stated uncertainty."""

Path = NDArray[np.int64]
"""A ring or a line: ``(n, 2)`` longitudes and latitudes in steps of 1 / ``SCALE`` degrees."""

# What an eye can tell at the zoom where a shape fills the map.
_DETAILS = 1_500
_FEW = 40

_LINES = (shapely.GeometryType.LINESTRING, shapely.GeometryType.LINEARRING)


class Paths(NamedTuple):
    """The rings and lines of some shapes, one after the other.

    Parameters
    ----------
    points
        All their points, as of one :data:`Path`.
    sizes
        How many of the points each path has.
    counts
        How many of the paths each shape has; none for a point.
    """

    points: Path
    sizes: NDArray[np.int64]
    counts: NDArray[np.int64]

    def each(self) -> list[list[Path]]:
        """Return the paths of each shape."""
        paths = np.split(self.points, np.cumsum(self.sizes))[:-1]
        ends = np.cumsum([0, *self.counts]).tolist()
        return [paths[start:end] for start, end in pairwise(ends)]


def encoded(degrees: ArrayLike) -> NDArray[np.int64]:
    """Return coordinates in degrees as whole steps."""
    steps: NDArray[np.int64] = np.rint(np.asarray(degrees) * SCALE).astype(np.int64)
    return steps


def paths_of(shapes: NDArray[np.object_]) -> Paths:
    """Return the rings and lines of shapes, thinned to what an eye can tell; none of points."""
    counts = np.zeros(len(shapes), np.int64)
    extended = np.flatnonzero(shapely.get_dimensions(shapes) > 0)
    if not len(extended):
        return Paths(np.empty((0, 2), np.int64), np.empty(0, np.int64), counts)
    edges, owner = _edges(_thinned(shapes[extended]))
    xy, edge = shapely.get_coordinates(edges, return_index=True)
    points = encoded(xy)
    # A point that falls on the one before it says nothing.
    keep = np.append(True, (np.diff(points, axis=0) != 0).any(axis=1) | (np.diff(edge) != 0))
    counts[extended] = np.bincount(owner, minlength=len(extended))
    return Paths(points[keep], np.bincount(edge[keep], minlength=len(edges)), counts)


def _thinned(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    bounds = shapely.bounds(shapes)
    sides = np.maximum(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1])
    thinned = shapes.copy()
    # Most shapes have fewer points than a look at them would cost.
    large = shapely.get_num_coordinates(shapes) > _FEW
    thinned[large] = shapely.simplify(shapes[large], sides[large] / _DETAILS)
    return thinned


def _edges(shapes: NDArray[np.object_]) -> tuple[NDArray[np.object_], NDArray[np.int64]]:
    """Return the rings and lines of shapes, and the number of the shape that each belongs to.

    Most shapes have only one; its points are those of the shape, and no part of it is copied.
    """
    kinds, holes = shapely.get_type_id(shapes), shapely.get_num_interior_rings(shapes)
    one = np.isin(kinds, _LINES) | ((kinds == shapely.GeometryType.POLYGON) & (holes == 0))
    single, several = np.flatnonzero(one), np.flatnonzero(~one)
    parts, owner = shapely.get_parts(shapes[several], return_index=True)
    closed = shapely.get_dimensions(parts) == 2
    rings, of = shapely.get_rings(parts[closed], return_index=True)
    edges = np.concatenate([shapes[single], rings, parts[~closed]])
    owners = np.concatenate([single, several[owner[closed][of]], several[owner[~closed]]])
    order = np.argsort(owners, kind="stable")
    return edges[order], owners[order]
