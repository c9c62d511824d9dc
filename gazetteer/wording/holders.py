"""Rules for what holds a place: "X in eastern Z province", "X, 12 km south of Y", "X near Y"."""

from __future__ import annotations

from gazetteer.nearness import AREA_KM
from gazetteer.place import Relation
from gazetteer.states import COUNTRIES
from gazetteer.town_parts import AIRFIELDS, INSIDE, SITES
from gazetteer.wording.cursor import CLOSING
from gazetteer.wording.land_around import land_around
from gazetteer.wording.lying import BESIDE, LYING, OFF, LyingRules
from gazetteer.wording.measures import DASHES
from gazetteer.wording.namewords import CALENDAR
from gazetteer.wording.phrases import Phrase
from gazetteer.wording.words import AREAS, DISTRICTS, PROVINCES, ROAD_WORDS, SETTLEMENTS

__all__ = ["HolderRules"]

_DEPTH = 4  # "in village V, 5 km from T, in district D, in province P" and no deeper
_LANDS = frozenset("in of across throughout into inside from".split())
_EDGES = frozenset((Relation.OUTSKIRTS, Relation.GATES))

#: "The X axis" is a part of a front.
_COURSES = frozenset((*ROAD_WORDS.values(), "river", "border")) - {"axis"}
_BRACKET = 8  # words in brackets behind a member of a list
# What only a country holds: "In X province, Y fell" tells of Y in X.
_HELD_BY = frozenset(("controlled", "held", "occupied"))
_WHEN = frozenset("yesterday today overnight early late last this during after before".split())
_OF_SITE = frozenset(("in", "at", "on"))
_OF_AIRFIELD = _OF_SITE | {"near", "outside", "serving"}
_HOLDER = 6  # tokens of "non-government-controlled" and its like
_TOWNS = SETTLEMENTS | {""}
_HOLDING = AREAS | {"country"}
_LANDFORMS = frozenset("valley gorge ridge mountain plain plateau desert forest peninsula".split())
_CROSSING = frozenset(("bridge", "crossing", "dam"))
_LISTS = frozenset("in near at around on along outside inside north south east west".split())
_OF_TOWN = frozenset((Relation.AT, Relation.PART, *_EDGES))


class HolderRules(LyingRules):
    """A place and where the text says that it lies."""

    def held(self, phrase: Phrase, depth: int = _DEPTH, *, sure: bool = True) -> Phrase:
        """Add the place that holds it: "in eastern Z province", ", 12 km south of Y".

        What a place lies near is read where it is ``sure`` that it is a place: no "pylons near Y".
        """
        if phrase.within or not depth:
            return phrase
        if not phrase.heads:
            return self._sited(phrase, depth)
        return self._lying_in(phrase, depth, sure=sure)

    def nearer(self, land: Phrase) -> Phrase | None:
        """Read "northern X, near Y" and "the X region near Y": where in X it is, Y tells."""
        if not land.heads:
            return None
        side = land.relation is Relation.PART and land.heads[0].lower() in COUNTRIES
        if not (side or (land.relation is Relation.AT and land.feature in AREAS)):
            return None
        at = land.last + (self.low[land.last] == ",")
        beside = self.low[at] in BESIDE or self.low[at] == "around"
        found = self.plain_place(at) if beside else (self._told_off(at) if side else None)
        if found is None or not found.heads or found.feature in _COURSES | _HOLDING:
            return None
        if found.relation not in OFF or found.heads == land.heads:
            return None
        if found.heads[0].lower() in COUNTRIES and not found.feature:
            return land._replace(last=found.last)  # a whole country tells less than X does
        return found._replace(first=land.first, within=land, evident=True)

    def _told_off(self, at: int) -> Phrase | None:
        """Read "north of Y", "30 km from Y", where Y is no far-off capital."""
        found = self.away(at) or self.heading(at)
        far = found is not None and found.distance_km and found.distance_km[0] > AREA_KM
        return None if far else found

    def _lying_in(self, phrase: Phrase, depth: int, *, sure: bool) -> Phrase:
        at = self._over_water(phrase)
        if self.low[at] == "(":
            return self.bracketed(phrase)
        outer = self._told_behind(phrase, at, sure=sure)
        if outer is None or not (outer.heads or _is_from_capital(outer)):
            return phrase
        if self.low[at] == "," and _is_in_the_first(phrase, outer):
            return phrase
        if outer.heads and _is_next_side(phrase, outer):
            return phrase
        outer = self.held(outer, depth - 1)
        if outer.heads and outer.feature == "capital" and outer.relation is Relation.AT:
            outer = land_around(phrase, outer)
        return phrase._replace(
            last=outer.last, within=outer, evident=phrase.evident or outer.evident
        )

    def _told_behind(self, phrase: Phrase, at: int, *, sure: bool) -> Phrase | None:
        """Read what may hold a place, from the first word behind it."""
        word = self.low[at]
        if word in ("in", "inside"):
            land = self.nearer_in(self.core(at + 1))
            return land if land and land.heads else self._near(at) or land
        if word == ",":
            return self._set_off(phrase, at + 1, sure=sure)
        if word in DASHES:
            return None if self.tokens.glued[at + 1] else self.away(at + 1) or self.heading(at + 1)
        area = word == "of" and phrase.feature == "area" and phrase.relation is Relation.NEAR
        land = self.core(at + 1) if area or word == "on" else None
        if area or (land and land.feature == "island"):
            return land  # "the X area of Y", "X on the Y Peninsula"
        if _is_course(phrase):
            return self.passed_by(at)
        return self._told_of(phrase, at) if sure else None

    def _set_off(self, phrase: Phrase, at: int, *, sure: bool) -> Phrase | None:
        """Read what may hold a place, behind a comma."""
        if self.low[at] == "in":
            return self.nearer_in(self._in_land(at + 1))
        outer = self.all_lying(at) or self._apposed(phrase, at)
        outer = outer or (self._told_of(phrase, at) if sure else None)
        return outer or (self.beside(at) if _is_course(phrase) else None)

    def _over_water(self, phrase: Phrase) -> int:
        """Return where a bridge's river ends before its town: "the X bridge across the Y in Z"."""
        at = phrase.last
        if phrase.feature not in _CROSSING or self.low[at] not in ("across", "over", "on"):
            return at
        river = self.core(at + 1)
        return river.last if river and self.low[river.last] in ("in", "inside") else at

    def _sited(self, phrase: Phrase, depth: int) -> Phrase:
        """Read "the airport in X" as X's own, but in "the camp and the airport in X" no part.

        So is "the airport on the southern edge of X".
        """
        at, before = phrase.last, phrase.first - 1
        where = _OF_AIRFIELD if phrase.feature in AIRFIELDS else _OF_SITE
        where = where if phrase.feature in SITES else frozenset(("in",))
        stands = phrase.feature in SITES or phrase.feature in INSIDE
        if not stands or phrase.directions or self.low[at] not in where:
            return phrase
        led = self.low[before] == "to" and self.low[before - 1] in ROAD_WORDS
        if led or (self.low[before] == "and" and not self.tokens.capital[before - 1]):
            return phrase
        town = self._town_of_site(at)
        if town is None or town.feature not in _TOWNS or town.relation is not Relation.AT:
            return phrase
        sited = town._replace(first=phrase.first, feature=phrase.feature, evident=True,
                              relation=phrase.relation, distance_km=phrase.distance_km)  # fmt: skip
        return self._lying_in(sited, depth, sure=True)

    def _town_of_site(self, at: int) -> Phrase | None:
        """Return X of "in X", or of "on the outskirts of X"."""
        edge = self.core(at + 1) if self.low[at] != "in" else None
        if edge and edge.relation is Relation.OUTSKIRTS and edge.heads:
            return edge._replace(relation=Relation.AT, directions=())
        return self.named(at + 1) if self.low[at] != "on" else None

    def bracketed(self, phrase: Phrase) -> Phrase:
        """Read "X (Y province)", "X (12 km from Y)"; "X (Y)" is another name and no holder.

        Who holds it may stand first: "X (government-controlled, 12 km from Y)".
        """
        at = self._behind_holder(phrase.last + 1)
        at += self.low[at] == "in"
        beside = self.low[at] in BESIDE and self._told_of(phrase, at)
        outer = self.away(at) or beside or self.core(at)
        if outer is None or not outer.heads or self.low[outer.last] != ")":
            return phrase
        if outer.relation is Relation.AT and not outer.feature:
            return phrase
        return phrase._replace(last=outer.last + 1, within=outer, evident=True)

    def _behind_holder(self, at: int) -> int:
        """Return the token behind "government-controlled,"; the same where no such word stands."""
        last = at
        while self.low[last + 1] == "-" and last < at + _HOLDER:
            last += 2
        stands = last > at and self.low[last] in _HELD_BY and self.low[last + 1] == ","
        return last + 2 if stands else at

    def _apposed(self, phrase: Phrase, at: int) -> Phrase | None:
        """Read what a comma may hang on a place and what says where that place is."""
        outer = self.away(at) or self.between(at) or self.heading(at)
        if outer:
            return outer
        outer = self.core(at)
        if outer is None or not outer.heads or outer.relation is Relation.ALONG:
            return None
        lead, told = phrase.first - 1, self.low[outer.last] not in CLOSING
        told = told and self.low[lead] == "in" and self.tokens.opens[lead]
        if (told or self.low[at] == "the") and outer.feature in SETTLEMENTS:
            return None  # "In X, (the town of) Y (town) fell": no town holds what stands before
        closed = self.low[outer.last] in CLOSING or self._is_dated(phrase, outer.last)
        if self.low[outer.last] == "'s":
            return None
        plain = outer.relation is Relation.AT and not outer.feature
        goes_on = self._behind_bracket(outer.last) if plain else outer.last
        if plain and self.low[goes_on] == "," and not self._ends_clause(goes_on):
            return None
        return outer if closed or not plain else None

    def _is_dated(self, phrase: Phrase, at: int) -> bool:
        """Tell whether a time closes an apposition: "in X, Y on Monday"; no list has two names.

        But "A, X, Y on Monday" is one, and in "In X, Y on Monday fell" Y is what fell.
        """
        lead = phrase.first - 1
        if self.low[lead] == "," or (lead >= 0 and self.tokens.opens[lead]):
            return False
        return self.low[at] in _WHEN or (self.low[at] == "on" and self.low[at + 1] in CALENDAR)

    def _in_land(self, at: int) -> Phrase | None:
        """Read "X, in Y province," and "X, in northern Y,"; but "in X, in Y province and in Z".

        So is "X, in the Y valley," held by the valley; but "X, in the Y valley, and Z" lists them.
        """
        outer = self.core(at)
        if outer is None or not outer.heads:
            return None
        side = outer.relation is Relation.PART and outer.heads[0].lower() in COUNTRIES
        last = outer.last + (self.low[outer.last] == ",")
        land = outer.feature in _LANDFORMS
        goes_on = self.low[last + 1] in _LISTS or (land and bool(self.names.get(last + 1)))
        listed = self.low[last] in ("and", "or") and goes_on
        holds = side or outer.feature in DISTRICTS or land
        return outer if holds and not listed else None

    def _behind_bracket(self, at: int) -> int:
        """Return where a list goes on behind what a bracket adds: "X, Y (since May), Z"."""
        if self.low[at] != "(":
            return at
        closes = (n for n in range(at + 1, at + _BRACKET) if self.low[n] == ")")
        return next(closes, at - 1) + 1

    def _told_of(self, phrase: Phrase, at: int) -> Phrase | None:
        """Read "near Y", "a village on the outskirts of Y", "which lies south of Y".

        Only behind a name that nobody knows: a known one needs no such help, and in "in Helmand
        near Sangin" the second says more.
        """
        area = phrase.relation is Relation.NEAR and phrase.feature == "area"  # "the X area near Y"
        if not area and phrase.relation not in (Relation.AT, Relation.TOWARD):
            return None
        known = all(name.known for name in phrase.names)
        site = known and phrase.heads != tuple(name.text for name in phrase.names)
        if known and not site:
            return self._at_edge(phrase, at)
        start, apposed = at, self.low[at - 1] == ","
        if apposed and self.low[at] in ("a", "an", "the"):
            kind, behind = self.kind(self.adjectives(at + 1))
            at = behind if kind else at
        at = self.match(at, LYING) or at
        outer = self.lying(at, told=at > start)
        if outer is None or not outer.heads or outer.feature == "border":
            return None
        if site and outer.relation not in OFF:
            return None  # "the X bridge near Y", but "the X crossing between Y and Z" is known
        return None if apposed and self.low[outer.last] in ("and", "or") else outer

    def _at_edge(self, phrase: Phrase, at: int) -> Phrase | None:
        """Read at whose edge a site or town that is known lies: "shelled X on the edge of Y".

        A province, as "in Helmand on the outskirts of Lashkar Gah" may name one, lies at none's.
        """
        sited = phrase.feature not in PROVINCES
        sited = sited and bool(phrase.feature or self.low[phrase.first - 1] not in _LANDS)
        inner = self.core(at + 1) if sited and self.low[at] in ("on", "at") else None
        return inner if inner and inner.relation in _EDGES else None

    def _ends_clause(self, at: int) -> bool:
        """Tell whether a comma closes an apposition: no further name of a list follows."""
        return not any(self.names.get(at + step) for step in (1, 2, 3))


def _is_course(phrase: Phrase) -> bool:
    """Tell whether this is a road or river, which runs on where its text is about one stretch."""
    return phrase.feature in _COURSES


def _is_in_the_first(phrase: Phrase, outer: Phrase) -> bool:
    """Tell whether what is behind a comma lies in a province before it, and holds it not.

    So in "In X province, the suburbs of Y fell".
    """
    town = outer.relation in _OF_TOWN and outer.feature not in _HOLDING and bool(outer.heads)
    return town and phrase.feature in PROVINCES and outer.heads[0].lower() not in COUNTRIES


def _is_next_side(phrase: Phrase, outer: Phrase) -> bool:
    """Tell whether two directions are listed and none holds the other: "west of X, north of Y"."""
    sides = (phrase, outer)
    return all(side.relation is Relation.OFFSET and not side.distance_km for side in sides)


def _is_from_capital(outer: Phrase) -> bool:
    """Tell whether a place lies so far from "the capital", which the text's country has."""
    return outer.feature == "capital" and bool(outer.distance_km or outer.directions)
