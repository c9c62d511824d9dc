"""Rules for roads and borders: by their ends, their name or their number."""

from __future__ import annotations

import re
from dataclasses import replace

from gazetteer import words
from gazetteer.cursor import phrases
from gazetteer.named import NamedRules
from gazetteer.phrases import Name, Phrase
from gazetteer.place import Relation

__all__ = ["RoadRules"]

_MOST_ENDS = 6
_CODE = re.compile(words.CODE_LETTERS)
_DASHES = frozenset("-–—‑/")
_JOINING = phrases(
    "that links",
    "which links",
    "that connects",
    "which connects",
    "linking",
    "connecting",
    "from",
    "between",
    "leading from",
    "joining",
    "running from",
    "that runs from",
)
_GOAL = phrases("to", "leading to", "into", "of", "toward")
_NEIGHBOUR = phrases("with")


class RoadRules(NamedRules):
    """Roads and borders: "the A-B road", "the M5", "the border with B"."""

    def plain(self, at: int) -> Phrase | None:
        """Read one end of a pair: a single named place."""
        phrase = self.kind_of(at) or self.named(at)
        return phrase if phrase and len(phrase.heads) == 1 else None

    def pair(self, first: int, one: Phrase, other: Phrase, relation: Relation) -> Phrase:
        """Join two ends into one phrase that starts at token ``first``."""
        kind = other.feature if other.plural or one.feature == other.feature else ""
        return Phrase(
            first=first,
            last=other.last,
            names=one.names + other.names,
            heads=one.heads + other.heads,
            relation=relation,
            feature=kind,
        )

    def road(self, at: int) -> Phrase | None:
        """Read a road or a border."""
        start, at = at, self.adjectives(self.determiner(at))
        return self._road_between(start, at) or self._road_named(start, at)

    def _road_between(self, start: int, at: int) -> Phrase | None:
        """Read "the road from A to B", "the road linking A with B", "the border with B"."""
        kind = words.ROAD_WORDS.get(self.low(at)) or words.BORDER_WORDS.get(self.low(at))
        if not kind or at in self.names:
            return None
        at += 1
        last = self.match(at, _JOINING)
        one = self.plain(last) if last else None
        if one and self.low(one.last) in ("to", "and", "with"):
            skip = 1 + (self.low(one.last + 1) == "the")
            other = self.plain(one.last + skip) or self.plain(one.last + 1)
            if other:
                return replace(self.pair(start, one, other, Relation.ALONG), feature=kind)
        last = self.match(at, _NEIGHBOUR if kind == "border" else _GOAL)
        goal = self.plain(last) if last else None
        return goal and replace(goal, first=start, relation=Relation.ALONG, feature=kind)

    def _road_named(self, start: int, at: int) -> Phrase | None:
        """Read "the A-B road", "the A to B highway", "the M5", "Highway 1", "Castello Road"."""
        if self.low(at) in words.ROAD_WORDS and self.is_code(at + 1):
            return self._code(start, at + 1, at + 2, words.ROAD_WORDS[self.low(at)])
        if self.is_code(at):
            last = at + 1 + 2 * (self.tokens[at].text.isalpha())
            after = last + (self.low(last) in words.ADJECTIVES)
            kind = words.ROAD_WORDS.get(self.low(after), "")
            if kind or start < at:
                return self._code(start, at, after + 1 if kind else last, kind)
        ends = self._ends(at)
        return self._ended(start, at, ends) if ends else None

    def is_code(self, at: int) -> bool:
        """Tell whether a road number stands here: "M5", "M-5", "60" after "Highway"."""
        if at >= len(self.tokens):
            return False
        if self.low(at - 1) in words.ROAD_WORDS and self.low(at).isdigit():
            return True
        if _CODE.fullmatch(self.tokens[at].text):
            return True
        return at + 2 < len(self.tokens) and bool(
            _CODE.fullmatch(self.slice(at, at + 3)) and self.tokens[at + 2].glued
        )

    def _code(self, start: int, first: int, last: int, kind: str) -> Phrase:
        stop = last
        while words.ROAD_WORDS.get(self.low(stop - 1)) or self.low(stop - 1) in words.ADJECTIVES:
            stop -= 1
        head = self.slice(first, stop)
        if head.isdigit():
            head = self.slice(first - 1, stop)
        name = Name(first=first, last=stop, text=head, known=False)
        return Phrase(first=start, last=last, names=(name,), heads=(head,),
                      relation=Relation.ALONG, feature=kind or "road")  # fmt: skip

    def _ends(self, at: int) -> list[Name]:
        """Collect names that a dash or "to" joins: the ends of a road."""
        found: list[Name] = []
        while len(found) < _MOST_ENDS and (name := self.names.get(at)) is not None:
            found.append(name)
            at = name.last
            if self.low(at) not in _DASHES and self.low(at) != "to":
                break
            at += 1
        return found

    def _ended(self, start: int, at: int, ends: list[Name]) -> Phrase | None:
        last = ends[-1].last
        skip = last + (self.low(last) in words.ADJECTIVES)
        word = self.low(skip)
        kind = words.ROAD_WORDS.get(word) or words.BORDER_WORDS.get(word)
        if not kind and word in ("line", "front") and len(ends) > 1:
            kind = "axis"
        if not kind or (len(ends) == 1 and kind == "axis"):
            return None
        heads = tuple(end.text for end in ends)
        if len(ends) == 1 and kind != "border":
            heads = (self.slice(at, skip + 1),)
        return Phrase(first=start, last=skip + 1, names=tuple(ends), heads=heads,
                      relation=Relation.ALONG, feature=kind)  # fmt: skip
