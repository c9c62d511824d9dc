"""Places told by a town that is not named again: "the X junction, 20 km north of the town"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from claims.events.sentences.focus import Focus
from claims.events.spots.spot import Spot
from gazetteer.place import PlaceExpression, Relation

__all__ = ["told_by_town"]

_AWAY = frozenset((Relation.OFFSET, Relation.DISTANCE))
_TOWNS = frozenset("town city village capital".split())


def told_by_town(spots: Sequence[Spot], text: str, focus: Focus) -> Iterator[Spot]:
    """Yield the places of a sentence, each held by "the town" that it is measured from.

    Which town that is the text tells before the place, which may be no town itself.
    """
    for spot, behind in zip_longest(spots, spots[1:]):
        measures = behind is not None and _measures(spot, behind, text)
        town = focus.named(behind.mention.expression) if measures else None
        yield _held(spot, town) if town else spot


def _held(spot: Spot, town: PlaceExpression) -> Spot:
    place = spot.mention.expression
    if not town.heads or town.heads == place.heads:
        return spot
    return spot._replace(mention=replace(spot.mention, expression=replace(place, within=town)))


def _measures(spot: Spot, behind: Spot, text: str) -> bool:
    """Tell whether a place without a name only says how far off the one before it is."""
    place, away = spot.mention.expression, behind.mention.expression
    described = behind.aside and behind.unnamed and not away.heads and away.relation in _AWAY
    if not described or away.feature_word not in _TOWNS or not place.heads or place.within:
        return False
    return text[spot.mention.end : behind.mention.start].strip() in (",", "")
