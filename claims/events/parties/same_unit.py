"""Whose a unit is that was told of before by its whole name: "Chad's 9th Brigade ... the 9th"."""

from __future__ import annotations

from claims.fighters.actors import ActorFinder, ActorMention

__all__ = ["side_before"]


def side_before(mention: ActorMention, finder: ActorFinder) -> str | None:
    """Return the side of the last unit of the same number and kind that was called somebody's.

    Else a state that tells of "the 9th Brigade" would speak of its own.
    """
    named = mention.text.split()
    if mention.kind != "unit" or len(named) < 2 or not named[0][0].isdigit():
        return None
    number, kind = named[0], named[-1]
    for other in reversed(finder.before(mention.start)):
        words = other.text.split()
        if {number, kind} <= {*words} and len(words) > len(named) and other.side:
            return other.side
    return None
