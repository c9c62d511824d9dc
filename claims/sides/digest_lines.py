"""Lines of a text that is a digest: items that each stand alone, and the headings above them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from claims.report import Report, SectionKind
from claims.sides.countries import countries
from claims.sides.heading_cues import headed
from claims.sides.theatre_cues import CueTable

__all__ = ["Line", "LineKind", "digest_lines", "headed_items", "lands", "opens_with_land"]

_LINE = re.compile(r"[^\n]+")
_SOURCED = re.compile(r"\S\s*\([A-Z][^()\n]{1,60}\)[\s.]*$")
# No hour: the entries of a live report go on from each other.
_BULLET = re.compile(r"\s*(?:[-–—•*·▪■►●]|\(?\d{1,2}[.)])\s+(?=\S)")
_OPENING = re.compile(r"\W*(?:[A-Z][A-Za-z ]{2,30}:\s+)?([A-Z][\w' ]{2,40})\s*(?:\.|–|—)\s+[A-Z]")
_ENDS = (".", "!", "?", ")", "”", '"', "’")
_MARKS = " \t#*_=:|–—-•·▪■►●"
_STOP = re.compile(r"[.!?][)”\"’]*\s+(?=[A-Z“\"(])")
# "Chad civil war", "Red Sea crisis": what stands behind a land in a heading.
_CONFLICT = re.compile(r"\s+(?:(?:civil\s+)?war|crisis|conflict|insurgency|front)$", re.IGNORECASE)
_HEADING_WORDS = 6
_ITEM_WORDS = 5  # fewer are the name of a place in a list
_MOST_STOPS, _MOST_CHARS = 4, 800  # of an item; what is longer is a text of its own
_FEWEST = 2  # items, and headings over paragraphs without a mark
_READ = (SectionKind.BODY, SectionKind.DATELINE)


class LineKind(Enum):
    """What a line of a digest is."""

    ITEM = "item"
    HEADING = "heading"  # short, and names a land, a war or who fights
    RUBRIC = "rubric"  # short, and names none of them: what is below is under no heading any more
    LEAD = "lead"  # a paragraph that leads in
    OTHER = "other"  # a title, a day, furniture


class Line(NamedTuple):
    """The characters ``[start, end)`` of a line of a report, and what they are."""

    start: int
    end: int
    kind: LineKind


def digest_lines(report: Report, table: CueTable) -> tuple[Line, ...]:
    """Return the lines of a report that is a digest, none where it is a text that runs on.

    Every paragraph of a digest has at most a few sentences and its source in brackets behind it, a
    bullet before it, or its land at the head of it or of its section; one before them may lead in.
    """
    lines = _lines(report)
    items = [line for line in lines if line.kind is LineKind.ITEM]
    if len(items) < _FEWEST or not all(_is_short(_words(report, line)) for line in items):
        return ()
    marked = [_is_marked(_words(report, line)) for line in items]
    if not all(marked[1:]) or len(items) - marked.count(False) < _FEWEST:
        marked = _are_headed(report, lines, table)
    if not all(marked[1:]):
        return ()
    lead = None if marked[0] else items[0]
    return tuple(_told_apart(report, lines, lead, table))


def headed_items(lines: Iterable[Line]) -> Iterator[tuple[tuple[Line, ...], Line]]:
    """Yield each item with the headings that it stands below."""
    heads: tuple[Line, ...] = ()
    opened = False  # whether an item stands below them already
    for line in lines:
        if line.kind is LineKind.ITEM:
            yield heads, line
            opened = True
        elif line.kind in (LineKind.HEADING, LineKind.RUBRIC):
            heads = () if opened else heads
            heads += (line,) if line.kind is LineKind.HEADING else ()
            opened = False


def _lines(report: Report) -> list[Line]:
    """Return the lines of a report behind its date line: short ones, and what is read as its body.

    Short ones may yet be headings.
    """
    lines: list[Line] = []
    kinds = {section.start: section.kind for section in report.sections}
    for match in _LINE.finditer(report.text, min(kinds, default=0)):
        words = match[0].strip()
        start = match.start() + len(match[0]) - len(match[0].lstrip())
        if not words:
            continue
        before = lines[-1] if lines else None
        if before and _goes_on(report.text, before, start):
            lines[-1] = Line(before.start, start + len(words), LineKind.ITEM)
            continue
        if _is_heading(words):
            kind = LineKind.HEADING
        elif kinds.get(start) in _READ:
            kind = LineKind.ITEM
        else:
            kind = LineKind.OTHER
        lines.append(Line(start, start + len(words), kind))
    return lines


def _goes_on(text: str, before: Line, start: int) -> bool:
    """Tell whether a line, set in from the margin, is the rest of an item with a bullet above."""
    gap = text[before.end : start]
    bullet = _BULLET.match(text, before.start, before.end)
    return bullet is not None and gap.count("\n") == 1 and gap.endswith("  ")


def _told_apart(
    report: Report, lines: Iterable[Line], lead: Line | None, table: CueTable
) -> Iterator[Line]:
    """Yield lines with headings that name no land, days, and what leads in, as what they are."""
    for line in lines:
        words = _words(report, line)
        kind = line.kind
        if kind is LineKind.HEADING and not _tells(words, table):
            kind = LineKind.OTHER if any(map(str.isdigit, words)) else LineKind.RUBRIC
        yield line._replace(kind=LineKind.LEAD if line == lead else kind)


def _tells(words: str, table: CueTable) -> bool:
    weight = table.weigh(words)
    return bool(weight.points or weight.named or weight.homes)


def _words(report: Report, line: Line) -> str:
    return report.text[line.start : line.end]


def _is_heading(words: str) -> bool:
    plain = words.strip(_MARKS)
    return len(plain.split()) <= _HEADING_WORDS and not plain.endswith(_ENDS)


def _is_short(words: str) -> bool:
    return len(words) <= _MOST_CHARS and len(_STOP.findall(words)) < _MOST_STOPS


def _is_marked(words: str) -> bool:
    """Tell whether an item stands alone by its source, its bullet or the land before it."""
    if _SOURCED.search(words):
        return True
    bullet = _BULLET.match(words) and words.endswith(_ENDS)
    if bullet and len(words.split()) > _ITEM_WORDS:
        return True
    return bool(headed(words)) or opens_with_land(words)


def _are_headed(report: Report, lines: Iterable[Line], table: CueTable) -> list[bool]:
    """Tell for each item whether it lies in one of several sections that lands or wars head."""
    names = {theatre.name.casefold() for theatre in table.theatres.values()}
    told: set[str] = set()
    found: list[bool] = []
    for line in lines:
        words = _words(report, line)
        if line.kind is LineKind.ITEM:
            found.append(bool(told))
        elif line.kind is LineKind.HEADING and _is_land(words, names):
            told.add(words)
    return found if len(told) >= _FEWEST else [False, False]


def _is_land(words: str, names: set[str]) -> bool:
    plain = _CONFLICT.sub("", words.strip(_MARKS))
    return plain.casefold() in names or bool({plain, plain.title()} & lands())


def opens_with_land(line: str) -> bool:
    """Tell whether a line opens with a country: "Chad. The army ...", "Takeaways: Chad. It ..."."""
    opening = _OPENING.match(line)
    return opening is not None and opening[1].strip() in lands()


@cache
def lands() -> frozenset[str]:
    """Return the words for every country."""
    return frozenset(word for country in countries() for word in country.words)
