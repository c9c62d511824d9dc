"""What may still be told today of what was published before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from claims.editions.noted import Noted, State
from claims.situation import WITHHELD, Situation
from frontmap.refresh.coarse import Grid, holds_coordinates
from frontmap.refresh.place_classes import PlaceClasses, fold
from frontmap.refresh.project import Policy
from frontmap.refresh.withheld import Names, withheld_names

__all__ = ["Tellable"]


@dataclass(frozen=True, slots=True)
class Tellable:
    """Keeps out of what changed what today's policy keeps off the map.

    A claim that was published and is withheld now must not be quoted as withdrawn, nor a rounded
    place be told as it stood before.
    """

    classes: PlaceClasses
    names: Names
    grid: Grid | None
    suppressed: frozenset[str]
    shown: frozenset[tuple[str, ...]]
    quotes: tuple[str, ...]

    @classmethod
    def under(cls, policy: Policy, *, whole: Situation, shown: Situation) -> Tellable:
        """Return what is tellable under a policy.

        Parameters
        ----------
        whole, shown
            The situation before and after the policy was applied.
        """
        classes = PlaceClasses.of(policy.withhold, policy.withhold_words)
        there = {claim.id for claim in shown.claims}
        return cls(
            classes=classes,
            names=withheld_names(whole, classes),
            grid=Grid.of(policy),
            suppressed=frozenset(c.id for c in whole.claims if c.id not in there),
            shown=frozenset(_words(Noted(claim=claim)) for claim in shown.claims),
            quotes=tuple(sorted({claim.quote for claim in shown.claims})),
        )

    def of(self, state: State) -> State:
        """Return a published state without what must not be told any more."""
        kept = (each for each in state.claims if each.reason != WITHHELD and self._may(each))
        return replace(state, claims=tuple(map(self._rounded, kept)))

    def entry(self) -> Callable[[str], bool]:
        """Return what tells of the words of an earlier entry whether they may be told still."""
        quotes = [*map(fold, self.quotes)]

        def may(text: str) -> bool:
            if self.names.stand_in(text) or (self.grid and holds_coordinates(text)):
                return False
            folded = fold(text)
            return not self.classes.in_words(text) or any(q and q in folded for q in quotes)

        return may

    def _may(self, noted: Noted) -> bool:
        words = _words(noted)
        if noted.claim.id in self.suppressed or self.names.stand_in(*words, noted.detail):
            return False
        # What is on today's map word for word may be told; of the rest no report shows any more
        # whether its words mean a place that is withheld.
        return words in self.shown or not any(map(self.classes.in_words, (*words, noted.detail)))

    def _rounded(self, noted: Noted) -> Noted:
        if self.grid is None:
            return noted
        point = noted.point and self.grid.node(lon=noted.point[0], lat=noted.point[1])
        return replace(
            noted, point=point, detail="" if holds_coordinates(noted.detail) else noted.detail
        )


def _words(noted: Noted) -> tuple[str, ...]:
    claim = noted.claim
    place = claim.place.text if claim.place else ""
    told = (
        claim.doc,
        claim.quote,
        claim.claimant,
        claim.actor,
        claim.opponent,
        claim.outlet,
        place,
    )
    return (*told, *claim.via)
