"""Parts and surroundings of a place: outskirts, gates, countryside, the northern half.

Sizes that no guide fixes are constants here, chosen after Chapman & Wieczorek ("Near X: the extent
is arbitrary and must be documented") and the use of the press: "outskirts" begin inside the
built-up edge, "at the gates" is a few kilometres out, "the countryside of X" reaches to about the
next town.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import shapely
from shapely.geometry.base import BaseGeometry

from geo.anchors import around, core, far, is_point, joined, made, plane_at, spot, within_cones
from geo.footprint import Footprint
from geo.projection import Plane
from geo.sampling import faded
from geo.sectors import CENTRE, annulus, wedges
from geo.solid import solid
from geo.spread import Points
from geo.stated import km

__all__ = [
    "COUNTRYSIDE_REACH_M",
    "centre",
    "front",
    "gates",
    "near",
    "outskirts",
    "part",
    "surroundings",
]

NEAR_LEAST_M, NEAR_MOST_M = 1_000.0, 5_000.0
OUTSKIRTS_LEAST_M, OUTSKIRTS_MOST_M = 2_000.0, 10_000.0
GATES_LEAST_M, GATES_MOST_M = 3_000.0, 10_000.0
SURROUNDINGS_M = 10_000.0
COUNTRYSIDE_REACH_M = 25_000.0
"""How far the countryside of a town is drawn beyond its edge: about the way to the next town."""
FRONT_REACH_M = 30_000.0
"""How far the sector of a front reaches from its town: our judgement, no guide gives it."""
SOFT_SHARE = 0.1
_INNER_SHARE = 0.75
_HALF = 2.0


def near(anchor: Footprint, *, name: str) -> Footprint:
    """Place "near X": X and as much again around it, from 1 to 5 km."""
    reach = min(NEAR_MOST_M, max(NEAR_LEAST_M, anchor.uncertainty_m))
    plane = plane_at(anchor)
    shape = core(anchor, plane).buffer(reach)
    note = f"within {km(reach)} of {name}"
    return made(shape, plane, method="near", note=note, at=spot(anchor))


def front(anchor: Footprint, *, name: str) -> Footprint:
    """Place "the X sector", "on the X front": X and the land as far as the next towns.

    Sectors are called after their main town and reach over dozens of villages around it.
    """
    plane = plane_at(anchor)
    shape = core(anchor, plane).buffer(FRONT_REACH_M)
    note = f"the front at {name}, drawn to {km(FRONT_REACH_M)} around it"
    return made(shape, plane, method="near", note=note, at=spot(anchor))


def outskirts(anchor: Footprint, *, name: str, directions: Sequence[str] = ()) -> Footprint:
    """Place "the (northern) outskirts of X": a band over the built-up edge, or a sector of it.

    The band runs from a quarter of the radial inside the edge to half of it outside, the latter at
    least 2 km and at most 10 km.
    """
    plane = plane_at(anchor)
    out = min(OUTSKIRTS_MOST_M, max(OUTSKIRTS_LEAST_M, anchor.uncertainty_m / 2))
    inside = min(OUTSKIRTS_MOST_M, (1 - _INNER_SHARE) * anchor.uncertainty_m)
    shape = around(anchor, plane, inner_m=-inside, outer_m=out)
    if not directions:
        note = f"edge of {name} and up to {km(out)} outside it"
        return made(shape, plane, method="outskirts", note=note, at=spot(anchor))
    shape = within_cones(shape, directions)
    note = f"{joined(directions)} edge of {name} and up to {km(out)} outside it"
    return made(shape, plane, method="outskirts", note=note)


def gates(anchor: Footprint, *, name: str) -> Footprint:
    """Place "at the gates of X": a band just outside, of unknown direction."""
    plane = plane_at(anchor)
    out = min(GATES_MOST_M, max(GATES_LEAST_M, anchor.uncertainty_m / 2))
    shape = around(anchor, plane, inner_m=0, outer_m=out)
    note = f"up to {km(out)} outside {name}; direction not stated"
    return made(shape, plane, method="gates", note=note, at=spot(anchor))


def part(
    anchor: Footprint,
    *,
    name: str,
    directions: Sequence[str] = (),
    rural: bool = False,
    middle: Footprint | None = None,
) -> Footprint:
    """Place "northern X", "northern rural X", "the countryside of X".

    Notes
    -----
    An area is cut by half-planes through its centre ("north") or by quadrants ("north-east"), or
    through ``middle``: the press counts "western Aleppo" from the city, which need not lie in the
    middle of its province. A point stands for a town: its part is a sector of the disc, its
    countryside lies beyond the edge out to ``COUNTRYSIDE_REACH_M``. Nobody draws these lines on the
    ground: the shape ends at the cut, but its likely points fade out beyond it, over a tenth of the
    radial. Without a direction an area stays whole.
    """
    plane = plane_at(anchor)
    out = COUNTRYSIDE_REACH_M
    beyond = rural and is_point(anchor)
    shape = around(anchor, plane, inner_m=0, outer_m=out) if beyond else core(anchor, plane)
    kind = "countryside" if rural else "part"
    note = f"{kind} of {name}" + (f", drawn to {km(out)} beyond its edge" if beyond else "")
    if not directions:
        return made(shape, plane, method="part", note=note, at=spot(anchor))
    note = f"{joined(directions)} {note}"
    if beyond:
        shape = within_cones(shape, directions)
        return made(shape, plane, method="part", note=note)
    apex = CENTRE if is_point(anchor) else _apex(shape, plane, middle)
    cone = wedges(directions, reach_m=2 * far(shape), widen=_HALF, apex=apex)
    soft = SOFT_SHARE * anchor.uncertainty_m
    sample = partial(_faded, shape, cone, soft)
    return made(solid(shape.intersection(cone)), plane, method="part", note=note, sample=sample)


def _faded(shape: BaseGeometry, cone: BaseGeometry, soft_m: float) -> Points:
    return faded(shape.intersection(cone.buffer(soft_m)), cone, soft_m)


def _apex(shape: BaseGeometry, plane: Plane, middle: Footprint | None) -> shapely.Point:
    """Return where an area is cut: at the middle that is given, where it lies inside."""
    if middle is not None:
        inside = plane.to_plane(shapely.Point(middle.lon, middle.lat))
        if shape.contains(inside):
            return inside
    return shape.centroid


def centre(anchor: Footprint, *, name: str) -> Footprint:
    """Place "central X", "the centre of X": the inner half of its radius or extent."""
    plane = plane_at(anchor)
    inner = annulus(inner_m=0, outer_m=anchor.uncertainty_m / 2)
    shape = inner if is_point(anchor) else inner.intersection(core(anchor, plane))
    if shape.is_empty:
        shape = core(anchor, plane)
    return made(shape, plane, method="part", note=f"centre of {name}", at=spot(anchor))


def surroundings(anchor: Footprint, *, name: str, directions: Sequence[str] = ()) -> Footprint:
    """Place "the (eastern) X area": the side of X and of what is near it."""
    plane = plane_at(anchor)
    shape = core(anchor, plane).buffer(SURROUNDINGS_M)
    if directions:
        shape = within_cones(shape, directions, widen=_HALF)
    note = f"{joined(directions)} side of {name} and up to {km(SURROUNDINGS_M)} outside it"
    at = None if directions else spot(anchor)
    return made(shape, plane, method="part", note=note.strip(), at=at)
