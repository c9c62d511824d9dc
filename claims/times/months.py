"""Dates and months as reports word them: "3-5 May", "late November", "the start of the month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.number_words import FIRST_TO_TENTH
from claims.times.date_words import FEASTS, HALVES, MONTHS
from claims.times.matched import Found, Words
from gazetteer.states import DEMONYMS

__all__ = [
    "calendar_day",
    "days_of_month",
    "feast_day",
    "ordinal",
    "part_of_month",
    "season",
    "slashed_day",
    "whole_month",
]

_DAY = timedelta(days=1)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}  # months they begin in
_QUARTER, _WINTER = timedelta(days=65), 2  # into the last month of three; winter's last month
_PIVOT = 40  # two digits from here on are years of the last century
# First and last day of a month that "the start of May" and its like mean; late is the last third.
_SLICES = {
    "start": (1, 10), "beginning": (1, 10), "middle": (11, 20), "end": (21, 31),
    "first days": (1, 5), "first few days": (1, 5), "last days": (25, 31),
    "last few days": (25, 31), "first week": (1, 7), "last week": (24, 31), "first half": (1, 15),
    "second half": (16, 31),
}  # fmt: skip
# What may stand in front of the day that opens an entry: "- 12/10: rebels took X".
_MARKS = " \t-–—•*·▪[("
_NAMED = re.compile(r"\s([A-Z]\w*)")
_SHORT = frozenset("Jan Mar Dec".split())  # first words of names of people and towns as well
_ORDINALS = {word: n for n, word in enumerate(FIRST_TO_TENTH, start=1)}


def ordinal(word: str) -> int:
    """Return the number that "third" or "12th" means, or 0."""
    return _ORDINALS.get(word) or (int(word[:-2]) if word[:1].isdigit() else 0)


def _in_year(year: str) -> int:
    """Return a year as four digits: "89" is 1989, "05" is 2005."""
    if len(year) > 2:
        return int(year)
    return int(year) + (1900 if int(year) >= _PIVOT else 2000)


def calendar_day(match: Words, published: date) -> Found | None:
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


def feast_day(match: Words, published: date) -> Found | None:
    """Read "on New Year's Eve", "Christmas Day 1989": the last one up to the report."""
    month, day = FEASTS[" ".join(match["feast"].lower().replace("’", "'").split())]
    found = _dated(day, month, match["feast_year"], published)
    return {"day": found} if found else None


def slashed_day(match: Words, published: date) -> Found | None:
    """Read "12/10" where it opens an entry or stands behind "on": the reading nearest the report.

    Elsewhere two numbers and a slash are a share, a unit or a street: "2/3 of the town".
    """
    opens = not match.text[: match.match.start()].strip(_MARKS)
    one, other, *year = match["slashed"].split("/")
    if not (opens or year or "on" in match.lead):
        return None
    pairs = {(int(one), int(other)), (int(other), int(one))}
    read = (_dated(day, month, "".join(year), published) for day, month in sorted(pairs))
    days = [day for day in read if day]
    return {"day": min(days, key=lambda day: abs(published - day))} if days else None


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


def whole_month(match: Words, published: date) -> Found | None:
    """Read "in May", "late November", "mid-March 2023": ten days for each third of a month."""
    leads = {"in", "since", "of", "during", "by", "until", "last", "from"}
    if not (match["which"] or leads & set(match.lead)) or match["only"].islower():
        return None
    named = match["only"] in _SHORT and _NAMED.match(match.text, match.match.end())
    if named and named[1].lower() not in DEMONYMS:
        return None  # "a statement by Jan Roe", "in Mar Elias"; but "in Dec Russian troops left"
    month = MONTHS[match["only"].lower().rstrip(".")]
    begin = _dated(1, month, match["only_year"], published)
    if begin is None:
        return None
    if "last" in match.lead and not match["only_year"] and begin.month == published.month:
        begin = _a_year_before(begin)  # "last December", said in December
    return days_of_month(begin, *HALVES.get((match["which"] or "").lower().rstrip("-"), (1, 31)))


def days_of_month(begin: date, first: int, last: int) -> Found:
    """Return the days of a month from one to another, or to its end."""
    after = (begin.replace(day=28) + 4 * _DAY).replace(day=1)
    return {"day": begin.replace(day=first), "last": min(begin + (last - 1) * _DAY, after - _DAY)}


def part_of_month(match: Words, published: date) -> Found | None:
    """Read "the start of May", "the second half of the month", "the third of May"."""
    words = " ".join(match["slice"].lower().split())
    now = (match["slice_now"] or "").lower()
    if now:
        first = published.replace(day=1)
        begin: date | None = (first - _DAY).replace(day=1) if now.startswith("last") else first
    else:
        if match["slice_month"].islower():
            return None  # "the end of may"
        month = MONTHS[match["slice_month"].lower().rstrip(".")]
        begin = _dated(1, month, match["slice_year"], published)
    if begin is None:
        return None
    number = ordinal(words)
    if number:
        return {"day": begin + (number - 1) * _DAY} if not now else None
    found = days_of_month(begin, *_SLICES[words])
    return {**found, "last": min(found["last"], max(published, found["day"]))}


def season(match: Words, published: date) -> Found | None:
    """Read "this summer", "in the spring": its months as they are counted north of the equator.

    It is the last one that has begun; one that is to come, of plans, is the next.
    """
    words = (match["season_now"] or match["season"]).lower()
    begin = date(published.year, _SEASONS[words], 1)
    if begin > published and not match["season_now"]:
        begin = _a_year_before(begin)
    if words == "winter" and published.month <= _WINTER:
        begin = date(published.year - 1, _SEASONS[words], 1)
    end = days_of_month((begin + _QUARTER).replace(day=1), 1, 31)["last"]
    return {"day": begin, "last": max(begin, min(end, published)) if begin <= published else end}
