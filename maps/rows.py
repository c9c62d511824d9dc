"""Claims as columns of numbers and a table of words: what the page's script draws and lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from enum import Enum
from operator import attrgetter
from typing import Any, NamedTuple

from claims.claim import Action, Claim, Status
from claims.report import Report
from claims.situation import NotDrawn, ResolvedClaim, Situation
from gazetteer.place import Candidate
from maps.language import Language
from maps.layers import layer_index
from maps.pack import Columns, Words
from maps.paths import SCALE
from maps.standing_words import detail_words, grade_words, voices_words
from maps.style import UNKNOWN, SideStyle
from maps.text import plain
from maps.words import headline, moment_words, speaker, time_words, zone_of

__all__ = ["Book", "add_claims", "numbers_of"]

ACTIONS, STATUSES = tuple(Action), tuple(Status)
_MOST_CHOSEN, _MOST_PASSED, _MOST_NEAR = 3, 2, 4
_MINUTE_S = 60
_Item = ResolvedClaim | NotDrawn

# What tends to come together stands together: many claims say the same of a few places and days.
_ALIKE = {
    "deed": ("side", "action", "status", "layer", "head", "actor", "opponent"),
    "placing": ("place", "how"),
    "time": ("start", "length", "when"),
    "telling": ("report", "outlet", "published", "origin"),
    "weight": ("voices", "against", "voicesText", "grade", "gradeText"),
}


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
    tongue: Language


def add_claims(columns: Columns, words: Words, book: Book) -> dict[str, Any]:
    """Write the columns of claims; return what stands beside them in the head."""
    every = _codes(book) | _times(book, words)
    every["head"] = words.column(_headlines(book, every))
    every |= {name: words.column(texts) for name, texts in _texts(book).items()}
    for name, group in _ALIKE.items():
        columns.add_alike(f"claim.{name}", {f"claim.{own}": every.pop(own) for own in group})
    for name, numbers in every.items():
        columns.add(f"claim.{name}", numbers)
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


def numbers_of(members: Sequence[Enum], values: Iterable[Enum]) -> list[int]:
    """Return the number of each value among the members of its enumeration."""
    # By identity: hashing a member runs Python code, and there are thousands of them.
    number = {id(member): n for n, member in enumerate(members)}
    return [*map(number.__getitem__, map(id, values))]


def _codes(book: Book) -> dict[str, list[int]]:
    sides = {style.id: number for number, style in enumerate(book.styles)}
    unknown = sides[UNKNOWN]
    claims, items, reports = book.claims, book.items, book.reports
    standings = [item.standing for item in items]
    actions = numbers_of(ACTIONS, map(attrgetter("action"), claims))
    return {
        "site": [site + 1 for site in book.site_of],
        "side": [sides.get(c.actor_side or "", unknown) for c in claims],
        "action": actions,
        "status": numbers_of(STATUSES, map(attrgetter("status"), claims)),
        "layer": [*_layers(book, actions)],
        "report": [reports[c.doc][0] + 1 if c.doc in reports else 0 for c in claims],
        "voices": [each.voices if each else 0 for each in standings],
        "against": [bool(each and each.against_interest) for each in standings],
    }


def _layers(book: Book, actions: Sequence[int]) -> Iterator[int]:
    parts = {doc: n for n, part in enumerate(book.situation.parts) for doc in part.docs}
    known: dict[tuple[int, int], int] = {}
    for claim, action in zip(book.claims, actions, strict=True):
        key = (parts.get(claim.doc, -1), action)
        if key not in known:
            known[key] = layer_index(book.situation, claim)
        yield known[key]


def _texts(book: Book) -> dict[str, Iterable[str]]:
    claims, items, tongue = book.claims, book.items, book.tongue
    drawn = [item if isinstance(item, ResolvedClaim) else None for item in items]
    listed = [item if isinstance(item, NotDrawn) else None for item in items]
    standings = [item.standing for item in items]
    return {
        "actor": map(attrgetter("actor"), claims),
        "opponent": map(attrgetter("opponent"), claims),
        "place": (c.place.text if c.place else "" for c in claims),
        "claimant": (speaker(c, tongue) for c in claims),
        "via": ("\n".join(c.via) if c.via else "" for c in claims),
        "outlet": (c.outlet or _outlet(c, book) for c in claims),
        "published": _published(book),
        "whenText": (c.when.text if c.when else "" for c in claims),
        "axes": ("\n".join(c.axes) if c.axes else "" for c in claims),
        "reviewed": map(attrgetter("reviewed"), claims),
        "how": (_how(item, tongue) if item else "" for item in drawn),
        "reason": (item.reason if item else "" for item in listed),
        "detail": (detail_words(item, tongue) if item else "" for item in listed),
        "origin": _origins(book),
        "voicesText": (voices_words(item, tongue) for item in items),
        "grade": (each.grade.code if each else "" for each in standings),
        "gradeText": (grade_words(item, tongue) for item in items),
    }


def _headlines(book: Book, codes: Mapping[str, Sequence[int]]) -> Iterator[str]:
    names = {style.id: style.name for style in book.styles if style.id != UNKNOWN}
    known: dict[tuple[object, ...], str] = {}
    for claim, action, status in zip(book.claims, codes["action"], codes["status"], strict=True):
        sides = (claim.actor_side, claim.opponent_side, claim.actor, claim.opponent)
        key = (action, status, *sides)
        if key not in known:
            known[key] = headline(claim, names, book.tongue)
        yield known[key]


def _outlet(claim: Claim, book: Book) -> str:
    return book.reports[claim.doc][1].outlet if claim.doc in book.reports else ""


def _published(book: Book) -> Iterator[str]:
    known: dict[str, str] = {}
    for _, report in book.reports.values():
        if report.published is not None:
            zone = zone_of(book.situation, report.id)
            known[report.id] = moment_words(report.published, zone, book.tongue)
    return (known.get(claim.doc, claim.published) for claim in book.claims)


def _how(item: ResolvedClaim, tongue: Language) -> str:
    """Say how a claim was placed, a line above it that its own sentence names no place."""
    if not item.claim.place_inherited:
        return item.footprint.note
    return f"{tongue.say('told.inherited')}\n{item.footprint.note}"


def _origins(book: Book) -> Iterator[str]:
    docs: dict[str, set[str]] = {}
    for item in book.items:
        docs.setdefault(item.origin, set()).add(item.claim.doc)
    copies = {origin: len(own) for origin, own in docs.items() if origin and len(own) > 1}
    return (
        book.tongue.say("told.copies", n=copies[i.origin]) if i.origin in copies else ""
        for i in book.items
    )


def _times(book: Book, words: Words) -> dict[str, list[int]]:
    """Give the start of each claim in minutes since 1970, its length and its words; 0 for none."""
    known: dict[tuple[float, float, tzinfo], str] = {}
    zones = {doc: zone_of(book.situation, doc) for doc in {claim.doc for claim in book.claims}}
    starts, lengths, texts = list[int](), list[int](), list[str]()
    for claim in book.claims:
        if claim.when is None:
            starts.append(0)
            lengths.append(0)
            texts.append("")
            continue
        interval = claim.when.interval
        start, end = interval.start.timestamp(), interval.end.timestamp()
        key = (start, end, zones[claim.doc])
        if key not in known:
            known[key] = time_words(interval, zones[claim.doc], book.tongue)
        starts.append(int(start) // _MINUTE_S)
        lengths.append(int(end) // _MINUTE_S - starts[-1])
        texts.append(known[key])
    return {"start": starts, "length": lengths, "when": words.column(texts)}


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
            rows.append(words.column(texts))
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
