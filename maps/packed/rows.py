"""Claims as columns of numbers and a table of words: what the page's script draws and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

import numpy as np

from claims.claim import Claim
from claims.situation import NotDrawn, ResolvedClaim
from gazetteer.place import Candidate
from maps.alike import alike
from maps.looks.layers import layer_index
from maps.looks.style import UNKNOWN
from maps.packed.book import ACTIONS, STATUSES, Book, Item
from maps.packed.pack import Columns, Words
from maps.places.paths import SCALE
from maps.wording.language import Language
from maps.wording.place_names import both_names
from maps.wording.reasons import reason_words
from maps.wording.source_words import source_words
from maps.wording.standing_words import detail_words, grade_words, voices_words
from maps.wording.words import claim_zone, headline, moment_words, speaker, time_words

__all__ = ["add_claims"]

_MOST_CHOSEN, _MOST_PASSED, _MOST_NEAR = 3, 2, 4
_MINUTE_S = 60
_Rows = dict[str, Sequence[int]]


def add_claims(columns: Columns, words: Words, book: Book) -> dict[str, Any]:
    """Write the columns of claims; return what stands beside them in the head."""
    # What tends to come together stands together: many claims say the same of a few places.
    for name, kinds, rows in (
        ("deed", book.deeds, _deeds(book, words)),
        ("placing", book.placings, _placings(book, words)),
        ("time", book.times, _times(book, words)),
        ("telling", book.tellings, _tellings(book, words)),
        ("weight", book.weights, _weights(book, words)),
    ):
        own = {f"claim.{field}": numbers for field, numbers in rows.items()}
        columns.add_alike(f"claim.{name}", kinds.of, own)
    columns.add("claim.site", np.array(book.site_of, np.int64) + 1)
    for field, texts in _speakers(book).items():
        columns.add(f"claim.{field}", book.speakers.spread(words.column(texts)))
    _add_reasons(columns, words, book)
    _add_links(columns, book)
    candidates = _add_candidates(columns, words, book)
    _add_movements(columns, book)
    return {
        "ids": [claim.id for claim in book.claims],
        "actions": [action.value for action in ACTIONS],
        "statuses": [status.value for status in STATUSES],
        "facts": [status.is_fact for status in STATUSES],
        "candidates": candidates,
    }


def _deeds(book: Book, words: Words) -> _Rows:
    sides = {style.id: number for number, style in enumerate(book.styles)}
    names = {style.id: style.name for style in book.styles if style.id != UNKNOWN}
    claims = book.deeds.pick(book.claims)
    return {
        "side": [sides.get(claim.actor_side or "", sides[UNKNOWN]) for claim in claims],
        "action": [ACTIONS.index(claim.action) for claim in claims],
        "status": [STATUSES.index(claim.status) for claim in claims],
        "layer": [layer_index(book.situation, claim) for claim in claims],
        "head": words.column(headline(claim, names, book.tongue) for claim in claims),
        "actor": words.column(claim.actor for claim in claims),
        "opponent": words.column(claim.opponent for claim in claims),
        "axes": words.column("\n".join(claim.axes) for claim in claims),
    }


def _placings(book: Book, words: Words) -> _Rows:
    items = book.placings.pick(book.items)
    return {
        "place": words.column(item.claim.place.text if item.claim.place else "" for item in items),
        "how": words.column(_how(item, book.tongue) for item in items),
    }


def _how(item: Item, tongue: Language) -> str:
    """Say how a claim was placed, a line above it that its own sentence names no place."""
    if not isinstance(item, ResolvedClaim):
        return ""
    if not item.claim.place_inherited:
        return item.footprint.note
    return f"{tongue.say('told.inherited')}\n{item.footprint.note}"


def _times(book: Book, words: Words) -> _Rows:
    """Give the start of each time in minutes since 1970, its length and its words; 0 for none."""
    claims = book.times.pick(book.claims)
    starts, ends, texts = list[int](), list[int](), list[str]()
    for claim in claims:
        interval = claim.when.interval if claim.when else None
        starts.append(int(interval.start.timestamp()) // _MINUTE_S if interval else 0)
        ends.append(int(interval.end.timestamp()) // _MINUTE_S if interval else 0)
        zone = claim_zone(book.situation, claim)
        texts.append(time_words(interval, zone, book.tongue) if interval else "")
    lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    stated = words.column(claim.when.text if claim.when else "" for claim in claims)
    return {"start": starts, "length": lengths, "when": words.column(texts), "whenText": stated}


def _tellings(book: Book, words: Words) -> _Rows:
    claims, reports = book.tellings.pick(book.claims), book.reports
    known = [reports.get(claim.doc) for claim in claims]
    return {
        "report": [found[0] + 1 if found else 0 for found in known],
        "outlet": words.column(
            claim.outlet or (found[1].outlet if found else "")
            for claim, found in zip(claims, known, strict=True)
        ),
        "published": words.column(_published(claim, book) for claim in claims),
        "origin": words.column(_origins(book)),
    }


def _published(claim: Claim, book: Book) -> str:
    _, report = book.reports.get(claim.doc, (0, None))
    if report is None or report.published is None:
        return claim.published
    return moment_words(report.published, book.zones[claim.doc], book.tongue)


def _origins(book: Book) -> Iterator[str]:
    items = book.tellings.pick(book.items)
    docs: dict[str, set[str]] = {}
    for item in items:
        docs.setdefault(item.origin, set()).add(item.claim.doc)
    copies = {origin: len(own) for origin, own in docs.items() if origin and len(own) > 1}
    return (
        book.tongue.say("told.copies", n=copies[i.origin]) if i.origin in copies else ""
        for i in items
    )


def _weights(book: Book, words: Words) -> _Rows:
    items, tongue = book.weights.pick(book.items), book.tongue
    standings = [item.standing for item in items]
    return {
        "voices": [each.voices if each else 0 for each in standings],
        "against": [bool(each and each.against_interest) for each in standings],
        "voicesText": words.column(voices_words(item, tongue) for item in items),
        "grade": words.column(each.grade.code if each else "" for each in standings),
        "gradeText": words.column(grade_words(item, tongue) for item in items),
        "reviewed": words.column(item.claim.reviewed for item in items),
    }


def _speakers(book: Book) -> dict[str, Iterable[str]]:
    claims = book.speakers.pick(book.claims)
    return {
        "claimant": (speaker(claim, book.tongue) for claim in claims),
        "via": ("\n".join(claim.via) for claim in claims),
    }


def _add_reasons(columns: Columns, words: Words, book: Book) -> None:
    listed = [(n, item) for n, item in enumerate(book.items) if isinstance(item, NotDrawn)]
    rows = [number for number, _ in listed]
    for name, texts in (
        ("reason", [item.reason for _, item in listed]),
        ("detail", [detail_words(item, book.tongue) for _, item in listed]),
    ):
        numbers = np.zeros(len(book.items), np.int64)
        numbers[rows] = words.column(texts)
        columns.add(f"claim.{name}", numbers)


def _add_links(columns: Columns, book: Book) -> None:
    rows = {claim.id: number for number, claim in enumerate(book.claims)}
    for name, linked in (
        ("agrees", [item.agrees_with for item in book.items]),
        ("contradicts", [item.contradicts for item in book.items]),
    ):
        some = [(n, others) for n, others in enumerate(linked) if others]
        pairs = [(n, rows[other]) for n, others in some for other in others if other in rows]
        columns.add_pairs(f"claim.{name}", sorted(pairs))


def _add_candidates(columns: Columns, words: Words, book: Book) -> list[list[int]]:
    """Write which entries were taken, passed over or could be meant; return the table of them."""
    chosen, passed, tongue = list[Sequence[Candidate]](), list[Sequence[Candidate]](), book.tongue
    for item in book.items:
        if isinstance(item, ResolvedClaim):
            chosen.append(item.resolution.chosen[:_MOST_CHOSEN])
            passed.append(item.resolution.rejected[:_MOST_PASSED])
        else:
            chosen.append(())
            passed.append(item.candidates[:_MOST_NEAR])
    every = [*chain.from_iterable(chosen), *chain.from_iterable(passed)]
    kinds = alike((each.entry.id, each.why) for each in every)
    cut = sum(map(len, chosen))
    columns.add_links("claim.chosen", [*map(len, chosen)], kinds.of[:cut])
    columns.add_links("claim.passed", [*map(len, passed)], kinds.of[cut:])
    fields = [
        (
            both_names(each.entry, tongue),
            ", ".join(each.entry.admin),
            reason_words(each.why),
            source_words(each.entry.source),
        )
        for each in kinds.pick(every)
    ]
    numbers = words.column(chain.from_iterable(fields))
    return [numbers[at : at + 4] for at in range(0, len(numbers), 4)]


def _add_movements(columns: Columns, book: Book) -> None:
    """Write where movements start, for the few claims that say it."""
    tails = [
        (number, item.tail)
        for number, item in enumerate(book.items)
        if isinstance(item, ResolvedClaim) and item.tail is not None
    ]
    columns.add("tail.claim", [number for number, _ in tails])
    columns.add("tail.lon", [round(tail.lon * SCALE) for _, tail in tails])
    columns.add("tail.lat", [round(tail.lat * SCALE) for _, tail in tails])
