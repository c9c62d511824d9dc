"""What each stretch of a report is: headline, caption, dateline, body, links, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.intake.dateline import dateline_of
from claims.report import Section, SectionKind

__all__ = ["find_sections"]

_DATE_LINE = re.compile(r"^\s*date \d{4}-\d\d-\d\d[ \t]*")
_LINE = re.compile(r"[^\n]+")
_FURNITURE = re.compile(
    r"""^(?:
        connect\ with\ us | published | newsletter | world | news | politics | middle\ east | home
      | (?:sign\ up|subscribe|click|read\ more)\b.*
      | (?:get|follow|share|support|download|watch|listen)(?:\s*[:|@(].*
          |\s+(?:us|our|the|your|this|it|more|on|to|live|now|all|breaking|latest|free|via)\b.*)?
      | .*\b(?:all\ rights\ reserved|copyright\ ©|©\ ?\d{4}|inbox\.?)\b.*
      | (?:author|autor|fuente|sources?|photo|image|credit|by|editing|reporting|written)\b\s*:.*
      | (?:author|profile\ picture\ of|image\ of\ the\ author)\b.*
      | \(?(?:reporting|editing|writing|additional\ reporting)\ by\b.*
      | .*\bmin\ read\b.* | advertisement | x/\ ?@.* | @\w+
      | \S+/\s?\w{2,4}\s+sources?:.*
      | .*\bhour:\s*\d{1,2}:\d\d.*
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
# "The Courier is a news agency founded in 1999": what an outlet tells of itself opens a line.
_ABOUT = re.compile(
    r"[^.!?;:]{0,60}?\b(?:news agency|news network|newspaper|broadcaster|website|magazine"
    r"|wire service)\b[^.!?]{0,60}"
    r"\b(?:founded|established|launched|headquarter|based in|is an? |provides)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:said|says|sa[iy]ing|told|report(?:ed|s)|quot(?:ed|es|ing)|cit(?:ed|es|ing))\b"
)
_RELATED = re.compile(
    r"^(?:related|read also|read more|see also|also read|more on this|recommended|you may like)"
    r"(?:\s+(?:articles?|stories|news|links?))?\s*:?\s*$",
    re.IGNORECASE,
)
_RELATED_INLINE = re.compile(
    r"^(?:related|read also|see also|also read|read more)\s*:\s*\S", re.IGNORECASE
)
# A photo credit at the end: "Photo: AFP", "JANE ROE/AGENCY", "[Name/Agency]", "(AP Photo)".
_CREDIT = re.compile(
    r"(?:\bphoto(?:\s+credit)?\s*[:/]\s*[^.]{2,60}$"
    r"|[A-Z][A-Z .'-]+/\s?[A-Z][A-Za-z ]+$"
    r"|[\[(][^\])]{2,60}(?:/|\bphoto\b)[^\])]{0,40}[\])]\.?$"
    r")"
)
_CREDIT_WORDS = re.compile(
    r"\bphoto\s*[:/]\s*\w|\b(?:getty images|file photo|ap photo|handout via)\b", re.IGNORECASE
)
_CAPTION_START = re.compile(
    r"^(?:image of|photo shows|file photo|file:|pictured|in this photo|a photo)\b", re.IGNORECASE
)
_LINKING = frozenset("of in on at for and or the to from with by vs near is a &".split())
_ITEM = re.compile(r"[-–—•*·▪■►●]|\d{1,2}[.)]\s")
# A sentence with its source behind it: "Rebels captured X. [Reuters]".
_SOURCED = re.compile(r"[.!?”\"]\s*[\[(][^\])]{2,60}[\])]\.?$")
# Two outlets behind a sentence are its sources, "Rebels captured X. (AP/AFP)"; a photographer has
# two names, and a handout is a picture.
_OUTLETS = re.compile(
    r"[.!?”\"]\s*(?:\([^)]{2,60}\)\s*)*\((?![^)]*(?:handout|file|pool|photo))[\w.]+/[\w.]+\)\.?$",
    re.IGNORECASE,
)
_SHORT = 160
_LONGEST_CAPTION = 700
_LONGEST_NOTE = 400  # characters of what is said to readers; more is the report itself
_PROSE = re.compile(
    r"^[^\n]{80,}[.”\"]\s*$|^[ \t]*[-–—•*·▪■►●][ \t]+[^\n]{20,}[.”\"]\s*$", re.MULTILINE
)


def find_sections(text: str) -> tuple[Section, ...]:
    """Take a report's text into sections, in order; a date line in front lies in none of them."""
    return tuple(_sections(text))


def _sections(text: str) -> Iterator[Section]:
    date_line = _DATE_LINE.match(text)
    offset = date_line.end() if date_line else 0
    seen_body, related, ended, listing = False, False, False, False
    lines = [m for m in _LINE.finditer(text, offset) if m.group().strip(" \t\u00a0\u200b\r")]
    for match in lines:
        line = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        kind = _kind(line, related=related, ended=ended)
        listing = line.endswith(":") or (listing and bool(_ITEM.match(line)))
        if listing and kind is SectionKind.BOILERPLATE and _lists(line, ended=ended):
            kind = SectionKind.BODY
        related = kind is SectionKind.RELATED and bool(_RELATED.match(line))
        ended = ended or (
            _ends_article(line, seen_body=seen_body) and not _goes_on(text, match.end())
        )
        if kind is SectionKind.BODY:
            seen_body = True
            dateline = dateline_of(line)
            if dateline:
                yield Section(kind=SectionKind.DATELINE, start=start, end=start + len(dateline))
                start += len(dateline)
        if start < match.start() + len(match.group().rstrip()):
            yield Section(kind=kind, start=start, end=match.start() + len(match.group().rstrip()))


def _kind(line: str, *, related: bool, ended: bool) -> SectionKind:
    if ended or _is_furniture(line) or _is_about_an_outlet(line):
        return SectionKind.BOILERPLATE
    if _RELATED.match(line) or _RELATED_INLINE.match(line):
        return SectionKind.RELATED
    if _is_caption(line):
        return SectionKind.CAPTION
    if related and _is_title(line):
        return SectionKind.RELATED
    if _is_title(line):
        return SectionKind.HEADLINE if _worth_a_headline(line) else SectionKind.BOILERPLATE
    return SectionKind.BODY


def _lists(line: str, *, ended: bool) -> bool:
    """Tell whether a short line is an item, of a list that another heads: "- X and Y"."""
    return bool(_ITEM.match(line)) and not (ended or _is_furniture(line))


def _is_furniture(line: str) -> bool:
    return len(line) <= _LONGEST_NOTE and _FURNITURE.match(line) is not None


def _is_about_an_outlet(line: str) -> bool:
    """Tell whether a line is about an outlet, and not about what one that is told of says."""
    told = _ABOUT.match(line)
    return told is not None and not _SAYS.search(line.partition(". ")[0])


def _is_caption(line: str) -> bool:
    if _OUTLETS.search(line) or (_ITEM.match(line) and _SOURCED.search(line)):
        return False  # an item of a digest: "- Rebels captured X. [RFE/RL]"
    return (
        len(line) <= _LONGEST_CAPTION
        and bool(_CAPTION_START.match(line) or _CREDIT_WORDS.search(line) or _CREDIT.search(line))
        and not line.startswith("(")
    )


def _is_title(line: str) -> bool:
    """Tell whether a line is a title: short, without a full stop or a quotation left open."""
    ends = line[-1] in '.!?”"’;,)' or _SOURCED.search(line) is not None
    return len(line) < _SHORT and not (ends or dateline_of(line))


def _worth_a_headline(line: str) -> bool:
    words = line.split()
    told = len(words) == 3 and words[1].islower() and words[1] not in _LINKING
    return len(words) > 3 or told  # "Rebels capture X", but not "Battle of X"


def _goes_on(text: str, place: int) -> bool:
    """Tell whether prose or items follow a line in capitals, which heads them: "RESPONSE"."""
    return bool(_PROSE.search(text, place))


def _ends_article(line: str, *, seen_body: bool) -> bool:
    """Tell whether the article ends here: a bare agency name or a newsletter box."""
    bare = re.fullmatch(r"[A-Z][A-Z ]{2,24}", line)
    return seen_body and bool(bare or re.match(r"newsletter\b", line, re.IGNORECASE))
