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
_LINE = 6  # words of a dateline's place
_DATELINE = re.compile(r"\s*(?:\([\w ]{2,20}\)\s*)?(?:--?|[–—])\s")
_PUBLISHED = frozenset("published posted released shared said reported claimed stated".split())
_COUNTS = re.compile(
    rf"\b(?:{'|'.join(sorted(TWO_TO_TEN))}|\d+)\s+(?:air\s?)?(?:strikes|raids)\b", re.IGNORECASE
)


def leading_day(parsed: Parsed, days: Sequence[TimeMention], today: date) -> date | None:
    """Return the day with which a report opens: "On Jan. 8, aircraft struck ...".

    Or of strikes that it goes on to list: "conducted nine strikes in X on Jan. 8", or with which
    a release dates what it tells: "detained two men in X district, Monday.", or a list: "strikes
    conducted on 8 January:". So does the day before the report, wherever it stands, if the sentence
    names no other day: what a report of Thursday tells of "Wednesday" it goes on to tell.
    """
    days = [t for t in days if not _is_of_dateline(parsed, t)] or days
    first = days[0] if days else None
    if first is None or first.day is None:
        return None
    stop = first.start - parsed.sentence.start
    alone = len(days) == 1
    dates_all = alone and (
        _COUNTS.search(parsed.sentence.text, 0, stop) is not None
        or _is_set_off(parsed, first)
        or parsed.lower[-1:] == [":"]
    )
    # "Yesterday" is of its own sentence, "last night" of a raid that a release goes on to tell
    named = first.weekday or first.part == "night" or any(map(str.isdigit, first.text))
    yesterday = alone and named and (today - first.day).days == 1
    yesterday = yesterday and not _is_of_publishing(parsed, first)
    if parsed.word_at(first.start) > 1 and not dates_all and not yesterday:
        return None
    return first.day if 0 <= (today - first.day).days <= _LEAD_DAYS else None


def _is_of_dateline(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a day is only that of a dateline: "TAMPA, Jan. 9, 2016 - Forces struck"."""
    behind = parsed.sentence.text[t.end - parsed.sentence.start :]
    return _DATELINE.match(behind) is not None and parsed.word_at(t.start) <= _LINE


def _is_of_publishing(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a day is that of pictures or words: "footage published on March 19 shows"."""
    number = parsed.word_at(t.start)
    return not _PUBLISHED.isdisjoint(parsed.lower[max(0, number - 2) : number])


def _is_set_off(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a weekday stands bare at the end or between commas: "in X, Monday, killing"."""
    behind = parsed.sentence.text[t.end - parsed.sentence.start :].strip()
    before = parsed.lower[parsed.word_at(t.start) - 1]
    closes = not behind.strip(".") or (before == "," and behind.startswith(","))
    return t.weekday and closes and not t.text.lower().startswith("on ")
