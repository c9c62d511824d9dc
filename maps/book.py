"""A situation in the order of the page, and which of its claims are alike in what.

Thousands of claims say the same of a few sides, places and days: what follows from that is worked
out once for all that are alike.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from datetime import tzinfo
from itertools import repeat
from operator import attrgetter
from typing import NamedTuple

from claims.claim import Action, Claim, Status
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from maps.alike import Alike, alike
from maps.language import Language
from maps.style import SideStyle
from maps.words import zone_of

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
        The time zone of each document that a claim is from.
    deeds
        Which claims say that the same sides do the same.
    tellings
        Which stand in the same report and come from the same story.
    speakers
        Which are told by the same voice in the same way.
    times, placings, weights
        Which are of the same time, the same place in the same words, and equally supported.
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
    every: list[Item] = [*situation.drawn, *situation.not_drawn]
    known = {item.claim.id: number for number, item in enumerate(every)}
    claims = situation.claims
    order = [known[claim.id] for claim in claims]
    items = [every[number] for number in order]
    sites = [*site_of, *repeat(-1, len(situation.not_drawn))]
    parts = {doc: n for n, part in enumerate(situation.parts) for doc in part.docs}
    docs = [claim.doc for claim in claims]
    part = [parts.get(doc, -1) for doc in docs]
    whens = [claim.when.interval if claim.when else None for claim in claims]
    return Book(
        situation=situation,
        items=items,
        claims=claims,
        styles=styles,
        site_of=[sites[number] for number in order],
        reports={report.id: (n, report) for n, report in enumerate(situation.reports)},
        tongue=tongue,
        zones={doc: zone_of(situation, doc) for doc in dict.fromkeys(docs)},
        deeds=_deeds(claims, part),
        tellings=alike(zip(map(_telling, claims), map(attrgetter("origin"), items), strict=True)),
        speakers=alike(zip(map(_speaker, claims), part, strict=True)),
        times=alike(
            (when.start, when.end, at) if when else at for when, at in zip(whens, part, strict=True)
        ),
        placings=alike(map(_placing, items)),
        weights=alike(map(_weight, items)),
    )


_parties = attrgetter("actor_side", "opponent_side", "actor", "opponent")
_telling = attrgetter("doc", "outlet", "published")
_speaker = attrgetter("claimant", "outlet", "via")


def _deeds(claims: Sequence[Claim], part: Sequence[int]) -> Alike:
    # By identity: hashing a member of an enumeration runs Python code.
    actions, statuses = (map(id, map(attrgetter(name), claims)) for name in ("action", "status"))
    return alike(zip(map(_parties, claims), actions, statuses, part, strict=True))


def _placing(item: Item) -> Hashable:
    claim = item.claim
    note = item.footprint.note if isinstance(item, ResolvedClaim) else None
    return (claim.place.text if claim.place else "", claim.place_inherited, note)


def _weight(item: Item) -> Hashable:
    standing = item.standing
    return standing and (standing.voices, standing.against_interest, standing.grade)
