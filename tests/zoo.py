"""Real places and shapes for tests. Coordinates: GeoNames (CC BY 4.0), rounded to 0.001 degrees."""

from __future__ import annotations

import shapely

from geo.footprint import Footprint
from geo.projection import Plane


def point(lon: float, lat: float, radius_m: float) -> Footprint:
    return Footprint(
        geometry=shapely.Point(lon, lat),
        lon=lon,
        lat=lat,
        uncertainty_m=radius_m,
        method="gazetteer",
    )


def square(lon: float, lat: float, half_m: float) -> Footprint:
    """An area for a province: a square on the ground, two half-sides wide."""
    ground = shapely.box(-half_m, -half_m, half_m, half_m)
    return Footprint(
        geometry=Plane(lon=lon, lat=lat).to_earth(ground),
        lon=lon,
        lat=lat,
        uncertainty_m=half_m * 1.5,
        method="gazetteer",
    )


def line(*stops: tuple[float, float]) -> Footprint:
    """A road through some stops, with its middle stop as its point."""
    middle = stops[len(stops) // 2]
    return Footprint(
        geometry=shapely.LineString(stops),
        lon=middle[0],
        lat=middle[1],
        uncertainty_m=60_000,
        method="gazetteer",
    )


HAMA = point(36.758, 35.132, 4_000)
ALEPPO = point(37.152, 36.202, 8_000)
GOMA = point(29.222, -1.679, 5_000)
SAKE = point(29.045, -1.574, 2_000)
BAKHMUT = point(38.002, 48.595, 4_000)
ANADYR = point(177.517, 64.735, 3_000)
TAVEUNI = point(179.99, -16.87, 3_000)
LONGYEARBYEN = point(15.636, 78.223, 2_000)
PROVINCE = square(37.0, 35.2, 60_000)
M5_HAMA_ALEPPO = line((36.758, 35.132), (36.728, 35.643), (36.798, 35.852), (37.152, 36.202))
