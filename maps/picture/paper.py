"""From the Earth to paper: where a longitude and latitude stand on a picture."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from maps.land.frame import Bounds

__all__ = ["Paper", "paper_for"]

# Web Mercator ends where its square does (EPSG:3857), so that nothing runs off to infinity.
_LAST_LAT_DEG = 85.0
_EQUATOR_M = 40_075_016.686

# Room around the outermost place, as part of the frame: markers stand beside their places.
_MARGIN = 0.09
_NARROWEST, _WIDEST = 0.95, 1.75

# Nobody finds the way on a map of one town: the ground around it is shown as well.
_LEAST_WIDE_M, _LEAST_HIGH_M = 170_000.0, 120_000.0


def _mercator(lat_deg: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the ordinate on the unit square of Mercator, north up (Snyder 1987, eq. 7-2)."""
    lat = np.radians(np.clip(lat_deg, -_LAST_LAT_DEG, _LAST_LAT_DEG))
    return 0.5 + np.arcsinh(np.tan(lat)) / (2 * math.pi)


def _latitude(ordinate: float) -> float:
    return math.degrees(math.atan(math.sinh((ordinate - 0.5) * 2 * math.pi)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A window on the Mercator square, laid on a rectangle of paper in points (1/72 inch).

    Conformal, so a circle on the ground is a circle on paper. ``left`` and ``top`` are the
    rectangle's corner; y grows downwards. ``west`` and ``north`` are ordinates of the unit square.
    """

    left: float
    top: float
    width: float
    height: float
    west: float
    north: float
    points_per_unit: float

    def spots(self, coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return where rows of longitude and latitude in degrees stand, as rows of x and y."""
        x = (coordinates[:, 0] + 180.0) / 360.0
        y = _mercator(coordinates[:, 1])
        return np.column_stack(
            [
                self.left + (x - self.west) * self.points_per_unit,
                self.top + (self.north - y) * self.points_per_unit,
            ]
        )

    def spot(self, *, lon: float, lat: float) -> tuple[float, float]:
        """Return where one position in degrees stands."""
        ((x, y),) = self.spots(np.array([[lon, lat]]))
        return float(x), float(y)

    def shape(self, geometry: BaseGeometry) -> BaseGeometry:
        """Return a shape in degrees as a shape on paper, mended where it crosses itself."""
        sound = geometry if geometry.is_valid else shapely.make_valid(geometry)
        laid: BaseGeometry = shapely.transform(shapely.force_2d(sound), self.spots)
        return laid if laid.is_valid else shapely.make_valid(laid)

    def length(self, metres: float, *, lat: float) -> float:
        """Return how long a distance on the ground is on paper, in points."""
        shrunk = math.cos(math.radians(min(abs(lat), _LAST_LAT_DEG)))
        return metres / (_EQUATOR_M * shrunk) * self.points_per_unit

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point of the paper lies in the rectangle."""
        right, bottom = self.left + self.width, self.top + self.height
        return self.left <= x <= right and self.top <= y <= bottom

    @property
    def middle_lat(self) -> float:
        """The latitude of the rectangle's middle, in degrees."""
        return _latitude(self.north - self.height / self.points_per_unit / 2)

    @property
    def bounds(self) -> Bounds:
        """What the rectangle shows, as far as there is Earth: west, south, east, north."""
        east = self.west + self.width / self.points_per_unit
        south = self.north - self.height / self.points_per_unit
        return (
            max(-180.0, self.west * 360 - 180),
            max(-_LAST_LAT_DEG, _latitude(south)),
            min(180.0, east * 360 - 180),
            min(_LAST_LAT_DEG, _latitude(self.north)),
        )


def paper_for(frame: Bounds, *, left: float, top: float, width: float) -> Paper:
    """Lay a frame in degrees on a rectangle of this width; its height follows from its shape.

    The rectangle is never narrower or flatter than a page can bear; what it holds beside the frame
    is ground around it.
    """
    west, east = (frame[0] + 180) / 360, (frame[2] + 180) / 360
    south, north = (float(v) for v in _mercator(np.array([frame[1], frame[3]])))
    metre = 1 / (_EQUATOR_M * math.cos(math.radians((frame[1] + frame[3]) / 2)))
    wide, high = max(east - west, _LEAST_WIDE_M * metre), max(north - south, _LEAST_HIGH_M * metre)
    aspect = min(_WIDEST, max(_NARROWEST, wide / high))
    wide = max(wide, high * aspect) * (1 + 2 * _MARGIN)
    wide = min(wide, 1.0)
    high = wide / aspect
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    corner_x = min(max(middle_x - wide / 2, 0.0), 1 - wide)
    return Paper(
        left=left,
        top=top,
        width=width,
        height=width / aspect,
        west=corner_x,
        north=middle_y + high / 2,
        points_per_unit=width / wide,
    )
