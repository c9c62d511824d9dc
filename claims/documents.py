"""What each document of a run tells of its conflict, and each piece of a digest of several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claims.claim import Claim, Span
from claims.pieces import piece_of, pieces
from claims.report import Report
from claims.sides.theatre import own_side
from claims.sides.theatre_cues import CueTable, Weight
from claims.written.read_claims import StatedClaim

__all__ = ["Document", "documents_of", "sides_of"]


@dataclass(frozen=True, slots=True)
class Document:
    """One document, or a piece of a digest: its day, what its words tell of the conflict.

    ``stated`` is the theatre that it states; ``own`` is where a piece stands, one of ``of``.
    """

    id: str
    day: date | None
    weight: Weight
    stated: str = ""
    own: tuple[Span, ...] = ()
    of: int = 1


def documents_of(
    reports: Sequence[Report], stated: Sequence[StatedClaim], table: CueTable
) -> Iterator[Document]:
    """Yield each document, a digest of several wars in pieces; claims from files by their report.

    Claims of one report that state several theatres are as many documents.
    """
    quotes: dict[str, list[StatedClaim]] = {}
    for item in stated:
        quotes.setdefault(item.claim.doc, []).append(item)
    for report in reports:
        quotes.pop(report.id, None)
        yield from _pieces(report, table)
    for doc, items in quotes.items():
        first = next(filter(None, map(_theatre, items)), "")
        by_theatre: dict[str, list[StatedClaim]] = {}
        for item in items:
            by_theatre.setdefault(_theatre(item) or first, []).append(item)
        for name, group in by_theatre.items():
            published = group[0].claim.published[:10]
            yield Document(
                id=doc,
                day=date.fromisoformat(published) if published else None,
                weight=table.weigh("\n".join(item.claim.quote for item in group)),
                stated=name if name in table.theatres else "",
                own=tuple(item.claim.span for item in group) if len(by_theatre) > 1 else (),
                of=len(by_theatre),
            )


def _pieces(report: Report, table: CueTable) -> Iterator[Document]:
    day = report.published.date() if report.published else None
    found = pieces(report, table)
    for own in found:
        text = piece_of(report, own, table).text
        yield Document(report.id, day, table.weigh(text), own=own, of=len(found))
    if not found:
        yield Document(report.id, day, table.weigh(report.text))


def _theatre(item: StatedClaim) -> str:
    """Return the theatre that a claim from a file is of; some tell it by their sides alone."""
    named = (own_side(side)[0] for side in sides_of(item.claim) if side)
    return item.theatre or next(filter(None, named), "")


def sides_of(claim: Claim) -> tuple[str | None, str | None]:
    """Return the sides of the actor and of the opponent."""
    return claim.actor_side, claim.opponent_side
