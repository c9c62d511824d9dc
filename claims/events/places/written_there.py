"""The town in which a report was written, where its first lines say what sort of town it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from claims.events.spots.spot import Spot
from gazetteer.place import PlaceExpression, Relation

__all__ = ["written_there"]

_AWAY = frozenset((Relation.OFFSET, Relation.DISTANCE))
_TOWNS = frozenset(("town", "city", "village", "port", "capital"))
_LIES = frozenset(("", "in", "near", "on", "outside"))


def written_there(spots: Sequence[Spot], text: str, home: PlaceExpression | None) -> Sequence[Spot]:
    """Return the places of a sentence, "this town in the X region" as the dateline's.

    Elsewhere the land is all that tells where a town without a name lies; behind a dateline it is
    told for readers who have never heard of the town.
    """
    if home is None:
        return spots
    found = [*spots]
    for number, (spot, behind) in enumerate(pairwise(spots)):
        if _is_this_town(spot, text) and _says_where(spot, behind, text):
            told = replace(spot.mention.expression, heads=home.heads)
            mention = replace(spot.mention, expression=told)
            found[number] = spot._replace(mention=mention, aside=False)
            found[number + 1] = behind._replace(aside=True)
            if number and _is_in_it(spots[number - 1], spot, text):
                found[number - 1] = spots[number - 1]._replace(aside=True)
    return found


def _is_this_town(spot: Spot, text: str) -> bool:
    told = spot.mention.expression
    plain = spot.unnamed and told.relation is Relation.AT and told.feature_word in _TOWNS
    return plain and text.startswith("this ", spot.mention.start)


def _is_in_it(site: Spot, town: Spot, text: str) -> bool:
    """Tell whether a site without a name is one of the town: "the main base in this town"."""
    return site.unnamed and text[site.mention.end : town.mention.start].strip() in ("in", "of")


def _says_where(spot: Spot, behind: Spot, text: str) -> bool:
    between = text[spot.mention.end : behind.mention.start].replace(" the ", " ").strip()
    measured = between == "," and behind.mention.expression.relation in _AWAY
    return not behind.unnamed and (measured or between in _LIES)
