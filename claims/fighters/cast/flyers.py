"""Whose aircraft are meant where nobody says whose they are."""

from __future__ import annotations

from claims.fighters.cast.home import STATE, home_side
from claims.fighters.cast.who import Cast
from claims.fighters.creeds import REBEL

__all__ = ["only_state"]


def only_state(cast: Cast) -> str | None:
    """Return the one state that fights in a report on a war against groups, None where more do.

    In a theatre whose state is called "the government" its friends fly as well, where they are
    named; and it is meant only where it is named itself.
    """
    fight = {cast.home, *cast.armed_states} - {"", STATE}
    if home_side(cast.theatre) == STATE:
        friends = any(cast.is_state(side) for side in cast.weight if side != STATE)
        fight = {STATE} if cast.weight[STATE] and not friends else set()
    rebels = bool(cast.groups) or cast.weight[REBEL] > 0  # "separatist fighters", of no name
    return next(iter(fight)) if len(fight) == 1 and rebels else None
