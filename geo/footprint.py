"""Where something is, how sure that is, and how it was found."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from geo.geodesy import distances_m
from geo.projection import Plane
from geo.spread import Sample, evenly, radius_of

__all__ = ["Footprint"]

_HALF, _MOST = 0.5, 0.9


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
        The same for a reader, in plain words: "ring 15 km ± 2.5 km around Hama".
    alternatives
        Other readings of the same words, best first.
    weight
        How likely this reading is. Weights are scaled so that a footprint and its alternatives
        together have 1; alternatives of alternatives join the list.
    sample
        Points that are each as likely to be what is meant, one row of longitude and latitude each.
        None: anywhere in the shape alike, along a line, or in the disc of ``uncertainty_m`` that a
        point stands for.
    """

    geometry: BaseGeometry
    lon: float
    lat: float
    uncertainty_m: float
    method: str
    note: str = ""
    alternatives: tuple[Footprint, ...] = ()
    weight: float = 1.0
    sample: Sample | None = field(default=None, repr=False, compare=False)
    _radii_m: tuple[float, float] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        if not (-180 <= self.lon <= 180 and -90 <= self.lat <= 90):
            raise GeometryError(f"lon={self.lon}, lat={self.lat} is not on the Earth; give degrees")
        if not (math.isfinite(self.uncertainty_m) and self.uncertainty_m > 0):
            raise GeometryError(f"uncertainty_m={self.uncertainty_m} must be a positive length")
        # Of an empty shape they are no numbers.
        if not all(map(math.isfinite, self.geometry.bounds)):
            raise GeometryError("a footprint needs a shape with finite coordinates")
        if not 0 < self.weight <= 1:
            raise GeometryError(f"weight={self.weight} must be above 0 and at most 1")
        if self.alternatives:
            self._share_weights()

    @property
    def u50_m(self) -> float:
        """Radius in metres around ``lon``, ``lat`` that holds half of what may be meant."""
        return self._radii()[0]

    @property
    def u90_m(self) -> float:
        """Radius in metres around ``lon``, ``lat`` that holds nine tenths of what may be meant."""
        return self._radii()[1]

    def _share_weights(self) -> None:
        flat = [reading for other in self.alternatives for reading in _flat(other)]
        total = self.weight + sum(other.weight for other in flat)
        if len(flat) == len(self.alternatives) and math.isclose(total, 1.0, rel_tol=1e-12):
            return  # shared before; once more would change the last bits
        shared = tuple(replace(other, weight=other.weight / total) for other in flat)
        object.__setattr__(self, "alternatives", shared)
        object.__setattr__(self, "weight", self.weight / total)

    def _radii(self) -> tuple[float, float]:
        # Made when first asked for: a gazetteer holds many places whose radii nobody reads.
        radii_m = self._radii_m or self._measured()
        object.__setattr__(self, "_radii_m", radii_m)
        return radii_m

    def _measured(self) -> tuple[float, float]:
        whole = self.uncertainty_m
        if self.sample is not None:
            away = distances_m(self.sample.points, lon=self.lon, lat=self.lat)
        elif self.geometry.geom_type == "Point":
            return math.sqrt(_HALF) * whole, math.sqrt(_MOST) * whole
        else:
            shape = Plane(lon=self.lon, lat=self.lat).to_plane(self.geometry)
            away = np.hypot(*evenly(shape).T)
        return min(whole, radius_of(away, _HALF)), min(whole, radius_of(away, _MOST))


def _flat(reading: Footprint) -> Iterator[Footprint]:
    yield replace(reading, alternatives=())
    yield from reading.alternatives
