"""What can be drawn at all: a page leaves out no claim, and no claim may leave the page blank."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from claims.situation import NotDrawn, ResolvedClaim, Situation

__all__ = ["drawable"]

# Shapes over the antimeridian may be written past it, by less than a turn.
_MOST_LON, _MOST_LAT = 360.0, 90.0


def drawable(situation: Situation) -> Situation:
    """Return the situation with claims listed instead of drawn whose shapes are not on the Earth.

    A shape is not when any of its coordinates is not a number, or out of the range of degrees.
    """
    drawn = situation.drawn
    shapes = np.fromiter((item.footprint.geometry for item in drawn), object, len(drawn))
    spots, owner = shapely.get_coordinates(shapes, return_index=True)
    # NaN is not at most anything.
    wrong = ~(np.abs(spots) <= (_MOST_LON, _MOST_LAT)).all(axis=1)
    if not wrong.any():
        return situation
    bad = set(owner[wrong].tolist())
    every = [*enumerate(situation.drawn)]
    return replace(
        situation,
        drawn=tuple(item for number, item in every if number not in bad),
        not_drawn=(
            *situation.not_drawn,
            *(_listed(item) for number, item in every if number in bad),
        ),
    )


def _listed(item: ResolvedClaim) -> NotDrawn:
    return NotDrawn(
        claim=item.claim,
        reason="bad-shape",
        detail="the shape that was found for its place is not on the Earth",
        candidates=item.resolution.chosen,
        origin=item.origin,
        agrees_with=item.agrees_with,
        contradicts=item.contradicts,
        standing=item.standing,
    )
