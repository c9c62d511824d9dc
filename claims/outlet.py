"""Who published a report, as its own text says: dateline, byline, credit line."""

from __future__ import annotations

import re

from claims.dateline import dateline_agency
from claims.report import Report, SectionKind
from claims.speakers import is_medium
from claims.theatre import Source, Theatre

__all__ = ["find_outlet"]

_PUBLISHERS = frozenset("press wire state-media partisan-media belligerent-media".split())
_HEAD, _TAIL = 4, 3  # sections in which a byline and a copyright stand
_BYLINE = re.compile(
    r"^by\s+[^,|]{3,60}(?:,|\||\s+for)\s+(?P<who>[A-Z][^,|.\n]{1,40})$", re.IGNORECASE
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright)\s*(?:©\s*)?(?:\d{4}\s*)?(?:by\s+)?(?P<who>[A-Z][\w &'-]{1,40})",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"[A-Z][\w&'-]*(?:\s(?:[A-Z][\w&'-]*|of|for|the|and)){0,7}")
_PUBLISHING = re.compile(
    r"\b(?:institute|observatory|project|watch|ministry|command)\b", re.IGNORECASE
)
_CREDITS = re.compile(r"\b(?:photo|image|sources?|fuente)\s*:.*$", re.IGNORECASE)


def find_outlet(report: Report, theatre: Theatre) -> str:
    """Return the outlet's name, or empty where the text names none.

    A dateline's agency counts first, then a line of boilerplate that starts with the name of a
    publisher that the theatre knows, then a byline ("By Jane Roe, Coast News"), a notice of
    copyright and a first line that is a medium's name and no more. Whom a credit line thanks
    ("Sources: EFE") is no outlet.
    """
    for section in report.sections:
        if section.kind is SectionKind.DATELINE:
            agency = dateline_agency(report.text[section.start : section.end])
            if agency:
                return agency
    lines = [
        _CREDITS.sub("", report.text[s.start : s.end]).strip()
        for s in report.sections
        if s.kind is SectionKind.BOILERPLATE
    ]
    publishers = [source for source in theatre.sources if source.kind in _PUBLISHERS]
    known = (source.name for line in lines for source in publishers if _names(line, source))
    return next(known, "") or _signed(report)


def _signed(report: Report) -> str:
    """Return the medium of a byline, a notice of copyright or a first line of its own."""
    lines = [report.text[s.start : s.end].strip() for s in report.sections]
    for line in (*lines[:_HEAD], *lines[-_TAIL:]):
        match = _BYLINE.match(line) or _COPYRIGHT.search(line)
        if match and is_medium(match["who"]):
            return match["who"].strip()
    first = lines[0] if lines else ""
    return first if _MASTHEAD.fullmatch(first) and _is_masthead(first) else ""


def _is_masthead(line: str) -> bool:
    return is_medium(line) or bool(_PUBLISHING.search(line))


def _names(line: str, source: Source) -> bool:
    plain = re.sub(r"^(?:by|author|profile picture of)\s+", "", line, flags=re.IGNORECASE).lower()
    return any(
        re.match(rf"{re.escape(alias.lower())}(?![\w-])", plain)
        for alias in (source.name, *source.aliases)
    )
