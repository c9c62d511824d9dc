"""Bridges, dams and fords that are told by what they cross: "a bridge over the Oru"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.events.spots.spot import Spot
from claims.events.spots.townlike import ROUTE_WORDS, is_land, names_country
from claims.word_lists import word_list
from gazetteer.place import PlaceExpression

__all__ = ["crossed"]

# What men, bridges and shots go over.
_WATERS = frozenset(("river", "canal", "stream", "strait"))
_CROSSED = ROUTE_WORDS | _WATERS | {"lake", "valley", "gorge", "railway"}
_LEADS = frozenset(("over", "across", "on"))
_WORDS = "|".join(sorted(word_list("crossings")))
_BEFORE = re.compile(rf"\b(?:{_WORDS})\s+(?:over|across|on)\s+$", re.IGNORECASE)
_LONGEST = 40  # characters of "bridge across "


def crossed(spot: Spot, text: str, town: PlaceExpression | None) -> PlaceExpression:
    """Return where "a bridge across the river in X" is: in X, not all along the river.

    Where its words tell of no town, it is beside the ``town`` spoken of; but "the flag over the
    centre of X, west of Y" flies in X.
    """
    expression = spot.mention.expression
    crosses = spot.lead in _LEADS and not spot.listed
    crosses = crosses and (is_land(expression) or expression.feature_word in _CROSSED)
    if not crosses:
        return expression
    if expression.within and expression.within.heads:
        within = expression.within
        held = spot.lead == "on" or names_country(within)
        return expression if held else replace(within, text=expression.text)
    return _bridged(spot, text, town)


def _bridged(spot: Spot, text: str, town: PlaceExpression | None) -> PlaceExpression:
    """Return the stretch of a river beside a town that has a bridge told by that river."""
    expression, start = spot.mention.expression, spot.mention.start
    water = expression.feature_word or "river"
    told = _BEFORE.search(text, max(0, start - _LONGEST), start)
    if told is None or water not in _WATERS or not expression.heads:
        return expression
    water_told = town and (town.heads == expression.heads or town.feature_word in _WATERS)
    town = None if water_told else town
    words = text[told.start() : spot.mention.end]
    return replace(expression, text=words, feature_word=water, within=town)
