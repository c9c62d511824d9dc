"""Who speaks in a round-up: the label of an item, the line that a list hangs on."""

from __future__ import annotations

import re

from claims.claimants.cues import find_cues
from claims.claimants.headline import is_label, is_named
from claims.claimants.speakers import Names
from claims.claimants.speech import is_speech
from claims.words import sentences

__all__ = ["is_item", "label", "lister"]

_ITEM = re.compile(
    r"\s*(?:[^\w\s\"'“”‘’(\[.,;:!?…#@$€£%&+/\\<>=~^`|]+|\(?\d{1,2}(?:[.)]|/(?=\s))"
    r"|\d{1,2}[:.h]?\d{2}(?:\s*(?:hrs?|hours|local|GMT|UTC))?\s*[-–—:])\s*(?=\w|[\"“‘'])"
)
_STOP = re.compile(r"\.\sSources?$")  # "Rebels left Oru. Source: Radio Kassa"
_CLOCK = re.compile(
    r"\s*\d{1,2}[:.h]\d{2}\s+(?:(?:GMT|UTC)\s+)?(?=\w)"
)  # "14:05 Army spokesman: troops hold Oru"
_MARKS = ('"', "“")
_LABEL = re.compile(r"(?P<who>\w[\w.'’ -]{1,60}):\s+(?=\S+\s+\S)")
# "Jan Roe, by telephone: the camp is lost".
_BY_PHONE = re.compile(
    r"(?P<who>\w[\w.'’ -]{1,60}),?\s+(?:by|over|on|via)\s+(?:the\s+)?(?:satellite\s+)?"
    r"(?:tele)?(?:phone|radio):\s+"
)
# "Our correspondent Jan Roe, in Oru: "We have been here for hours.""
_FROM = re.compile(
    r"(?P<who>\w[\w.'’ -]{1,60}?),?\s+in\s+(?:the\s+)?[A-Z][\w'’ -]{1,40}:\s+(?=[\"“])"
)
# "The Press Committee (PC) reports to the people that:" heads a communique.
_REPORTS = re.compile(
    r"(?P<who>\w[\w.'’ -]{1,60}?)(?:\s[\[(][^\])]*[\])])?\s(?:hereby\s)?"
    r"(?:reports|announces|declares|communicates)\sto\s[^.;:]{3,90}:$",
    re.IGNORECASE,
)


def is_item(line: str) -> bool:
    """Tell whether a line is an item of a list: it opens with a bullet or a number."""
    return bool(_ITEM.match(line))


def label(line: str, names: Names) -> str:
    """Return the speaker that a line opens with ("- General Staff: troops left."), or empty."""
    item = _ITEM.match(line) or _CLOCK.match(line)
    start = item.end() if item else 0
    phoned = _BY_PHONE.match(line, start)
    if phoned and not any(map(is_speech, phoned["who"].lower().split())):
        return names.name(phoned["who"])
    if (told := _FROM.match(line, start)) and is_named(told["who"], names):
        return names.name(told["who"])
    match = _LABEL.match(line, start)
    if not match or _STOP.search(match["who"]):
        return ""
    # What a name and a colon lead to in quotation marks is his: 'Major Orel: "We hold it."'
    quoted = line[match.end() : match.end() + 1] in _MARKS and is_named(match["who"], names)
    return names.name(match["who"]) if quoted or is_label(match["who"], names) else ""


def lister(text: str, start: int, names: Names) -> str | None:
    """Return who says the list that goes on at the character ``start``.

    Empty where the line before heads the list and names nobody, or is no part of a list; None where
    it is another item, so that whoever said that one goes on.
    """
    end = start
    while end and text[end - 1].isspace():
        end -= 1
    begin = text.rfind("\n", 0, end) + 1
    line = text[begin:end]
    if not line.endswith(":"):
        return None if is_item(line) else ""
    if is_label(line[:-1].strip(), names):
        return names.name(line[:-1].strip())
    heads = _REPORTS.match(line)
    if heads and is_label(heads["who"], names):
        return names.name(heads["who"])
    said = [cue for sentence in sentences(text, begin, end) for cue in find_cues(sentence, names)]
    return said[-1].who if said else ""
