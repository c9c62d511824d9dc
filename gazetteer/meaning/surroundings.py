"""Where the other places of a text lie, and how near the features that a name may mean are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gazetteer.homes.found import Found
from gazetteer.nearness import KM_PER_DEGREE, REACH_KM, apart_km, closeness

__all__ = ["Anchor", "Near", "breadth_km", "near_to", "near_words"]

_NEAREST_SHARE, _WIDEST_KM = 0.7, 40.0
#: So many distances take a third of the time in plain numbers, ten times as many the threefold.
_FEW = 50


class Anchor(NamedTuple):
    """A point that the text is about, with its name for the reader.

    A named tuple as ``Near`` is: a report has hundreds of both.

    ``weight`` is how likely that is beside the likeliest reading of its ``name``, 0 to 1; ``sure``
    tells whether it is likelier than all others together; ``country`` is its ISO code or empty.
    """

    lon: float
    lat: float
    name: str
    weight: float = 1.0
    sure: bool = True
    country: str = ""


class Near(NamedTuple):
    """How near one feature lies to the other places of a text.

    ``weight`` is 0 to 1; ``anchor`` says most for the feature and lies ``km`` off. ``gap_km`` is
    the distance to the nearest of all anchors, 0 where there is none; ``sure_gap_km`` to the
    nearest sure one, None where there is none.
    """

    weight: float = 0.0
    anchor: Anchor | None = None
    km: float = math.inf
    gap_km: float = 0.0
    sure_gap_km: float | None = None


def near_words(near: Near) -> str:
    """Say in words how far off the place is that says most for a feature."""
    if near.anchor is None:
        return ""
    return f"{near.km:.0f} km from {near.anchor.name}" if near.km >= 1 else f"at {near.anchor.name}"


def near_to(found: Sequence[Found], anchors: Sequence[Anchor], *, wide: str = "") -> Sequence[Near]:
    """Measure features against anchors; those of the ``wide`` classes from their edge.

    Notes
    -----
    An anchor counts by its weight and ``closeness``. Of the readings of one name the best counts;
    then 0.7 of the best name and 0.3 of the mean of all. Distances are those of ``apart_km``, less
    the feature's own extent where its class is wide: a road runs past the places of a text, and a
    province holds them, which says nothing for it where a town of its name may be meant.
    """
    if not anchors or not found:
        return [Near()] * len(found)
    anchors = sorted(anchors, key=lambda anchor: anchor.name)
    lons, lats, names, weights, sures, _ = zip(*anchors, strict=True)
    if len(found) * len(anchors) <= _FEW:
        told = len(set(names))
        return [_near_one(each, anchors, told, _extent_km(each, wide)) for each in found]
    starts = [0, *(n for n in range(1, len(names)) if names[n] != names[n - 1])]
    # NumPy's plain functions take half the time of its methods here.
    km = _distances_km(found, wide, np.array(lons), np.array(lats))
    near = np.array(weights) * np.exp(-km / REACH_KM)
    mean = np.add.reduce(np.maximum.reduceat(near, starts, axis=1), axis=1) / len(starts)
    best = near.argmax(axis=1)
    rows = np.arange(len(found))
    weight = _NEAREST_SHARE * near[rows, best] + (1 - _NEAREST_SHARE) * mean
    sure = [*compress(range(len(anchors)), sures)]
    gap = np.minimum.reduce(km, axis=1)
    # Lists hold plain numbers, which are made all at once.
    columns = [column.tolist() for column in (weight, best, km[rows, best], gap)]
    sure_gap = np.minimum.reduce(km[:, sure], axis=1).tolist() if sure else [None] * len(found)
    return [
        Near(add, anchors[at], away, gap, gap_sure)
        for add, at, away, gap, gap_sure in zip(*columns, sure_gap, strict=True)
    ]


def _near_one(found: Found, anchors: Sequence[Anchor], names: int, extent_km: float) -> Near:
    """Measure one feature as arrays do."""
    lon, lat = found.lon, found.lat
    kms = [max(0.0, apart_km(lon, lat, to[0], to[1]) - extent_km) for to in anchors]
    said = [anchor.weight * closeness(km) for anchor, km in zip(anchors, kms, strict=True)]
    loudest = dict[str, float]()
    for anchor, add in zip(anchors, said, strict=True):
        if add > loudest.get(anchor.name, 0.0):
            loudest[anchor.name] = add
    most = max(said)
    weight = _NEAREST_SHARE * most + (1 - _NEAREST_SHARE) * sum(loudest.values()) / names
    best = said.index(most)
    sure = (km for anchor, km in zip(anchors, kms, strict=True) if anchor.sure)
    return Near(weight, anchors[best], kms[best], min(kms), min(sure, default=None))


def _distances_km(
    found: Sequence[Found], wide: str, to_lon: NDArray[np.float64], to_lat: NDArray[np.float64]
) -> NDArray[np.float64]:
    lon, lat, extent = np.array([(f.lon, f.lat, _extent_km(f, wide)) for f in found]).T
    east = np.abs(lon[:, None] - to_lon)
    middle = np.radians((lat[:, None] + to_lat) / 2)
    east = np.minimum(east, 360.0 - east) * np.cos(middle)
    km = KM_PER_DEGREE * np.hypot(east, lat[:, None] - to_lat)
    beyond: NDArray[np.float64] = np.maximum(0.0, km - extent[:, None])
    return beyond


def _extent_km(found: Found, wide: str) -> float:
    # Of two areas of one name the wider is not the nearer.
    return min(found.radius_m / 1_000, _WIDEST_KM) if found.feature_class in wide else 0.0


def breadth_km(anchors: Sequence[Anchor]) -> float:
    """Return how far the places of a text lie from each other, by the box around them."""
    lons, lats = [anchor.lon for anchor in anchors], [anchor.lat for anchor in anchors]
    return apart_km(min(lons), min(lats), max(lons), max(lats)) if anchors else 0.0
