"""Places told by a town that is not named again: "the X junction, 20 km north of the town".

So are its quarters: "the districts of X and Y, in the south of the city", "the X area of it".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile, zip_longest

from claims.events.places.tellers_town import of_teller
from claims.events.places.that_town import that_town
from claims.events.places.written_there import written_there
from claims.events.sentences.focus import Focus
from claims.events.spots.named_by import without_site
from claims.events.spots.spot import Spot
from gazetteer.place import PlaceExpression, Relation

__all__ = ["told_by_town"]

_AWAY = frozenset((Relation.OFFSET, Relation.DISTANCE))
_PARTS = frozenset((Relation.AT, Relation.NEAR, Relation.PART, Relation.OUTSKIRTS))
_TOWNS = frozenset(("town", "city", "village", "capital", "old city"))
_SITES = frozenset(("base", "air base", "airport", "airfield", "camp", "garrison", "dam", "bridge"))
_INSIDE = frozenset("of in inside within".split())
_JOINTS = frozenset(("", "on", "at", "in"))


def told_by_town(spots: Sequence[Spot], text: str, focus: Focus) -> Iterator[Spot]:
    """Yield the places of a sentence, each held by "the town" that it is measured from.

    Which town that is the text tells before the place, which may be no town itself.
    """
    spots = of_teller(written_there(spots, text, focus.home), text)
    spots = that_town(spots, text, focus)
    # Of a list its first member tells the town: the others would take the first for it.
    towns: dict[int, PlaceExpression] = {}
    for number, (spot, behind) in enumerate(zip_longest(spots, spots[1:])):
        told = behind if behind is not None and _measures(spot, behind, text) else None
        told = told or _part_behind(spots[number:], text)
        if told and told.first not in towns:
            towns[told.first] = focus.named(told.mention.expression)
        yield _held(spot, towns[told.first]) if told else spot


def _part_behind(spots: Sequence[Spot], text: str) -> Spot | None:
    """Return the part of a town that is told behind a place, or behind the list it stands in."""
    listed = takewhile(lambda spot: spot.listed and spot.mention.expression.heads, spots[1:])
    members = [spots[0], *listed]
    behind = next(iter(spots[len(members) :]), None)
    if behind is None or any(m.mention.expression.within for m in members):
        return None
    lies = _describes(members[-1], behind, _PARTS, text) and spots[0].mention.expression.heads
    return behind if lies else None


def _held(spot: Spot, town: PlaceExpression) -> Spot:
    place = spot.mention.expression
    if not town.heads or town.heads == place.heads:
        return spot
    return spot._replace(mention=replace(spot.mention, expression=replace(place, within=town)))


def _measures(spot: Spot, behind: Spot, text: str) -> bool:
    """Tell whether a place without a name only says how far off the one before it is."""
    place = spot.mention.expression
    return bool(place.heads) and not place.within and _describes(spot, behind, _AWAY, text)


def _describes(spot: Spot, behind: Spot, how: Collection[Relation], text: str) -> bool:
    """Tell whether words of a town without its name only say where the place before them is."""
    told = behind.mention.expression
    described = behind.aside and behind.unnamed and not told.heads and told.relation in how
    kinds = _TOWNS | _SITES if told.relation in _AWAY else _TOWNS
    if not described or told.feature_word not in kinds:
        return False
    between = without_site(text[spot.mention.end : behind.mention.start])
    joint = between.strip().removeprefix(",").strip()
    return joint in (_INSIDE if told.relation is Relation.AT else _JOINTS)
