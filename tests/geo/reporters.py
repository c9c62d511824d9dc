"""Simulated reporters: where events were, and the words that a reporter would choose for each.

They know nothing of how footprints are drawn. An event lies somewhere, seen from a feature; its
reporter rounds the distance as the press does, names the wind that it lies in, with an error of
heading, and says no more. All chances come from one seeded Latin hypercube, so that a simulation
of some thousand events has hardly any noise of its own and is the same each time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from pyproj import Geod

from geo.footprint import Footprint
from geo.geodesy import WINDS, distances_m
from tests.zoo import ALEPPO, ANADYR, GOMA, HAMA, point

Numbers = NDArray[np.float64]
Words = tuple[Hashable, ...]

COUNT = 1_000
TOWNS = [point(36.748, 35.292, 600), HAMA, GOMA, ANADYR, ALEPPO]
towns = pytest.mark.parametrize("town", TOWNS, ids=["village", "Hama", "Goma", "Anadyr", "Aleppo"])
roses = pytest.mark.parametrize("rose", [4, 8, 16])

_GEOD = Geod(ellps="WGS84")
_LINE_BESIDE_DEG = 0.005


def chances(count: int, kinds: int, seed: int = 7) -> list[Numbers]:
    dice = np.random.default_rng(seed)
    strata = [dice.permutation(count) + dice.random(count) for _ in range(kinds)]
    return [each / count for each in strata]


def normal(chance: Numbers, again: Numbers) -> Numbers:
    return np.sqrt(-2 * np.log1p(-chance)) * np.cos(2 * np.pi * again)


def walked(spots: Numbers, bearing_deg: Numbers, length_m: Numbers) -> Numbers:
    lon, lat, _ = _GEOD.fwd(spots[:, 0], spots[:, 1], bearing_deg, length_m)
    return np.column_stack([lon, lat])


def middle_of(anchor: Footprint, count: int) -> Numbers:
    return np.tile([anchor.lon, anchor.lat], (count, 1))


def inside(anchor: Footprint, chance: Numbers, turn: Numbers) -> Numbers:
    """Anywhere in the disc that a town stands for."""
    spots = middle_of(anchor, len(chance))
    return walked(spots, 360 * turn, anchor.uncertainty_m * np.sqrt(chance))


def outside(anchor: Footprint, bearing_deg: Numbers, length_m: Numbers) -> Numbers:
    """So far from the edge of a town, seen from its middle."""
    spots = middle_of(anchor, len(bearing_deg))
    return walked(spots, bearing_deg, anchor.uncertainty_m + length_m)


def press_step_km(length_km: Numbers) -> Numbers:
    """Whole kilometres below 7.5, from there fives: who is 8.6 km away writes ten."""
    return np.where(length_km < 7.5, 1.0, 5.0)


def rounded_km(length_km: Numbers) -> Numbers:
    step = press_step_km(length_km)
    return np.maximum(1.0, step * np.round(length_km / step))


def winds(bearing_deg: Numbers, off: Numbers, rose: int) -> list[str]:
    """Name winds of a rose of 4, 8 or 16, with a tenth of a wind as standard error of heading."""
    width = 360 / rose
    seen = bearing_deg + off * width / 10
    return [WINDS[int(i) * 16 // rose] for i in np.round(seen / width) % rose]


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Shares of events that the shape, the 90 % and the 50 % circle of their words hold."""

    shape: float
    u90: float
    u50: float

    def __str__(self) -> str:
        return f"shape {self.shape:.3f}, u90 {self.u90:.3f}, u50 {self.u50:.3f}"


def coverage(spots: Numbers, words: Sequence[Words], drawn: Callable[..., Footprint]) -> Coverage:
    """Draw the words of each reporter and count which events they hold."""
    groups: dict[Words, list[int]] = defaultdict(list)
    for number, each in enumerate(words):
        groups[each].append(number)
    held = np.zeros(3)
    for each, numbers in groups.items():
        footprint, group = drawn(*each), spots[numbers]
        away = distances_m(group, lon=footprint.lon, lat=footprint.lat)
        shape = _held(footprint, group, away)
        held += [shape, np.sum(away <= footprint.u90_m), np.sum(away <= footprint.u50_m)]
    of_shape, of_most, of_half = held / len(spots)
    return Coverage(shape=of_shape, u90=of_most, u50=of_half)


def _held(footprint: Footprint, spots: Numbers, away: Numbers) -> int:
    """Count events in a shape; a point stands for its disc, a road for what lies beside it."""
    if footprint.geometry.geom_type == "Point":
        return int(np.sum(away <= footprint.uncertainty_m))
    shape = footprint.geometry
    if shape.geom_type == "LineString":
        shape = shape.buffer(_LINE_BESIDE_DEG)
    return int(np.sum(shapely.contains_xy(shape, spots)))


def judge(found: Coverage) -> None:
    print(found)  # what passed is shown by pytest -s
    assert found.shape >= 0.9, found
    assert found.u90 >= 0.9, found
    assert found.u50 >= 0.45, found


def spread(chance: Numbers, least: float, greatest: float) -> Numbers:
    """Lengths from least to greatest, short ones more often, as reported distances are."""
    return least * (greatest / least) ** chance
