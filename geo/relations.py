"""Spatial relations of place phrases: footprints in, footprints out.

Every result encloses what the phrase allows and says in words how it was made. Distances are
measured in a local equal-area plane around the anchor. A point anchor stands for a feature whose
edge lies ``uncertainty_m`` from it (the *geographic radial* of the georeferencing guides, Chapman &
Wieczorek 2020); areas and lines are measured from their edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from shapely.geometry.base import BaseGeometry

from geo.anchors import around, core, is_point, joined, made, middle, plane_at, spot, within_cones
from geo.corridors import along, between, stretch
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.outer_parts import outer_part
from geo.parts import centre, front, gates, near, outskirts, part, surroundings
from geo.projection import Plane
from geo.sampling import from_area, from_disc
from geo.sectors import annulus, wedges
from geo.spread import Points
from geo.stated import Stated, km, stated, up_to

__all__ = [
    "HEADING_REACH_M",
    "along",
    "between",
    "centre",
    "front",
    "gates",
    "near",
    "offset",
    "outer_part",
    "outskirts",
    "part",
    "pushed_back",
    "ring",
    "stretch",
    "surroundings",
    "toward",
]

HEADING_REACH_M = 20_000.0
"""How far "north of X" reaches where the text gives no distance and no next place is known."""
_PREPOSITIONS = ("to", "by")
APPROACH_LEAST_M, APPROACH_MOST_M = 10_000.0, 30_000.0
BACK_TO_WEIGHT = 0.7
"""How likely "pushed back 15 km from X" says how far from X, and not how far the way was."""


def ring(
    anchor: Footprint, *, name: str, least_m: float, greatest_m: float, from_edge: bool = False
) -> Footprint:
    """Place "15 km from X": every point that may be that far from some point of X.

    Parameters
    ----------
    least_m, greatest_m
        Stated distance; equal for a plain one, ``inf`` as greatest for "more than", 0 as least for
        "within", which is X and all around it.
    from_edge
        The text measures from the outskirts of X and not from X.

    Notes
    -----
    ``[least - e - r, greatest + e + r]`` from the centre, with the error e of ``geo.stated`` and
    the radial r of the anchor, because the start may be anywhere in X; from the edge
    ``[least - e, greatest + e]`` outwards. The guides' circle of a distance without direction
    (Chapman & Wieczorek 2020) without its hole and with e as its precision.
    """
    plane, lengths = plane_at(anchor), stated(least_m, greatest_m)
    where = "outside" if from_edge else "around"
    note = f"ring {lengths.words} {where} {name}; direction not stated"
    if least_m == 0:
        shape = _within(anchor, plane, lengths.outer_m)
        note = f"{lengths.words} from {name}; direction not stated"
        return made(shape, plane, method="ring", note=note, at=spot(anchor))
    shape = _ring(anchor, plane, lengths, from_edge)
    sample = partial(_sample, anchor, plane, shape, lengths, from_edge=from_edge)
    return made(shape, plane, method="ring", note=note, at=spot(anchor), sample=sample)


def _within(anchor: Footprint, plane: Plane, reach_m: float) -> BaseGeometry:
    if is_point(anchor):
        return annulus(inner_m=0, outer_m=anchor.uncertainty_m + reach_m)
    return core(anchor, plane).buffer(reach_m)


def _ring(anchor: Footprint, plane: Plane, lengths: Stated, from_edge: bool) -> BaseGeometry:
    inner, outer = lengths.inner_m, lengths.outer_m
    if is_point(anchor):
        radial = anchor.uncertainty_m
        return annulus(
            inner_m=inner + radial if from_edge else inner - radial, outer_m=outer + radial
        )
    return around(anchor, plane, inner_m=inner, outer_m=outer)


def _sample(
    anchor: Footprint,
    plane: Plane,
    shape: BaseGeometry,
    lengths: Stated,
    *,
    directions: Sequence[str] = (),
    from_edge: bool = False,
) -> Points:
    radius = anchor.uncertainty_m
    if is_point(anchor):
        return from_disc(radius, lengths, directions=directions, from_edge=from_edge)
    return from_area(core(anchor, plane), shape, lengths, radius_m=radius)


def offset(
    anchor: Footprint,
    *,
    name: str,
    directions: Sequence[str],
    least_m: float | None = None,
    greatest_m: float | None = None,
    from_edge: bool = False,
) -> Footprint:
    """Place "15 km north of X", or "north of X" where no distance is given.

    Notes
    -----
    An annular sector as wide as the compass word (45 degrees to each side for "north", 22.5 for
    "north-east", 11.25 for "north-northeast"; Wieczorek et al. 2004), widened by the anchor's
    radial on all sides because the start may be anywhere in X; ``from_edge`` starts it at the edge.
    Its own centre stands for it. Without a distance it is the guides' cone out to the next
    constraint, with ``HEADING_REACH_M`` for it: what lies nearer is the likelier, and the centre of
    the nearer half stands for all.
    """
    plane = plane_at(anchor)
    at = None
    if least_m is None or greatest_m is None:
        lengths, from_edge = up_to(HEADING_REACH_M, falling=True), True
        near = _sector(anchor, plane, directions, up_to(HEADING_REACH_M / 2), from_edge)
        at = None if near.is_empty else middle(near, plane)
        words = f"up to {km(HEADING_REACH_M)}"
    else:
        lengths = stated(least_m, greatest_m)
        words = lengths.words
    shape = _sector(anchor, plane, directions, lengths, from_edge)
    where = " of the edge" if from_edge and least_m is not None else ""
    note = f"sector {words} {joined(directions)}{where} of {name}"
    sample = partial(
        _sample, anchor, plane, shape, lengths, directions=directions, from_edge=from_edge
    )
    return made(shape, plane, method="sector", note=note, at=at, sample=sample)


def _sector(
    anchor: Footprint,
    plane: Plane,
    directions: Sequence[str],
    lengths: Stated,
    from_edge: bool,
) -> BaseGeometry:
    inner, outer = lengths.inner_m, lengths.outer_m
    if is_point(anchor) and not from_edge:
        cone = wedges(directions, reach_m=2 * outer)
        return annulus(inner_m=inner, outer_m=outer).intersection(cone).buffer(anchor.uncertainty_m)
    shape = around(anchor, plane, inner_m=inner, outer_m=outer)
    return within_cones(shape, directions)


def toward(goal: Footprint, *, name: str, axes: Sequence[str] = ()) -> Footprint:
    """Place "toward X": the land before X, in the sectors it is approached from where stated.

    The goal itself stays free, because to head for a place is not to be there; longitude and
    latitude stay the goal's. Every distance before it is as likely as another.
    """
    plane = plane_at(goal)
    out = min(APPROACH_MOST_M, max(APPROACH_LEAST_M, 2 * goal.uncertainty_m))
    shape = around(goal, plane, inner_m=0, outer_m=out)
    if axes:
        shape = within_cones(shape, axes)
    side = f" from the {joined(axes)}" if axes else "; direction not stated"
    note = f"approaches to {name}, up to {km(out)} before it{side}"
    sample = partial(_sample, goal, plane, shape, up_to(out), directions=axes, from_edge=True)
    return made(shape, plane, method="toward", note=note, at=spot(goal), sample=sample)


def pushed_back(
    anchor: Footprint,
    *,
    name: str,
    least_m: float,
    greatest_m: float,
    directions: Sequence[str] = (),
    preposition: str = "",
) -> Footprint:
    """Place those who were "pushed back 15 km from X".

    Parameters
    ----------
    directions
        The sides of X that they had come from, where the text tells them: there they are now.
    preposition
        "to" where they are said to be that far from X now, "by" where that is the way they went;
        otherwise both are read, "to" first.

    Notes
    -----
    *To* 15 km is the ring or sector of that distance. *By* 15 km starts where they stood: outside
    X and within the reach of an approach (``toward``), so that they are now at least 15 km from its
    edge. That "to" is meant in ``BACK_TO_WEIGHT`` of the cases is our judgement: a text that names
    X measures from X.

    Raises
    ------
    GeometryError
        Where the preposition is neither, or the distance is none.
    """
    if preposition not in ("", *_PREPOSITIONS):
        raise GeometryError(f"preposition={preposition!r} is neither 'to' nor 'by'")
    before = min(APPROACH_MOST_M, max(APPROACH_LEAST_M, 2 * anchor.uncertainty_m))
    ends = {"to": greatest_m, "by": greatest_m + before}
    to, by = (
        _back(anchor, name, directions, (least_m, ends[word]), from_edge=word == "by")
        for word in _PREPOSITIONS
    )
    if preposition:
        return to if preposition == "to" else by
    other = replace(by, weight=1 - BACK_TO_WEIGHT)
    return replace(to, weight=BACK_TO_WEIGHT, alternatives=(other,))


def _back(
    anchor: Footprint,
    name: str,
    directions: Sequence[str],
    ends_m: tuple[float, float],
    *,
    from_edge: bool,
) -> Footprint:
    least, greatest = ends_m
    if not directions:
        return ring(anchor, name=name, least_m=least, greatest_m=greatest, from_edge=from_edge)
    return offset(
        anchor,
        name=name,
        directions=directions,
        least_m=least,
        greatest_m=greatest,
        from_edge=from_edge,
    )
