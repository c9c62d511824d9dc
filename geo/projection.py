"""A local equal-area plane: metres in, metres out, for shapes of up to some hundred kilometres."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.solid import sound

__all__ = ["Plane"]

_POLE_MARGIN_DEG = 0.5
_KEPT = 256
#: Less than the metres to the pole for each degree of latitude, on this plane.
_POLE_M_PER_DEG = 90_000.0


@dataclass(frozen=True, kw_only=True)
class Plane:
    """Lambert's azimuthal equal-area plane centred on a point of the WGS84 ellipsoid.

    Areas are exact; distances within 100 km of the centre are off by less than 0.01 %, which is
    far inside the 0.5 % that this project allows itself.

    Examples
    --------
    >>> plane = Plane(lon=36.7578, lat=35.1318)
    >>> disc = plane.to_earth(shapely.Point(0, 0).buffer(10_000))
    >>> round(plane.to_plane(disc).area / 1e6, 1)
    313.7
    """

    lon: float
    lat: float

    def __post_init__(self) -> None:
        # NumPy's floats write themselves as np.float64(...), which PROJ cannot read.
        object.__setattr__(self, "lon", float(self.lon))
        object.__setattr__(self, "lat", float(self.lat))
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise GeometryError(f"lon={self.lon}, lat={self.lat} is not on the Earth; give degrees")
        if abs(self.lat) > 90 - _POLE_MARGIN_DEG:
            raise GeometryError(f"lat={self.lat} is at a pole; shapes there have no longitudes")

    @property
    def _steps(self) -> Transformer:
        return _steps_at(self.lon, self.lat)

    def to_plane(self, geometry: BaseGeometry) -> BaseGeometry:
        """Project longitude and latitude to metres east and north of the centre.

        An area that crosses itself, as a coarse outline can, comes back as the areas that it is.
        """
        laid = shapely.transform(geometry, self.laid)
        return laid if laid.is_valid else sound(laid)

    def to_earth(self, geometry: BaseGeometry) -> BaseGeometry:
        """Turn a shape of the plane back into longitude and latitude.

        A shape that crosses the antimeridian comes back in two parts, as RFC 7946 asks.

        Raises
        ------
        GeometryError
            Where the shape reaches a pole, where longitude and latitude cannot hold it.
        """
        self._refuse_pole(geometry)

        def inverse(vertices: NDArray[np.float64]) -> NDArray[np.float64]:
            spots = self.spots(vertices)
            # Longitudes run on past 180 so that no edge jumps around the world.
            spots[:, 0] = self.lon + (spots[:, 0] - self.lon + 180) % 360 - 180
            return spots

        return _cut_at_antimeridian(shapely.transform(geometry, inverse))

    def laid(self, spots: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return longitude and latitude, one row each, as points of the plane."""
        return np.column_stack(self._steps.transform(spots[:, 0], spots[:, 1]))

    def spots(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return longitude and latitude of points of the plane, one row each."""
        east, north = points.T
        return np.column_stack(self._steps.transform(east, north, direction="INVERSE"))

    def _refuse_pole(self, geometry: BaseGeometry) -> None:
        west, south, east, north = map(abs, geometry.bounds)
        reach_m = math.hypot(max(west, east), max(south, north))
        for pole in (90.0, -90.0):
            away_deg = abs(pole - self.lat)
            if away_deg > 90 or reach_m < _POLE_M_PER_DEG * away_deg:
                continue
            here = shapely.Point(self._steps.transform(self.lon, pole))
            if shapely.convex_hull(geometry).distance(here) < 1.0:
                raise GeometryError(f"a shape around lat={self.lat} reaches the pole")


@lru_cache(maxsize=_KEPT)
def _steps_at(lon: float, lat: float) -> Transformer:
    # A bare pipeline is made six times faster than a Proj, which builds a whole CRS first; and the
    # phrases of one text measure from the same few places.
    return Transformer.from_pipeline(f"+proj=laea +lat_0={lat!r} +lon_0={lon!r} +ellps=WGS84")


def _cut_at_antimeridian(shape: BaseGeometry) -> BaseGeometry:
    west, _, east, _ = shape.bounds
    if west >= -180 and east <= 180:
        return shape
    shift = 360 if west < -180 else -360
    inside = shapely.intersection(shape, shapely.box(-180, -90, 180, 90))
    beyond = shapely.intersection(
        shapely.transform(shape, lambda v: v + np.array([shift, 0.0])),
        shapely.box(-180, -90, 180, 90),
    )
    parts = [part for part in (inside, beyond) if not part.is_empty]
    return shapely.union_all(parts) if len(parts) > 1 else parts[0]
