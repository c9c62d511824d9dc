"""How near places lie to each other, and what that says of whether one text means both."""

from __future__ import annotations

import math

__all__ = ["AREA_KM", "KM_PER_DEGREE", "REACH_KM", "apart_km", "closeness"]

KM_PER_DEGREE = 111.2
REACH_KM = 35.0
#: What is told as further from a town than this says where an area or another town lies, and not
#: where in it or on its road something is.
AREA_KM = 150.0


def closeness(km: float) -> float:
    """Return 1 at no distance, falling to 0: how likely two places stand in one text.

    ``exp(-d / 35 km)``: the scale that finds most of the names held out of four countries' lists,
    and near the 40 km measured on news.
    """
    return math.exp(-km / REACH_KM)


def apart_km(lon: float, lat: float, to_lon: float, to_lat: float) -> float:
    """Return roughly how far two points lie apart in kilometres.

    On the plane of their middle latitude: within a hundredth up to 500 km, exact enough to prefer
    one of two places; footprints are measured on the ellipsoid (``geo.geodesy``).
    """
    east = abs(lon - to_lon)
    east = min(east, 360.0 - east) * math.cos(math.radians((lat + to_lat) / 2))
    return KM_PER_DEGREE * math.hypot(east, lat - to_lat)
