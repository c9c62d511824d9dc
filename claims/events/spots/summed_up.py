"""Words without a name that add no place to those named: "X and Y, two hamlets above the river"."""

from __future__ import annotations

import re

from claims.events.spots.spot import Spot
from claims.events.spots.townlike import ADMIN_WORDS
from claims.words import Sentence
from gazetteer.wording.mentions import Mention

__all__ = ["is_its_land", "sums_up"]

_TOWNS = frozenset("city town village settlement suburb hamlet".split())
_COUNTS = ("two ", "three ", "four ", "both ")
# "X and Y, two rebel strongholds near"
_OF_SORT = re.compile(
    r",\s+(?!and\b|or\b)(?:(?:two|three|four|both|twin|neighbou?ring)\s+)?(?:[a-z][\w-]*\s+){0,2}"
    r"(?:towns|villages|hamlets|cities|settlements|suburbs|ports|districts|provinces|communities"
    r"|strongholds|bastions|bases|outposts)\b"
)
_CLOSED = re.compile(r"\band\s+(?:the\s+(?:[a-z]+\s+){1,3}of\s+)?$")
_ON_ROUTE = re.compile(
    r",\s+(?:on|along|beside|off)\s+(?:the|a)\s+(?:\w+\s+)?(?:road|highway|railway|river|border|coast)"
)


def sums_up(sentence: Sentence, before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether places are only counted again, or only the route is told that one lies on.

    "X and Y, two hamlets above the river, fell"; "the X bridge, on the road to the south".
    """
    if before.listed and _is_of_sort(sentence, before, mention, between):
        return True
    if mention.expression.heads:
        return False
    if _ON_ROUTE.fullmatch(between + mention.expression.text):
        return True
    behind = sentence.text[mention.end - sentence.start :]
    counted = mention.expression.text.lower().startswith(_COUNTS)
    listed = before.listed and between.strip() == ","
    return listed and counted and not behind.startswith(" and ")


def is_its_land(before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether a land only tells where a town without a name lies: "the town, X province,"."""
    town, land = before.mention.expression, mention.expression
    named = bool(land.heads) and land.feature_word in ADMIN_WORDS
    plain = before.unnamed and town.feature_word in _TOWNS and town.text.lower().startswith("the ")
    return named and plain and between.strip() == ","


def _is_of_sort(sentence: Sentence, before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether words tell what the towns of a list that has ended are: "two ports near Z"."""
    lead = sentence.text[: before.mention.start - sentence.start]
    told = between + mention.expression.text
    goes_on = sentence.text.startswith(" and ", mention.end - sentence.start)
    return bool(_CLOSED.search(lead) and _OF_SORT.match(told)) and not goes_on
