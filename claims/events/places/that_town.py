"""The town told of before, which words behind it only measure: "the town, 30 km west of X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from claims.events.sentences.focus import Focus
from claims.events.spots.spot import Spot
from gazetteer.place import Relation

__all__ = ["that_town"]

_AWAY = (Relation.OFFSET, Relation.DISTANCE)
_THAT = frozenset(("the town", "the city"))
_SET_OFF = re.compile(r"^\s?[,(]\s?(?:which lies |lying |located |situated )?$")


def that_town(spots: Sequence[Spot], text: str, focus: Focus) -> Sequence[Spot]:
    """Return the places of a sentence, "the town" among them where it is one told of before.

    Read by itself "the town, 30 km west of X" is a town of no name, there; where the text has told
    of a town, it is that one, and how far off it lies says less than its name.
    """
    for number, (spot, behind) in enumerate(pairwise(spots)):
        if not _is_measured(spot, behind, text):
            continue
        named = focus.named(spot.mention.expression)
        if named.heads and named.heads != behind.mention.expression.heads:
            off = [behind, *takewhile(_goes_on, spots[number + 2 :])]
            told = [spot._replace(aside=False), *(s._replace(aside=True) for s in off)]
            return [*spots[:number], *told, *spots[number + len(told) :]]
    return spots


def _is_measured(spot: Spot, behind: Spot, text: str) -> bool:
    place = behind.mention.expression
    if spot.mention.expression.text.lower() not in _THAT or place.relation not in _AWAY:
        return False
    return bool(place.heads and _SET_OFF.match(text[spot.mention.end : behind.mention.start]))


def _goes_on(spot: Spot) -> bool:
    """Tell whether it measures from one more town: "30 km west of X and 470 km north of Y"."""
    return spot.listed and spot.mention.expression.relation in _AWAY
