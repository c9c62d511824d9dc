"""Strikes of workers, who lay down their work: "a strike called by the unions hit X"."""

from __future__ import annotations

import re

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["is_labour", "is_of_strikers"]

# "A one-day strike closed shops", "a strike called by the unions hit X"
_TRADES = frozenset("railway postal transport hunger general wildcat solidarity".split())
_ANOTHER = frozenset("; as when while and but before after".split())  # "..., troops stormed X"
_STRIKE = 6  # words from "strike" to what it hits
_LASTING = ("-day", "-hour", "-week")
_CALLED = re.compile(
    r"\s+(?:called|organi[sz]ed|declared)\s+by\b"
    r"|\s+announced\s+by\s+(?:\w+\s+){0,3}?(?:unions?|workers)\b"
    r"|\s+over\s+(?:\w+\s+){0,2}(?:pay|wages|prices|jobs|conditions)\b"
)
# "A strike at the port of X entered its second week", "a strike that hit schools in X ended on"
_WORKERS = r"(?<!air )(?<!drone )(?<!missile )(?<!rocket )\bstrike\b"
_UP_TO = r"(?!\b(?:as|while|when|after|before|since|killed|wounded|injured)\b)"
_STRIKERS = re.compile(
    rf"{_WORKERS}(?:{_UP_TO}[^.;]){{3,60}}\b(?:enter(?:s|ed) (?:its|a|the) \w+ (?:day|week|month)"
    r"|(?:was|is|were) (?:called off|suspended))\b"
    rf"|{_WORKERS}(?:{_UP_TO}(?!\b(?:on|against)\b)[^.;]){{3,60}}"
    r"\bended(?=\s*\.|\s+(?:on|in|after|when|late)\b)"
)


def is_of_strikers(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is workers' strike that hits: "a strike called by the unions hit X"."""
    if "strike" not in parsed.sentence.held:
        return False
    lead = parsed.lower[: trigger.first]
    at = len(lead) - 1 - lead[::-1].index("strike") if "strike" in lead else -1
    between = set(lead[at + 1 :])
    itself = between.isdisjoint(_ANOTHER) and between.isdisjoint(scene().fighters)
    return itself and at >= trigger.first - _STRIKE and at >= 0 and is_labour(parsed, at)


def is_labour(parsed: Parsed, number: int) -> bool:
    """Tell whether workers are on strike: "the pilots' strike", "a strike called by unions"."""
    if parsed.lower[number] != "strike":
        return False
    text, end = parsed.sentence.text, parsed.words[number].end - parsed.sentence.start
    owner, before = ["", "", *parsed.lower[:number]][-2:]
    owned = before in ("'", "’", "'s", "’s") and owner in scene().crowds
    aimed = parsed.lower[number + 1 : number + 2] in (["on"], ["against"])
    trade = before in _TRADES or (before.endswith(_LASTING) and not aimed)
    # "Miners strike in X", "miners, backed by their union, strike in X"
    walks_out = (parsed.lower[0] if before == "," else before) in scene().crowds
    return trade or owned or walks_out or bool(_CALLED.match(text, end) or _STRIKERS.search(text))
