"""How much of the Earth a map shows at first, and how much of it is drawn at all."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from maps.places.ground import Ground

__all__ = ["Bounds", "extent_of", "frame_of"]

Bounds = tuple[float, float, float, float]
"""West, south, east, north in degrees."""

_WORLD: Bounds = (-180.0, -60.0, 180.0, 75.0)

# A region is framed by its middle, not by its outline: one claim "in Homs province" must not make
# the fighting around one town too small to see.
_REACH_M = 20_000

# What is vaguer than this has no say in the first view, unless most of what is told is.
_VAGUE_M = 60_000
_DEGREE_M = 111_320


def _around(places: NDArray[np.float64]) -> Bounds:
    """Return a box around rows of longitude, latitude and uncertainty, the last up to a limit."""
    lon, lat, uncertainty_m = places.T
    reach = np.minimum(uncertainty_m, _REACH_M) / _DEGREE_M
    wide = reach / np.maximum(0.2, np.cos(np.radians(lat)))
    box = ((lon - wide).min(), (lat - reach).min(), (lon + wide).max(), (lat + reach).max())
    west, south, east, north = map(float, box)
    return west, south, east, north


def frame_of(ground: Ground) -> Bounds:
    """Return the first view: all but the farthest claims, which the page points to at its edge.

    A claim is left out when it lies more than four times the median distance (and 1.25
    degrees) from the median position. The whole Earth where nothing is drawn.
    """
    places = ground.spots
    if not len(places):
        return _WORLD
    exact = places[:, 2] <= _VAGUE_M
    if 2 * exact.sum() >= len(exact):
        places = places[exact]
    lon, lat, _ = np.median(places, axis=0)
    squeeze = math.cos(math.radians(lat))
    gaps = np.hypot((places[:, 0] - lon) * squeeze, places[:, 1] - lat)
    limit = max(1.25, 4 * float(np.median(gaps)))
    return _around(places[gaps <= limit])


def extent_of(ground: Ground) -> Bounds:
    """Return what the base map must cover: every shape and a margin to pan in."""
    if not len(ground.spots):
        return _WORLD
    west, south, east, north = ground.bounds
    dx, dy = max(2.0, 0.7 * (east - west)), max(1.5, 0.7 * (north - south))
    return (
        max(-180.0, west - dx),
        max(-85.0, south - dy),
        min(180.0, east + dx),
        min(85.0, north + dy),
    )
