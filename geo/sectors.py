"""Plane shapes that relations are built from: discs, rings, sectors and half-planes, in metres."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from statistics import NormalDist

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geodesy import COMPASS

__all__ = ["CENTRE", "annulus", "bearings", "compass", "wedge", "wedges"]

CENTRE = shapely.Point(0.0, 0.0)
_STEP_DEG = 2.0
# Grown for each disc by itself it takes ten times as long.
_CIRCLE = shapely.get_coordinates(CENTRE.buffer(1.0, quad_segs=32))
_NOISE_SHARE = 0.1
_SHARES = np.linspace(0.001, 0.999, 201)
_QUANTILES = [NormalDist().inv_cdf(float(share)) for share in _SHARES]


def compass(word: str) -> tuple[float, float]:
    """Return bearing and half-width in degrees of a compass word.

    Raises
    ------
    GeometryError
        Where the word is none.
    """
    try:
        return COMPASS[word.lower()]
    except KeyError:
        raise GeometryError(f"{word!r} is no compass word; give one such as 'north-east'") from None


# Most villages are given the same radius.
@lru_cache(maxsize=256)
def annulus(*, inner_m: float, outer_m: float) -> BaseGeometry:
    """Return the ring around the origin between two radii, a disc where the inner one is 0."""
    disc = shapely.Polygon(_CIRCLE * outer_m)
    return disc if inner_m <= 0 else disc.difference(shapely.Polygon(_CIRCLE * inner_m))


def wedge(
    *,
    bearing_deg: float,
    half_width_deg: float,
    reach_m: float,
    apex: shapely.Point = CENTRE,
) -> BaseGeometry:
    """Return the cone from a point towards a bearing; 90 degrees make a half-plane.

    The arc is drawn outside the circle of ``reach_m``, so that the cone loses nothing of it.
    """
    steps = max(2, math.ceil(2 * half_width_deg / _STEP_DEG))
    turn = math.radians(2 * half_width_deg / steps)
    radius = reach_m / math.cos(turn / 2)
    turned = math.radians(bearing_deg - half_width_deg) + turn * np.arange(steps + 1)
    tip = apex.x, apex.y
    arc = np.column_stack((np.sin(turned), np.cos(turned))) * radius + tip
    return shapely.Polygon(np.vstack((tip, arc)))


def wedges(
    directions: Sequence[str], *, reach_m: float, widen: float = 1.0, apex: shapely.Point = CENTRE
) -> BaseGeometry:
    """Return the union of the cones of several compass words, each ``widen`` times as wide."""
    cones = []
    for word in directions:
        bearing, half_width = compass(word)
        cones.append(
            wedge(
                bearing_deg=bearing, half_width_deg=half_width * widen, reach_m=reach_m, apex=apex
            )
        )
    return shapely.union_all(cones)


def bearings(
    directions: Sequence[str], chance: NDArray[np.float64], noise: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return bearings in radians at shares of their chance; every one where no direction is told.

    Notes
    -----
    Alike anywhere in the width of the compass word (Wieczorek et al. 2004), and off by a normal
    error with a tenth of that width as its standard deviation: a reporter names the next wind of
    the rose, and near the bound between two winds may name the wrong one.
    """
    if not directions:
        return 2 * math.pi * chance
    rose = np.radians([compass(word) for word in directions])
    which, within = np.divmod(chance * len(rose), 1)
    middle, half = rose[which.astype(int)].T
    off = 2 * _NOISE_SHARE * half * _normal(noise)
    turned: NDArray[np.float64] = middle + (2 * within - 1) * half + off
    return turned


def _normal(chance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return quantiles of the normal distribution, its farthest tails cut."""
    return np.interp(chance, _SHARES, _QUANTILES)
