"""Arrows on the ground: a full axis of advance, and a short head where only the goal is known.

The tapered arrow follows the attack arrows of military map libraries: a quadratic Bezier curve as
spine, a body that narrows from tail to neck, a head, and a notch in the tail.
"""

from __future__ import annotations

import math
from typing import Protocol

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geodesy import bearing_deg as bearing_between
from geo.geodesy import destination, distance_m
from geo.projection import Plane

__all__ = ["Located", "axis_of_advance", "head_only"]

MOST_BEND = 0.35
_TAIL_HALF, _NECK_HALF = 0.05, 0.0275
_HEAD_LENGTH, _HEAD_HALF = 0.22, 0.08
_NOTCH, _GAP = 0.06, 0.03
_STEPS = 24
_LEAST_M = 1.0


class Located(Protocol):
    """Anything with a longitude and a latitude in degrees, such as a footprint."""

    @property
    def lon(self) -> float:
        """Longitude in degrees."""

    @property
    def lat(self) -> float:
        """Latitude in degrees."""


def axis_of_advance(tail: Located, head: Located, bend: float = 0.0) -> BaseGeometry:
    """Draw the arrow of a movement whose start and goal are both stated.

    Parameters
    ----------
    tail, head
        Where the movement starts and what it aims at. The tip stops 3 % of the length short of the
        goal: a movement toward a place is not a position in it.
    bend
        Sideways bow as a share of the length, positive to the right of the movement, so that
        arrows between the same places fan out; at most 0.35.

    Returns
    -------
    A polygon in longitude and latitude.

    Raises
    ------
    GeometryError
        Where both ends are the same place or the bend is too strong.

    Notes
    -----
    In shares of the length: width .10 at the tail and .055 at the neck, head .22 long and .16 wide,
    tail notch .06 deep.
    """
    if abs(bend) > MOST_BEND:
        raise GeometryError(f"bend={bend} folds the arrow; give at most {MOST_BEND}")
    length = distance_m(lon=tail.lon, lat=tail.lat, to_lon=head.lon, to_lat=head.lat)
    if length < _LEAST_M:
        raise GeometryError("an arrow needs two different places; its ends are the same")
    bearing = bearing_between(lon=tail.lon, lat=tail.lat, to_lon=head.lon, to_lat=head.lat)
    middle = destination(lon=tail.lon, lat=tail.lat, bearing_deg=bearing, distance_m=length / 2)
    plane = Plane(lon=middle[0], lat=middle[1])
    ends = [plane.to_plane(shapely.Point(end.lon, end.lat)) for end in (tail, head)]
    start, goal = (np.array([end.x, end.y]) for end in ends)
    return plane.to_earth(shapely.Polygon(_outline(start, goal, bend)))


def _outline(
    start: NDArray[np.float64], goal: NDArray[np.float64], bend: float
) -> NDArray[np.float64]:
    """Return the outline in unit lengths of the spine, scaled to the plane."""
    ahead = goal - start
    length = float(np.hypot(*ahead))
    right = np.array([ahead[1], -ahead[0]]) / length
    control = start + ahead / 2 + 2 * bend * length * right
    neck = 1 - _GAP - _HEAD_LENGTH
    spine, normals = _curve(start, control, goal, np.linspace(0.0, neck, _STEPS))
    half = np.linspace(_TAIL_HALF, _NECK_HALF, _STEPS)[:, None] * length
    tip, _ = _curve(start, control, goal, np.array([1 - _GAP]))
    notch, _ = _curve(start, control, goal, np.array([_NOTCH]))
    barb = _HEAD_HALF * length * normals[-1]
    right_side, left_side = spine + half * normals, spine - half * normals
    return np.vstack([right_side, spine[-1] + barb, tip, spine[-1] - barb, left_side[::-1], notch])


def _curve(
    start: NDArray[np.float64],
    control: NDArray[np.float64],
    goal: NDArray[np.float64],
    at: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return points of a quadratic Bezier curve and the unit normals to their right."""
    t = at[:, None]
    points = (1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * goal
    slope = 2 * (1 - t) * (control - start) + 2 * t * (goal - control)
    slope /= np.hypot(slope[:, 0], slope[:, 1])[:, None]
    return points, np.column_stack([slope[:, 1], -slope[:, 0]])


def head_only(head: Located, bearing_deg: float, length_m: float) -> BaseGeometry:
    """Draw the short mark of a movement of which only the goal and the direction are known.

    Parameters
    ----------
    bearing_deg
        Direction of the movement, clockwise from true north.
    length_m
        Length of the mark; it says nothing about where the movement started.

    Returns
    -------
    A chevron, pointing at the goal and stopping short of it.
    """
    if not (math.isfinite(length_m) and length_m >= _LEAST_M):
        raise GeometryError(f"length_m={length_m} must be a length of a metre or more")
    plane = Plane(lon=head.lon, lat=head.lat)
    ahead = np.array([math.sin(math.radians(bearing_deg)), math.cos(math.radians(bearing_deg))])
    right = np.array([ahead[1], -ahead[0]])
    shares = (
        (0.0, -_GAP),
        (0.45, -0.85),
        (0.45, -1.0),
        (0.0, -0.55),
        (-0.45, -1.0),
        (-0.45, -0.85),
    )
    outline = [length_m * (side * right + along * ahead) for side, along in shares]
    return plane.to_earth(shapely.Polygon(outline))
