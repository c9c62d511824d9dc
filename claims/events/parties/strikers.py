"""Whose strikes are only counted: "The coalition attacked X. Near Y, seven strikes hit X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.fighters.actors import ActorFinder
from claims.number_words import ONE_TO_TEN

__all__ = ["who_was_striking"]


def who_was_striking(event: Event, finder: ActorFinder, met: str | None) -> str | None:
    """Return who was told of last as attacking a side, for strikes on it that are counted."""
    first = event.trigger.first
    before = event.parsed.lower[first - 1] if first else ""
    counted = event.trigger.pattern.kind == "noun" and (before in ONE_TO_TEN or before.isdigit())
    told = finder.told.get(Action.ATTACK)
    counted = counted and event.action is Action.STRIKE and met is not None
    if not counted or not (told and told.actor):
        return None
    return told.actor.side if told.opponent and told.opponent.side == met else None
