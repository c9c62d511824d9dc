"""The point-radius sums of the georeferencing guides, exact to the digits that they print.

One circle per phrase, which the shapes of ``geo.relations`` are held against: a shape is never
larger. Sources: Chapman & Wieczorek, *Georeferencing Best Practices* (GBIF 2020); Zermoglio et al.,
*Georeferencing Quick Reference Guide* (GBIF 2020); Wieczorek, Guo & Hijmans, *The point-radius
method* (IJGIS 18:745, 2004); Frazier, Wake & Wieczorek (2004). Errors that a sum names: ``datum_m``
of an unknown datum, ``radial_m`` of the feature (its centre to its farthest edge),
``measurement_m`` of measuring on a map, ``scale_m`` of the map's accuracy, ``coordinate_m`` of the
digits of a coordinate, ``precision_m`` of the digits of a stated distance.
"""

from __future__ import annotations

import math

from pyproj import Geod

from geo.errors import GeometryError

__all__ = [
    "UNKNOWN_DATUM_M",
    "along_path_uncertainty_m",
    "between_uncertainty_m",
    "coordinate_precision_m",
    "distance_at_heading_uncertainty_m",
    "distance_only_uncertainty_m",
    "distance_precision",
    "feature_uncertainty_m",
    "frazier_precision",
    "orthogonal_uncertainty_m",
]

UNKNOWN_DATUM_M = 5_359.0
"""How far off a coordinate may be whose datum nobody wrote down, in the worst place on Earth."""

_ELLIPSOID = Geod(ellps="WGS84")
_A, _ES = _ELLIPSOID.a, _ELLIPSOID.es
_FRAZIER_SHARE = 0.15


def _check(distance: float) -> None:
    if not (math.isfinite(distance) and distance >= 0):
        raise GeometryError(f"distance {distance} must be a length of zero or more")


def _decimal_part(distance: float) -> float:
    return round(distance % 1, 9)


def _decimals(part: float) -> int:
    return len(f"{part:.9f}".rstrip("0")) - 2


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
    lost = 1 - _ES * sin_squared
    along_meridian = math.radians(_A * (1 - _ES) / lost**1.5)
    along_parallel = math.radians(_A * math.cos(math.radians(lat)) / math.sqrt(lost))
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
    _check(distance)
    part = _decimal_part(distance)
    if part:
        return {0.5: 0.25, 0.25: 0.125, 0.75: 0.125}.get(part, 10.0 ** -_decimals(part) / 2)
    if distance < 100:
        return 0.5
    return 5.0 if distance < 1000 else 10.0 ** math.floor(math.log10(distance)) / 20


def frazier_precision(distance: float) -> float:
    """Return how far off a stated distance is in practice, in the same unit.

    Notes
    -----
    Frazier et al. (2004), as Chapman & Wieczorek tabulate them: multiples of ten are off by 15 %,
    other whole numbers by one unit, decimals by one unit of their last place.

    Examples
    --------
    >>> [frazier_precision(d) for d in (10.1, 10, 15, 140, 1000)]
    [0.1, 1.5, 1.0, 21.0, 150.0]
    """
    _check(distance)
    part = _decimal_part(distance)
    if part:
        return 10.0 ** -_decimals(part)
    return _FRAZIER_SHARE * distance if distance % 10 == 0 else 1.0


def feature_uncertainty_m(
    *,
    radial_m: float,
    datum_m: float = 0.0,
    measurement_m: float = 0.0,
    scale_m: float = 0.0,
    coordinate_m: float = 0.0,
) -> float:
    """Return the radius for a named place alone, "X": everything adds up."""
    return datum_m + radial_m + measurement_m + scale_m + coordinate_m


def along_path_uncertainty_m(
    *,
    precision_m: float,
    radial_m: float,
    datum_m: float = 0.0,
    measurement_m: float = 0.0,
    scale_m: float = 0.0,
    coordinate_m: float = 0.0,
) -> float:
    """Return the radius for "15 km along the road from X" around the point that far along it."""
    return precision_m + feature_uncertainty_m(
        radial_m=radial_m,
        datum_m=datum_m,
        measurement_m=measurement_m,
        scale_m=scale_m,
        coordinate_m=coordinate_m,
    )


def orthogonal_uncertainty_m(
    *,
    precision_m: float,
    radial_m: float = 0.0,
    datum_m: float = 0.0,
    measurement_m: float = 0.0,
    scale_m: float = 0.0,
    coordinate_m: float = 0.0,
) -> float:
    """Return the radius for "8 km east and 6 km north of X" around the point that it gives.

    The two distances are each off by ``precision_m``: the circle holds the square of their errors.

    Examples
    --------
    >>> round(orthogonal_uncertainty_m(precision_m=500))
    707
    """
    return math.sqrt(2) * precision_m + feature_uncertainty_m(
        radial_m=radial_m,
        datum_m=datum_m,
        measurement_m=measurement_m,
        scale_m=scale_m,
        coordinate_m=coordinate_m,
    )


def between_uncertainty_m(*, distance_m: float) -> float:
    """Return the radius for "between A and B" around the middle: half of their distance."""
    return distance_m / 2


def distance_only_uncertainty_m(
    *,
    distance_m: float,
    precision_m: float,
    radial_m: float,
    datum_m: float = 0.0,
    measurement_m: float = 0.0,
    scale_m: float = 0.0,
    coordinate_m: float = 0.0,
) -> float:
    """Return the radius for "15 km from X": the direction is unknown, so everything adds up."""
    return distance_m + along_path_uncertainty_m(
        precision_m=precision_m,
        radial_m=radial_m,
        datum_m=datum_m,
        measurement_m=measurement_m,
        scale_m=scale_m,
        coordinate_m=coordinate_m,
    )


def distance_at_heading_uncertainty_m(
    *,
    distance_m: float,
    half_width_deg: float,
    precision_m: float = 0.0,
    radial_m: float = 0.0,
    datum_m: float = 0.0,
    measurement_m: float = 0.0,
    scale_m: float = 0.0,
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
    outwards = datum_m + radial_m + measurement_m + scale_m + precision_m
    angle = math.radians(half_width_deg)
    along = distance_m + outwards - distance_m * math.cos(angle)
    return math.hypot(along, distance_m * math.sin(angle)) + coordinate_m
