"""Words without a name that add no place to those named: "X and Y, two hamlets above the river"."""

from __future__ import annotations

import re

from claims.events.spots.spot import Spot
from claims.words import Sentence
from gazetteer.wording.mentions import Mention

__all__ = ["sums_up"]

_COUNTS = ("two ", "three ", "four ", "both ")
_ON_ROUTE = re.compile(
    r",\s+(?:on|along|beside|off)\s+(?:the|a)\s+(?:\w+\s+)?(?:road|highway|railway|river|border|coast)"
)


def sums_up(sentence: Sentence, before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether places are only counted again, or only the route is told that one lies on.

    "X and Y, two hamlets above the river, fell"; "the X bridge, on the road to the south".
    """
    if mention.expression.heads:
        return False
    if _ON_ROUTE.fullmatch(between + mention.expression.text):
        return True
    behind = sentence.text[mention.end - sentence.start :]
    counted = mention.expression.text.lower().startswith(_COUNTS)
    listed = before.listed and between.strip() == ","
    return listed and counted and not behind.startswith(" and ")
