"""Whose aircraft are meant where nobody says whose they are."""

from __future__ import annotations

from collections.abc import Collection

from claims.fighters.cast.home import STATE, home_side
from claims.fighters.cast.who import Cast
from claims.fighters.creeds import REBEL

__all__ = ["only_state"]


def only_state(cast: Cast, armed: Collection[str | None]) -> str | None:
    """Return the one state that fights in a report on a war against groups, None where more do.

    The state at home is none of those where only others have forces in the report (``armed``),
    whose raids over the border it tells of. In a theatre whose state is called "the government"
    its friends fly as well, where they are named; and it is meant only where it is named itself.
    """
    fight = {cast.home, *cast.armed_states} - {"", STATE}
    if fight > {cast.home} and cast.home not in armed:
        fight -= {cast.home}
    if home_side(cast.theatre) == STATE:
        friends = any(cast.is_state(side) for side in cast.weight if side != STATE)
        fight = {STATE} if cast.weight[STATE] and not friends else set()
    rebels = bool(cast.groups) or cast.weight[REBEL] > 0  # "separatist fighters", of no name
    return next(iter(fight)) if len(fight) == 1 and rebels else None
