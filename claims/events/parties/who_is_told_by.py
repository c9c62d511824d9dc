"""The word that tells who acts, where it is another than the event's: "remains in the hands of"."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Action
from claims.events.outcomes.misses import brought_down
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["who_is_told_by"]

_OF_STATE = 4  # words between "remain in" and "hands"


def who_is_told_by(parsed: Parsed, trigger: Trigger) -> Trigger:
    """Return an event with the word that its parties stand beside.

    It is that of who sent what is shot down: "the drones launched by X at Y were shot down".
    """
    sent = brought_down(parsed, trigger)
    if sent is not None and sent < trigger.first:
        return replace(trigger, first=sent, last=sent, form=parsed.lower[sent], gap=None)
    return _state_of(parsed, trigger) or trigger


def _state_of(parsed: Parsed, trigger: Trigger) -> Trigger | None:
    """Return the noun that says whose a place is, behind a verb: "remains in the hands of X"."""
    if trigger.pattern.action is not Action.HOLD or trigger.pattern.kind != "verb":
        return None
    near = (t for t in parsed.triggers if 0 < t.first - trigger.last <= _OF_STATE)
    return next((t for t in near if t.pattern.behind), None)
