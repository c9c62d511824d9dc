"""Valleys, passes and islands that a text points back to: "hamlets in the gorge", "the pass"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from gazetteer.place import PlaceExpression, Relation

__all__ = ["as_landform", "held_by", "is_landform"]

# Wide, and no town has one for its own as it has a hill: those who tell sit in none of them.
_LANDFORMS = frozenset(
    """
    valley gorge pass plain peninsula island plateau desert delta basin strait canyon wadi
    """.split()
)
_RANGES = ("mountains", "highlands")
_POINTED = re.compile(r"\b(?:the|this|that)\s+(?:same\s+)?[\w-]+$", re.IGNORECASE)


def is_landform(expression: PlaceExpression) -> bool:
    """Tell whether a place lies on a wide piece of nature: "the valley", "in the mountains"."""
    if expression.feature_word in _LANDFORMS:
        return True
    return expression.text.rpartition(" ")[2].lower() in _RANGES


def as_landform(
    expression: PlaceExpression, known: Mapping[str, PlaceExpression]
) -> PlaceExpression:
    """Return "villages in the valley" with the valley that was named before, if one was.

    Where none was it stays without a name: the town named last says too little of where it lies.
    ``known`` holds what was named last by its kind.
    """
    named = known.get(expression.feature_word)
    if named is None or not _POINTED.search(expression.text):
        return expression
    plain = expression.relation is Relation.AT or named.relation is not Relation.AT
    told = replace(named, text=expression.text)
    return told if plain else replace(told, relation=expression.relation)


def held_by(expression: PlaceExpression) -> dict[str, PlaceExpression]:
    """Return the landform that holds a place by its kind: of "X on the Y peninsula" that of Y."""
    land = expression.within
    return {land.feature_word: land} if land and land.heads and is_landform(land) else {}
