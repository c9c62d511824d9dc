"""Attempts by nobody named: "two attempts to take the village of X came to nothing"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.events.outcomes.undone import attempt_noun

__all__ = ["is_tried_in_war"]

_TAKES = (Action.CAPTURE, Action.RECAPTURE)


def is_tried_in_war(event: Event) -> bool:
    """Tell whether ground is tried for by nobody named where a war is told of."""
    tried = event.amid_war and event.action in (*_TAKES, Action.ATTACK)
    taken = tried and event.trigger.pattern.action in _TAKES
    return taken and attempt_noun(event.parsed, event.trigger.first) is not None
