"""Footprints of points, lines and areas as sources give them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Point, shape
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass
from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.radii import radius_m
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m
from geo.solid import sound

__all__ = ["footprint_of", "geojson_shape", "on_earth", "point_footprint", "usable_shape"]

# The least that a drawn shape is off by: the width of a road, the sketch of a wall.
_DRAWN_M = 100.0


def on_earth(lon: float, lat: float) -> bool:
    """Tell whether degrees are on the Earth; not a number is not."""
    return -180 <= lon <= 180 and -90 <= lat <= 90


def point_footprint(point: Point, lon: float, lat: float, radius: float, name: str) -> Footprint:
    """Return a point with its radius in metres."""
    return Footprint(
        geometry=point, lon=lon, lat=lat, uncertainty_m=radius, method="gazetteer",
        note=f"{name}, a point with a radius of {radius / 1000:.1f} km",
    )  # fmt: skip


def footprint_of(
    geometry: BaseGeometry, name: str, feature_class: FeatureClass, code: str,
    *, population: int = 0, radius: float | None = None,
) -> Footprint:  # fmt: skip
    """Return the footprint of any usable shape; ``radius`` in metres is for points alone."""
    if isinstance(geometry, Point):
        reach_m = radius or radius_m(feature_class, code, population)
        return point_footprint(geometry, geometry.x, geometry.y, reach_m, name)
    centre = shapely.minimum_bounding_circle(geometry).centroid
    is_line = geometry.geom_type.endswith("LineString")
    if is_line:
        centre = Point(shapely.shortest_line(geometry, centre).coords[0])
    reach_m = enclosing_radius_m(geometry, lon=centre.x, lat=centre.y) + _DRAWN_M
    return Footprint(
        geometry=geometry, lon=centre.x, lat=centre.y, uncertainty_m=reach_m, method="gazetteer",
        note=f"the {'course' if is_line else 'area'} of {name}",
    )  # fmt: skip


def geojson_shape(geometry: Any) -> BaseGeometry:
    """Make a usable shape of a GeoJSON geometry.

    Raises
    ------
    BrokenRowError
        It is no geometry, empty, not on the Earth, or beyond repair.
    """
    if not isinstance(geometry, dict):
        raise BrokenRowError("has no geometry")
    try:
        # A coordinate that is not a number is an error of its row, not a warning.
        with np.errstate(invalid="ignore"):
            made = shape(geometry)
    except (
        ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError,
        shapely.errors.ShapelyError,
    ) as error:  # fmt: skip
        raise BrokenRowError("has a geometry that cannot be read") from error
    return usable_shape(made)


def usable_shape(geometry: BaseGeometry) -> BaseGeometry:
    """Return a shape in two dimensions on the Earth, repaired where it crosses itself.

    Raises
    ------
    BrokenRowError
        It is empty, mixed, not on the Earth, or beyond repair.
    """
    if geometry.is_empty:
        raise BrokenRowError("has an empty geometry")
    if geometry.geom_type == "GeometryCollection":
        raise BrokenRowError("mixes points, lines and areas in one feature; split it")
    flat = shapely.force_2d(geometry)
    # Bounds pass over coordinates that are not numbers, so all are looked at.
    if not all(map(math.isfinite, shapely.get_coordinates(flat).ravel())):
        raise BrokenRowError("has coordinates that are no numbers")
    west, south, east, north = flat.bounds
    if not (on_earth(west, south) and on_earth(east, north)):
        raise BrokenRowError("lies outside of longitude ±180 and latitude ±90; give degrees")
    return _simple(flat if flat.is_valid else _repaired(flat))


def _repaired(geometry: BaseGeometry) -> BaseGeometry:
    made = sound(geometry)
    if shapely.get_dimensions(made) != shapely.get_dimensions(geometry):
        raise BrokenRowError("has a geometry that cannot be repaired")
    return made


def _simple(geometry: BaseGeometry) -> BaseGeometry:
    parts = shapely.get_parts(geometry)
    return parts[0] if len(parts) == 1 else geometry
