"""What readers filter by, beside what is drawn: whose camp a speaker is of, and which story."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.sides.theatre import shared_side
from claims.weighing.effect import effect_of
from claims.weighing.standing import speaker_side
from maps.packed.book import Book
from maps.packed.pack import Columns
from maps.wording.words import zone_of

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
    columns.add("claim.says", book.speakers.spread([*_says(book)]))
    columns.add("claim.gains", book.deeds.spread([*_gains(book)]))
    items = book.tellings.pick(book.items)
    stories = [item.origin or item.claim.doc for item in items]
    told: dict[str, set[str]] = {}
    for story, item in zip(stories, items, strict=True):
        told.setdefault(story, set()).add(item.claim.doc)
    numbers = {story: number for number, story in enumerate(told)}
    columns.add("claim.story", book.tellings.spread([numbers[s] for s in stories]), steps=True)
    return {
        "stories": [[story, _first(docs, book), len(docs)] for story, docs in told.items()],
        "zone": str(zone_of(book.situation)),
    }


def _first(docs: set[str], book: Book) -> int:
    return min((book.reports[doc][0] + 1 for doc in docs if doc in book.reports), default=0)


def _gains(book: Book) -> Iterator[int]:
    sides = _numbers(book)
    for claim in book.deeds.pick(book.claims):
        effect = effect_of(claim)
        yield sides.get(effect.gains or "", 0) if effect.kind in _GAINS else 0


def _says(book: Book) -> Iterator[int]:
    sides = _numbers(book)
    for claim in book.speakers.pick(book.claims):
        theatre = book.situation.theatre_of(claim)
        side = speaker_side(claim, theatre)
        # Where several theatres know a side of one id, their claims carry it with the theatre's.
        yield sides.get(side or "", 0) or sides.get(shared_side(theatre.id, side or ""), 0)


def _numbers(book: Book) -> dict[str, int]:
    return {style.id: number + 1 for number, style in enumerate(book.styles)}
