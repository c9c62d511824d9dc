"""Whose fires are told of by the land they come from: "rockets from X", "shells from Y"."""

from __future__ import annotations

import re
import sys

from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party
from claims.sides.groups import country_words, fire_from, homes
from geo.geodesy import COMPASS

__all__ = ["fired_elsewhere", "fired_from"]

_SKIP = frozenset((*COMPASS, "the", "southern", "northern", "eastern", "western"))

_WHENCE = re.compile(
    r"\b(?:fired|launched|coming|missiles?|rockets?|shells?|drones?|artillery|guns|fire)\s+from\s+"
    r"(?:the\s+)?(?:(?:territory|soil)\s+of\s+(?:the\s+)?)?(?:\w+ern\s+)?(\w+)"
)


def fired_elsewhere(clause: str, side: str, finder: ActorFinder) -> bool:
    """Tell whether a clause in lower case names another land than a side's for whence it fired.

    "Rockets fired from X" are of no group that fires from a land beside it.
    """
    whence = _WHENCE.search(clause)
    land = whence[1].title() if whence else ""
    owner = fire_from().get(land) or finder.adjective_side(land)
    return owner is not None and owner != side and land not in _homes_of(side)


def _homes_of(side: str) -> set[str]:
    """Return the lands in which a group fights the state, whence it may fire."""
    state = homes().get(side)
    return {word for word, owner in country_words().items() if owner == state}


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
