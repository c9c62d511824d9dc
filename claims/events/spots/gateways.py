"""What a place is to another: "the pass, the northern gateway to Y"."""

from __future__ import annotations

import re

from claims.events.spots.landforms import is_landform
from claims.events.spots.spot import Spot
from claims.words import Sentence
from gazetteer.place import Relation
from gazetteer.wording.mentions import Mention

__all__ = ["is_seat_of", "is_what_it_leads_to", "joins_two", "leads_through"]

_IS_TO = re.compile(
    r"^\s*,\s+(?:the|an?|its|their)\s+(?:[\w'’-]+\s+){0,2}(?:gateway|key|link|lifeline|route|line|entrance"
    r"|access|outlet|artery|conduit|corridor|hub|(?:entry|transit|landing|transfer)\s+points?"
    r"|(?:only|last|main)\s+(?:way|crossing|exit))"
    r"(?:\s+(?:for|of)\s+(?:[a-z-]+\s+){0,2}[a-z-]+)?\s+(?:of|(?:in)?to|for|with|out\s+of)\s+(?:the\s+)?$"
    r"|^\s*,\s+(?:the|its|one\s+of\s+the)\s+(?:[\w-]+\s+)?(?:larg|bigg|busi|strong|old|high)est(?:\s+[\w-]+)?"
    r"\s+(?:in|of)\s+(?:the\s+)?$"
)
# "X, the rebels' base at the mouth of the Y valley, was bombed".
_BASE_OF = re.compile(
    r"^\s*,\s+(?:[\w.-]+\s+){0,4}[\w.-]+(?:['’]s|s['’])\s+(?:[\w-]+\s+){0,2}(?:base|headquarters|stronghold"
    r"|bastion|redoubt|hideout|garrison|outpost|command\s+post|home\s*town|birthplace)\s+"
    r"(?:(?!and\b|or\b)[a-z]+\s+){0,6}$"
)
_OF_THE = re.compile(r"^\s+of\s+the\s+(?:[a-z-]+\s+){0,2}$")
_CLOSES = re.compile(r"^\s*(?:[.;]|,\s+(?!(?:and|or|the|an?|in|at|near)\b|[A-Z]))")

_WAY = re.compile(
    r"\b(?:tunnel|pass|road|highway|motorway|railway|route|track|line|corridor)$", re.I
)
_HEIGHTS = frozenset("mountain hill ridge heights range forest jungle swamp marsh".split())
_POINTS = frozenset(
    "crossing post checkpoint bridge tunnel dam junction gate pass station outpost base camp town"
    " village hamlet settlement fort port".split()
)
_THROUGH = re.compile(
    r"^\s+(?:that\s+|which\s+)?(?:runs?\s+|leads?\s+)?(?:through|under|across|over)\s+(?:the\s+)?$"
)


def is_what_it_leads_to(sentence: Sentence, mention: Mention, between: str) -> bool:
    """Tell whether a place is set off only to say what the one before it is."""
    behind = sentence.text[mention.end - sentence.start :]
    closes = _CLOSES.match(behind) is not None
    if closes and _BASE_OF.match(between):
        return True
    return (closes or behind.startswith(",")) and _IS_TO.match(between) is not None


def leads_through(way: Mention, land: Mention, between: str) -> bool:
    """Tell whether a place is the land that a way leads through: "the X tunnel under Y"."""
    if not _THROUGH.match(between) or not _WAY.search(way.expression.text):
        return False
    return is_landform(land.expression) or land.expression.feature_word in _HEIGHTS


def is_seat_of(before: Spot, between: str) -> bool:
    """Tell whether a land is told of for its capital: "X, the capital of the rebel region of Y"."""
    seat = before.unnamed and before.mention.expression.feature_word == "capital"
    return seat and before.aside and _OF_THE.match(between) is not None


def joins_two(site: Spot, two: Mention, between: str) -> bool:
    """Tell whether two places only say where a site lies: "the X crossing between A and B".

    A land, an area, a road or a river goes on for miles: "in the X valley between A and B".
    """
    told = site.mention.expression
    plain = told.relation in (Relation.AT, Relation.PART) and len(told.heads) == 1
    town = not (told.feature_word or site.lead)  # "fighting in X between A and B" narrows it
    point = plain and (town or told.feature_word in _POINTS)
    return point and not between.strip() and two.expression.relation is Relation.BETWEEN
