"""Rules for sites told by the town beside them: "two bridges into X", "hills that overlook X"."""

from __future__ import annotations

from gazetteer.place import Relation
from gazetteer.wording import words
from gazetteer.wording.cursor import phrases
from gazetteer.wording.phrases import Phrase
from gazetteer.wording.roads import RoadRules
from gazetteer.wording.unnamed import UnnamedRules

__all__ = ["LEADING", "LeadingRules"]

_WAYS = ("to", "into", "out of", "towards", "toward")
_LEADS = ("leading", *(f"{which} {lead}" for which in ("that", "which")
                       for lead in ("lead", "leads", "led")))  # fmt: skip
_LEADING = phrases(*(f"{lead} {way}" for lead in _LEADS for way in _WAYS))
#: A bridge that has no other goal than a town: "the bridges into X".
_INTO = phrases("to", "into", "out of")
_HIGH = frozenset("hill mountain ridge heights plateau hilltop".split())
_LOOKS = ("overlook", "overlooks", "overlooked", "dominate", "dominates", "command", "commands")
_RINGS = ("surround", "surrounds", "surrounded", "ring", "rings")
#: What "which surround X" tells may as well be a deed.
_OVERLOOKING = phrases(
    *(f"{which} {looks}" for which in ("that", "which") for looks in _LOOKS),
    *(f"that {rings}" for rings in _RINGS),
)
_LED = words.KEPT_IN_NAME | {"base", "village"}
#: One of these is in whatever is read here.
LEADING = frozenset("leading lead leads led bridge bridges".split()) | {
    looks for rests in _OVERLOOKING.values() for (looks,) in rests
}


class LeadingRules(RoadRules, UnnamedRules):
    """A site without a name, near the town that it leads to."""

    def road(self, at: int) -> Phrase | None:
        """Read a road or a border, or a site that leads somewhere as a road does."""
        return super().road(at) or self._leading(at)

    def _leading(self, start: int) -> Phrase | None:
        at = self.determiner(self.counted(self.determiner(start)))
        kind, last = self.kind(self.adjectives(self.counted(at)))
        if kind not in _LED:
            return None
        goal = self.match(last, _LEADING) or (self.match(last, _INTO) if kind == "bridge" else 0)
        goal = goal or (self.match(last, _OVERLOOKING) if kind in _HIGH else 0)
        town = self._goal(goal) if goal else None
        return town and town._replace(first=start, relation=Relation.NEAR, evident=True)

    def _goal(self, at: int) -> Phrase | None:
        """Read the town that is led to: "X", "the lakeside city of X", "the city"."""
        town = self.plain(at) or self.generic(at)
        if town is None or town.relation is not Relation.AT or self.low[town.last] == "'s":
            return None
        return (
            town if town.feature in words.SETTLEMENTS or (town.heads and not town.feature) else None
        )
