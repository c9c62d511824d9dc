"""Words that state a time, read against the date of their report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from claims.times.date_words import (
    HALVES,
    NUMBERS,
    UNIT_DAYS,
    WEEKDAYS,
    may_hold_time,
    times_in,
)
from claims.times.joined import joined
from claims.times.matched import Found, Words
from claims.times.months import (
    calendar_day,
    days_of_month,
    feast_day,
    ordinal,
    part_of_month,
    season,
    slashed_day,
    whole_month,
)
from claims.times.time_mention import TimeMention

__all__ = ["find_times", "iso_date", "read_day"]

_DAY = timedelta(days=1)
_HOURS = 24  # of a day, in "48 hours later"
_FEW = 3  # days, weeks or months that "days later" means
_LONGEST_DAYS = 3_700  # ten years: what began before is history
_TWO_MONTHS = 62  # days: no two months in a row lack a 31st


def find_times(text: str, published: date, offset: int = 0) -> tuple[TimeMention, ...]:
    """Return the times in ``text``, left to right; weekdays count back from ``published``."""
    return tuple(joined(list(_times(text, published, offset)), text, offset))


def _times(text: str, published: date, offset: int) -> Iterator[TimeMention]:
    if not may_hold_time(text):
        return
    for match in times_in(text):
        words = Words(match, text)
        found = _READERS[match.lastgroup or ""](words, published)
        if found:
            if "since" in words.lead and found.get("day", date.max) <= published:
                found = {**found, "last": published}
            yield TimeMention(
                start=words.start + offset,
                end=match.end() + offset,
                text=text[words.start : match.end()],
                **found,
            )


_DAY_PARTS = ("night", "morning", "afternoon", "evening")


def _iso(match: Words, _: date) -> Found | None:
    day = iso_date(match["iso"])
    return {"day": day} if day else None


def _dotted(match: Words, _: date) -> Found | None:
    """Read "4.12.2024": the day comes first wherever dots part a date."""
    day, month, year = match["dotted"].split(".")
    found = iso_date(f"{year}-{month:0>2}-{day:0>2}")
    return {"day": found} if found else None


def iso_date(text: str) -> date | None:
    """Return the day that "2024-12-05" means, or None where the calendar has none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if 1000 <= day.year <= 9000 else None  # beyond, a time zone leaves the calendar


def _weekday(match: Words, published: date) -> Found:
    """Read a weekday as the last one up to the report; "last Friday" may be a week before that."""
    back = (published.weekday() - WEEKDAYS.index(match["weekday"].lower()[:3])) % 7
    last = "last" in match.lead
    of_week = (match["of_week"] or "").lower()
    if of_week:
        monday = published - published.weekday() * _DAY
        weeks = 7 if of_week.startswith("last") else 0
        return {"day": monday + (WEEKDAYS.index(match["weekday"].lower()[:3]) - weeks) * _DAY}
    if {"next", "coming"} & set(match.lead):
        return {"day": published + (7 - back) * _DAY}
    back = 7 if back == 0 and last else back
    day = published - back * _DAY
    return {"day": day, "others": (day - 7 * _DAY,) if last and back < 7 else (), "weekday": True}


def _backwards(match: Words, published: date) -> Found:
    """Read "yesterday", "last night", "this week", "over the weekend"."""
    words = " ".join(match["back"].lower().split())
    monday = published - published.weekday() * _DAY
    if words.startswith(("last week", "week before")):
        return (
            {"day": monday - 2 * _DAY, "last": monday - _DAY}
            if words.endswith("end")
            else {"day": monday - 7 * _DAY, "last": monday - _DAY}
        )
    if words.endswith("weekend"):
        saturday = published - ((published.weekday() - 5) % 7) * _DAY
        return {"day": saturday, "last": min(saturday + _DAY, published)}
    if words.endswith(("this week", "the week")):
        return {"day": monday, "last": published}
    if words.endswith("year"):
        return {"day": published.replace(month=1, day=1), "last": published}
    if words.endswith("month"):
        return _about_month(words, published)
    night = {"part": "night"} if "night" in words else {}
    earlier = words.startswith(("yesterday", "last night"))
    steps = 2 if "before" in words else 1 if earlier else 0
    steps = -1 if words == "tomorrow" else steps
    part = words.split()[1:] if words.startswith("this ") else []
    return {"day": published - steps * _DAY, **night, **({"part": part[0]} if part else {})}


def _about_month(words: str, published: date) -> Found:
    """Read "this month", "late last month"; this one lasts up to the report."""
    first = published.replace(day=1)
    third = HALVES.get(words.split(maxsplit=1)[0], (1, 31))
    if "last month" in words:
        return days_of_month((first - _DAY).replace(day=1), *third)
    days = days_of_month(first, *third)
    return {"day": min(days["day"], published), "last": min(days["last"], published)}


def _day_of_month(match: Words, published: date) -> Found | None:
    """Read "on the 14th": the last such day up to the report."""
    number = int(match["numbered"])
    past = (published - back * _DAY for back in range(_TWO_MONTHS))
    day = next((day for day in past if day.day == number), None)
    return {"day": day} if day else None


def _recent(match: Words, published: date) -> Found | None:
    """Read "in the past 24 hours", "over the last three days", "in recent hours"."""
    if not {"over", "in", "during", "within", "for"} & set(match.lead):
        return None
    unit = match["recent_unit"].lower().rstrip("s")
    few = match["recent_unit"].lower() == "days"  # "in recent days", but "in the past day"
    count = _number(match["recent_count"] or "") or (_FEW if few else 1)
    days = max(1, round(count / 24)) if unit == "hour" else count * UNIT_DAYS[unit]
    return {"day": published - days * _DAY, "last": published}


def _straight(match: Words, published: date) -> Found | None:
    """Read "for the third day in a row": it goes on on the day of the report.

    "On the third day" counts from a beginning that the text tells elsewhere.
    """
    nth = match["nth"].lower()
    if "for" in match.lead:
        return {"day": published} if nth not in ("first", "opening") else None
    led = {"on", "by", "during"} & set(match.lead) or match.follows("on its")
    return {"nth": 1 if nth == "opening" else ordinal(nth)} if led else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(" ".join(word.lower().split()), 0)


def _steps(match: Words, published: date) -> Found | None:
    """Read "for three days", "two days ago", "a day after", "days later"."""
    vague = match["vague"] or match["lasting"]
    count = _number(match["number"]) if match["number"] else _FEW if vague else 1
    unit = (match["unit"] or vague or match["one"]).lower().rstrip("s")
    days = count // _HOURS if unit == "hour" else count * UNIT_DAYS[unit]
    way = (match["way"] or match["vague_way"] or (match["one"] and "after") or "").lower()
    night = {"part": "night"} if unit == "night" and way else {}
    if not days or days > _LONGEST_DAYS:
        return None
    if not way or ("for" in match.lead and way in ("after", "before")):
        lasting = {"day": published - days * _DAY, "last": published}
        return lasting if "for" in match.lead else None
    if way == "ago":
        return {"day": published - days * _DAY, **night}
    if way in ("earlier", "before", "previously"):
        return {"step_days": -days, "back": True, **night}
    # "a day after X attacked": what follows lies before the day that the sentence speaks of.
    return {"step_days": -days} if way == "after" else {"step_days": days, **night}


def _neighbour(match: Words, published: date) -> Found:
    """Read "the next day", "the day before", "the previous night" from the day spoken of.

    "Next week", without "the", is the calendar's.
    """
    words = " ".join(match["neighbour"].lower().split())
    if words == "next week" and "the" not in match.lead and not match.follows("the"):
        monday = published + (7 - published.weekday()) * _DAY
        return {"day": monday, "last": monday + 6 * _DAY}
    unit = UNIT_DAYS.get(words.split()[-1], 1)
    step = unit if {"next", "following", "after"} & set(words.split()) else -unit
    part = next((part for part in _DAY_PARTS if part in words), "")
    return {"step_days": step, "back": step < 0, **({"part": part} if part else {})}


def _hour(match: Words, _: date) -> Found | None:
    """Read "3:15 p.m.", "0600 GMT", "at 14:30": the hour and, where stated, its zone."""
    digits = match["hour"].replace(".", ":")
    hours, _colon, minutes = digits.partition(":")
    if not minutes and len(hours) == 4:
        hours, minutes = hours[:2], hours[2:]
    half = (match["half"] or "").lower().replace(".", "").replace(" ", "")
    hour = int(hours) % 12 + (12 if half == "pm" else 0) if half else int(hours)
    if hour > 23 or int(minutes or 0) > 59:
        return None
    zone = "UTC" if (match["gmt"] or "").upper() in ("GMT", "UTC", "Z") else ""
    return {"hour": hour + int(minutes or 0) / 60, "hour_zone": zone}


def _part(match: Words, _: date) -> Found:
    return {"part": " ".join(match["part"].lower().replace("-", " ").split())}


_READERS: dict[str, Callable[[Words, date], Found | None]] = {
    "is_iso": _iso,
    "is_dotted": _dotted,
    "is_slashed": slashed_day,
    "is_calendar": calendar_day,
    "is_month": whole_month,
    "is_slice": part_of_month,
    "is_feast": feast_day,
    "is_season": season,
    "is_weekday": _weekday,
    "is_back": _backwards,
    "is_numbered": _day_of_month,
    "is_recent": _recent,
    "is_straight": _straight,
    "is_step": _steps,
    "is_vague": _steps,
    "is_neighbour": _neighbour,
    "is_hour": _hour,
    "is_part": _part,
}


def read_day(match: re.Match[str], text: str, published: date) -> date | None:
    """Return the day that a match in a text means, the last one of several; or None."""
    found = _READERS[match.lastgroup or ""](Words(match, text), published)
    return (found.get("last") or found.get("day")) if found else None
