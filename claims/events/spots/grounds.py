"""What part of a front, or which province, a sentence or paragraph is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.events.spots.spot import Spot
from claims.events.spots.townlike import ADMIN_WORDS, names_country
from claims.report import Section
from claims.words import Sentence
from gazetteer.place import PlaceExpression, Relation
from gazetteer.town_parts import STANDS_IN_TOWN

__all__ = ["Grounds"]

_PROVINCES = frozenset(
    "province governorate oblast region state district county territory department prefecture "
    "raion subdistrict".split()
)
_MOST_BEFORE = 4  # words before it: "Meanwhile, in the ..."
_LEADS = frozenset(("in", "across", "throughout", "elsewhere in", "within"))


@dataclass(slots=True)
class Grounds:
    """The ground of one sentence after the other.

    "In the X sector, ..." speaks of its paragraph; "In X province, ..." of its sentence alone.
    """

    _section: Section | None = None
    _front: PlaceExpression | None = None

    def laid(self, section: Section, sentence: Sentence, spots: Sequence[Spot]) -> Sequence[Spot]:
        """Return the places of a sentence, each on the ground that the text is about there.

        A sector that the sentence names behind its places ("near A and B in the X direction")
        holds them too where it is the only one.
        """
        if section is not self._section:
            self._section, self._front = section, None
        spots = _by_town(spots)
        fronts = [spot for spot in spots if spot.mention.expression.is_front]
        if len(fronts) == 1:
            self._front = fronts[0].mention.expression
        province = _opening(sentence, spots)
        if town := _opening_town(sentence, spots):
            spots = [_in_town(town, spot) for spot in spots]
        if not (fronts or self._front or province):
            return spots
        return [self._on(province, spot) for spot in spots]

    def _on(self, province: PlaceExpression | None, spot: Spot) -> Spot:
        place = spot.mention.expression
        if place.is_front:
            self._front = place
        ground = self._front or province
        if not (ground and place.heads) or place.within or place.ground or place is ground:
            return spot
        return spot._replace(
            mention=replace(spot.mention, expression=replace(place, ground=ground))
        )


def _by_town(spots: Sequence[Spot]) -> Sequence[Spot]:
    """Return villages as in the part of the land they are told by: "north of X near Y and Z"."""
    found: list[Spot] = []
    side: PlaceExpression | None = None
    for before, spot in zip((None, *spots), spots, strict=False):
        if before and _lies_off(before) and _is_beside(before, spot):
            side = before.mention.expression
        elif not spot.listed:
            side = None
        found.append(_held_in(spot, side))
    return found


def _held_in(spot: Spot, side: PlaceExpression | None) -> Spot:
    place = spot.mention.expression
    if not side or not place.heads or place.within:
        return spot
    return spot._replace(mention=replace(spot.mention, expression=replace(place, within=side)))


def _is_beside(before: Spot, spot: Spot) -> bool:
    """Tell whether "near X" stands right behind another place."""
    near = spot.mention.expression.relation is Relation.NEAR
    return near and spot.mention.start - before.mention.end <= 1


def _lies_off(spot: Spot) -> bool:
    """Tell whether a place is some way from one town: "southeast of X"."""
    place = spot.mention.expression
    return place.relation is Relation.OFFSET and len(place.heads) == 1


def _in_town(town: PlaceExpression, spot: Spot) -> Spot:
    """Return a hospital or a quarter as one of the town with which its sentence opens.

    A district may be one of its province instead, if that is near.
    """
    place = spot.mention.expression
    stands = place.heads and not place.within and place.relation in (Relation.AT, Relation.NEAR)
    if stands and place.feature_word == "district" and not place.ground:
        return spot._replace(mention=replace(spot.mention, expression=replace(place, ground=town)))
    if not stands or spot.aside or place.feature_word not in STANDS_IN_TOWN:
        return spot
    return spot._replace(mention=replace(spot.mention, expression=replace(place, within=town)))


def _opening_town(sentence: Sentence, spots: Sequence[Spot]) -> PlaceExpression | None:
    """Return the town that a sentence opens with: "In X, a shell hit the Y hospital"."""
    first = spots[0] if len(spots) > 1 else None
    if first is None or first.first > _MOST_BEFORE or first.lead != "in" or first.aside:
        return None
    place, end = first.mention.expression, first.mention.end - sentence.start
    town = place.relation is Relation.AT and place.heads and place.feature_word not in ADMIN_WORDS
    opens = sentence.text.startswith(",", end)
    return place if town and opens and not names_country(place) else None


def _opening(sentence: Sentence, spots: Sequence[Spot]) -> PlaceExpression | None:
    """Return the province that a sentence opens with: "In X province, ..."."""
    first = next(iter(spots), None)
    if first is None or first.first > _MOST_BEFORE or first.lead not in _LEADS:
        return None
    place, end = first.mention.expression, first.mention.end - sentence.start
    whole = place.relation in (Relation.AT, Relation.PART) and place.feature_word in _PROVINCES
    opens = sentence.text.startswith((",", ":"), end)
    return place if whole and opens and place.heads else None
