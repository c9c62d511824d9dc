"""Words that stand for a place told before, and what they take over from it."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.events.spots.townlike import ADMIN_WORDS, town_alone
from gazetteer.place import PlaceExpression

__all__ = ["TOWN_WORDS", "is_whole", "standing_for"]

TOWN_WORDS = frozenset(
    """
    city town village capital suburb neighbourhood neighborhood settlement camp hamlet area
    enclave oasis centre
    """.split()
)
_WHOLE = re.compile(
    r"^(?:the|this|that|their|its)\s+(?:country|nation|homeland|countryside$)\b", re.IGNORECASE
)
_OF_ALL = re.compile(r"\bof\s+the\s+(?:country|nation)$", re.IGNORECASE)


def is_whole(expression: PlaceExpression) -> bool:
    """Tell whether a country is meant in whole: "the nation", "the south of the country"."""
    return bool(_WHOLE.search(expression.text) or _OF_ALL.search(expression.text))


def standing_for(
    expression: PlaceExpression, antecedent: PlaceExpression | None
) -> PlaceExpression:
    """Return an expression with the name and the kind of what was named before it."""
    if antecedent is None:
        return expression
    if expression.feature_word in TOWN_WORDS:
        antecedent = town_alone(antecedent)
    if expression.feature_word in TOWN_WORDS and antecedent.feature_word in ADMIN_WORDS:
        return replace(expression, heads=antecedent.heads[:1])
    word = antecedent.feature_word or expression.feature_word
    return replace(expression, heads=antecedent.heads[:1], feature_word=word)
