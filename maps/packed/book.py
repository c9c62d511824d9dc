"""A situation in the order of the page, and which of its claims are alike in what.

Thousands of claims say the same of a few sides, places and days: what follows from that is worked
out once for all that are alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from datetime import tzinfo
from itertools import repeat
from typing import NamedTuple

from claims.claim import Action, Claim, Status
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from maps.alike import Alike, alike
from maps.looks.style import SideStyle
from maps.wording.language import Language
from maps.wording.words import zone_of

__all__ = ["ACTIONS", "STATUSES", "Book", "Item", "book_of"]

ACTIONS, STATUSES = tuple(Action), tuple(Status)
Item = ResolvedClaim | NotDrawn


class Book(NamedTuple):
    """A situation in the order of the page, and what each row needs to know of the others.

    Parameters
    ----------
    site_of
        The number of each row's place; -1 for what is not drawn.
    reports
        Each with its number, by its id.
    zones
        The time zone of each document that a claim is from, for when it was published.
    deeds
        Which claims say that the same sides do the same, coming from the same directions.
    tellings
        Which stand in the same report and come from the same story.
    speakers
        Which are told by the same voice in the same way.
    times, placings, weights
        Which are of the same time in the same words, of the same place in the same words, and
        equally supported and reviewed.
    """

    situation: Situation
    items: Sequence[Item]
    claims: Sequence[Claim]
    styles: Sequence[SideStyle]
    site_of: Sequence[int]
    reports: dict[str, tuple[int, Report]]
    tongue: Language
    zones: dict[str, tzinfo]
    deeds: Alike
    tellings: Alike
    speakers: Alike
    times: Alike
    placings: Alike
    weights: Alike


def book_of(
    situation: Situation,
    tongue: Language,
    *,
    styles: Sequence[SideStyle],
    site_of: Sequence[int],
) -> Book:
    """Order a situation; ``site_of`` is the number of the place of each claim that is drawn."""
    items, claims = situation.items, situation.claims
    sites = dict(zip(map(id, situation.drawn), site_of, strict=True))
    part = [*map(situation.part_of, claims)]
    return Book(
        situation=situation,
        items=items,
        claims=claims,
        styles=styles,
        site_of=[*map(sites.get, map(id, items), repeat(-1))],
        reports={report.id: (n, report) for n, report in enumerate(situation.reports)},
        tongue=tongue,
        zones={doc: zone_of(situation, doc) for doc in {claim.doc for claim in claims}},
        deeds=alike(_deeds(claims, part)),
        tellings=alike((i.claim.doc, i.claim.outlet, i.claim.published, i.origin) for i in items),
        speakers=alike((c.claimant, c.outlet, c.via, n) for c, n in zip(claims, part, strict=True)),
        times=alike(_times(claims, part)),
        placings=alike(_placings(items)),
        weights=alike(_weights(items)),
    )


def _deeds(claims: Sequence[Claim], part: Sequence[int]) -> Iterator[Hashable]:
    for c, n in zip(claims, part, strict=True):
        # By identity: hashing a member of an enumeration runs Python code.
        kind = id(c.action), id(c.status)
        yield (c.actor_side, c.opponent_side, c.actor, c.opponent, c.axes, kind, n)


def _times(claims: Sequence[Claim], part: Sequence[int]) -> Iterator[Hashable]:
    for claim, number in zip(claims, part, strict=True):
        when = claim.when
        yield (when.interval.start, when.interval.end, when.text, number) if when else number


def _placings(items: Sequence[Item]) -> Iterator[Hashable]:
    for item in items:
        place = item.claim.place
        note = item.footprint.note if isinstance(item, ResolvedClaim) else None
        yield (place.text if place else "", item.claim.place_inherited, note)


def _weights(items: Sequence[Item]) -> Iterator[Hashable]:
    for item in items:
        own = item.standing
        standing = own and (own.voices, own.against_interest, own.grade)
        yield (standing, item.claim.reviewed)
