"""The grammar of place expressions: tokens and names in, phrases out.

A recursive descent over the words of a text. Which words are names is decided before
(``gazetteer.chunks``); every rule looks at a bounded stretch of words, so a text is read in linear
time. The relations are the ones of the georeferencing guides, widened to how the press words them;
rules for names stand in ``named``, for what has no name in ``unnamed``, for roads in ``roads``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from gazetteer import words
from gazetteer.cursor import ARTICLES, CLOSING, phrases
from gazetteer.measures import directions_at, distance_at
from gazetteer.phrases import Phrase
from gazetteer.place import PlaceExpression, Relation
from gazetteer.roads import RoadRules
from gazetteer.unnamed import UnnamedRules

__all__ = ["Grammar"]

_DEPTH = 4  # "in village V, 5 km from T, in district D, in province P" and no deeper
_GATES = frozenset(("gate", "gates", "doorstep", "doorsteps", "threshold"))
_WITHIN = frozenset(("in", "of", "across", "inside", "within"))
_WHERE = _WITHIN | {"near", "around", "along", "outside", "between", "close", "north", "south"}
_MIDWAY = phrases(
    "halfway",
    "half way",
    "midway",
    "somewhere",
    "in",
)
_TOWARD = phrases(
    "towards",
    "toward",
    "in the direction of",
    "the direction of",
    "on the way to",
    "en route to",
    "in the direction to",
)
_NEAR = phrases(
    "in and around",
    "near to",
    "near",
    "close to",
    "around",
    "outside",
    "just outside",
    "in the vicinity of",
    "the vicinity of",
    "surrounding",
    "adjacent to",
    "next to",
    "not far from",
    "in the area of",
    "the area of",
    "the area around",
    "areas around",
    "the areas around",
    "the area surrounding",
    "the area near",
    "beside",
    "close by",
    "in the surroundings of",
    "around and in",
)
_ALONG = phrases(
    "along",
    "all along",
    "alongside",
    "astride",
)
_FRONT = phrases(
    "front lines",
    "front line",
    "frontline",
    "frontlines",
    "positions",
    "localities",
    "territory",
    "territories",
)


class Grammar(RoadRules, UnnamedRules):
    """All rules over one text."""

    def expression(self, phrase: Phrase) -> PlaceExpression:
        """Turn a phrase into the value that the other rooms use."""
        return PlaceExpression(
            text=self.slice(phrase.first, phrase.last),
            heads=phrase.heads,
            relation=phrase.relation,
            distance_km=phrase.distance_km,
            directions=phrase.directions,
            feature_word=phrase.feature,
            within=self.expression(phrase.within) if phrase.within else None,
        )

    def place(self, at: int) -> Phrase | None:
        """Read the place expression that starts at a token, with what holds it."""
        phrase = self.bare(at)
        return self.held(phrase) if phrase else None

    def bare(self, at: int) -> Phrase | None:
        """Read a place expression without what holds it."""
        if not self._may_open(at):
            return None
        return self._countable(at) or self._along_counted(at) or self._plain_place(at)

    def _may_open(self, at: int) -> bool:
        """Tell quickly whether a place expression can start here at all."""
        word = self.low(at)
        return (
            at in self.names
            or word in words.OPENERS
            or word[:1].isdigit()
            or words.is_demonym(word)
            or self._is_numbered(at)
        )

    def _is_numbered(self, at: int) -> bool:
        return at < self.size and self.is_code(at)

    def _plain_place(self, at: int) -> Phrase | None:
        rules: tuple[Callable[[int], Phrase | None], ...] = (
            self._distance, self._between, self._gates, self._toward, self._near, self._along,
            self.core,
        )  # fmt: skip
        return next((found for rule in rules if (found := rule(at))), None)

    def core(self, at: int) -> Phrase | None:
        """Read a place that is named, or pointed back to, with its part."""
        rules = (self.side, self.heading, self.road, self.kind_of, self.named, self.generic)
        return next((found for rule in rules if (found := rule(at))), None)

    def _related(self, at: int, first: int, relation: Relation) -> Phrase | None:
        """Read the place that a relation word at ``first`` speaks of."""
        inner = self.core(at)
        if inner is None:
            return None
        keeps = relation is Relation.NEAR and inner.relation in (
            Relation.OUTSKIRTS, Relation.PART, Relation.OFFSET, Relation.ALONG,
        )  # fmt: skip
        kind = inner.relation if keeps else relation
        return replace(inner, first=first, relation=kind, shares=True, evident=True)

    def _distance(self, at: int) -> Phrase | None:
        found = distance_at(self.tokens, at)
        if found is None:
            return None
        inner = self.core(found.last)
        if inner is None or inner.distance_km:
            return None
        relation = Relation.OFFSET if found.directions else Relation.DISTANCE
        return replace(
            inner,
            first=at,
            relation=relation,
            distance_km=found.distance_km,
            directions=found.directions,
            shares=True,
            evident=True,
        )

    def _between(self, at: int) -> Phrase | None:
        start = at
        at = self.match(at, _MIDWAY) or at
        if self.low(at) in ARTICLES and self.low(at + 1) in words.AREA_NOUNS:
            at += 2
        if self.low(at) != "between":
            return None
        one = self.plain(at + 1)
        if one is None or self.low(one.last) != "and":
            return None
        other = self.plain(one.last + 1)
        if other is None:
            return None
        return self.pair(start, one, other, Relation.BETWEEN)

    def _gates(self, at: int) -> Phrase | None:
        start = at
        at += self.low(at) in ("at", "to", "on")
        at += self.low(at) == "the"
        at += self.low(at) in ("very",)
        if self.low(at) not in _GATES or self.low(at + 1) != "of":
            return None
        return self._related(at + 2, start, Relation.GATES)

    def _toward(self, at: int) -> Phrase | None:
        last = self.match(at, _TOWARD)
        return self._related(last, at, Relation.TOWARD) if last else None

    def _near(self, at: int) -> Phrase | None:
        last = self.match(at, _NEAR)
        return self._related(last, at, Relation.NEAR) if last else None

    def _along(self, at: int) -> Phrase | None:
        last = self.match(at, _ALONG)
        return self._run_along(at, self.road(last) or self.core(last)) if last else None

    def _along_counted(self, at: int) -> Phrase | None:
        """Read "along the front lines in X"."""
        last = self.match(at, _ALONG)
        return self._run_along(at, self._countable(last)) if last else None

    def _run_along(self, first: int, inner: Phrase | None) -> Phrase | None:
        if inner is None:
            return None
        line = inner.relation in (Relation.AT, Relation.ALONG)
        relation = Relation.ALONG if line else inner.relation
        return replace(inner, first=first, relation=relation, evident=True)

    def _countable(self, at: int) -> Phrase | None:
        """Read "seven villages in the countryside of X", "some areas of X": as long as X."""
        start, at = at, self.determiner(at)
        while self.low(at) in words.QUANTIFIERS or self.low(at).isdigit():
            at += 1 + (self.low(at + 1) == "of")
        towards, at = directions_at(self.tokens, self.adjectives(at))
        last = self._many(at, bare=not towards)
        if not last or self.low(last) not in _WHERE:
            return None
        plain = self.low(last) in _WITHIN
        if self.low(last) == "across" and self.kind(last - 1)[0] in words.KEPT_IN_NAME:
            return None
        inner = self._plain_place(last + 1) if plain else self._plain_place(last)
        if inner is None:
            return None
        named = self.kind_of(start) if self.low(last) == "of" else None
        if named and self.low(named.last) in (",", "and", "or"):
            return named
        if towards and inner.relation is Relation.AT:
            inner = replace(inner, relation=Relation.PART, directions=towards)
        return replace(inner, first=start, evident=True, shares=inner.shares or plain)

    def _many(self, at: int, *, bare: bool) -> int:
        """Return the token after "villages", "areas", "front lines", "positions", or 0."""
        front = self.match(at, _FRONT)
        kind, last = self.kind(at)
        if front or (kind and self.is_plural(last) and kind != "suburb"):
            return front or last
        return at + 1 if bare and self.low(at) in words.SECTION_WORDS and not kind else 0

    def held(self, phrase: Phrase, depth: int = _DEPTH) -> Phrase:
        """Add the place that holds it: "in eastern Z province", ", 12 km south of Y"."""
        if phrase.within or not phrase.heads or not depth:
            return phrase
        at = phrase.last
        if self.low(at) in ("in", "inside"):
            outer = self.core(at + 1)
        elif self.low(at) == ",":
            outer = self._apposed(at + 1)
        else:
            return phrase
        if outer is None or not outer.heads:
            return phrase
        outer = self.held(outer, depth - 1)
        return replace(
            phrase, last=outer.last, within=outer, evident=phrase.evident or outer.evident
        )

    def _apposed(self, at: int) -> Phrase | None:
        """Read what a comma may hang on a place and what says where that place is."""
        outer = self._distance(at) or self._between(at) or self.heading(at)
        if outer:
            return outer
        outer = self.core(at)
        if outer is None or not outer.heads or outer.relation is Relation.ALONG:
            return None
        closed = self.low(outer.last) in CLOSING
        if self.low(outer.last) == "'s":
            return None
        plain = outer.relation is Relation.AT and not outer.feature
        if plain and self.low(outer.last) == "," and not self._ends_clause(outer.last):
            return None
        return outer if closed or not plain else None

    def _ends_clause(self, at: int) -> bool:
        """Tell whether a comma closes an apposition: no further name of a list follows."""
        return not any(self.names.get(at + step) for step in (1, 2, 3))
