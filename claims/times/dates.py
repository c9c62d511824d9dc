"""Words that state a time, read against the date of their report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from claims.times.date_words import (
    HALVES,
    LEAD,
    MONTHS,
    NUMBERS,
    UNIT_DAYS,
    WEEKDAYS,
    may_hold_time,
    times_in,
)
from claims.times.time_mention import TimeMention

__all__ = ["find_times", "iso_date", "read_day"]

_DAY = timedelta(days=1)
_PIVOT = 40  # two digits from here on are years of the last century
_FEW = 3  # days, weeks or months that "days later" means
_LONGEST_DAYS = 3_700  # ten years: what began before is history
_TWO_MONTHS = 62  # days: no two months in a row lack a 31st
_LEAD_REACH = 28  # characters before a time in which its preposition stands


def find_times(text: str, published: date, offset: int = 0) -> tuple[TimeMention, ...]:
    """Return the times in ``text``, left to right; weekdays count back from ``published``."""
    return tuple(_times(text, published, offset))


def _times(text: str, published: date, offset: int) -> Iterator[TimeMention]:
    if not may_hold_time(text):
        return
    for match in times_in(text):
        words = _Words(match, text)
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


class _Words:
    """A match of the pattern, as the text words it, with the words in front of it."""

    def __init__(self, match: re.Match[str], text: str) -> None:
        self.match, self.text = match, text
        lead = LEAD.search(match.string, max(0, match.start() - _LEAD_REACH), match.start())
        self.lead = lead["lead"].split() if lead else []
        self.start = lead.start("lead") if lead else match.start()

    def __getitem__(self, group: str) -> Any:
        return None if self.match[group] is None else self.text[slice(*self.match.span(group))]


_Found = dict[str, Any]


def _iso(match: _Words, _: date) -> _Found | None:
    day = iso_date(match["iso"])
    return {"day": day} if day else None


def _dotted(match: _Words, _: date) -> _Found | None:
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


def _in_year(year: str) -> int:
    """Return a year as four digits: "89" is 1989, "05" is 2005."""
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= _PIVOT else 2000)


def _calendar(match: _Words, published: date) -> _Found | None:
    """Read "May 3", "3 May 2024", "3-5 May", "May 3 and 4"."""
    suffix = "" if match["month"] else "2"
    month = MONTHS[match[f"month{suffix}"].lower().rstrip(".")]
    first = int(match[f"day{suffix}"])
    last = match[f"to{suffix}"]
    year = match[f"year{suffix}"]
    begin = _dated(first, month, year, published)
    end = _dated(int(last), month, year, published) if last else None
    if begin is None or (last and end is None):
        return None
    return {"day": begin, "last": end if end and end > begin else None}


def _dated(day: int, month: int, year: str | None, published: date) -> date | None:
    try:
        if year:
            return date(_in_year(year), month, day)
        stated = date(published.year, month, day)
    except ValueError:
        return None
    # Without a year, the date lies in the year that ends with the report.
    return stated if stated <= published + _DAY else _a_year_before(stated)


def _a_year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)


def _month(match: _Words, published: date) -> _Found | None:
    """Read "in May", "late November", "mid-March 2023": ten days for each third of a month."""
    leads = {"in", "since", "of", "during", "by", "until", "last", "from"}
    if not (match["which"] or leads & set(match.lead)) or match["only"].islower():
        return None
    month = MONTHS[match["only"].lower().rstrip(".")]
    begin = _dated(1, month, match["only_year"], published)
    if begin is None:
        return None
    after = (begin.replace(day=28) + 4 * _DAY).replace(day=1)
    first, last = HALVES.get((match["which"] or "").lower().rstrip("-"), (1, 31))
    return {
        "day": begin.replace(day=first),
        "last": min(begin.replace(day=min(last, 28)) + (last - min(last, 28)) * _DAY, after - _DAY),
    }


def _weekday(match: _Words, published: date) -> _Found:
    """Read a weekday as the last one up to the report; "last Friday" may be a week before that."""
    back = (published.weekday() - WEEKDAYS.index(match["weekday"].lower()[:3])) % 7
    last = "last" in match.lead
    if {"next", "coming"} & set(match.lead):
        return {"day": published + (7 - back) * _DAY}
    back = 7 if back == 0 and last else back
    day = published - back * _DAY
    return {"day": day, "others": (day - 7 * _DAY,) if last and back < 7 else (), "weekday": True}


def _backwards(match: _Words, published: date) -> _Found:
    """Read "yesterday", "last night", "this week", "over the weekend"."""
    words = " ".join(match["back"].lower().split())
    monday = published - published.weekday() * _DAY
    if words.startswith("last week"):
        return (
            {"day": monday - 2 * _DAY, "last": monday - _DAY}
            if words.endswith("end")
            else {"day": monday - 7 * _DAY, "last": monday - _DAY}
        )
    if words.endswith("weekend"):
        saturday = published - ((published.weekday() - 5) % 7) * _DAY
        return {"day": saturday, "last": min(saturday + _DAY, published)}
    if words.endswith("this week"):
        return {"day": monday, "last": published}
    if words.endswith("month"):
        first = published.replace(day=1)
        before = (first - _DAY).replace(day=1)
        return (
            {"day": before, "last": first - _DAY}
            if words.startswith("last")
            else {"day": first, "last": published}
        )
    if words == "tomorrow":
        return {"day": published + _DAY}
    night = {"part": "night"} if "night" in words else {}
    earlier = words.startswith(("yesterday", "last night")) or "before yesterday" in words
    steps = 2 if "before yesterday" in words else 1 if earlier else 0
    part = words.split()[1:] if words.startswith("this ") else []
    return {"day": published - steps * _DAY, **night, **({"part": part[0]} if part else {})}


def _day_of_month(match: _Words, published: date) -> _Found | None:
    """Read "on the 14th": the last such day up to the report."""
    number = int(match["numbered"])
    past = (published - back * _DAY for back in range(_TWO_MONTHS))
    day = next((day for day in past if day.day == number), None)
    return {"day": day} if day else None


def _recent(match: _Words, published: date) -> _Found | None:
    """Read "in the past 24 hours", "over the last three days", "in recent hours"."""
    if not {"over", "in", "during", "within", "for"} & set(match.lead):
        return None
    unit = match["recent_unit"].lower().rstrip("s")
    count = _number(match["recent_count"] or "") or (3 if unit == "day" else 1)
    days = max(1, round(count / 24)) if unit == "hour" else count * UNIT_DAYS[unit]
    return {"day": published - days * _DAY, "last": published}


def _straight(match: _Words, published: date) -> _Found | None:
    """Read "for the third day in a row": it goes on on the day of the report."""
    return {"day": published} if "for" in match.lead else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else NUMBERS.get(" ".join(word.lower().split()), 0)


def _steps(match: _Words, published: date) -> _Found | None:
    """Read "for three days", "two days ago", "a day after", "days later"."""
    count = _number(match["number"]) if match["number"] else _FEW
    days = count * UNIT_DAYS[(match["unit"] or match["vague"]).lower().rstrip("s")]
    way = (match["way"] or match["vague_way"] or "").lower()
    if not days or days > _LONGEST_DAYS:
        return None
    if not way:
        lasting = {"day": published - days * _DAY, "last": published}
        return lasting if "for" in match.lead else None
    if way == "ago":
        return {"day": published - days * _DAY}
    if way in ("earlier", "before", "previously"):
        return {"step_days": -days, "back": True}
    # "a day after X attacked": what follows lies before the day that the sentence speaks of.
    return {"step_days": -days} if way == "after" else {"step_days": days}


def _neighbour(match: _Words, _: date) -> _Found:
    """Read "the next day", "the day before", "the previous night" from the day spoken of."""
    words = match["neighbour"].lower()
    unit = UNIT_DAYS.get(words.split()[-1], 1)
    step = unit if ("next" in words or "following" in words) else -unit
    night = {"part": "night"} if "night" in words else {}
    return {"step_days": step, "back": step < 0, **night}


def _hour(match: _Words, _: date) -> _Found | None:
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


def _part(match: _Words, _: date) -> _Found:
    return {"part": " ".join(match["part"].lower().replace("-", " ").split())}


_READERS: dict[str, Callable[[_Words, date], _Found | None]] = {
    "is_iso": _iso,
    "is_dotted": _dotted,
    "is_calendar": _calendar,
    "is_month": _month,
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
    """Return the first day that a match in a text means, or None."""
    found = _READERS[match.lastgroup or ""](_Words(match, text), published)
    return found.get("day") if found else None
