"""What others only ask of those who would do it: "a text that called for troops to leave X"."""

from __future__ import annotations

import re

from claims.claim import Action, Status
from claims.events.event import Event

__all__ = ["is_only_demanded"]

_ASKED = frozenset((Action.RETREAT, Action.DEPLOY))
_MARKED = frozenset(
    """
    call calls called calling demand demands demanded demanding urge urges urged urging insist
    insists insisted appeal appeals appealed must should want wants wanted request requests
    requested resolution vote voted votes motion petition plea pleas ask asked asks
    """.split()
)
_LAW = 4  # words of "must never be"
_OUGHT, _NOT = frozenset(("must", "should")), frozenset(("not", "never"))
# To the event, and over no other clause: "demanded talks, and rebels left X" demands no leaving.
_UP_TO = r"(?:(?!\b(?:said|says|but|while|after|when|as|because|will|would)\b)[^;:,]){0,90}$"
_DEMAND = re.compile(
    r"\b(?:call(?:s|ed|ing)?\s+(?:\w+ly\s+|again\s+|yesterday\s+)?(?:for|on|upon)"
    r"|appeal(?:s|ed)?\s+(?:for|to)|demand(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
    r"|insist(?:s|ed)?\s+(?:that|on)|pleas?\s+for"
    r"|(?:resolution|motion|text|petition)\s+(?:calling|demanding|urging|that|which)"
    rf"|vot(?:e|es|ed)\s+for)\b{_UP_TO}"
    # "The mediators want soldiers to be sent to X": of others than their own
    r"|\b(?:want(?:s|ed)?|request(?:s|ed)?|asked?)\s+(?!(?:its|their|his|our)\b)"
    r"[\w .'’-]{2,50}\s+to\s+(?:be\s+)?$"
    # "Turkey must withdraw": what somebody else says
    r"|\bmust\s+(?:\w+ly\s+)?(?:be\s+)?$",
    re.IGNORECASE,
)


def is_only_demanded(event: Event) -> bool:
    """Tell whether it is only asked for that some leave or be sent, and nobody means to do it.

    Nor does anybody mean to do what "must not be attacked".
    """
    parsed, first = event.parsed, event.trigger.first
    lead = parsed.lower[max(0, first - _LAW) : first]
    forbidden = not _OUGHT.isdisjoint(lead) and not _NOT.isdisjoint(lead)
    if event.status in (Status.PLANNED, Status.DENIED) and forbidden:
        return True
    planned = event.status is Status.PLANNED and event.action in _ASKED
    if not planned or _MARKED.isdisjoint(parsed.sentence.held):
        return False
    return bool(
        _DEMAND.search(parsed.sentence.text[: parsed.words[first].start - parsed.sentence.start])
    )
