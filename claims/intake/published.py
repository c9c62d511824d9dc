"""When a report was published, and when its text was fetched, as the text itself says."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time

from claims.times.date_words import times_in
from claims.times.dates import iso_date, read_day

__all__ = ["published_date", "retrieved_date"]

_HEAD = re.compile(r"^\s*date (\d{4}-\d\d-\d\d)")
_HEAD_LENGTH = 1500
_FETCHED = re.compile(r"\b(?:retrieved|accessed|archived|downloaded)\b[^\n]{0,40}", re.IGNORECASE)
# Beyond every report, so that a date in a head is taken as written.
_NEVER = date(9998, 12, 31)


def published_date(text: str) -> datetime | None:
    """Return the day a report was published: its date line, else the first full date in its head.

    The day is given as midnight UTC; the theatre, known later, says in which zone it is meant.
    """
    head = _HEAD.match(text)
    if head and (day := iso_date(head[1])):
        return _midnight(day)
    plain = _FETCHED.sub(lambda m: " " * len(m.group()), text[:_HEAD_LENGTH])
    return _first_full_date(plain)


def retrieved_date(text: str) -> datetime | None:
    """Return the day on which the text says that it was fetched: "Retrieved on 5 May 2024"."""
    days = (_first_full_date(match.group()) for match in _FETCHED.finditer(text))
    return next((day for day in days if day), None)


def _first_full_date(text: str) -> datetime | None:
    full = (
        m
        for m in times_in(text)
        if m["year"] or m["year2"] or m["iso"] or m["dotted"] or _slashed(m)
    )
    days = (read_day(match, text, _NEVER) for match in full)
    return next((_midnight(day) for day in days if day), None)


def _slashed(match: re.Match[str]) -> bool:
    """Tell whether "24/12/2016" can be read in one way only."""
    one, other, *year = map(int, (match["slashed"] or "0/0").split("/"))
    return bool(year) and year[0] > 99 and (max(one, other) > 12 or one == other)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
