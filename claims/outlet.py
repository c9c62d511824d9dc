"""Who published a report, as its own text says: dateline, byline, credit line."""

from __future__ import annotations

import re

from claims.report import Report, SectionKind
from claims.theatre import Source, Theatre

__all__ = ["find_outlet"]

_DATELINE_AGENCY = re.compile(r"\(([A-Z][\w .&'-]{1,30})\)")
_PUBLISHERS = frozenset("press wire state-media partisan-media belligerent-media".split())
_CREDITS = re.compile(r"\b(?:photo|image|sources?|fuente)\s*:.*$", re.IGNORECASE)


def find_outlet(report: Report, theatre: Theatre) -> str:
    """Return the outlet's name, or empty where the text names none.

    A dateline's agency counts first, then a line of boilerplate that starts with the name of a
    publisher that the theatre knows. Whom a credit line thanks ("Sources: EFE") is no outlet.
    """
    for section in report.sections:
        if section.kind is SectionKind.DATELINE:
            match = _DATELINE_AGENCY.search(report.text[section.start : section.end])
            if match:
                return match[1]
    lines = [
        _CREDITS.sub("", report.text[s.start : s.end]).strip()
        for s in report.sections
        if s.kind is SectionKind.BOILERPLATE
    ]
    publishers = [source for source in theatre.sources if source.kind in _PUBLISHERS]
    return next(
        (source.name for line in lines for source in publishers if _names(line, source)), ""
    )


def _names(line: str, source: Source) -> bool:
    plain = re.sub(r"^(?:by|author|profile picture of)\s+", "", line, flags=re.IGNORECASE).lower()
    return any(
        re.match(rf"{re.escape(alias.lower())}(?![\w-])", plain)
        for alias in (source.name, *source.aliases)
    )
