"""Every relation of one anchor, and how large a footprint is."""

from __future__ import annotations

import math

from geo import relations
from geo.footprint import Footprint
from geo.projection import Plane


def km2(shape: Footprint) -> float:
    plane = Plane(lon=shape.lon, lat=shape.lat)
    return plane.to_plane(shape.geometry).area / 1e6


def everything(anchor: Footprint) -> list[Footprint]:
    """Every relation of one anchor, with the same stated values."""
    return [
        relations.near(anchor, name="X"),
        relations.ring(anchor, name="X", least_m=15_000, greatest_m=15_000),
        relations.ring(anchor, name="X", least_m=20_000, greatest_m=math.inf, from_edge=True),
        relations.offset(anchor, name="X", directions=("north",)),
        relations.offset(
            anchor, name="X", directions=("northeast",), least_m=12_000, greatest_m=12_000
        ),
        relations.outskirts(anchor, name="X"),
        relations.outskirts(anchor, name="X", directions=("south",)),
        relations.part(anchor, name="X", directions=("east",)),
        relations.part(anchor, name="X", directions=("north", "west"), rural=True),
        relations.part(anchor, name="X", rural=True),
        relations.centre(anchor, name="X"),
        relations.surroundings(anchor, name="X", directions=("east",)),
        relations.toward(anchor, name="X"),
        relations.toward(anchor, name="X", axes=("north", "west")),
        relations.gates(anchor, name="X"),
        relations.ring(anchor, name="X", least_m=0, greatest_m=5_000),
        relations.ring(anchor, name="X", least_m=10_000, greatest_m=15_000),
        relations.offset(
            anchor,
            name="X",
            directions=("north-northeast",),
            least_m=20_000,
            greatest_m=20_000,
            from_edge=True,
        ),
        relations.pushed_back(anchor, name="X", least_m=15_000, greatest_m=15_000),
    ]
