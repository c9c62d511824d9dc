"""The day that a report tells of where it names none, and from which its years are past."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.report import Report, SectionKind
from claims.times.dates import find_times
from claims.times.when import Anchor
from claims.words import lowered

__all__ = ["day_of", "is_daily", "report_day"]

_DAY = timedelta(days=1)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY = re.compile(r"\b(?:on |late |early |since )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# A line at the head that closes with a month: "Human rights briefing, September 1996".
_MONTHLY = re.compile(
    r"^[^\n.]{0,80}\b(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Octo|Nov|Dec)[a-z]*\s+"
    r"((?:19|20)\d\d)\)?[ \t]*$",
    re.MULTILINE,
)
_TOP = 300  # characters of a text in which such a line stands
_WIRE_DAYS = 3  # by which a dateline may lie before the day of publication
_BEHIND = 20  # characters behind "by evening" in which its day may follow
_HEAD = 3  # sections in which a listening service says when it heard a broadcast
_HEARD = re.compile(r"\b\d{4}\s*(?:gmt|utc)\s+\d{1,2}\s+[a-z]{3,9}\b", re.IGNORECASE)
# An evening without a day: who tells of it in the past writes on the day after, or late that night.
_EVENING = re.compile(
    r"\b(?:by|in\s+the|towards?|at|until|(?:during|of|through|throughout)\s+the|(?:for\s+an?\s+|for\s+the\s+)(?:"
    r"second|third|fourth|fifth|\d+th)(?:\s+(?:straight|consecutive))?)\s+(?:late\s+)?(?:evening|nightfall|dusk)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|fell|took|drove|left|came|held|went|began|withdrew|broke|fought|said|hit|"
    r"shot|struck|got|ran|lost|won|met|heard|saw|\w{2,}ed)\b",
    re.IGNORECASE,
)
_EVENINGS = ("evening", "nightfall", "dusk")
_TODAY = re.compile(r"\b(?:today|tonight|this\s+(?:morning|afternoon|evening))\b", re.IGNORECASE)
# "Last updated at 20:47": who writes so late tells of that same evening.
_LATE = re.compile(
    r"\b(?:updated|published|posted|issued|filed|sent)\b[^\n]{0,40}?\b(?:1[89]|2[0-3])[:.]\d\d\b",
    re.IGNORECASE,
)
# In lower case, as is the text it is met in.
_DAILY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:today|yesterday|overnight)\b"
)
# What opens an entry of a live report: "14:05 Shells fell".
_CLOCKED = re.compile(r"\W{0,3}(?:[01]?\d|2[0-3])[:.h][0-5]\d\b")


def day_of(report: Report) -> date:
    """Return the day against which years are past: 1970 where nothing tells it.

    News whose dateline has a day and no year names other years alone: "OSLO, Oct 14 -- In 2010".
    So does news of a weekday whose first sentence names no year.
    """
    if report.published:
        return report.published.date()
    dateline = next((s for s in report.sections if s.kind is SectionKind.DATELINE), None)
    words = report.text[dateline.start : dateline.end] if dateline else ""
    year = _YEAR.search(words)
    if year:
        return date(int(year[0]), 12, 31)
    if any(map(str.isdigit, words)) or (dateline and _is_of_a_weekday(report, dateline.end)):
        return date.max
    month = _MONTHLY.search(report.text, 0, _TOP) if not words else None
    return date(int(month[1]), 12, 31) if month else date(1970, 1, 1)


def _is_of_a_weekday(report: Report, start: int) -> bool:
    """Tell whether the sentence behind a dateline names a weekday, and no year in digits."""
    stop = report.text.find(". ", start)
    lead = report.text[start : stop if stop > 0 else len(report.text)]
    return _WEEKDAY.search(lead) is not None and not _YEAR.search(lead)


def report_day(report: Report) -> Anchor | None:
    """Return the day that a report tells of where its sentences name none.

    It is the day of the dateline where that lies up to three days before publication, else of
    publication. Where the text tells of an evening without its day and never of "today", it is the
    day before, and either may be meant.
    """
    if report.published is None:
        return None
    published = report.published.date()
    day = _dateline_day(report, published) or published
    texts = [report.text[s.start : s.end] for s in report.sections if s.kind is SectionKind.BODY]
    live = sum(map(bool, map(_CLOCKED.match, texts)))  # each entry is of the day itself
    live = live > 1 or _LATE.search(report.text, 0, _TOP) is not None
    if not live and any(map(_tells_of_evening, texts)) and not _names_today(texts, day):
        return Anchor(day=day - _DAY, others=(day,))
    return Anchor(day=day)


def _dateline_day(report: Report, published: date) -> date | None:
    for number, section in enumerate(report.sections):
        line = report.text[section.start : section.end]
        if section.kind is SectionKind.DATELINE or (number < _HEAD and _HEARD.search(line)):
            days = [t.day for t in find_times(line, published) if t.day and not t.weekday]
            return next((d for d in days if 0 <= (published - d).days <= _WIRE_DAYS), None)
    return None


def _tells_of_evening(text: str) -> bool:
    """Tell whether a paragraph tells of an evening and names no day before it."""
    low = text.lower()
    match = _EVENING.search(text) if any(map(low.__contains__, _EVENINGS)) else None
    if match is None:
        return False
    told = text[: match.end() + _BEHIND]
    if any(t.day for t in find_times(told, date(2000, 1, 1))):
        return False
    # "By nightfall the rebels control X": what is told in the present is of the report's own day.
    begin, end = text.rfind(". ", 0, match.start()) + 1, text.find(". ", match.end())
    return bool(_PAST.search(text, begin, end if end > 0 else len(text)))


def is_daily(report: Report) -> bool:
    """Tell whether a report is a day's news: it has a dateline or speaks of weekdays."""
    if any(s.kind is SectionKind.DATELINE for s in report.sections):
        return True
    bodies = (s for s in report.sections if s.kind is SectionKind.BODY)
    texts = (lowered(report.text[s.start : s.end]) for s in bodies)
    return any(("day" in t or "overnight" in t) and _DAILY.search(t) for t in texts)


def _names_today(texts: list[str], day: date) -> bool:
    weekday = f"{day:%A}"
    return any(_TODAY.search(text) or weekday in text for text in texts)
