"""Rules for what a place lies beside: "near Y", "10 km from Y", "on the A-B road"."""

from __future__ import annotations

from gazetteer.place import Relation
from gazetteer.wording.cursor import phrases
from gazetteer.wording.openings import OpeningRules
from gazetteer.wording.phrases import Phrase
from gazetteer.wording.words import DISTRICTS

__all__ = ["BESIDE", "LYING", "OFF", "LyingRules"]

LYING = phrases(
    "located", "situated", "lying", "standing", "which lies", "which is", "which is located",
    "which is situated", "which stands", "that lies", "that is located",
)  # fmt: skip
#: "Around X" and "the area of X" name X; these name what lies beside it.
BESIDE = frozenset("near close outside just opposite beside next adjacent not off at".split())
_ALL = frozenset(("all", "both", "each"))
_PLACED = frozenset(("in", "inside", "on", "at"))
OFF = frozenset((Relation.NEAR, Relation.OFFSET, Relation.DISTANCE))
_PARTED = frozenset((Relation.OUTSKIRTS, Relation.ALONG, Relation.GATES, Relation.PART))


class LyingRules(OpeningRules):
    """Where something lies, told by what is beside it."""

    def passed_by(self, at: int) -> Phrase | None:
        """Read where on a road or river something is: "near Y", "between Y and Z", "at Y"."""
        if self.low[at] == "at":
            inner = self.core(at + 1)
            return inner if inner and inner.relation is Relation.AT else None
        outer = self.away(at) or self.between(at) or self.heading(at)
        return outer or self.beside(at)

    def beside(self, at: int) -> Phrase | None:
        """Read "near Y"."""
        return self.plain_place(at) if self.low[at] in BESIDE else None

    def lying(self, at: int, *, told: bool) -> Phrase | None:
        """Read "10 km from Y", "just south of Y", "on the A-B road"; "in Y" of what is told of."""
        outer = self.away(at) or self.between(at) or self.heading(at)
        if outer or self.low[at] in BESIDE:
            return outer or self.plain_place(at)
        inner = self.core(at + 1) if self.low[at] in _PLACED else None
        lies = inner and (inner.relation in _PARTED or (told and self.low[at] == "in"))
        return inner if lies else None

    def lying_beside(self, phrase: Phrase) -> Phrase | None:
        """Read ", near Z" and ", 5 km north of Z" behind the last name of a list."""
        if phrase.relation is not Relation.AT:
            return None
        at = phrase.last + (self.low[phrase.last] == ",")
        kind, behind = self.kind(self.adjectives(self.counted(at)))  # "A and B, two villages near"
        outer = self.lying(behind if kind and self.is_plural(behind) else at, told=False)
        return outer if outer and outer.heads and outer.relation in OFF else None

    def all_lying(self, at: int) -> Phrase | None:
        """Read "all (of them) in Y", "both near Z" behind the last name of a list."""
        if self.low[at] not in _ALL:
            return None
        of = at + 1
        of += 2 * (self.low[of] == "of" and self.low[of + 1] in ("them", "which"))
        outer = self.lying(self.match(of, LYING) or of, told=True)
        return outer if outer and outer.heads else None

    def nearer_in(self, land: Phrase | None) -> Phrase | None:
        """Read "in Y province, 15 km north of Z": the second tells better, and the first where."""
        if land is None or not land.heads or land.feature not in DISTRICTS:
            return land
        at = land.last + (self.low[land.last] == ",")
        closer = self.away(at) or self.heading(at)
        return closer._replace(within=land) if closer and closer.heads else land
