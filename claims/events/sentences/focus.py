"""What a report spoke of last, so that "the city" and sentences without a place have one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from claims.events.sentences.most_told import SMALL, is_small, most_told
from claims.events.sentences.placed import Placed
from claims.events.sentences.stands_for import (
    FAMILY,
    LARGE,
    TOWN_WORDS,
    WHOLE_OF,
    capital_told,
    city_around,
    has_none,
    is_no_town,
    is_whole,
    of_town,
    owning_town,
    seat_in,
    seat_of,
    site_told,
    spread,
    standing_for,
    without_sites,
)
from claims.events.spots.landforms import as_landform, held_by, is_landform
from claims.events.spots.townlike import (
    ADMIN_WORDS,
    TOWN_RELATIONS,
    beside,
    city_of_centre,
    counts_areas,
    described_route,
    in_city,
    is_land,
    is_said_of,
    is_site,
    is_told_there,
    may_be_town,
    measured_from,
    names_country,
    near_last,
    nearer,
    off_from,
    town_of,
    whole_of,
)
from gazetteer.place import PlaceExpression, Relation
from gazetteer.states import LESSER_SEAT
from gazetteer.town_parts import QUARTERS, SITES, STANDS_IN_TOWN
from gazetteer.wording.mentions import Mention

__all__ = ["Focus"]

_AWAY = frozenset((Relation.OFFSET, Relation.DISTANCE))
_LESSER, _TOWNS = SMALL | {"town"}, LARGE | {"town", "village"}
_PLAIN = re.compile(r"^(?:the|this|that|the same)\s+[\w-]+$", re.IGNORECASE)


@dataclass(slots=True)
class Focus:
    """The places a report spoke of last, for "the city" and for sentences without a place."""

    home: PlaceExpression | None = None  # where it was written, if that is no seat of government
    capital: PlaceExpression | None = None  # of the country that the report is set in
    people: Callable[[str], int | None] = lambda _: None  # how many live in a town
    town: PlaceExpression | None = None
    admin: PlaceExpression | None = None
    water: PlaceExpression | None = None  # a river or land, named with an article
    last: Placed | None = None
    _counts: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _towns: dict[tuple[str, ...], PlaceExpression] = field(default_factory=dict)
    _by_word: dict[str, PlaceExpression] = field(default_factory=dict)
    _called: dict[tuple[str, ...], set[str]] = field(default_factory=dict)  # "town", "village"
    _lead: PlaceExpression | None = None  # the town with which the paragraph opens: "Oru: ..."
    _here: dict[tuple[str, ...], PlaceExpression] = field(default_factory=dict)
    _paragraph: dict[tuple[str, ...], PlaceExpression] = field(default_factory=dict)
    _elsewhere: set[tuple[str, ...]] = field(default_factory=set)  # where nothing happened
    _off: PlaceExpression | None = None  # the town that this sentence measures from
    _beyond: PlaceExpression | None = None  # the town that the paragraph measures from
    _whole: PlaceExpression | None = None  # the town of which a side was told: "western X"
    _scene: PlaceExpression | None = None  # the only town of the sentence before: "In Oru, ..."
    _sets: bool = False  # whether this sentence opens so
    _told: dict[str, PlaceExpression] = field(default_factory=dict)  # what "the airport" was
    _kind: str = ""  # what the next place names better: "the base [at X]"

    def open_paragraph(self) -> None:
        """Begin a paragraph: the one town that it names comes before what the report names most."""
        self._paragraph.clear()
        self._lead = self._beyond = self._scene = None
        self._here.clear()

    @property
    def tells_of_several(self) -> bool:
        """Whether the sentence read last names several towns where something happened."""
        return len(self._here) > 1

    @property
    def tells_of_one(self) -> bool:
        """Whether the sentence names a town so far where something happened."""
        return bool(self._here)

    @property
    def ground(self) -> PlaceExpression | None:
        """The town or province spoken of last, where something else may be."""
        last = self.last.expression if self.last else None
        if last is None or not last.heads or names_country(last):
            return self.town
        land = last.feature_word in ADMIN_WORDS or last.relation is Relation.PART
        return last if land or may_be_town(last) else self.town

    def open_sentence(self) -> None:
        """Begin a sentence: what it names itself comes before what the report names most."""
        if self._here:
            only = next(iter(self._here.values())) if len(self._here) == 1 else None
            self._scene = only if self._sets else None
        self._here.clear()
        self._off, self._sets, self._kind = None, False, ""

    def note(
        self,
        mention: Mention,
        expression: PlaceExpression,
        *,
        happens: bool = True,
        heads: bool = False,
        sets: bool = False,
    ) -> None:
        """Remember a named place; where nothing ``happens`` there, only for "the city".

        One that ``heads`` its sentence, before a colon, is told more nearly by what follows; one
        that ``sets`` the scene ("In X, rebels ...") is "the city" of the sentences behind.
        """
        self._sets = self._sets or sets
        word = FAMILY.get(expression.feature_word, expression.feature_word)
        if not mention.expression.heads:  # "the base at X": from then on X is "the base"
            away = expression.relation in _AWAY  # "3 km from the base" is no base
            self._kind = "" if happens or away or word in TOWN_WORDS else word
            self._told |= site_told(expression)
        if not expression.heads or names_country(expression) or is_said_of(expression):
            return
        if self._here and expression.relation is Relation.TOWARD:
            return  # "took X after its defenders left towards Y": what follows is told of X
        if mention.expression.heads:  # no "town" that only stands for one
            self._by_word[word] = self._by_word[self._kind or word] = expression
            self._kind = ""
            seat = capital_told(expression, self.capital, self._towns)
            self._by_word |= held_by(expression) | seat
        afloat = self.water is not None and expression.heads == self.water.heads
        side = expression.relation is Relation.PART and not afloat  # "the eastern bank"
        if expression.feature_word in ADMIN_WORDS or side:
            self.admin = expression
        elif may_be_town(expression):
            named, town = bool(mention.expression.heads), town_of(expression)
            self._note_town(town, word, named=named, happens=happens)
            if heads and named and not self._paragraph:
                self._lead = self._lead or town
            part = town.feature_word in QUARTERS
            if happens and named and is_told_there(expression) and not (heads or part):
                self._here[town.heads] = self._paragraph[town.heads] = town
        self.town = self.town or beside(expression)
        self._whole = whole_of(expression) or self._whole
        self._off = off_from(expression) or self._off
        self._beyond = measured_from(expression) or self._beyond
        told = mention.expression
        wet = is_land(told) or told.feature_word in ("river", "canal")
        self.water = told if wet else self.water
        if happens:
            self._note_centre(expression)
            self.last = Placed(
                expression=expression, start=mention.start, end=mention.end, inherited=True
            )

    def _note_centre(self, expression: PlaceExpression) -> None:
        if city := city_of_centre(expression) or city_around(expression, self.people):
            self._note_town(city, "city", named=True, happens=True)
            self._here[city.heads] = self._paragraph[city.heads] = city

    def _note_town(
        self, expression: PlaceExpression, word: str, *, named: bool, happens: bool
    ) -> None:
        heads = expression.heads
        if self.town is None or (happens and not is_site(expression)):
            self.town = expression
        many = not named and expression.text.endswith("s")  # "several villages" are around it
        # "The airport in X" tells of a town, "X airport" of no more than itself.
        word = "" if word in SITES and " in " in expression.text else word
        self._called.setdefault(heads, set()).update(() if many else (word,))
        # Where those are who tell is no more spoken of for that; "the city" tells of it again.
        told = happens and (named or word.endswith("city"))
        self._counts[heads] += told or heads not in self._counts
        self._towns.pop(heads, None)  # the latest stands last
        self._towns[heads] = expression
        if happens:
            self._elsewhere.discard(heads)
        elif self._counts[heads] == 1:
            self._elsewhere.add(heads)

    def latest(self, number: int) -> list[PlaceExpression]:
        """Return the towns named last, in the order of their names, where something happened."""
        return [t for heads, t in self._towns.items() if heads not in self._elsewhere][-number:]

    def named(self, expression: PlaceExpression) -> PlaceExpression:
        """Return an expression such as "the city" with the name that it stands for.

        "Oru: a camp near the border with B": of all the border the stretch near Oru is meant.
        """
        if expression.heads or is_whole(expression) or counts_areas(expression):
            # "The country", "in nine provinces" are no place of their own.
            near = nearer(expression, list(self._here.values()), self._lead)
            near = seat_in(near, self.admin)
            near = near_last(near, self.last.expression if self.last else None)
            return in_city(near, self._settlement("city"), self.home)
        if self.water and expression.text.endswith(("bank", "banks", "shore", "shores")):
            return standing_for(expression, self.water)
        if expression.feature_word in ADMIN_WORDS:
            return standing_for(expression, self.admin or self.town)
        if LESSER_SEAT.search(expression.text) and "capital" not in self._by_word:
            return seat_of(expression, self.admin)
        if expression.feature_word in TOWN_WORDS:
            return self._as_town(expression)
        owner = self._settlement(word) if (word := owning_town(expression)) else None
        return replace(expression, heads=owner.heads) if owner else self._feature(expression)

    def _as_town(self, expression: PlaceExpression) -> PlaceExpression:
        """Return what "the capital", "the city" or "the city centre" stands for."""
        capital = expression.feature_word == "capital"
        told = self._by_word.get("capital", self.capital)
        if capital and self.capital and told and told.heads == self.capital.heads:
            return replace(expression, heads=self.capital.heads, feature_word="city")
        word = WHOLE_OF.get(expression.feature_word, expression.feature_word)
        old = self._by_word.get("old city") if expression.feature_word == "old city" else None
        town = old or self._settlement(word) or (self.home if word in ("city", "town") else None)
        # "Talks in Oslo go on": the capital that rebels would enter is another one.
        foreign = capital and town is not None and town.heads in self._elsewhere
        return spread(standing_for(expression, None if foreign else town), self.admin)

    def _feature(self, expression: PlaceExpression) -> PlaceExpression:
        """Return what "the hill", "the desert road" or "the area" stands for."""
        word = FAMILY.get(expression.feature_word, expression.feature_word)
        if route := described_route(expression):
            relation = Relation.ALONG if word == "road" else Relation.AT
            return replace(expression, heads=(route,), relation=relation)
        if is_landform(expression):
            return as_landform(expression, self._by_word)
        if word in self._by_word and expression.relation in _AWAY:
            return standing_for(expression, self._by_word[word])
        if word and word in self._by_word and _PLAIN.match(expression.text):
            return replace(self._by_word[word], text=expression.text)
        # "Residents of X said shells landed near the school": the one town that the sentence names.
        here = next(iter(self._here.values())) if len(self._here) == 1 else None
        last = here or (self.last.expression if self.last else None)
        if last and last.heads and expression.feature_word in STANDS_IN_TOWN and is_site(last):
            last = self._settlement("city") or last  # no market stands in a tunnel
        none = has_none(last, word, self.admin) and not self._sets
        last = (self._told.get(word) or self.town or last) if none else last
        if last is None or expression.directions:
            return standing_for(expression, self.admin or self.town)
        small = not (here or none) and not _LESSER.isdisjoint(self._called.get(last.heads, ()))
        city = self._settlement("city") if small and expression.feature_word in SITES else None
        return of_town(expression, city or last)  # a small town's airport is that of the city

    def _settlement(self, word: str) -> PlaceExpression | None:
        """Return what "the town" means: the one named so, the one most spoken of, the last one.

        The only town that its own sentence names comes first: "residents of X said shells hit the
        city". A province named last and after its town stands for it.
        """
        last = self.last.expression if self.last else None
        if last and last == self.admin and not (self._counts and is_no_town(last, word)):
            return last
        here = next(iter(self._here)) if len(self._here) == 1 else None
        # "Diplomats in X said the garrison left the town": the one that was called a town.
        only = here and not (here in self._elsewhere and word in self._by_word)
        only = only and not (word in LARGE and here and is_small(here, word, self._called))
        only = only and not (word in _TOWNS and here and is_site(self._here[here]))
        nearest = self._here[here] if here and only else self._lead
        nearest = nearest or (None if self._here else self._off)
        if word in LARGE:  # "X, 10 km from Y": of both Y is the city
            nearest = nearest or self._beyond
        if word in ("city", "town"):
            nearest = nearest or self._scene
        if nearest:
            return nearest
        if word in ("city", "town") and len(towns := without_sites(self._paragraph)) == 1:
            ((heads, sole),) = towns.items()
            if not is_small(heads, word, self._called):
                return sole
        if word in self._by_word and self._by_word[word].relation in TOWN_RELATIONS:
            return self._by_word[word]
        if word in LARGE and self._counts:
            told = self._counts, self._towns, self._called, self._paragraph, self._whole
            most = most_told(*told, word=word, people=self.people, elsewhere=self._elsewhere)
            return most or (None if word == "capital" else self.town)
        return self.town or self._whole
