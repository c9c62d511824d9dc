"""Rules for places that are told by others: near, toward, between, so far from, along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product

from gazetteer.place import Relation
from gazetteer.wording import lengths, words
from gazetteer.wording.cursor import ARTICLES, HOLDS, phrases
from gazetteer.wording.leading import LEADING, LeadingRules
from gazetteer.wording.measures import OPENS_DISTANCE
from gazetteer.wording.named import NamedRules
from gazetteer.wording.phrases import Name, Phrase
from gazetteer.wording.roads import OF_ROADS, PAVED
from gazetteer.wording.tokens import Tokens
from gazetteer.wording.unnamed import OF_HEADINGS, OF_SIDES, UnnamedRules

__all__ = ["ALONG", "GATES", "INNER", "RelatedRules"]

GATES = frozenset(("gate", "gates", "doorstep", "doorsteps", "threshold"))
_MIDWAY = phrases(
    "halfway",
    "half way",
    "half - way",
    "midway",
    "mid - way",
    "somewhere",
    "in",
)
_ROUGHLY = frozenset("about roughly almost approximately exactly".split())
_HALFWAY = frozenset("halfway half midway mid".split())
_TOWARD = phrases(
    "towards",
    "toward",
    "in the direction of",
    "the direction of",
    "on the way to",
    "en route to",
    "in the direction to",
    "in direction of",
    "in the general direction of",
    "on the axis towards",
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
    "the surroundings of",
    "in the environs of",
    "the environs of",
    "a short distance from",
    "a stone's throw from",
    "within striking distance of",
    "within artillery range of",
    "within range of",
    "within sight of",
    "at the foot of",
    "opposite",
    "overlooking",
    "just off",
    "off the coast of",
    "off the shores of",
    "around and in",
)
ALONG = phrases(
    "along",
    "all along",
    "alongside",
    "astride",
)
_TABLES = (_MIDWAY, _TOWARD, _NEAR, ALONG)
#: Words inside the phrases that this room reads: "way" of "on the way to".
INNER = frozenset(
    word
    for text in (
        *(word for table in _TABLES for word in table),
        *(" ".join(rest) for table in _TABLES for found in table.values() for rest in found),
        *lengths.PARTS, "distance radius range depth",
    )
    for word in text.split()
) - words.DETERMINERS  # fmt: skip
_FIRST_WORDS = {
    "away": OPENS_DISTANCE,
    "between": frozenset((*_MIDWAY, *_ROUGHLY, *ARTICLES, "between")),
    "_gates": GATES | {"at", "to", "on", "the", "very"},
    "_toward": frozenset(_TOWARD),
    "_near": frozenset(_NEAR),
    "along": frozenset(ALONG),
}
# Word to the rules that can start with it, in the order in which they are tried.
_LED = {
    word: tuple(rule for rule, first in _FIRST_WORDS.items() if word in first)
    for word in frozenset().union(*_FIRST_WORDS.values())
}
# What can stand after an article and adjectives where a place begins.
_NOUNS = (
    words.FEATURE_OPENERS | words.OUTSKIRTS_WORDS | words.RURAL_WORDS | words.CENTRE_WORDS
    | words.SECTION_WORDS | words.SHORES | words.SIDES | words.EXACTLY | words.QUANTIFIERS
    | frozenset((
        *words.ROAD_WORDS, *words.BORDER_WORDS, *words.AREA_NOUNS, *words.DIRECTIONS,
        *_MIDWAY, "triangle", "middle", "extreme", "very", "to", "in", "at", "front", "contact",
        "line", "place", "ne", "nw", "se", "sw", "n", "e", "s", "w", "-", "–",
    ))
    | PAVED
)  # fmt: skip

_Rule = Callable[["RelatedRules", int], Phrase | None]
_Rules = tuple[_Rule, ...]


def _rules_for(*, sides: bool, headings: bool, roads: bool) -> tuple[_Rules, _Rules]:
    """Return the rules at a name, and those behind an article and adjectives."""
    side: _Rules = (UnnamedRules.side,) * sides
    heading: _Rules = (UnnamedRules.heading,) * headings
    road: _Rules = (LeadingRules.road,) * roads
    last: _Rules = NamedRules.kind_of, NamedRules.named, UnnamedRules.generic
    return (*road, NamedRules.named), (*side, *heading, *road, *last)


_OF_ROADS = OF_ROADS | LEADING
# By whether a text holds any word of sides, of headings and of roads: most hold none.
_RULES = {
    (sides, headings, roads): _rules_for(sides=sides, headings=headings, roads=roads)
    for sides, headings, roads in product((False, True), repeat=3)
}


class RelatedRules(LeadingRules):
    """A place and how another one lies to it."""

    def __init__(self, text: str, tokens: Tokens, names: Mapping[int, Name]) -> None:
        super().__init__(text, tokens, names)
        self._cores: dict[int, Phrase | None] = {}
        sides = not OF_SIDES.isdisjoint(self.spoken)
        headings = not OF_HEADINGS.isdisjoint(self.spoken)
        roads = bool(self.codes) or not _OF_ROADS.isdisjoint(self.spoken)
        self._of_name, self._of_noun = _RULES[sides, headings, roads]

    def plain_place(self, at: int) -> Phrase | None:
        """Read a place that is not counted, with the relation that it is told by."""
        word = self.low[at]
        if at not in self.names:
            for rule in ("away",) if word[:1].isdigit() else _LED.get(word, ()):
                found: Phrase | None = getattr(self, rule)(at)
                if found:
                    return found
        return self.core(at)

    def core(self, at: int) -> Phrase | None:
        """Read a place that is named, or pointed back to, with its part.

        Several rules ask for the same place; what is read once is kept.
        """
        if at in self._cores:
            return self._cores[at]
        found = None
        for rule in self._rules(at):
            found = rule(self, at)
            if found:
                break
        self._cores[at] = found
        return found

    def _rules(self, at: int) -> _Rules:
        """Return the rules that can apply at a word."""
        if at in self.names:
            if self.low[at + 1] == "of" and self.abbreviated(at)[0]:
                return UnnamedRules.heading, NamedRules.named
            return self._of_name
        stop = self.lead(at)
        if self.low[stop] == "of" and self.low[stop - 1] in HOLDS and stop > at:
            return (UnnamedRules.stronghold,)
        if not (stop in self.names or self.low[stop] in _NOUNS or stop in self.codes):
            return (UnnamedRules.generic,) if self.low[stop][:1].isdigit() else ()
        return self._of_noun

    def _related(self, at: int, first: int, relation: Relation) -> Phrase | None:
        """Read the place that a relation word at ``first`` speaks of."""
        inner = self.core(at)
        if inner is None:
            return None
        keeps = relation is Relation.NEAR and inner.relation in (
            Relation.OUTSKIRTS, Relation.PART, Relation.OFFSET, Relation.ALONG,
        )  # fmt: skip
        kind = inner.relation if keeps else relation
        return inner._replace(first=first, relation=kind, shares=True, evident=True)

    def away(self, at: int) -> Phrase | None:
        """Read "15 km north of X"."""
        found = self.distance(at)
        if found is None:
            return None
        inner = self.core(found.last)
        if inner is None or inner.distance_km:
            return None
        towards, last = found.directions, inner.last
        if not towards:
            towards, last = self._later_direction(last)
        return inner._replace(
            first=at,
            last=last,
            relation=Relation.OFFSET if towards else Relation.DISTANCE,
            distance_km=found.distance_km,
            directions=towards,
            shares=True,
            evident=True,
        )

    def _later_direction(self, at: int) -> tuple[tuple[str, ...], int]:
        """Read "to the north" behind "15 km from X(,)"; but "to the north of Y" tells of Y."""
        to = at + (self.low[at] == ",")
        if self.low[to] != "to" or self.low[to + 1] != "the":
            return (), at
        towards, last = self.directions(to + 2)
        alone = towards and self.low[last] not in ("of", "from") and last not in self.names
        return (towards, last) if alone else ((), at)

    def between(self, at: int) -> Phrase | None:
        """Read "between A and B"."""
        start = at
        at += self.low[at] in _ROUGHLY and self.low[at + 1] in _HALFWAY
        at = self.match(at, _MIDWAY) or at
        if self.low[at] in ARTICLES and self.low[at + 1] in words.AREA_NOUNS:
            at += 2
        if self.low[at] != "between":
            return None
        return self.corners(start, at + 1)

    def _gates(self, at: int) -> Phrase | None:
        start = at
        at += self.low[at] in ("at", "to", "on")
        at += self.low[at] == "the"
        at += self.low[at] in ("very",)
        if self.low[at] not in GATES or self.low[at + 1] != "of":
            return None
        return self._related(at + 2, start, Relation.GATES)

    def _toward(self, at: int) -> Phrase | None:
        last = self.match(at, _TOWARD)
        return self._related(last, at, Relation.TOWARD) if last else None

    def _near(self, at: int) -> Phrase | None:
        last = self.match(at, _NEAR)
        return self._related(last, at, Relation.NEAR) if last else None

    def along(self, at: int) -> Phrase | None:
        """Read "along the A-B road"."""
        last = self.match(at, ALONG)
        return self.run_along(at, self.road(last) or self.core(last)) if last else None

    def run_along(self, first: int, inner: Phrase | None) -> Phrase | None:
        """Turn a road or place into the line along it."""
        if inner is None:
            return None
        line = inner.relation in (Relation.AT, Relation.ALONG)
        relation = Relation.ALONG if line else inner.relation
        return inner._replace(first=first, relation=relation, evident=True)
