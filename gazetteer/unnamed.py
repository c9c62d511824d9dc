"""Rules for parts of places, and for places that are pointed back to or counted."""

from __future__ import annotations

from dataclasses import replace

from gazetteer import words
from gazetteer.cursor import phrases
from gazetteer.measures import directions_at
from gazetteer.named import NamedRules
from gazetteer.phrases import Phrase
from gazetteer.place import Relation

__all__ = ["UnnamedRules"]

_POINTS_BACK = frozenset(
    "the this that these those nearby neighbouring neighboring surrounding adjacent".split()
)
_BEYOND = phrases(
    "to the",
    "just",
    "immediately",
    "further",
)
_FRONT = phrases(
    "front line",
    "front lines",
    "frontline",
    "frontlines",
    "line of contact",
    "contact line",
)


class UnnamedRules(NamedRules):
    """Parts and pointers: "the outskirts of X", "north of X", "the city", "three villages"."""

    def side(self, at: int) -> Phrase | None:
        """Read "the northern outskirts of X", "the countryside of X", "the western part of it"."""
        start, at = at, self.adjectives(self.determiner(at))
        towards, at = directions_at(self.tokens, at)
        at = self.adjectives(at)
        tail = self.part_word(at, bare=not towards)
        if tail is None or tail[0] is Relation.NEAR or (not towards and tail[1] == ""
                                                        and tail[0] is Relation.PART):  # fmt: skip
            return None
        relation, feature, last = tail
        if self.low(last) == "and" and (more := self.part_word(last + 1, bare=True)):
            last = more[2]
        if self.low(last) not in ("of", "around", "to"):
            return None
        inner = self.kind_of(last + 1) or self.named(last + 1) or self.generic(last + 1)
        if inner is None:
            return None
        return replace(
            inner,
            first=start,
            relation=relation,
            directions=towards,
            feature=inner.feature or ("" if feature == "area" else feature),
            shares=True,
            evident=True,
        )

    def heading(self, at: int) -> Phrase | None:
        """Read "north of X" (beyond it) and "the north of X" (a part of it)."""
        start = at
        beyond = self.match(at, _BEYOND) or at
        part = self.low(at) in ("the", "in") and beyond == at
        at = beyond + part + (self.low(at) == "in" and self.low(at + 1) == "the")
        towards, last = directions_at(self.tokens, at)
        if not towards or self.low(last) != "of":
            return None
        inner = self.kind_of(last + 1) or self.named(last + 1) or self.generic(last + 1)
        if inner is None or inner.relation is not Relation.AT:
            return None
        relation = Relation.PART if part else Relation.OFFSET
        return replace(inner, first=start, relation=relation, directions=towards, shares=True,
                       evident=True)  # fmt: skip

    def generic(self, at: int) -> Phrase | None:
        """Read a place that points back: "the city", "nearby regions", "the front lines"."""
        start = at
        if self.low(at) not in _POINTS_BACK or at in self.names:
            return self._uncounted(at)
        towards, at = directions_at(self.tokens, self.adjectives(at + 1))
        at = self.adjectives(at)
        front = self.match(at, _FRONT)
        if front:
            return Phrase(first=start, last=front, feature="front line", directions=towards,
                          relation=Relation.PART if towards else Relation.AT)  # fmt: skip
        kind, last = self.kind(at)
        kind = (
            kind or words.ROAD_WORDS.get(self.low(at)) or words.BORDER_WORDS.get(self.low(at), "")
        )
        if self.is_title(at):
            return None
        if kind and (kind != "centre" or last > at + 1):
            last = max(last, at + 1)
            phrase = Phrase(first=start, last=last, feature=kind)
            tailed = self.tail(phrase)
            return None if tailed == phrase and self.low(last) in words.COMPOUND_NOUNS else tailed
        tail = self.part_word(at, bare=not towards)
        if tail is None or tail[1] == "centre" or self.low(tail[2]) in words.COMPOUND_NOUNS:
            return None
        relation, feature, last = tail
        relation = Relation.AT if relation is Relation.NEAR else relation
        return Phrase(first=start, last=last, relation=relation, directions=towards,
                      feature=feature or "area")  # fmt: skip

    def _uncounted(self, at: int) -> Phrase | None:
        """Read places that are counted and not named: "three villages", "dozens of towns"."""
        start, at = at, at + (self.low(at) in ("at", "more")) * 2
        if self.low(at) not in words.QUANTIFIERS and not self.low(at).isdigit():
            return None
        while self.low(at) in words.QUANTIFIERS or self.low(at).isdigit():
            at += 1 + (self.low(at + 1) == "of")
        at = self.adjectives(at)
        at = self.adjectives(at + 3 * (self.low(at) in ("pro", "anti") and self.low(at + 1) == "-"))
        kind, last = self.kind(at)
        if not kind or not self.is_plural(last) or self.low(last) in words.COMPOUND_NOUNS:
            return None
        if kind in words.KEPT_IN_NAME:
            return None
        return Phrase(first=start, last=last, feature=kind, plural=True)

    def is_title(self, at: int) -> bool:
        """Tell "The New Region" (a title) from "the region"."""
        token = self.tokens[at] if at < len(self.tokens) else None
        shown = token and token.capital and not token.loud and not token.opens
        return bool(shown and self.kind(at)[0] != "old city")
