"""Who does not act though the words look so: whoever is fired at, whoever accuses another."""

from __future__ import annotations

from claims.events.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["LAID", "is_charged", "suffers"]

# What is laid, and then hit by those who suffer it.
LAID = tuple(
    (frozenset((word,)),) for word in "mine mines landmine landmines bomb device devices".split()
)


def suffers(trigger: Trigger) -> bool:
    """Tell whether the subject is the one it is done to: "came under fire", "hit a mine"."""
    words = trigger.pattern.words
    meets = trigger.form in ("under", "received", "receives")  # "received two mortar rounds"
    return meets or words[1:2] == (frozenset(("under",)),) or words[-1:] in LAID


def is_charged(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody is accused of an event: "accused a state of sending troops"."""
    before = parsed.lower[trigger.first - 1 : trigger.first]
    return before == ["of"] and "accused" in parsed.lower[: trigger.first]
