"""Equally likely points of phrases with a distance or a direction, on the plane of their anchor."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geo.sectors import bearings
from geo.spread import COUNT, Points, disc, evenly, kept, lattice
from geo.stated import Stated

__all__ = ["faded", "from_area", "from_disc"]

_CHOICE = 2
_ROUGH_SHARE, _ROUGH_MOST_M = 0.02, 500.0


def from_disc(
    radius_m: float, lengths: Stated, *, directions: Sequence[str] = (), from_edge: bool = False
) -> Points:
    """Return where a way may end that starts in a disc around the origin.

    Parameters
    ----------
    directions
        Compass words of the way; none for any direction.
    from_edge
        The way starts at the edge of the disc and runs straight outwards, not anywhere in it.
    """
    length, rounding, turn, noise, *start = lattice(6).T
    ways = lengths.spread(length, rounding)
    heading = bearings(directions, turn, noise)
    ahead = np.column_stack([np.sin(heading), np.cos(heading)])
    # The start is laid out along the way, so that a turned phrase has the same points, turned; from
    # the edge it lies straight ahead.
    aside, along = disc(radius_m, np.column_stack(start)).T
    if from_edge:
        aside, along = np.zeros_like(ways), np.full_like(ways, radius_m)
    points: Points = (ways + along)[:, None] * ahead
    points += aside[:, None] * (ahead[:, ::-1] * (1.0, -1.0))
    return points


def from_area(
    ground: BaseGeometry, shape: BaseGeometry, lengths: Stated, *, radius_m: float
) -> Points:
    """Return points of a shape, as likely as their distance from the edge of an area or line.

    ``radius_m`` is the radial of the area: what lies at one distance from it grows with
    ``radius_m + distance``, and each of its points is the less likely.
    """
    points = evenly(shape, _CHOICE * COUNT)
    # A border of many vertices is slow to measure from, and the points need no more than this.
    rough = ground.simplify(min(_ROUGH_MOST_M, _ROUGH_SHARE * radius_m))
    away = shapely.distance(rough, shapely.points(points))
    return kept(points, lengths.density(away) / (radius_m + away))


def faded(shape: BaseGeometry, sure: BaseGeometry, over_m: float) -> Points:
    """Return points of a shape that are the less likely the farther they lie from its sure part.

    The chance falls evenly to nothing over ``over_m``, which is the soft edge of a part.
    """
    points = evenly(shape, _CHOICE * COUNT)
    shapely.prepare(sure)  # for contains_xy
    weights = shapely.contains_xy(sure, points).astype(float)
    outside = weights == 0
    away = shapely.distance(sure, shapely.points(points[outside]))
    weights[outside] = np.maximum(0.0, 1 - away / over_m)
    return kept(points, weights)
