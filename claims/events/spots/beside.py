"""What lies by a place, and what a place is said to lie by: "a hill overlooking X", "X near Y"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.events.spots.named_by import AWAY
from claims.events.spots.spot import Spot
from claims.words import Sentence
from gazetteer.place import Relation
from gazetteer.wording.mentions import Mention

__all__ = ["beside_it", "is_above", "measured", "set_beside"]

_OVERLOOKS = ("overlooking", "dominating")
_OVERLOOKING = frozenset(_OVERLOOKS)
_OVER = re.compile(r"^\s+(?:range\s+)?(?:overlooking|dominating|(?P<up>above))\s+(?:the\s+)?$")
_HEIGHTS = frozenset("mountain hill hilltop height ridge peak".split())
_BELOW = _OVERLOOKING | {"above"}
_HIGH = frozenset(
    "hill hills heights height ridge ridges mountain mountains peak peaks cliffs slopes".split()
)


def beside_it(
    sentence: Sentence, mention: Mention, first: int, spot: Spot | None, *, listed: bool
) -> Mention:
    """Return what lies by a place for "a hill overlooking X (and Y)", "a bridge leading to X".

    Who takes that takes no X; but "Y, overlooking X" is Y.
    """
    said, before = mention.expression, sentence.lower[max(0, first - 2) : first]
    plain = said.relation is Relation.AT and len(said.heads) == 1
    if spot and listed and plain and spot.mention.expression.text.startswith(_OVERLOOKS):
        return replace(mention, expression=replace(said, relation=Relation.NEAR))
    if spot and not spot.unnamed and before:
        behind = sentence.text[spot.mention.end - sentence.start :].lstrip(", ")
        plain = plain and not behind.startswith(before[-1])
    above = before[-1:] == ["above"] and not _HIGH.isdisjoint(before)
    # But "captured X, leading to the fall of Y"
    leads = before == ["leading", "to"] and sentence.lower[first - 3 : first - 2] != [","]
    if not plain or not (above or leads or not _OVERLOOKING.isdisjoint(before[-1:])):
        return mention
    start = sentence.words[first - 1 - leads].start
    text = sentence.text[start - sentence.start : mention.end - sentence.start]
    relation = Relation.TOWARD if leads else Relation.NEAR
    return replace(mention, start=start, expression=replace(said, text=text, relation=relation))


def measured(before: Spot | None) -> Spot | None:
    """Return a place that a comma parts from how far off it lies: "X, 9 km from Y and near Z"."""
    told = before.mention.expression if before else None
    within = told.within if told else None
    set_off = within and told and f", {within.text}" in told.text
    return before if within and set_off and within.relation in AWAY else None


def is_above(spot: Spot, between: str) -> bool:
    """Tell whether a place with a name overlooks the next: "the X post overlooking Y"."""
    place, over = spot.mention.expression, _OVER.match(between)
    if over is None or not place.heads:
        return False
    return over["up"] is None or place.feature_word in _HEIGHTS  # "Mount X above Y"


def set_beside(spot: Spot, mention: Mention, between: str) -> Spot:
    """Return a place with what it is said to lie near as its holder: "X, a village west of Y".

    So is "the X post overlooking Y" by Y.
    """
    said, beside = spot.mention.expression, mention.expression
    below = between.strip() in _BELOW and beside.relation is Relation.AT
    if below:
        beside = replace(beside, relation=Relation.NEAR, text=f"near {beside.text}")
    plain = said.relation is Relation.AT and len(said.heads) == 1 and not said.within
    if not plain or not beside.heads or not (below or beside.relation in AWAY):
        return spot
    return spot._replace(mention=replace(spot.mention, expression=replace(said, within=beside)))
