"""What can be drawn at all: a page leaves out no claim, and no claim may leave the page blank."""

from __future__ import annotations

from dataclasses import replace

from claims.situation import NotDrawn, ResolvedClaim, Situation
from maps.places.ground import Ground, ground_of

__all__ = ["drawable"]


def drawable(situation: Situation) -> tuple[Situation, Ground]:
    """Return a situation with claims listed instead of drawn whose shapes are not on the Earth.

    Beside it is where its claims are drawn.
    """
    ground = ground_of(situation.drawn)
    sound = ground.sound[: len(situation.drawn)].tolist()
    if all(sound):
        return situation, ground
    every = [*zip(situation.drawn, sound, strict=True)]
    kept = replace(
        situation,
        drawn=tuple(item for item, is_sound in every if is_sound),
        not_drawn=(
            *situation.not_drawn,
            *(_listed(item) for item, is_sound in every if not is_sound),
        ),
    )
    return kept, ground_of(kept.drawn)


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
