"""Where claims are drawn, in columns: to ask thousands of claims again and again takes long."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from claims.situation import ResolvedClaim
from geo.footprint import Footprint

__all__ = ["Ground", "ground_of"]

_SPOT = ("lon", "lat", "uncertainty_m")

# Shapes over the antimeridian may be written past it, by less than a turn.
_MOST_LON, _MOST_LAT = 360.0, 90.0


class Ground(NamedTuple):
    """Where some claims are drawn: a row for each, and more rows for where movements start.

    Parameters
    ----------
    items
        The claims that are drawn.
    places
        Their footprints, then those of the starts.
    shapes
        The shapes of all these.
    spots
        Their longitudes and latitudes, and their uncertainties in metres.
    sound
        Which shapes are on the Earth: each coordinate is a number in the range of degrees.
    bounds
        West, south, east and north of all shapes; NaN where there are none.
    """

    items: Sequence[ResolvedClaim]
    places: Sequence[Footprint]
    shapes: NDArray[np.object_]
    spots: NDArray[np.float64]
    sound: NDArray[np.bool_]
    bounds: tuple[float, ...]


def ground_of(items: Sequence[ResolvedClaim]) -> Ground:
    """Return where claims are drawn."""
    own, starts = (map(attrgetter(name), items) for name in ("footprint", "tail"))
    places: list[Footprint] = [*own, *filter(None, starts)]
    shapes = np.fromiter(map(attrgetter("geometry"), places), object, len(places))
    spots = [np.fromiter(map(attrgetter(name), places), float, len(places)) for name in _SPOT]
    corners, owner = shapely.get_coordinates(shapes, return_index=True)
    lon, lat = corners.T
    # NaN is not at most anything.
    right = (np.abs(lon) <= _MOST_LON) & (np.abs(lat) <= _MOST_LAT)
    sound = np.ones(len(places), bool)
    sound[owner[~right]] = False
    box = [
        float(way.reduce(each, initial=np.nan)) for way in (np.fmin, np.fmax) for each in (lon, lat)
    ]
    return Ground(items, places, shapes, np.stack(spots, axis=1), sound, tuple(box))
