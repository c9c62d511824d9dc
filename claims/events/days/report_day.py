"""The day of a report, against which the years that it names are past."""

from __future__ import annotations

import re
from datetime import date

from claims.report import Report, SectionKind

__all__ = ["day_of"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WEEKDAY = re.compile(r"\b(?:on |late |early |since )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
# A line at the head that closes with a month: "Human rights briefing, September 1996".
_MONTHLY = re.compile(
    r"^[^\n.]{0,80}\b(?:Jan|Febr|March|April|May|June|July|Aug|Sept|Octo|Nov|Dec)[a-z]*\s+"
    r"((?:19|20)\d\d)\)?[ \t]*$",
    re.MULTILINE,
)
_HEAD = 300  # characters


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
    month = _MONTHLY.search(report.text, 0, _HEAD) if not words else None
    return date(int(month[1]), 12, 31) if month else date(1970, 1, 1)


def _is_of_a_weekday(report: Report, start: int) -> bool:
    """Tell whether the sentence behind a dateline names a weekday, and no year in digits."""
    stop = report.text.find(". ", start)
    lead = report.text[start : stop if stop > 0 else len(report.text)]
    return _WEEKDAY.search(lead) is not None and not _YEAR.search(lead)
