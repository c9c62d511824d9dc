"""The grammar of place expressions: tokens and names in, phrases out.

A recursive descent over the words of a text. Which words are names is decided before
(``gazetteer.wording.chunks``); every rule looks at a bounded stretch of words, so a text is read in
linear time. The relations are the ones of the georeferencing guides, widened to how the press words
them; rules for names stand in ``named``, for what has no name in ``unnamed``, for roads in
``roads``, for relations in ``related``.
"""

from __future__ import annotations

from gazetteer.place import PlaceExpression, Relation
from gazetteer.wording import words
from gazetteer.wording.cursor import CLOSING, phrases
from gazetteer.wording.openings import OpeningRules
from gazetteer.wording.phrases import Phrase

__all__ = ["Grammar"]

_DEPTH = 4  # "in village V, 5 km from T, in district D, in province P" and no deeper
_WITHIN = frozenset(("in", "of", "across", "inside", "within"))
_WHERE = (
    _WITHIN
    | frozenset(words.DIRECTIONS)
    | words.EXACTLY
    | {"near", "around", "along", "outside", "between", "close", "to"}
)
_LAND = frozenset("area zone land terrain ground stretch territory point position".split())
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
_ALONG = phrases(
    "along",
    "all along",
    "alongside",
    "astride",
)

_COUNTED = (
    words.FEATURE_OPENERS | words.SECTION_WORDS | _LAND | frozenset((*words.DIRECTIONS, *_FRONT))
)


class Grammar(OpeningRules):
    """All rules over one text."""

    def expression(self, phrase: Phrase) -> PlaceExpression:
        """Turn a phrase into the value that the other rooms use."""
        return PlaceExpression(
            text=self.verbatim(phrase.first, phrase.last),
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
        return self._countable(at) or self._along_counted(at) or self.plain_place(at)

    def _along_counted(self, at: int) -> Phrase | None:
        """Read "along the front lines in X"."""
        last = self.match(at, _ALONG)
        return self.run_along(at, self._countable(last)) if last else None

    def _countable(self, at: int) -> Phrase | None:
        """Read "seven villages in the countryside of X", "some areas of X": as long as X."""
        if at in self.names:
            return None
        start, at = at + (self.low[at] == "that"), self.determiner(at)  # "said that villages in X"
        at = self.adjectives(self.counted(at))
        if self.low[at] not in _COUNTED:
            return None
        towards, at = self.directions(at)
        last = self._many(at, bare=not towards)
        if not last or self.low[last] not in _WHERE:
            return None
        plain = self.low[last] in _WITHIN
        if self.low[last] == "across" and self.kind(last - 1)[0] in words.KEPT_IN_NAME:
            return None
        inner = self.plain_place(last + 1) if plain else self.plain_place(last)
        return inner and self._counted_in(start, inner, last, towards)

    def _counted_in(self, start: int, inner: Phrase, last: int, towards: tuple[str, ...]) -> Phrase:
        """Make "seven villages of X" of X; ``last`` is the token after the villages."""
        named = self.kind_of(start) if self.low[last] == "of" else None
        if named and self.low[named.last] in (",", "and", "or"):
            return named
        if towards and inner.relation is Relation.AT:
            inner = inner._replace(relation=Relation.PART, directions=towards)
        return inner._replace(
            first=start, evident=True, shares=inner.shares or self.low[last] in _WITHIN
        )

    def _many(self, at: int, *, bare: bool) -> int:
        """Return the token after "villages", "areas", "front lines", "positions", or 0."""
        front = self.match(at, _FRONT)
        kind, last = self.kind(at)
        if front or (kind and self.is_plural(last) and kind != "suburb"):
            return front or last
        if bare and self.low[at] in _LAND and not kind and self.heading(at + 1):
            return at + 1
        return at + 1 if bare and self.low[at] in words.SECTION_WORDS and not kind else 0

    def held(self, phrase: Phrase, depth: int = _DEPTH) -> Phrase:
        """Add the place that holds it: "in eastern Z province", ", 12 km south of Y"."""
        if phrase.within or not phrase.heads or not depth:
            return phrase
        at = phrase.last
        if self.low[at] in ("in", "inside"):
            outer = self.core(at + 1)
        elif self.low[at] == ",":
            outer = self._apposed(at + 1)
        elif self.low[at] == "(":
            return self._bracketed(phrase, at + 1)
        else:
            return phrase
        if outer is None or not outer.heads:
            return phrase
        outer = self.held(outer, depth - 1)
        return phrase._replace(
            last=outer.last, within=outer, evident=phrase.evident or outer.evident
        )

    def _bracketed(self, phrase: Phrase, at: int) -> Phrase:
        """Read "X (Y province)", "X (12 km from Y)"; "X (Y)" is another name and no holder."""
        outer = self.away(at) or self.core(at)
        if outer is None or not outer.heads or self.low[outer.last] != ")":
            return phrase
        if outer.relation is Relation.AT and not outer.feature:
            return phrase
        return phrase._replace(last=outer.last + 1, within=outer, evident=True)

    def _apposed(self, at: int) -> Phrase | None:
        """Read what a comma may hang on a place and what says where that place is."""
        outer = self.away(at) or self.between(at) or self.heading(at)
        if outer:
            return outer
        outer = self.core(at)
        if outer is None or not outer.heads or outer.relation is Relation.ALONG:
            return None
        closed = self.low[outer.last] in CLOSING
        if self.low[outer.last] == "'s":
            return None
        plain = outer.relation is Relation.AT and not outer.feature
        if plain and self.low[outer.last] == "," and not self._ends_clause(outer.last):
            return None
        return outer if closed or not plain else None

    def _ends_clause(self, at: int) -> bool:
        """Tell whether a comma closes an apposition: no further name of a list follows."""
        return not any(self.names.get(at + step) for step in (1, 2, 3))
