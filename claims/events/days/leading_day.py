"""The day that leads a whole report, by how its first sentence names it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claims.events.sentences.parse import Parsed
from claims.number_words import TWO_TO_TEN
from claims.times.time_mention import TimeMention

__all__ = ["leading_day"]

_LEAD_DAYS = 3  # by which the day in a report's first words may
_COUNTS = re.compile(
    rf"\b(?:{'|'.join(sorted(TWO_TO_TEN))}|\d+)\s+(?:air\s?)?(?:strikes|raids)\b", re.IGNORECASE
)


def leading_day(parsed: Parsed, days: Sequence[TimeMention], today: date) -> date | None:
    """Return the day with which a report opens: "On Jan. 8, aircraft struck ...".

    Or of strikes that it goes on to list: "conducted nine strikes in X on Jan. 8", or with which
    a release dates what it tells: "detained two men in X district, Monday.". So does the weekday
    before the report, wherever it stands, if the sentence names no other day: what a report of
    Thursday tells of "Wednesday" it goes on to tell.
    """
    first = days[0] if days else None
    if first is None or first.day is None:
        return None
    stop = first.start - parsed.sentence.start
    alone = len(days) == 1
    dates_all = alone and (
        _COUNTS.search(parsed.sentence.text, 0, stop) is not None or _is_set_off(parsed, first)
    )
    yesterday = alone and first.weekday and (today - first.day).days == 1
    if parsed.word_at(first.start) > 1 and not dates_all and not yesterday:
        return None
    return first.day if 0 <= (today - first.day).days <= _LEAD_DAYS else None


def _is_set_off(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a weekday stands bare at the end or between commas: "in X, Monday, killing"."""
    behind = parsed.sentence.text[t.end - parsed.sentence.start :].strip()
    before = parsed.lower[parsed.word_at(t.start) - 1]
    closes = not behind.strip(".") or (before == "," and behind.startswith(","))
    return t.weekday and closes and not t.text.lower().startswith("on ")
