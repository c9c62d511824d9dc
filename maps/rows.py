"""Claims as columns of numbers and a table of words: what the page's script draws and lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import tzinfo
from functools import lru_cache
from typing import Any, NamedTuple

from claims.claim import Action, Claim, Status
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.place import Candidate
from geo.interval import Interval
from maps.layers import layer_index
from maps.pack import Columns, Words
from maps.sites import SCALE
from maps.standing_words import grade_words, voices_words
from maps.style import UNKNOWN, SideStyle
from maps.text import plain
from maps.words import headline, moment_words, speaker, time_words, zone_of

__all__ = ["Book", "add_claims"]

ACTIONS, STATUSES = tuple(Action), tuple(Status)
_MOST_CHOSEN, _MOST_PASSED, _MOST_NEAR = 3, 2, 4
_MINUTE_S = 60
_Item = ResolvedClaim | NotDrawn


class Book(NamedTuple):
    """A situation in the order of the page, and what each row needs to know of the others.

    ``site_of`` is the number of each row's place; -1 for what is not drawn.
    """

    situation: Situation
    items: Sequence[_Item]
    claims: Sequence[Claim]
    styles: Sequence[SideStyle]
    site_of: Sequence[int]
    reports: dict[str, tuple[int, Report]]


def add_claims(columns: Columns, words: Words, book: Book) -> dict[str, Any]:
    """Write the columns of claims; return what stands beside them in the head."""
    _add_codes(columns, book)
    for name, texts in _texts(book).items():
        columns.add(f"claim.{name}", words.column(map(_plain, texts)))
    _add_times(columns, book)
    _add_links(columns, book)
    candidates = _add_candidates(columns, words, book)
    _add_movements(columns, book)
    return {
        "ids": [plain(claim.id) for claim in book.claims],
        "actions": [action.value for action in ACTIONS],
        "statuses": [status.value for status in STATUSES],
        "facts": [status.is_fact for status in STATUSES],
        "candidates": candidates,
    }


@lru_cache(maxsize=4_096)
def _plain(text: str) -> str:
    # The same names and phrases come again and again.
    return plain(text)


def _add_codes(columns: Columns, book: Book) -> None:
    sides = {style.id: number for number, style in enumerate(book.styles)}
    unknown = sides[UNKNOWN]
    actions = {action: number for number, action in enumerate(ACTIONS)}
    statuses = {status: number for number, status in enumerate(STATUSES)}
    claims = book.claims
    columns.add("claim.site", [site + 1 for site in book.site_of])
    columns.add("claim.side", [sides.get(c.actor_side or "", unknown) for c in claims])
    columns.add("claim.action", [actions[c.action] for c in claims])
    columns.add("claim.status", [statuses[c.status] for c in claims])
    columns.add("claim.layer", [*_layers(book)])
    columns.add(
        "claim.report", [book.reports[c.doc][0] + 1 if c.doc in book.reports else 0 for c in claims]
    )
    columns.add("claim.voices", [i.standing.voices if i.standing else 0 for i in book.items])
    columns.add(
        "claim.against", [bool(i.standing and i.standing.against_interest) for i in book.items]
    )


def _layers(book: Book) -> Iterable[int]:
    known: dict[tuple[str, Action], int] = {}
    for claim in book.claims:
        key = (claim.doc, claim.action)
        if key not in known:
            known[key] = layer_index(book.situation, claim)
        yield known[key]


def _texts(book: Book) -> dict[str, Iterable[str]]:
    claims, items = book.claims, book.items
    drawn = [item if isinstance(item, ResolvedClaim) else None for item in items]
    listed = [item if isinstance(item, NotDrawn) else None for item in items]
    return {
        "head": _headlines(book),
        "actor": (c.actor for c in claims),
        "opponent": (c.opponent for c in claims),
        "place": (c.place.text if c.place else "" for c in claims),
        "claimant": (speaker(c) for c in claims),
        "via": ("\n".join(c.via) for c in claims),
        "outlet": (_outlet(c, book) for c in claims),
        "published": _published(book),
        "when": _when_words(book),
        "whenText": (c.when.text if c.when else "" for c in claims),
        "axes": ("\n".join(c.axes) for c in claims),
        "reviewed": (c.reviewed for c in claims),
        "how": (_how(item) if item else "" for item in drawn),
        "reason": (item.reason if item else "" for item in listed),
        "detail": (item.detail if item else "" for item in listed),
        "origin": _origins(book),
        "voicesText": map(voices_words, items),
        "grade": (i.standing.grade.code if i.standing else "" for i in items),
        "gradeText": map(grade_words, items),
    }


def _headlines(book: Book) -> Iterable[str]:
    names = {style.id: style.name for style in book.styles if style.id != UNKNOWN}
    known: dict[tuple[object, ...], str] = {}
    for claim in book.claims:
        key = (
            claim.action, claim.status, claim.actor_side, claim.opponent_side, claim.actor,
            claim.opponent,
        )  # fmt: skip
        if key not in known:
            known[key] = headline(claim, names)
        yield known[key]


def _outlet(claim: Claim, book: Book) -> str:
    return claim.outlet or (book.reports[claim.doc][1].outlet if claim.doc in book.reports else "")


def _published(book: Book) -> Iterable[str]:
    known: dict[str, str] = {}
    for _, report in book.reports.values():
        if report.published is not None:
            known[report.id] = moment_words(report.published, zone_of(book.situation, report.id))
    return (known.get(claim.doc, claim.published) for claim in book.claims)


def _how(item: ResolvedClaim) -> str:
    """Say how a claim was placed, and when its own sentence names no place."""
    if not item.claim.place_inherited:
        return item.footprint.note
    return f"its sentence names no place, taken from the text before: {item.footprint.note}"


def _origins(book: Book) -> Iterable[str]:
    docs: dict[str, set[str]] = {}
    for item in book.items:
        docs.setdefault(item.origin, set()).add(item.claim.doc)
    copies = {origin: len(own) for origin, own in docs.items() if origin and len(own) > 1}
    return (
        f"Same wire story in {copies[i.origin]} reports, counted once."
        if i.origin in copies
        else ""
        for i in book.items
    )


def _add_times(columns: Columns, book: Book) -> None:
    """Write when each claim starts, in minutes since 1970, and how long it is; 0 where unknown."""
    starts, lengths = list[int](), list[int]()
    for claim in book.claims:
        interval = claim.when.interval if claim.when else None
        starts.append(int(interval.start.timestamp()) // _MINUTE_S if interval else 0)
        end = int(interval.end.timestamp()) // _MINUTE_S if interval else 0
        lengths.append(end - starts[-1])
    columns.add("claim.start", starts)
    # Lengths are few and alike where ends are many.
    columns.add("claim.length", lengths)


def _when_words(book: Book) -> Iterable[str]:
    """Give the words for when each claim is about."""
    known: dict[tuple[Interval, tzinfo], str] = {}
    zones: dict[str, tzinfo] = {}
    for claim in book.claims:
        if claim.when is None:
            yield ""
            continue
        zone = zones.get(claim.doc)
        if zone is None:
            zone = zones[claim.doc] = zone_of(book.situation, claim.doc)
        key = (claim.when.interval, zone)
        if key not in known:
            known[key] = time_words(claim.when.interval, zone)
        yield known[key]


def _add_links(columns: Columns, book: Book) -> None:
    rows = {claim.id: number for number, claim in enumerate(book.claims)}
    items = [*enumerate(book.items)]
    agrees = [(n, rows[i]) for n, item in items for i in item.agrees_with if i in rows]
    contradicts = [(n, rows[i]) for n, item in items for i in item.contradicts if i in rows]
    columns.add_pairs("claim.agrees", sorted(agrees))
    columns.add_pairs("claim.contradicts", sorted(contradicts))


def _add_candidates(columns: Columns, words: Words, book: Book) -> list[list[int]]:
    """Write which entries were taken, passed over or could be meant; return the table of them."""
    table: dict[tuple[str, str], int] = {}
    rows: list[list[int]] = []

    def number(candidate: Candidate) -> int:
        key = (candidate.entry.id, candidate.why)
        if key not in table:
            table[key] = len(rows)
            entry = candidate.entry
            texts = (entry.name, ", ".join(entry.admin), candidate.why, entry.source)
            rows.append(words.column(map(_plain, texts)))
        return table[key]

    for name, chosen in (("chosen", _chosen), ("passed", _passed)):
        pairs = [(n, number(each)) for n, item in enumerate(book.items) for each in chosen(item)]
        columns.add_pairs(f"claim.{name}", pairs)
    return rows


def _chosen(item: _Item) -> Sequence[Candidate]:
    return item.resolution.chosen[:_MOST_CHOSEN] if isinstance(item, ResolvedClaim) else ()


def _passed(item: _Item) -> Sequence[Candidate]:
    if isinstance(item, ResolvedClaim):
        return item.resolution.rejected[:_MOST_PASSED]
    return item.candidates[:_MOST_NEAR]


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
