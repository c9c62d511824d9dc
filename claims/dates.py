"""When a claim says that it happened, read against the date of its report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from claims.claim import When
from geo.interval import Interval

__all__ = ["TimeMention", "find_times", "published_date", "when_of"]

_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ],
        start=1,
    )
    for name in names.split()
}
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "ten": 10,
}
# Hours that a part of day is taken to mean, by convention and in local time; a night runs on.
_PARTS = {
    "early hours": (0, 6),
    "after midnight": (0, 6),
    "dawn": (4, 7),
    "morning": (6, 12),
    "midday": (11, 13),
    "noon": (11, 13),
    "afternoon": (12, 17),
    "evening": (17, 22),
    "night": (18, 30),
    "overnight": (-6, 6),
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_PATTERN = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}-\d\d-\d\d)
    | (?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?(?!\d)
    | (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH})(?:,?\s+(?P<year2>\d{{4}}))?
    | (?P<weekday_of>last\s+|on\s+|this\s+|since\s+)?(?P<weekday>{"|".join(_WEEKDAYS)})\b
    | (?P<back>yesterday|today|tonight|last\s+night|last\s+week
        |(?:over|in|during)\s+the\s+(?:past|last)\s+(?:24\s+hours|day))
    | (?P<number>\d{{1,2}}|{"|".join(_NUMBERS)})\s+(?P<unit>days?|weeks?)
        \s+(?P<way>ago|earlier|before|after|later)
    | (?P<part>early\s+hours|after\s+midnight|dawn|morning|midday|noon|afternoon|evening
        |night|overnight)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words that state a time: a day, a part of a day, or a step from another event."""

    start: int
    end: int
    text: str
    day: date | None = None
    part: str = ""
    step_days: int = 0


def find_times(text: str, published: date, offset: int = 0) -> tuple[TimeMention, ...]:
    """Return the times in ``text``, left to right; weekdays count back from ``published``."""
    return tuple(_times(text, published, offset))


def _times(text: str, published: date, offset: int) -> Iterator[TimeMention]:
    for match in _PATTERN.finditer(text):
        day, part, step = _read(match, published)
        if day is None and not part and not step:
            continue
        yield TimeMention(
            start=match.start() + offset,
            end=match.end() + offset,
            text=match.group(),
            day=day,
            part=part,
            step_days=step,
        )


def _read(match: re.Match[str], published: date) -> tuple[date | None, str, int]:
    if match["iso"]:
        return _iso(match["iso"]), "", 0
    if match["month"] or match["month2"]:
        return _calendar(match, published), "", 0
    if match["weekday"]:
        return _weekday(match["weekday"], match["weekday_of"] or "", published), "", 0
    if match["back"]:
        return _backwards(match["back"], published)
    if match["number"]:
        return _steps(match, published)
    return None, " ".join(match["part"].lower().split()), 0


def _iso(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1000 <= day.year <= 9000 else None  # beyond, a time zone leaves the calendar


def _calendar(match: re.Match[str], published: date) -> date | None:
    month = _MONTHS[(match["month"] or match["month2"]).lower().rstrip(".")]
    day, year = int(match["day"] or match["day2"]), match["year"] or match["year2"]
    try:
        if year:
            return date(int(year), month, day)
        stated = date(published.year, month, day)
    except ValueError:
        return None
    # Without a year, the date lies in the year that ends with the report.
    return (
        stated
        if stated <= published + timedelta(days=1)
        else stated.replace(year=stated.year - 1, day=min(day, 28) if month == 2 else day)
    )


def _weekday(name: str, before: str, published: date) -> date:
    back = (published.weekday() - _WEEKDAYS.index(name.lower())) % 7
    if back == 0 and before.strip().lower() == "last":
        back = 7
    return published - timedelta(days=back)


def _backwards(words: str, published: date) -> tuple[date | None, str, int]:
    words = " ".join(words.lower().split())
    if words in ("today", "tonight"):
        return published, "night" if words == "tonight" else "", 0
    if words == "last night":
        return published - timedelta(days=1), "night", 0
    if words == "last week":
        return published - timedelta(days=7), "", 0
    return published - timedelta(days=1), "", 0


def _steps(match: re.Match[str], published: date) -> tuple[date | None, str, int]:
    number = _NUMBERS.get(match["number"].lower()) or int(match["number"])
    days = number * (7 if match["unit"].lower().startswith("week") else 1)
    way = match["way"].lower()
    if way == "ago":
        return published - timedelta(days=days), "", 0
    # "a day after X attacked": what follows lies before the day that the sentence speaks of.
    return None, "", -days if way in ("after", "later") else days


def when_of(
    times: tuple[TimeMention, ...],
    trigger: int,
    published: datetime,
    zone: str,
    *,
    reach: tuple[int, int],
) -> When:
    """Return the time of the event worded at ``trigger``, from the times within ``reach``.

    The nearest day counts, with the nearest part of day; without a day it is the report's.
    """
    inside = [t for t in times if reach[0] <= t.start < reach[1]]
    day = _nearest([t for t in inside if t.day], trigger)
    part = _nearest([t for t in inside if t.part], trigger)
    step = next((t for t in inside if t.step_days < 0 and t.end <= trigger), None)
    base = day.day if day and day.day else published.date()
    if step:
        base += timedelta(days=step.step_days)
    words = " ".join(
        t.text for t in sorted({x for x in (day, part, step) if x}, key=lambda t: t.start)
    )
    return When(interval=_interval(base, part.part if part else "", zone), text=words)


def _nearest(times: list[TimeMention], trigger: int) -> TimeMention | None:
    """Return the time closest to a verb; one before it counts as farther, by English custom."""
    return min(
        times,
        key=lambda t: t.start - trigger if t.start >= trigger else trigger - t.end + _BEFORE,
        default=None,
    )


def _interval(day: date, part: str, zone: str) -> Interval:
    midnight = datetime.combine(day, time(), tzinfo=ZoneInfo(zone))
    first, last = _PARTS.get(part, (0, 24))
    return Interval(start=midnight + timedelta(hours=first), end=midnight + timedelta(hours=last))


_BEFORE = 16  # characters by which a time before a verb counts as farther
_HEAD = re.compile(r"^\s*date (\d{4}-\d\d-\d\d)")


def published_date(text: str) -> datetime | None:
    """Return the day a report was published: its date line, else the first full date in its head.

    The day is given as midnight UTC; the theatre, known later, says in which zone it is meant.
    """
    head = _HEAD.match(text)
    if head and (day := _iso(head[1])):
        return datetime.combine(day, time(), tzinfo=UTC)
    for match in _PATTERN.finditer(text[:1500]):
        if match["year"] or match["year2"] or match["iso"]:
            day, _, _ = _read(match, date(9998, 12, 31))
            if day:
                return datetime.combine(day, time(), tzinfo=UTC)
    return None
