"""Where something is, how sure that is, and how it was found."""

from __future__ import annotations

import math
from dataclasses import dataclass

from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError

__all__ = ["Footprint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """A shape on the Earth together with the point-radius that stands for it.

    Parameters
    ----------
    geometry
        The shape, longitude and latitude in degrees on ``OGC:CRS84``: a point, a line for a road,
        a polygon for an area, a ring for a stated distance.
    lon, lat
        The point that stands for the shape: its corrected centre in the sense of the georeferencing
        guides (centre of the smallest enclosing circle, snapped onto lines). A ring keeps the
        centre that it was measured from.
    uncertainty_m
        Radius in metres around ``lon``, ``lat`` that holds the whole of what the phrase allows
        (Darwin Core ``coordinateUncertaintyInMeters``).
    method
        How the shape was made, one word: ``gazetteer``, ``ring``, ``sector``, ``outskirts``,
        ``part``, ``near``, ``between``, ``along``, ``toward``, ``gates``.
    note
        The same for a reader, in plain words: "ring 15 km ± 5 km around Hama".
    alternatives
        Other readings of the same words, best first.
    """

    geometry: BaseGeometry
    lon: float
    lat: float
    uncertainty_m: float
    method: str
    note: str = ""
    alternatives: tuple[Footprint, ...] = ()

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise GeometryError(f"lon={self.lon}, lat={self.lat} is not on the Earth; give degrees")
        if not (math.isfinite(self.uncertainty_m) and self.uncertainty_m > 0):
            raise GeometryError(f"uncertainty_m={self.uncertainty_m} must be a positive length")
        if self.geometry.is_empty or not all(map(math.isfinite, self.geometry.bounds)):
            raise GeometryError("a footprint needs a shape with finite coordinates")
