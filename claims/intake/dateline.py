"""The dateline in front of a report: place, day and agency."""

from __future__ import annotations

import re

from claims.word_lists import any_of, word_list
from gazetteer.states import CAPITALS

__all__ = ["dateline_agency", "dateline_of"]

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = rf"(?:(?i:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s+(?:\d{{4}}|\d\d))?\.?)"
_AGENCY = r"(?:\([^()\n]{2,40}\)|/[A-Z][\w -]{1,30}/\.?)"
_DASH = r"\s*(?:[—–]|--|[-_](?=\s))\s*"
_END = rf"(?:{_DASH}|:\s+|(?<=/\.)\s+|(?<=\))\.-\s+)(?:\[(?i:text)\]\s*)?"
_PLACE = r"[A-Z]['’A-Z]{2,}(?:[ /-][A-Z]{3,}){0,3}"
# Agencies that stand behind their town without a bracket: "Kassa, ABC - ".
_BARE = any_of(word_list("bylines"))
# A place in capitals needs only a dash; another needs its day or its agency, for a sentence too
# may start with a name and a dash.
DATELINE = re.compile(
    rf"""(?:
      [A-Z][A-Z .'’/-]{{2,40}}(?:,\s?[A-Za-z. ]{{2,40}}){{0,2}}?
        (?:,?\s*{_DATE})?\s*{_AGENCY}?{_DASH}(?:\[(?i:text)\]\s*)?
    | [A-Z][\w.'’/ -]{{1,40}}?(?:,\s?[A-Z][\w. ]{{1,40}}?){{0,2}}?
        (?:,\s*{_DATE}\s*{_AGENCY}?|\s*{_AGENCY}){_END}
    | [A-Z][A-Z .'’/-]{{2,40}}\s\({_DATE}\)\s+(?:[A-Z][\w-]{{1,14}}\s*)?{_DASH}(?:\[(?i:text)\]\s*)?
    | \([A-Z][\w .&'-]{{1,30}}\){_DASH}
    | {_PLACE}(?:,\s?[A-Z][A-Za-z. ]{{2,40}})?,?\s+{_DATE}\s+{_AGENCY}?\s*(?=["“A-Z])
    | {_PLACE}\s+{_AGENCY}\s+(?=["“A-Z])
    | [A-Z][\w.'’/ -]{{1,40}},\s+{_DATE}\s+{_AGENCY}:?\s+(?=["“A-Z])
    | [A-Z][\w.'’/ -]{{1,40}}(?:,\s+{_DATE})?,\s+{_BARE}{_DASH}
    | [A-Z]{{4,}}/[A-Z]{{4,}}\s+(?=[A-Z][a-z])
    )""",
    re.VERBOSE,
)
# A line of its own: "KASSA, Dec. 4 2024", "Kassa, Northland, 4 December".
_LINE = re.compile(
    rf"(?:{_PLACE}(?:,\s?[A-Z][A-Za-z. ]{{2,40}})?"
    r"|[A-Z][\w'’ -]{1,30},\s?[A-Z][A-Za-z. ]{2,40})"
    rf"(?:,\s+{_DATE}(?:\s+{_AGENCY})?|\s+\([A-Z]{{2,6}}\))"
)
_DAY = re.compile(rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|{_MONTH}\s\d)", re.IGNORECASE)
_SPAN = re.compile(_DATE)
_NAME = re.compile(r"\(([A-Z][\w .&'/-]{1,30})\)|/([A-Z][\w -]{1,30})/")


# What a monitoring service sets in front: "[Announcer-read report] [Text] ".
_KIND = re.compile(r"(?:(?:\[[^\[\]\n]{3,80}\]|\((?:Text|Excerpts?)\))\s*){1,3}")
# Who says what a headline in capitals tells.
_SOURCE = re.compile(r"[A-Z][A-Z.'’-]*(?: [A-Z][A-Z.'’-]*){0,2}")
# "BAMAKO: ..." is from there; other words in capitals before a colon speak or head a list.
_CAPITAL = re.compile(r"([A-Z][A-Z' -]{3,30}):\s+(?=[A-Z])")


def dateline_of(line: str) -> str:
    """Return the dateline that opens a line with all that parts it from the text, or empty.

    Examples
    --------
    >>> dateline_of("KASSA, Dec. 4 -- Rebels left."), dateline_of("BAMAKO: Rebels left.")
    ('KASSA, Dec. 4 -- ', 'BAMAKO: ')
    >>> dateline_of("[Text] Kassa, 4 Dec (Coast News) -- Rebels left.")
    '[Text] Kassa, 4 Dec (Coast News) -- '
    >>> dateline_of("Situation report, 29 June - 2 July 2024"), dateline_of("REBELS LEAVE - ARMY")
    ('', '')
    """
    told = _KIND.match(line) if line.startswith(("[", "(")) else None
    match = DATELINE.match(line, told.end() if told else 0) or _LINE.fullmatch(line)
    if match and (_SPAN.match(line, match.end()) or _DAY.match(line)):
        return ""  # "Situation report, 29 June - 2 July 2024" is a title, "Monday, June 8:" a day
    if match and _SOURCE.fullmatch(line, match.end()):
        return ""  # "REBELS TAKE ORU - ARMY"
    capital = None if match else _CAPITAL.match(line)
    if capital and capital[1].lower() in CAPITALS:
        return capital.group()
    return line[: match.end()] if match else ""


def dateline_agency(words: str) -> str:
    """Return the agency that a dateline names, or empty.

    Examples
    --------
    >>> dateline_agency("KASSA, Dec. 4 (Coast News) -- ")
    'Coast News'
    >>> dateline_agency("(Text) Kassa, 4 Dec (Coast News) -- ")
    'Coast News'
    """
    told = _KIND.match(words)
    match = _NAME.search(words, told.end() if told else 0)
    return (match[1] or match[2]) if match else ""
