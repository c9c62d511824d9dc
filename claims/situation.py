"""Everything a map is drawn from, as of one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from claims.claim import Claim, Span, is_in
from claims.figure import Figure
from claims.report import Report
from claims.sides.theatre import Theatre
from claims.weighing.grade import Grade
from gazetteer.place import Candidate, Resolution
from geo.footprint import Footprint

__all__ = ["WITHHELD", "NotDrawn", "Part", "ResolvedClaim", "Situation", "Standing"]


WITHHELD = "withheld"
"""The reason of claims that a publication policy lets nobody read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a claim stands among the others of a run.

    Parameters
    ----------
    voices
        Distinct claimants with distinct origins that say it; at least 1.
    sides
        Ids of the sides that they belong or lean to; those of none are not among them.
    against_interest
        Whether the speaker's own side loses by it.
    grade
        Reliability of the source and credibility of the claim, each with its reason.
    """

    voices: int
    sides: tuple[str, ...]
    against_interest: bool
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedClaim:
    """A claim with its place found.

    Parameters
    ----------
    footprint
        Where it is drawn.
    tail
        Where the movement starts, where the text states it and the gazetteer knows it.
    origin
        Id of the wire story it comes from; copies share it.
    agrees_with, contradicts
        Ids of other claims.
    standing
        How it stands among the others; None before they are compared.
    """

    claim: Claim
    resolution: Resolution
    footprint: Footprint
    tail: Footprint | None = None
    origin: str = ""
    agrees_with: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDrawn:
    """A claim that is listed and not drawn.

    ``reason`` is one of ``no-place``, ``unresolved``, ``ambiguous``, ``stale``, ``too-vague``,
    ``later``, ``rejected``, ``withheld``; ``detail`` says it in one plain sentence. One that is
    withheld by a publication policy holds no words of its report and none of its speaker.
    ``footprint`` is where a place that is too vague to be drawn lies all the same; None for every
    other reason.
    """

    claim: Claim
    reason: str
    detail: str
    candidates: tuple[Candidate, ...] = ()
    footprint: Footprint | None = None
    origin: str = ""
    agrees_with: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The documents of one theatre in a situation that holds several.

    Parameters
    ----------
    within
        The stretches that are on this theatre of documents that are on others as well.
    """

    theatre: Theatre
    docs: frozenset[str]
    within: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)

    def holds(self, claim: Claim) -> bool:
        """Tell whether a claim is of this theatre."""
        own = self.within.get(claim.doc)
        return claim.doc in self.docs and (own is None or is_in(claim.span.start, own))


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All claims of some reports: drawn and not drawn together are all that were read.

    Where the reports are about several theatres, ``parts`` has one for each, and ``theatre`` holds
    the sides of all; it is empty where they are about one. ``figures`` are the counts that the
    reports give, beside the claims and never among them. ``items`` is all that is drawn and not
    drawn, in the order of reports and text, and ``claims`` are the claims of these. ``held_back``
    counts claims that are too young to be published and are nowhere in it. ``unread`` has a line
    for each report that could not be read, or not all of it, by its id: why, and what to do.
    """

    theatre: Theatre
    as_of: datetime | None
    reports: tuple[Report, ...]
    drawn: tuple[ResolvedClaim, ...]
    not_drawn: tuple[NotDrawn, ...]
    parts: tuple[Part, ...] = ()
    figures: tuple[Figure, ...] = ()
    held_back: int = 0
    unread: Mapping[str, str] = field(default_factory=dict)
    items: tuple[ResolvedClaim | NotDrawn, ...] = field(init=False, repr=False, compare=False)
    claims: tuple[Claim, ...] = field(init=False, repr=False, compare=False)
    _homes: dict[str, int] = field(init=False, repr=False, compare=False)

    def theatre_of(self, claim: Claim) -> Theatre:
        """Return the theatre that a claim was read with."""
        number = self.part_of(claim)
        return self.theatre if number < 0 else self.parts[number].theatre

    def theatre_of_report(self, doc: str) -> Theatre:
        """Return the theatre that a document was read with, the first one of a digest."""
        return next((part.theatre for part in self.parts if doc in part.docs), self.theatre)

    def part_of(self, claim: Claim) -> int:
        """Return the number of the part that holds a claim, -1 where none does."""
        known = self._homes.get(claim.doc)
        if known is not None:
            return known
        return next((n for n, part in enumerate(self.parts) if part.holds(claim)), -1)

    def __post_init__(self) -> None:
        # Asked for again and again, and long to sort.
        rank = {report.id: index for index, report in enumerate(self.reports)}

        def place(item: ResolvedClaim | NotDrawn) -> tuple[int, int, int, str]:
            claim = item.claim
            return (rank.get(claim.doc, len(rank)), claim.span.start, claim.span.end, claim.id)

        every: list[ResolvedClaim | NotDrawn] = [*self.drawn, *self.not_drawn]
        every.sort(key=place)
        object.__setattr__(self, "items", tuple(every))
        object.__setattr__(self, "claims", tuple(item.claim for item in every))
        parts = enumerate(self.parts)
        homes = {doc: n for n, part in parts for doc in part.docs.difference(part.within)}
        object.__setattr__(self, "_homes", homes)
