"""Decades: what a clause dates to the 1990s is no news; what was only made then may be."""

from __future__ import annotations

import re

__all__ = [
    "LONG_AGO",
    "WEEKDAY",
    "is_aside",
    "is_closed_aside",
    "is_of_a_decade",
    "names_decade",
    "without_papers",
]

_DECADE = re.compile(
    r"\b(?:in|during|throughout)\s+the\s+(?:[\w-]+\s+of\s+the\s+)?(?:early\s+|mid[\s-]|late\s+)?"
    r"(?:1[0-9]|20)\d0['’]?s\b",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"\s*(?:in|during|until|on|by)\s+(?:[\w-]+\s+){0,2}\d{4}s?\b", re.IGNORECASE
)
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|yester|to)day\b", re.IGNORECASE)
"""A day that tells of a report's own time."""

# "Attacked X, in the 1990s a base of the army"
_OPENS = re.compile(r"\s+(?:an?|the|its|their|home)\s", re.IGNORECASE)
# "A war in the 1990s, in which X took Y"
_WHEN = re.compile(r",?\s+(?:(?:in|during)\s+which|when)\b", re.IGNORECASE)
# "A base built in the 1960s": the decade is that of the word right before it.
_MADE = re.compile(r"\b(?:\w{2,}ed|born|built|dug|founded|known|laid|made)\s+$", re.IGNORECASE)

# "Ten years ago", "in the last century": earlier than any report tells of as its own time.
LONG_AGO = re.compile(
    r"\b(?:years?|decades?|centur(?:y|ies))\s+(?:ago|earlier|before)\b"
    r"|\b(?<!since )(?<!from )(?<!than )last\s+year\b(?!'s|’s)"
    r"|\b(?<!since )(?<!from )(?<!than )last\s+(?:summer|autumn|winter|spring|fall)\b(?!'s|’s)"
    r"|\bit\s+(?:is|was|has\s+been)\s+(?:\w+\s+){1,3}(?:years?|decades?)\s+since\b"
    r"|\b(?:in|during)\s+the\s+(?:first|previous|last|earlier)\s+(?:[\w-]+\s+){0,2}(?:war|conflict)\b(?!\s+(?:battles?|crimes?|zones?)\b)"
    r"|\b(?:in|during)\s+(?:the\s+)?(?:(?:colonial|independence|liberation)\s+war\b(?!\s+(?:in|that)\b)|war\s+of\s+independence"
    r"|(?:first\s+|second\s+)?world\s+war\b)|\bunder\s+the\s+(?:previous|former|last|colonial)\s+(?:government|regime|administration)\b"
    r"|\b(?:years|decades)\s+(?:have|had)\s+passed\s+since\b|\bin\s+the\s+past,"
    r"|^\W*(?:in|during)\s+the\s+civil\s+war\b"
    # In no war in particular: "have taken X in every war since independence"
    r"|\b(?:in|during)\s+(?:every|each|both|all(?:\s+of)?|previous|earlier|past)\s+(?:[\w-]+\s+){0,2}(?:wars?|conflicts?)\b"
    r"|\b(?:that|the)\s+same\s+year\b|\bthat\s+year\b"
    r"|\b(?:first|early|opening|initial)\s+(?:\w+\s+)?(?:weeks?|months?|stages?)\s+of\s+the\s+(?:\w+\s+)?(?:war|invasion|conflict)\b"
    r"(?!,\s+(?:is|are|was|were|has|have|had)\b)"
    r"|\b(?:last|nineteenth|twentieth)\s+century\b|\bdecades-old\b|\bin\s+(?:his|her)\s+youth\b",
    re.IGNORECASE,
)
# "Under a plan agreed last year", "a group founded in 2016": that dates the plan and the group.
_PAPERS = (
    *("agreed", "signed", "concluded", "brokered", "negotiated", "adopted"),
    *("founded", "formed", "created", "established", "elected"),
)
_OF_PAPER = re.compile(
    rf"\b(?:{'|'.join(_PAPERS)})\s+(?:\w+\s+){{0,2}}?"
    r"(?:last\s+(?:year|month)|in\s+(?:\w+\s+)?\d{4}|\w+\s+years\s+ago)",
    re.IGNORECASE,
)


def names_decade(text: str) -> bool:
    """Tell whether words name a decade in which something was: "in the early 1990s"."""
    return _DECADE.search(text) is not None


def is_of_a_decade(clause: str, first: int, last: int, sentence: str) -> bool:
    """Tell whether a clause dates the event whose words end and start there to a decade.

    The decade stands at the head of the clause or behind the event, in no apposition; a sentence
    that names a day of the week tells of today.
    """
    if WEEKDAY.search(sentence):
        return False
    return any(
        (
            not clause[: met.start()].strip(" ,")
            or met.start() >= first
            or _WHEN.match(clause, met.end())
        )
        and not (_MADE.search(clause, max(0, last), met.start()))
        and not is_aside(clause, met.start(), first)
        and not (met.start() >= first and _OPENS.match(clause, met.end()))
        for met in _DECADE.finditer(clause)
    )


def is_aside(clause: str, year: int, event: int) -> bool:
    """Tell whether commas part a year from an event: "X, held since 2015, was shelled"."""
    start = clause.rfind(",", 0, year)
    if _ADVERBIAL.match(clause, start + 1):
        return False  # ", in 2016" tells of the whole clause
    end = clause.find(",", year)
    return start > 0 and not start < event < (end if end >= 0 else len(clause))


def is_closed_aside(clause: str, year: int, event: int) -> bool:
    """Tell whether a time is of what is set in before an event: "X, who left last year, took Y"."""
    end = clause.find(",", year)
    return clause.rfind(",", 0, year) > 0 and 0 <= end < event


def without_papers(clause: str) -> str:
    """Blank what dates only a plan or a group: "under a plan agreed last year"."""
    if any(map(clause.lower().__contains__, _PAPERS)):
        return _OF_PAPER.sub(lambda m: " " * len(m.group()), clause)
    return clause
