"""The outer parts of a country, as the press counts them: its north, its southwest."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import shapely
import shapely.ops
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.anchors import far, joined, made, plane_at
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.sectors import compass, wedge
from geo.spread import Points, evenly, kept

__all__ = ["outer_part"]

#: The shares of a country's ground that surely are its north, and that may be called so.
_SURE, _MOST = 1 / 10, 1 / 2
_HALF_PLANE_DEG = 90.0
#: Fewer towns tell less of where people live than the ground does.
_LEAST_TOWNS = 6


@dataclass(frozen=True, slots=True)
class _Cut:
    """A line across a country: where it lies along a bearing, and from where on all is meant."""

    bearing_deg: float
    edge_m: float
    sure_m: float

    @property
    def ahead(self) -> NDArray[np.float64]:
        turn = math.radians(self.bearing_deg)
        return np.array([math.sin(turn), math.cos(turn)])

    def beyond(self, reach_m: float) -> BaseGeometry:
        """Return the half-plane beyond the line."""
        apex = shapely.Point(self.edge_m * self.ahead)
        return wedge(
            bearing_deg=self.bearing_deg, half_width_deg=_HALF_PLANE_DEG, reach_m=reach_m, apex=apex
        )

    def chance(self, points: Points) -> NDArray[np.float64]:
        """Return how likely points are meant: from nothing at the line to all where it is sure."""
        over = (points @ self.ahead - self.edge_m) / (self.sure_m - self.edge_m)
        share: NDArray[np.float64] = np.clip(over, 0.0, 1.0)
        return share


def outer_part(anchor: Footprint, *, name: str, directions: Sequence[str]) -> Footprint:
    """Place "northern X", "southwestern X" of a country.

    Parameters
    ----------
    anchor
        The country's ground; its ``sample`` says where people live in it.
    directions
        Compass words; of several each has its part.

    Raises
    ------
    GeometryError
        A word is no compass word, or there is none.

    Notes
    -----
    A half-plane cuts off the farther half of the ground. Its farthest tenth surely is meant; from
    there to the cut the chance falls evenly to nothing, since the press speaks of the north, the
    middle and the south. The mark stands amid the towns: what is told of the north of a country
    happened where people live. The shares are our judgement, no guide gives them.
    """
    if not directions:
        raise GeometryError(f"which part of {name}? Give a direction such as 'north'")
    plane = plane_at(anchor)
    ground = plane.to_plane(anchor.geometry)
    cuts = [_cut(evenly(ground), word) for word in directions]
    reach_m = 2 * far(ground)
    shape = ground.intersection(shapely.union_all([cut.beyond(reach_m) for cut in cuts]))
    spots = _lived_in(anchor, shape)
    likely = kept(spots, np.max([cut.chance(spots) for cut in cuts], axis=0))
    mark = shapely.ops.nearest_points(shape, shapely.Point(likely.mean(axis=0)))[0]
    ((lon, lat),) = plane.spots(np.array([[mark.x, mark.y]])).tolist()
    note = f"{joined(directions)} part of {name}; the mark stands amid its towns"
    at = (lon, lat)
    return made(shape, plane, method="part", note=note, at=at, sample=partial(np.copy, likely))


def _cut(ground: Points, word: str) -> _Cut:
    """Return where a compass word cuts a country, from points that lie evenly over it."""
    bearing_deg, _ = compass(word)
    along = np.sort(ground @ _Cut(bearing_deg, 0.0, 0.0).ahead)
    edge_m, sure_m = (along[math.floor((1 - share) * len(along))] for share in (_MOST, _SURE))
    return _Cut(bearing_deg, float(edge_m), float(sure_m))


def _lived_in(anchor: Footprint, shape: BaseGeometry) -> Points:
    """Return the towns in one part of a country, or points all over the part where they are few."""
    if anchor.sample is not None:
        spots = plane_at(anchor).laid(anchor.sample.points)
        within: Points = spots[shapely.contains_xy(shape, spots)]
        if len(within) >= _LEAST_TOWNS:
            return within
    return evenly(shape)
