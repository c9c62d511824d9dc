"""Spatial relations of place phrases: footprints in, footprints out.

Every result encloses what the phrase allows and says in words how it was made. Distances are
measured in a local equal-area plane around the anchor. A point anchor stands for a feature whose
edge lies ``uncertainty_m`` from it (the *geographic radial* of the georeferencing guides, Chapman &
Wieczorek 2020); areas and lines are measured from their edge.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry

from geo.anchors import around, core, far, is_point, joined, km, made, plane_at, spot
from geo.corridors import along, between
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.parts import centre, gates, near, outskirts, part, surroundings
from geo.projection import Plane
from geo.sectors import annulus, wedges

__all__ = [
    "HEADING_REACH_M",
    "along",
    "between",
    "centre",
    "distance_error_m",
    "gates",
    "near",
    "offset",
    "outskirts",
    "part",
    "ring",
    "surroundings",
    "toward",
]

HEADING_REACH_M = 20_000.0
"""How far "north of X" reaches where the text gives no distance and no next place is known."""
APPROACH_LEAST_M, APPROACH_MOST_M = 10_000.0, 30_000.0
_ERROR_SHARE, _ERROR_LEAST_M, _ERROR_NEAR_SHARE = 0.1, 2_000.0, 0.25
_OPEN_FACTOR = 2.0
_FARTHEST_M = 1_000_000.0
_OPEN_LEAST_M = 5_000.0


def distance_error_m(stated_m: float) -> float:
    """Return how far off a stated distance may be: a tenth, at least 2 km, near X a quarter.

    Journalists round to 5 or 10 km, far coarser than the half unit that the guides read from the
    digits, so this never falls below ``geo.point_radius.distance_precision``.
    """
    return max(_ERROR_SHARE * stated_m, min(_ERROR_LEAST_M, _ERROR_NEAR_SHARE * stated_m))


def _limits(least_m: float, greatest_m: float) -> tuple[float, float, str]:
    """Widen stated distances by their error: inner and outer limit, and the words for them."""
    if not (0 <= least_m <= greatest_m) or math.isinf(least_m):
        raise GeometryError(f"distances {least_m} to {greatest_m} m are no range; give least first")
    if least_m > _FARTHEST_M:
        stated, most = least_m / 1000, _FARTHEST_M / 1000
        raise GeometryError(
            f"{stated:,.0f} km is no distance from a place; give {most:,.0f} at most"
        )
    inner = max(0.0, least_m - distance_error_m(least_m))
    if math.isinf(greatest_m):
        outer = max(_OPEN_FACTOR * least_m, least_m + _OPEN_LEAST_M)
        return inner, outer, f"more than {km(least_m)} (drawn to {km(outer)})"
    outer = greatest_m + distance_error_m(greatest_m)
    if least_m == greatest_m:
        return inner, outer, f"{km(least_m)} ± {km(distance_error_m(least_m))}"
    if least_m == 0:
        return inner, outer, f"up to {km(greatest_m)}"
    return inner, outer, f"{km(least_m)} to {km(greatest_m)}"


def ring(
    anchor: Footprint, *, name: str, least_m: float, greatest_m: float, from_edge: bool = False
) -> Footprint:
    """Place "15 km from X": every point that may be that far from some point of X.

    Parameters
    ----------
    least_m, greatest_m
        Stated distance; equal for a plain one, ``inf`` as greatest for "more than", which is drawn
        to twice the least.
    from_edge
        The text measures from the outskirts of X and not from X.

    Notes
    -----
    ``[least - e - r, greatest + e + r]`` from the centre, with the error e of ``distance_error_m``
    and the radial r of the anchor, because the start may be anywhere in X; from the edge
    ``[least - e, greatest + e]`` outwards.
    """
    plane = plane_at(anchor)
    inner, outer, words = _limits(least_m, greatest_m)
    if is_point(anchor):
        radial = anchor.uncertainty_m
        shape = annulus(
            inner_m=inner + radial if from_edge else inner - radial, outer_m=outer + radial
        )
    else:
        ground = core(anchor, plane)
        shape = ground.buffer(outer)
        shape = shape.difference(ground.buffer(inner)) if inner > 0 else shape
    where = "outside" if from_edge else "around"
    note = f"ring {words} {where} {name}; direction not stated"
    return made(shape, plane, method="ring", note=note, at=spot(anchor))


def offset(
    anchor: Footprint,
    *,
    name: str,
    directions: Sequence[str],
    least_m: float | None = None,
    greatest_m: float | None = None,
) -> Footprint:
    """Place "15 km north of X", or "north of X" where no distance is given.

    Notes
    -----
    An annular sector as wide as the compass word (45 degrees to each side for "north", 22.5 for
    "north-east"; Wieczorek et al. 2004), widened by the anchor's radial on all sides because the
    start may be anywhere in X. Its own centre stands for it.
    """
    plane = plane_at(anchor)
    if least_m is None or greatest_m is None:
        reach = HEADING_REACH_M
        inner, outer, words = 0.0, reach, f"up to {km(reach)}"
        shape = around(anchor, plane, inner_m=0, outer_m=outer)
        cone = wedges(directions, reach_m=far(shape))
        shape = shape.intersection(cone)
    else:
        inner, outer, words = _limits(least_m, greatest_m)
        shape = _sector(anchor, plane, directions, inner, outer)
    note = f"sector {words} {joined(directions)} of {name}"
    return made(shape, plane, method="sector", note=note)


def _sector(
    anchor: Footprint, plane: Plane, directions: Sequence[str], inner: float, outer: float
) -> BaseGeometry:
    if is_point(anchor):
        cone = wedges(directions, reach_m=2 * outer)
        return annulus(inner_m=inner, outer_m=outer).intersection(cone).buffer(anchor.uncertainty_m)
    shape = around(anchor, plane, inner_m=inner, outer_m=outer)
    return shape.intersection(wedges(directions, reach_m=far(shape)))


def toward(goal: Footprint, *, name: str, axes: Sequence[str] = ()) -> Footprint:
    """Place "toward X": the land before X, in the sectors it is approached from where stated.

    The goal itself stays free, because to head for a place is not to be there; longitude and
    latitude stay the goal's.
    """
    plane = plane_at(goal)
    out = min(APPROACH_MOST_M, max(APPROACH_LEAST_M, 2 * goal.uncertainty_m))
    shape = around(goal, plane, inner_m=0, outer_m=out)
    if axes:
        shape = shape.intersection(wedges(axes, reach_m=far(shape)))
    side = f" from the {joined(axes)}" if axes else "; direction not stated"
    note = f"approaches to {name}, up to {km(out)} before it{side}"
    return made(shape, plane, method="toward", note=note, at=spot(goal))
