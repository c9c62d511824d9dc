"""Attempts by nobody named: "two attempts to take the village of X came to nothing"."""

from __future__ import annotations

from claims.claim import Action, Status
from claims.events.event import Event
from claims.events.outcomes.undone import attempt_noun

__all__ = ["is_tried_in_war"]

_TAKES = (Action.CAPTURE, Action.RECAPTURE)
_MOVES = (*_TAKES, Action.ADVANCE)
_THROWN = ("repel", "repuls", "beat")  # no crowd, which is only kept from a square


def is_tried_in_war(event: Event) -> bool:
    """Tell whether ground is tried for by nobody named where a war is told of.

    War is what "was repelled" as well: "an attempt to enter X had been beaten off".
    """
    if attempt_noun(event.parsed, event.trigger.first) is None:
        return False
    action = event.trigger.pattern.action
    tried = event.amid_war and event.action in (*_TAKES, Action.ATTACK) and action in _TAKES
    met = event.status is Status.FAILED and action in _MOVES
    behind = event.parsed.following(event.trigger) if met else []
    return tried or any(t.form.startswith(_THROWN) for t in behind)
