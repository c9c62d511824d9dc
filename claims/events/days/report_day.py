"""The day of a report, against which the years that it names are past."""

from __future__ import annotations

import re
from datetime import date

from claims.report import Report, SectionKind

__all__ = ["day_of"]

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def day_of(report: Report) -> date:
    """Return the day against which years are past: 1970 where nothing tells it.

    News whose dateline has a day and no year names other years alone: "OSLO, Oct 14 -- In 2010".
    """
    if report.published:
        return report.published.date()
    dateline = next((s for s in report.sections if s.kind is SectionKind.DATELINE), None)
    words = report.text[dateline.start : dateline.end] if dateline else ""
    year = _YEAR.search(words)
    if year:
        return date(int(year[0]), 12, 31)
    return date.max if any(map(str.isdigit, words)) else date(1970, 1, 1)
