"""Whether shells are only heard: who hears them knows neither who fires nor at whom."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_only_heard"]

_HEARD = frozenset("heard audible echoed echoing echoes rang rumbled reverberated".split())
_SOUNDS = frozenset(
    "hear heard hearing sound sounds noise noises boom booms echo echoes rumble thud thuds".split()
)
_BEHIND = 5  # words of "shelling and small-arms fire could clearly be heard"
_BEFORE = 4  # words of "heard the sound of heavy shelling"


def is_only_heard(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a noun names what somebody heard: "shelling could be heard south of X"."""
    if trigger.pattern.kind != "noun":
        return False
    low, high = parsed.clause(trigger.first)
    behind = parsed.lower[trigger.last + 1 : min(high, trigger.last + _BEHIND) + 1]
    before = parsed.lower[max(low, trigger.first - _BEFORE) : trigger.first]
    return not (_HEARD.isdisjoint(behind) and _SOUNDS.isdisjoint(before))
