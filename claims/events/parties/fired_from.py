"""Whose fires are told of by the land they come from: "rockets from Gaza", "shells from Chad"."""

from __future__ import annotations

import sys

from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.sides.groups import fire_from
from geo.geodesy import COMPASS

__all__ = ["fired_from"]

_SKIP = frozenset((*COMPASS, "the", "southern", "northern", "eastern", "western"))


def fired_from(parsed: Parsed, number: int, meant: Meant) -> Party | None:
    """Return whose fires are that come from the land named at a word.

    A land's state, or the group that fires from it, if the report tells of its forces at all.
    """
    while number < len(parsed.words) - 1 and parsed.lower[number] in _SKIP:
        number += 1
    if number >= len(parsed.words) or parsed.lower[number + 1 : number + 2] == ["side"]:
        return None  # of a border's side others may have fired
    name = parsed.words[number].text
    side = fire_from().get(name) or meant.finder.adjective_side(name)
    armed = (m for m in meant.finder.before(sys.maxsize) if m.armed and m.side == side)
    if not side or next(armed, None) is None:
        return None
    known = side in fire_from().values() or meant.finder.is_state(side)
    return Party(side=side) if known else None
