"""Who keeps the ground that others failed to take: "an attack by rebels on the army failed"."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Action, Status
from claims.events.event import Event
from claims.events.parties.kept_by import says_who_keeps
from claims.fighters.party import Roles

__all__ = ["as_defended"]

_TAKING = (Action.ATTACK, Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE)


def as_defended(event: Event) -> Event | None:
    """Return that those attacked hold what their attackers failed to take, where both are known."""
    if event.status is not Status.FAILED or event.action not in _TAKING:
        return None
    holder, told = event.roles.opponent, says_who_keeps(event.parsed, event.trigger)
    if told or not (holder and holder.side and event.roles.actor):
        return None
    roles = Roles(actor=holder, opponent=event.roles.actor)
    return replace(event, roles=roles, action=Action.HOLD, status=Status.OCCURRED)
