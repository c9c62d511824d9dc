"""The grammar of place expressions: tokens and names in, phrases out.

A recursive descent over the words of a text. Which words are names is decided before
(``gazetteer.wording.chunks``); every rule looks at a bounded stretch of words, so a text is read in
linear time. The relations are the ones of the georeferencing guides, widened to how the press words
them; rules for names stand in ``named``, for what has no name in ``unnamed``, for roads in
``roads``, for relations in ``related``, for what holds a place in ``holders``.
"""

from __future__ import annotations

from collections.abc import Mapping

from gazetteer.place import PlaceExpression, Relation
from gazetteer.wording import words
from gazetteer.wording.cursor import phrases
from gazetteer.wording.holders import HolderRules
from gazetteer.wording.measures import DASHES
from gazetteer.wording.phrases import Name, Phrase
from gazetteer.wording.related import ALONG
from gazetteer.wording.roads import OF_ROADS
from gazetteer.wording.tokens import Tokens

__all__ = ["Grammar"]

_WITHIN = frozenset(("in", "of", "across", "inside", "within"))
_WHERE = (
    _WITHIN
    | frozenset(words.DIRECTIONS)
    | words.EXACTLY
    | {"near", "around", "along", "outside", "overlooking", "between", "close", "to"}
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

# What leads from a kind of place to some of them by name.
_NAMELY = phrases("such as", "including", "like", "namely", "notably", "among them")
_LISTING = DASHES | {":"}
_INTRODUCING = _LISTING | {*_NAMELY, ","}
_SORTLESS = frozenset("places localities communities".split())

_COUNTED = (
    words.FEATURE_OPENERS
    | words.SECTION_WORDS
    | _LAND
    | _SORTLESS
    | frozenset((*words.DIRECTIONS, *_FRONT))
)


# One of these is in whatever is counted.
_OF_MANY = (
    frozenset(
        (*words.PLURALS, *_FRONT, *(last for rests in _FRONT.values() for r in rests for last in r))
    )
    | _LAND
    | _SORTLESS
    | words.SECTION_WORDS
)


class Grammar(HolderRules):
    """All rules over one text."""

    def __init__(self, text: str, tokens: Tokens, names: Mapping[int, Name]) -> None:
        super().__init__(text, tokens, names)
        self._counts = not _OF_MANY.isdisjoint(self.spoken)

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
        counted = self._countable(at) or self._along_counted(at)
        plain = None if counted else self.plain_place(at)
        return counted or (plain and self.nearer(plain)) or plain

    def _along_counted(self, at: int) -> Phrase | None:
        """Read "along the front lines in X"."""
        last = self.match(at, ALONG)
        return self.run_along(at, self._countable(last)) if last else None

    def _countable(self, at: int) -> Phrase | None:
        """Read "seven villages in the countryside of X", "some areas of X": as long as X."""
        if not self._counts or at in self.names:
            return None
        start, at = at + (self.low[at] == "that"), self.determiner(at)  # "said that villages in X"
        at = self.adjectives(self.counted(at))
        if self.low[at] not in _COUNTED:
            return None
        towards, at = self.directions(at)
        last = self._many(at, bare=not towards)
        named = last or at + (self.low[at] in _SORTLESS)
        if named > at and self.low[named] in _INTRODUCING:
            return self._introduced(start, at, named)
        if not last or self.low[last] not in _WHERE:
            return None
        plain = self.low[last] in _WITHIN
        if self.low[last] == "across" and self.kind(last - 1)[0] in words.KEPT_IN_NAME:
            return None
        inner = self.plain_place(last + 1) if plain else self.plain_place(last)
        return inner and self._counted_in(start, inner, last, towards)

    def _introduced(self, start: int, at: int, last: int) -> Phrase | None:
        """Read the first of "villages such as X and Y", "three towns: X, Y and Z"."""
        first = self.match(last + (self.low[last] == ","), _NAMELY)
        if not first and self.low[last] in _LISTING and not self.tokens.glued[last + 1]:
            first = last + 1
        inner = self.named(first) if first else None
        if inner is None or inner.relation is not Relation.AT:
            return None
        feature = inner.feature or self.kind(at)[0]
        return inner._replace(first=start, feature=feature, shares=True, plural=True, evident=True)

    def _counted_in(self, start: int, inner: Phrase, last: int, towards: tuple[str, ...]) -> Phrase:
        """Make "seven villages of X" of X; ``last`` is the token after the villages."""
        named = self.kind_of(start) if self.low[last] == "of" else None
        if named and self.low[named.last] in (",", "and", "or"):
            return named
        if towards and inner.relation is Relation.AT:
            inner = inner._replace(relation=Relation.PART, directions=towards)
        elif self.low[last - 1] == "sides" and self._is_town(inner):
            inner = inner._replace(relation=Relation.NEAR)  # "on three sides of X" is around it
        return inner._replace(
            first=start, evident=True, shares=inner.shares or self.low[last] in _WITHIN
        )

    def _is_town(self, inner: Phrase) -> bool:
        """Tell whether a place is no river nor land: those have an article and no kind."""
        named = bool(inner.heads) and self.low[inner.first] != "the"
        plain = inner.feature in words.SETTLEMENTS or (named and not inner.feature)
        return plain and inner.relation is Relation.AT

    def _many(self, at: int, *, bare: bool) -> int:
        """Return the token after "villages", "areas", "front lines", "positions", or 0."""
        front = self.match(at, _FRONT)
        kind, last = self.kind(at)
        if front or (kind and self.is_plural(last) and kind != "suburb"):
            return front or last
        if bare and self.low[at] in _LAND and not kind and self.heading(at + 1):
            return at + 1
        return at + 1 if bare and self.low[at] in words.SECTION_WORDS and not kind else 0

    def goes_on(self, item: Phrase) -> bool:
        """Tell whether a name is only the start of one: "and X's army", "and the A road"."""
        behind = self.low[item.last]
        owner = behind == "'s" and item.last == item.names[0].last
        joined = behind in ("-", "–") and self.tokens.glued[item.last]
        road = self.road(item.first) if behind in OF_ROADS else None
        return owner or joined or (road is not None and road.last > item.last)
