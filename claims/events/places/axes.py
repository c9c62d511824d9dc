"""From which sides an advance comes: "from three fronts: north, northeast and west"."""

from __future__ import annotations

import re

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.words import lowered

__all__ = ["event_axes"]

_WINDS = ("north", "south", "east", "west")
_COMPASS = r"north-?east|north-?west|south-?east|south-?west|north|south|east|west"
_AXES = re.compile(
    rf"\b(?:{_COMPASS})(?:(?:,| and|, and)\s+(?:the\s+)?(?:{_COMPASS}))*\b", re.IGNORECASE
)
_AXES_LEAD = re.compile(
    r"\b(?:from|fronts?|axes|axis|directions?|sides?)\b[^.;]{0,40}$", re.IGNORECASE
)


def event_axes(parsed: Parsed, trigger: Trigger) -> tuple[str, ...]:
    """Return the compass words of "from three fronts: north, northeast and west"."""
    sentence, start = parsed.sentence, parsed.words[trigger.first].start
    if not any(map(lowered(sentence.text).__contains__, _WINDS)):
        return ()
    for match in _AXES.finditer(sentence.text):
        behind = match.start() + sentence.start > start
        if behind and _AXES_LEAD.search(sentence.text[: match.start()]):
            words = re.findall(_COMPASS, match.group(), re.IGNORECASE)
            return tuple(word.lower().replace("-", "") for word in words)
    return ()
