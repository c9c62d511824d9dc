"""What readers filter by, beside what is drawn: whose camp a speaker is of, and which story."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from claims.effect import effect_of
from claims.standing import speaker_side
from claims.theatre import Theatre
from maps.pack import Columns
from maps.rows import Book
from maps.text import plain
from maps.words import zone_of

__all__ = ["add_choices"]

# Who holds a place has not gained it, and by a denial nobody gains.
_GAINS = ("gain", "ring")


def add_choices(columns: Columns, book: Book) -> dict[str, Any]:
    """Write ``claim.says``, ``claim.gains`` and ``claim.story``; return the head's part of them.

    ``says`` is the side that the speaker belongs or leans to, ``gains`` the side that gains
    ground or cuts off by what is claimed to have happened; 0 for none and else its number plus one.
    ``story`` is the wire story that a claim comes from, for copies the same: ``stories`` has
    the id, the number of a report (from 1 on, 0 where it is not known) and how many tell it.
    """
    columns.add("claim.says", [*_says(book)])
    columns.add("claim.gains", [*_gains(book)])
    numbers: dict[str, int] = {}
    told: dict[str, set[str]] = {}
    for item in book.items:
        story = item.origin or item.claim.doc
        numbers.setdefault(story, len(numbers))
        told.setdefault(story, set()).add(item.claim.doc)
    columns.add("claim.story", [numbers[i.origin or i.claim.doc] for i in book.items], steps=True)
    return {
        "stories": [[plain(story), _first(told[story], book), len(told[story])] for story in told],
        "zone": str(zone_of(book.situation)),
    }


def _first(docs: set[str], book: Book) -> int:
    return min((book.reports[doc][0] + 1 for doc in docs if doc in book.reports), default=0)


def _gains(book: Book) -> Iterator[int]:
    sides = _numbers(book)
    known: dict[tuple[str | None, str | None, int, int], int] = {}
    for claim in book.claims:
        # All that an effect is read from. Members of enumerations are quicker told by identity.
        key = (claim.actor_side, claim.opponent_side, id(claim.action), id(claim.status))
        if key not in known:
            effect = effect_of(claim)
            known[key] = sides.get(effect.gains or "", 0) if effect.kind in _GAINS else 0
        yield known[key]


def _says(book: Book) -> Iterator[int]:
    sides = _numbers(book)
    known: dict[tuple[str, str], int] = {}
    theatres: dict[str, Theatre] = {}
    for claim in book.claims:
        theatre = theatres.get(claim.doc)
        if theatre is None:
            theatre = theatres[claim.doc] = book.situation.theatre_of(claim.doc)
        key = (theatre.id, claim.claimant)
        if key not in known:
            known[key] = _number(speaker_side(claim, theatre), theatre, sides)
        yield known[key]


def _numbers(book: Book) -> dict[str, int]:
    return {style.id: number + 1 for number, style in enumerate(book.styles)}


def _number(side: str | None, theatre: Theatre, sides: Mapping[str, int]) -> int:
    # Where several theatres know a side of one id, their claims carry it with the theatre's.
    return sides.get(side or "", 0) or sides.get(f"{theatre.id}/{side}", 0)
