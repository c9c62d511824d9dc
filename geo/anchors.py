"""Anchors of relations on the local plane, and the footprints made from plane shapes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m
from geo.projection import Plane
from geo.sectors import annulus, wedges
from geo.solid import solid
from geo.spread import Points, Sample

__all__ = [
    "around",
    "core",
    "far",
    "is_point",
    "joined",
    "made",
    "middle",
    "plane_at",
    "spot",
    "within_cones",
]

_FLOOR_M = 1.0
_WELL_INSIDE = 0.05


def is_point(anchor: Footprint) -> bool:
    """Tell whether an anchor is a point, which stands for a disc of its uncertainty."""
    return bool(anchor.geometry.geom_type == "Point")


def plane_at(anchor: Footprint) -> Plane:
    """Return the local plane around an anchor."""
    return Plane(lon=anchor.lon, lat=anchor.lat)


def core(anchor: Footprint, plane: Plane) -> BaseGeometry:
    """Return the anchor's shape on the plane; a point becomes the disc that it stands for."""
    if is_point(anchor):
        return annulus(inner_m=0, outer_m=anchor.uncertainty_m)
    return plane.to_plane(anchor.geometry)


def around(anchor: Footprint, plane: Plane, *, inner_m: float, outer_m: float) -> BaseGeometry:
    """Return what lies between two distances from the anchor's edge; negative is inside."""
    if is_point(anchor):
        edge = anchor.uncertainty_m
        return annulus(inner_m=edge + inner_m, outer_m=edge + outer_m)
    ground = core(anchor, plane)
    inner = ground.buffer(inner_m) if inner_m else ground
    return ground.buffer(outer_m).difference(inner)


def within_cones(
    shape: BaseGeometry, directions: Sequence[str], *, widen: float = 1.0
) -> BaseGeometry:
    """Return what lies of a shape in some directions from the origin, ``widen`` times as wide."""
    return solid(shape.intersection(wedges(directions, reach_m=far(shape), widen=widen)))


def made(
    shape: BaseGeometry,
    plane: Plane,
    *,
    method: str,
    note: str,
    at: tuple[float, float] | None = None,
    sample: Callable[[], Points] | None = None,
) -> Footprint:
    """Make a footprint of a plane shape around ``at``, or around its own centre.

    ``sample`` draws equally likely points of the plane; without it the shape is alike everywhere.
    """
    if shape.is_empty:
        raise GeometryError(f"{note}: the shape is empty")
    geometry = plane.to_earth(shape)
    lon, lat = at or middle(shape, plane)
    radius = enclosing_radius_m(geometry, lon=lon, lat=lat)
    return Footprint(
        geometry=geometry,
        lon=lon,
        lat=lat,
        uncertainty_m=math.ceil(max(radius, _FLOOR_M)),
        method=method,
        note=note,
        sample=None if sample is None else Sample(partial(_spots, plane, sample)),
    )


def _spots(plane: Plane, draw: Callable[[], Points]) -> Points:
    return plane.spots(draw())


def middle(shape: BaseGeometry, plane: Plane) -> tuple[float, float]:
    """Return the point that stands for a shape: the corrected centre, kept inside the shape.

    The centre of the smallest enclosing circle (Chapman & Wieczorek 2020). Half a disc has it on
    its edge, where it would show the wrong half; the centre of mass stands in for it there.
    """
    circle = shapely.minimum_bounding_circle(shape)
    best = circle.centroid
    margin = _WELL_INSIDE * math.sqrt(circle.area / math.pi)
    if not shape.contains(best) or shape.boundary.distance(best) < margin:
        best = shapely.ops.nearest_points(shape, shape.centroid)[0]
    ((lon, lat),) = plane.spots(np.array([[best.x, best.y]])).tolist()
    return lon, lat


def far(shape: BaseGeometry) -> float:
    """Return a length that reaches from the origin beyond every point of a shape."""
    west, south, east, north = shape.bounds
    return 2 * float(max(abs(west), abs(south), abs(east), abs(north)))


def joined(words: Sequence[str]) -> str:
    """Join compass words: "north and east"."""
    return " and ".join(words)


def spot(anchor: Footprint) -> tuple[float, float]:
    """Return longitude and latitude of an anchor."""
    return anchor.lon, anchor.lat
