"""Days that stand on lines of their own above what happened on them: "Friday 18 December"."""

from __future__ import annotations

import re
from datetime import date

from claims.report import Report, Section, SectionKind
from claims.times.dates import find_times

__all__ = ["diary", "opening_day"]

_LONGEST = 40  # characters of a line that is only a day
_FEWEST = 2  # such lines in a report; one may be the day of its publication
# Between and around the parts of a day: "Friday, 18 December:", "On Dec. 18 –".
_MARKS = re.compile(r"[\s,.:;|*#()–—-]*")
# Headings under which no day is told any more.
_CLOSES = re.compile(
    r"\W*(?:outlook|background|context|analysis|assessment|summary|conclusions?|comment(?:ary)?"
    r"|forecast|history|notes?|methodology|what(?: happens| comes)? next|looking ahead)\W*",
    re.IGNORECASE,
)
_PARTS = 2  # "Friday", "18 December"


def diary(report: Report, today: date) -> dict[Section, date]:
    """Return the day of each section of a report that is told day by day, empty for any other.

    The days stand on lines of their own, or in datelines that tell of more than one.
    """
    headed: dict[Section, date] = {}
    day, lines, lead = None, 0, None
    led: dict[Section, date] = {}
    for section in report.sections:
        line = report.text[section.start : section.end]
        if section.kind is SectionKind.DATELINE:  # "Kassa, 8 June:" before one of the paragraphs
            lead = next((t.day for t in find_times(line, today) if t.day), None)
            continue
        if lead:
            led[section], lead = lead, None
        alone = _alone(line, today) if len(line) <= _LONGEST else None
        if _CLOSES.fullmatch(line):
            day = None
        elif alone:
            day, lines = alone, lines + 1
        elif day and section.kind is SectionKind.BODY:
            headed[section] = day
    if len({*led.values()}) > 1:
        return {**led, **headed}
    return headed if lines >= _FEWEST else {}


def _alone(line: str, today: date) -> date | None:
    """Return the day that a line is, and nothing besides."""
    if not any(map(str.isdigit, line)) and "day" not in line.lower():
        return None
    day, end = opening_day(line, today)
    return day if day and day <= today and not _MARKS.sub("", line[end:]) else None


def opening_day(text: str, today: date) -> tuple[date | None, int]:
    """Return the day with which a text opens, in one part or in two, and where it ends."""
    day, end = None, 0
    for time in find_times(text, today)[:_PARTS]:
        if time.day is None or time.last or not _MARKS.fullmatch(text, end, time.start):
            break
        if day not in (None, time.day):
            break
        day, end = time.day, time.end
    return day, end
