"""What somebody calls a thing, which is no event of its own: "described as a raid"."""

from __future__ import annotations

from claims.events.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_a_name"]

_NAMING = frozenset("called described dubbed labelled labeled termed denounced".split())
_NAMED = 5  # words of "described as a rebel" before an event's noun


def is_a_name(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a noun only says what somebody calls a thing: "described as a raid"."""
    if trigger.pattern.kind != "noun" or _NAMING.isdisjoint(parsed.sentence.held):
        return False
    lead = parsed.lower[max(0, trigger.first - _NAMED) : trigger.first]
    article = next((n for n in range(len(lead) - 1, 0, -1) if lead[n] in ("a", "an")), 0)
    before = [word for word in lead[:article] if word != "as"]
    return bool(before) and before[-1] in _NAMING
