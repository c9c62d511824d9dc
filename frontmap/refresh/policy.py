"""What may be published of a situation: old enough, not withheld, no more exact than allowed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from claims.figure import Figure
from claims.sides.theatre import Theatre
from claims.situation import WITHHELD, NotDrawn, ResolvedClaim, Situation
from claims.weighing.standing import compared
from frontmap.refresh.ages import old_enough_docs
from frontmap.refresh.coarse import Grid, coarsened
from frontmap.refresh.place_classes import PlaceClasses
from frontmap.refresh.project import Policy
from frontmap.refresh.withheld import without_withheld

__all__ = ["Publishable", "apply_policy"]

Located = ResolvedClaim | NotDrawn
ItemT = TypeVar("ItemT", ResolvedClaim, NotDrawn)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishable:
    """A situation that may be published.

    Parameters
    ----------
    situation
        What may be seen. Withheld claims are counted among ``not_drawn``, with the reason
        ``withheld`` and without their words; those that are too young in ``held_back`` alone.
    """

    situation: Situation

    @property
    def held_back(self) -> int:
        """How many claims are too young to be published."""
        return self.situation.held_back

    @property
    def withheld(self) -> int:
        """How many claims the policy withholds for their place."""
        return sum(map(_is_stub, self.situation.not_drawn))


def apply_policy(
    situation: Situation,
    policy: Policy,
    *,
    now: datetime,
    received: Mapping[str, datetime] | None = None,
) -> Publishable:
    """Take out of a situation what a policy does not let be published.

    Drawn, not drawn and held back together are all claims that were there. Voices and grades are
    counted anew, so that they do not speak of what is not shown.

    Parameters
    ----------
    now
        The moment from which ages are counted, aware.
    received
        When each document was first fetched, by its id: the age of those that give no date.
    """
    kept = old_enough_docs(situation, now=now, policy=policy, received=received or {})
    older = _only(situation, kept)
    shown = without_withheld(older, PlaceClasses.of(policy.withhold, policy.withhold_words))
    if len(kept) < len(_docs(situation)) or any(map(_is_stub, shown.not_drawn)):
        shown = _compared(shown)
    held_back = len(situation.claims) - len(older.claims)
    shown = replace(shown, held_back=situation.held_back + held_back)
    grid = Grid.of(policy)
    return Publishable(situation=coarsened(shown, grid) if grid else shown)


def _is_stub(item: NotDrawn) -> bool:
    return item.reason == WITHHELD


def _docs(situation: Situation) -> set[str]:
    return {r.id for r in situation.reports} | {claim.doc for claim in situation.claims}


def _only(situation: Situation, docs: frozenset[str]) -> Situation:
    """Return what some documents say."""
    if docs >= _docs(situation):
        return situation
    reports = tuple(report for report in situation.reports if report.id in docs)
    every = [report.published for report in situation.reports if report.published]
    newest = max((r.published for r in reports if r.published), default=None)
    # A moment that was asked for stays; that of the newest report becomes that of the newest left.
    as_of = newest if situation.as_of in every else situation.as_of
    return replace(
        situation,
        as_of=as_of,
        reports=reports,
        drawn=tuple(item for item in situation.drawn if item.claim.doc in docs),
        not_drawn=tuple(item for item in situation.not_drawn if item.claim.doc in docs),
        figures=_linked(figure for figure in situation.figures if figure.doc in docs),
        parts=tuple(part for part in situation.parts if part.docs & docs),
    )


def _linked(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    kept = tuple(figures)
    ids = {figure.id for figure in kept}
    return tuple(
        replace(each, contradicts=tuple(i for i in each.contradicts if i in ids)) for each in kept
    )


def _compared(situation: Situation) -> Situation:
    """Count voices and find contradictions among what is left, each theatre by itself."""
    by_theatre: dict[str, tuple[Theatre, list[Located]]] = {}
    every: tuple[Located, ...] = (*situation.drawn, *situation.not_drawn)
    for item in every:
        if isinstance(item, NotDrawn) and _is_stub(item):
            continue
        theatre = situation.theatre_of(item.claim)
        by_theatre.setdefault(theatre.id, (theatre, []))[1].append(item)
    anew = {
        item.claim.id: item
        for theatre, items in by_theatre.values()
        for item in _compared_in(items, theatre)
    }
    return replace(
        situation,
        drawn=tuple(_with_links(item, anew) for item in situation.drawn),
        not_drawn=tuple(_with_links(item, anew) for item in situation.not_drawn),
    )


def _compared_in(items: list[Located], theatre: Theatre) -> list[Located]:
    # On a map of several theatres sides have their theatre before them; its own words have not.
    return compared([_unqualified(item, theatre) for item in items], theatre)


def _with_links(item: ItemT, anew: Mapping[str, Located]) -> ItemT:
    found = anew.get(item.claim.id)
    if found is None:
        return item
    return replace(
        item,
        agrees_with=found.agrees_with,
        contradicts=found.contradicts,
        standing=found.standing,
    )


def _unqualified(item: Located, theatre: Theatre) -> Located:
    claim, before = item.claim, f"{theatre.id}/"
    return replace(
        item,
        claim=replace(
            claim,
            actor_side=claim.actor_side and claim.actor_side.removeprefix(before),
            opponent_side=claim.opponent_side and claim.opponent_side.removeprefix(before),
        ),
    )
