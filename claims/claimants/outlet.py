"""Who published a report, as its own text says: dateline, byline, credit line."""

from __future__ import annotations

import re

from claims.claimants.press import MEDIA
from claims.claimants.speaker_words import PERSON, is_medium
from claims.claimants.speech import is_speech
from claims.intake.dateline import dateline_agency
from claims.report import Report, SectionKind
from claims.sides.theatre import Source, Theatre

__all__ = ["find_outlet"]

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
    r"\b(?:institute|observatory|project|watch|ministry|command|office|mission|monitor|"
    r"(?:human )?rights (?:centre|center|committee|group|network)|red (?:cross|crescent))\b",
    re.IGNORECASE,
)
# "Radio Kassa, evening news", "Coast Monitor - Daily report": the medium and its programme.
_PROGRAMME = re.compile(
    r"\s*[,|:–—-]\s*(?:[\w-]+\s+){0,3}(?:news|bulletin|broadcast|edition|report|update|briefing|round-up|"
    r"roundup|brief)\b.*$",
    re.IGNORECASE,
)
# A broadcast heard by a listening service: "Radio Kassa in French 1900 GMT 4 May 91".
_HEARD = re.compile(
    r"[(\[]?(?P<who>[A-Z][^()\[\]\n]{2,60}?)[)\]]?\s+in\s+[A-Z][a-z]+(?:\s+to\s+[\w\s]{2,30}?)?"
    r"\s+\d{4}\s*(?:gmt|utc)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"^(?:by|author|profile picture of)\s+", re.IGNORECASE)
_GOES_ON = re.compile(r"[\w-]")
_CREDITS = re.compile(r"\b(?:photo|image|sources?|fuente)\s*:.*$", re.IGNORECASE)


def find_outlet(report: Report, theatre: Theatre) -> str:
    """Return the outlet's name, or empty where the text names none.

    A dateline's agency counts first, then a line of boilerplate that starts with the name of a
    publisher that the theatre knows, then a byline ("By Jane Roe, Coast News"), a notice of
    copyright, the heading of a broadcast that was heard, and a first line that is the name of a
    medium, with its programme at most. Whom a credit line thanks
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
    publishers = [source for source in theatre.sources if source.kind in MEDIA]
    plain = (_SIGNED.sub("", line).lower() for line in lines)
    known = (source.name for line in plain for source in publishers if _names(line, source))
    return next(known, "") or _signed(report)


def _signed(report: Report) -> str:
    """Return the medium of a byline, a notice of copyright or a first line of its own."""
    lines = [report.text[s.start : s.end].strip() for s in report.sections]
    for line in (*lines[:_HEAD], *lines[-_TAIL:]):
        match = _BYLINE.match(line) or _COPYRIGHT.search(line) or _HEARD.match(line)
        if match and is_medium(match["who"]):
            return match["who"].strip()
    first = _PROGRAMME.sub("", lines[0]) if lines else ""
    return first if _MASTHEAD.fullmatch(first) and _is_masthead(first) else ""


def _is_masthead(line: str) -> bool:
    """Tell whether a first line names a publisher and tells of nothing."""
    words = line.split()
    tells = any(is_speech(word.lower()) for word in words[1:])
    person = bool(PERSON.fullmatch(words[-1]))  # "Air Force Command spokeswoman"
    return not (tells or person) and (is_medium(line) or bool(_PUBLISHING.search(line)))


def _names(line: str, source: Source) -> bool:
    """Tell whether a line in lower case starts with a name of a source, and with no longer word."""
    names = (alias.lower() for alias in (source.name, *source.aliases))
    return any(line.startswith(name) and not _GOES_ON.match(line, len(name)) for name in names)
