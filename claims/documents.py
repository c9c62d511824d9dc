"""What each document of a run tells of its conflict, and each piece of a digest of several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from claims.claim import Claim, Span, is_in
from claims.pieces import piece_of, pieces
from claims.report import Report
from claims.sides.cue_weight import Weight
from claims.sides.theatre import own_side
from claims.sides.theatre_cues import CueTable
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
        groups = _by_theatre(items)
        for name, group in groups:
            published = group[0].claim.published[:10]
            told = (name, *map(_theatre, group))
            yield Document(
                id=doc,
                day=date.fromisoformat(published) if published else None,
                weight=table.weigh("\n".join(item.claim.quote for item in group)),
                stated=next(filter(table.theatres.__contains__, told), ""),
                own=_spans(group) if len(groups) > 1 else (),
                of=len(groups),
            )


def _by_theatre(items: Sequence[StatedClaim]) -> list[tuple[str, list[StatedClaim]]]:
    """Return the claims of a document by the theatre that they state; those without by the first.

    All are one where they are not told apart by where they stand: a file may leave that out.
    """
    first = next(filter(None, map(_theatre, items)), "")
    groups: dict[str, list[StatedClaim]] = {}
    for item in items:
        groups.setdefault(_theatre(item) or first, []).append(item)
    for name, group in groups.items():
        spans = _spans(group)
        others = chain.from_iterable(each for key, each in groups.items() if key != name)
        if any(is_in(other.claim.span.start, spans) for other in others):
            return [(first, [*items])]
    return [*groups.items()]


def _spans(items: Iterable[StatedClaim]) -> tuple[Span, ...]:
    return tuple(item.claim.span for item in items)


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
