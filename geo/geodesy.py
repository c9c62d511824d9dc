"""Distances and directions on the WGS84 ellipsoid, and the point-radius sums of georeferencing.

The sums follow Chapman & Wieczorek, *Georeferencing Best Practices* (GBIF 2020) and Wieczorek, Guo
& Hijmans, *The point-radius method* (IJGIS 18:745, 2004).
"""

from __future__ import annotations

import math
from types import MappingProxyType

import numpy as np
import shapely
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError

__all__ = [
    "COMPASS",
    "WINDS",
    "bearing_deg",
    "coordinate_precision_m",
    "destination",
    "distance_at_heading_uncertainty_m",
    "distance_m",
    "distance_only_uncertainty_m",
    "distance_precision",
    "enclosing_radius_m",
]

_GEOD = Geod(ellps="WGS84")

WINDS = (
    "north north-northeast northeast east-northeast east east-southeast southeast south-southeast "
    "south south-southwest southwest west-southwest west west-northwest northwest north-northwest"
).split()
"""The sixteen winds, clockwise from north, 22.5 degrees apart."""


def _spellings(wind: str) -> tuple[str, ...]:
    """Spell one wind in the ways the press writes it: north-east, northeastern, north-eastward."""
    last = "".join(wind.split("-")[-1:])
    split = last[:5] + "-" + last[5:] if len(last) > 5 else last
    stems = {wind, wind.replace("-", ""), wind.removesuffix(last) + split}
    endings = ("", "ern", "ward", "wards", "erly", "ernmost")
    return tuple(stem + ending for stem in stems for ending in endings)


def _half_width_deg(wind: str) -> float:
    """Half of what the word covers: a quarter, an eighth or a sixteenth of the full circle."""
    return 11.25 if "-" in wind else 45.0 if len(wind) <= 5 else 22.5


COMPASS = MappingProxyType(
    {
        word: (index * 22.5, _half_width_deg(wind))
        for index, wind in enumerate(WINDS)
        for word in _spellings(wind)
    }
)
"""Compass words to bearing and half-width in degrees: 45 for north, 22.5 for north-east, 11.25 for
north-northeast (Wieczorek et al. 2004, table of direction imprecision)."""


def _check(lon: float, lat: float) -> None:
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise GeometryError(f"lon={lon}, lat={lat} is not on the Earth; give degrees")


def distance_m(*, lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Measure the geodesic between two points in metres."""
    _check(lon, lat)
    _check(to_lon, to_lat)
    return float(_GEOD.inv(lon, lat, to_lon, to_lat)[2])


def bearing_deg(*, lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Return the direction of the second point seen from the first, clockwise from true north."""
    _check(lon, lat)
    _check(to_lon, to_lat)
    return float(_GEOD.inv(lon, lat, to_lon, to_lat)[0]) % 360


def destination(
    *, lon: float, lat: float, bearing_deg: float, distance_m: float
) -> tuple[float, float]:
    """Walk along a geodesic and return longitude and latitude of where it ends.

    Examples
    --------
    >>> lon, lat = destination(lon=36.7578, lat=35.1318, bearing_deg=0, distance_m=15_000)
    >>> round(lon, 4), round(lat, 4)
    (36.7578, 35.267)
    """
    _check(lon, lat)
    end_lon, end_lat, _ = _GEOD.fwd(lon, lat, bearing_deg, distance_m)
    return float(end_lon), float(end_lat)


def enclosing_radius_m(geometry: BaseGeometry, *, lon: float, lat: float) -> float:
    """Return the geodesic distance from a point to the farthest vertex of a shape in metres."""
    _check(lon, lat)
    vertices = shapely.get_coordinates(geometry)
    here = np.full(len(vertices), lon), np.full(len(vertices), lat)
    return float(np.max(_GEOD.inv(*here, vertices[:, 0], vertices[:, 1])[2]))


def coordinate_precision_m(*, precision_deg: float, lat: float) -> float:
    """Return how far off a coordinate rounded to ``precision_deg`` can be, in metres.

    Notes
    -----
    The diagonal of one step in latitude and one in longitude on the WGS84 ellipsoid
    (Wieczorek et al. 2004, "imprecision in coordinates").

    Examples
    --------
    >>> round(coordinate_precision_m(precision_deg=0.01, lat=10.27))
    1557
    """
    sin_squared = math.sin(math.radians(lat)) ** 2
    lost = 1 - _GEOD.es * sin_squared
    along_meridian = math.radians(_GEOD.a * (1 - _GEOD.es) / lost**1.5)
    along_parallel = math.radians(_GEOD.a * math.cos(math.radians(lat)) / math.sqrt(lost))
    return math.hypot(precision_deg * along_meridian, precision_deg * along_parallel)


def distance_precision(distance: float) -> float:
    """Return half of the precision that a stated distance implies, in the same unit.

    Notes
    -----
    Decimal part first: quarters imply .25, halves .5, other decimals the last decimal place; whole
    numbers imply 1, multiples of 10, 100, ... imply that power of ten from 100 on. Half of it is
    the error in each direction (Chapman & Wieczorek 2020, "uncertainty related to distance").

    Examples
    --------
    >>> [distance_precision(d) for d in (10.1, 10.5, 10.25, 15, 140, 1000)]
    [0.05, 0.25, 0.125, 0.5, 5.0, 50.0]
    """
    if not (math.isfinite(distance) and distance >= 0):
        raise GeometryError(f"distance {distance} must be a length of zero or more")
    part = round(distance % 1, 9)
    if part:
        decimals = len(f"{part:.9f}".rstrip("0")) - 2
        return {0.5: 0.25, 0.25: 0.125, 0.75: 0.125}.get(part, 10.0**-decimals / 2)
    if distance < 100:
        return 0.5
    return 5.0 if distance < 1000 else 10.0 ** math.floor(math.log10(distance)) / 20


def distance_only_uncertainty_m(
    *,
    distance_m: float,
    precision_m: float,
    radial_m: float,
    datum_m: float = 0.0,
    measurement_m: float = 0.0,
    coordinate_m: float = 0.0,
) -> float:
    """Return the radius for "15 km from X": the direction is unknown, so everything adds up."""
    return distance_m + precision_m + radial_m + datum_m + measurement_m + coordinate_m


def distance_at_heading_uncertainty_m(
    *,
    distance_m: float,
    half_width_deg: float,
    precision_m: float = 0.0,
    radial_m: float = 0.0,
    datum_m: float = 0.0,
    measurement_m: float = 0.0,
    coordinate_m: float = 0.0,
) -> float:
    """Return the radius for "10 km north-east of X" around the point at the stated distance.

    Notes
    -----
    The farthest allowed point lies ``half_width_deg`` off the heading and all other errors
    outwards; the error of the coordinate itself adds in full (Wieczorek et al. 2004).

    Examples
    --------
    >>> round(distance_at_heading_uncertainty_m(distance_m=10_000, half_width_deg=22.5))
    3902
    """
    outwards = datum_m + radial_m + measurement_m + precision_m
    angle = math.radians(half_width_deg)
    along = distance_m + outwards - distance_m * math.cos(angle)
    return math.hypot(along, distance_m * math.sin(angle)) + coordinate_m
