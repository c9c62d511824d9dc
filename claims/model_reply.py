"""From a language model's reply to claims: nothing is kept that does not stand in the report."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from claims.claim import Action, Claim, Span, Status, When
from claims.fighters.actors import ActorFinder
from claims.intake.addressed import addresses_a_reader
from claims.report import Report, SectionKind
from claims.sides.theatre import Theatre
from claims.times.dates import find_times
from claims.times.when import when_of
from gazetteer.expression import parse_place

__all__ = ["evidenced"]

_OUTLET = "outlet"
_NEAR = 2_000  # characters to both sides of a quote in which its speaker and time must stand


@dataclass(frozen=True, slots=True)
class _Ground:
    """The report, and the characters in which the model's part of it stands."""

    report: Report
    theatre: Theatre
    finder: ActorFinder
    start: int
    end: int


def evidenced(
    rows: list[dict[str, Any]], report: Report, theatre: Theatre, *, start: int, end: int
) -> Iterator[Claim]:
    """Yield a claim for each row whose quote stands in the characters ``[start, end)``.

    A field whose words do not stand in the quote or near it is left empty; the claim of a place
    that is not there keeps no place. A quote from a paragraph that gives orders to a machine, or
    from a part of the report that is not read for claims, is dropped. Sides come from the theatre,
    never from the model.
    """
    ground = _Ground(report, theatre, ActorFinder(theatre, report.text), start, end)
    for row in rows:
        quote = _find(report.text, row["quote"], start, end)
        if quote and _is_read(ground, quote):
            yield _claim(ground, row, quote)


def _find(text: str, words: str, start: int, end: int) -> Span | None:
    """Return where words stand first, whatever the spaces and line breaks between them."""
    parts = words.split()
    if not parts:
        return None
    pattern = re.compile(r"\s+".join(map(re.escape, parts)))
    found = pattern.search(text, start, end)
    return Span(start=found.start(), end=found.end()) if found else None


def _near(ground: _Ground, words: str, quote: Span) -> Span | None:
    """Return where words stand: in the quote, else nearest before it, else behind it."""
    text = ground.report.text
    inside = _find(text, words, quote.start, quote.end)
    low, high = max(ground.start, quote.start - _NEAR), min(ground.end, quote.end + _NEAR)
    return inside or _find(text, words, low, high)


def _is_read(ground: _Ground, quote: Span) -> bool:
    kinds = (SectionKind.HEADLINE, SectionKind.CAPTION, SectionKind.BODY)
    section = next(
        (s for s in ground.report.sections if s.start <= quote.start and quote.end <= s.end), None
    )
    if section is None or section.kind not in kinds:
        return False
    # The whole paragraph: orders to a machine run on from sentence to sentence.
    return not addresses_a_reader(ground.report.text[section.start : section.end])


def _claim(ground: _Ground, row: dict[str, Any], quote: Span) -> Claim:
    report = ground.report
    actor, actor_side = _party(ground, row["actor"], quote)
    opponent, opponent_side = _party(ground, row["opponent"], quote)
    place = _near(ground, row["place"], quote)
    words = report.text[place.start : place.end] if place else ""
    key = f"{report.sha256}|{report.copy}|{quote}|{row['action']}|{place}"
    return Claim(
        id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        doc=report.id,
        outlet=report.outlet,
        published=report.published.isoformat() if report.published else "",
        quote=report.text[quote.start : quote.end],
        span=quote,
        claimant=_words(ground, row["claimant"], quote) or _OUTLET,
        via=tuple(filter(None, (_words(ground, each, quote) for each in row["via"]))),
        actor=actor,
        actor_side=actor_side,
        opponent=opponent,
        opponent_side=opponent_side,
        action=Action(row["action"]),
        status=Status(row["status"]),
        place=parse_place(words) if words else None,
        place_span=place,
        when=_when(ground, row["when"], quote),
    )


def _words(ground: _Ground, words: str, quote: Span) -> str:
    found = _near(ground, words, quote)
    return ground.report.text[found.start : found.end] if found else ""


def _party(ground: _Ground, words: str, quote: Span) -> tuple[str, str | None]:
    found = _words(ground, words, quote)
    known = ground.finder.find(found) if found else ()
    return found, known[0].side if known else None


def _when(ground: _Ground, words: str, quote: Span) -> When | None:
    published = ground.report.published
    if published is None:
        return None
    at = _near(ground, words, quote)
    text = ground.report.text[at.start : at.end] if at else ""
    times = find_times(text, published.date(), at.start if at else 0)
    at = at or quote
    zone = ground.theatre.timezone
    return when_of(times, at.start, published, zone, reach=(at.start, at.end), text=text)
