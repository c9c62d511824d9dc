"""Whose strikes are counted or go on: "The coalition attacked X. Seven strikes also hit Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.fighters.actors import ActorFinder
from claims.number_words import ONE_TO_TEN

__all__ = ["who_was_striking"]


_SHOT = (Action.STRIKE, Action.ATTACK)


def who_was_striking(event: Event, finder: ActorFinder, met: str | None) -> str | None:
    """Return who was told of last as attacking, for strikes that are counted or told with "also".

    Counted ones are on the side ``met`` that was attacked before.
    """
    if event.action is not Action.STRIKE:
        return None
    if met is None:
        return _going_on(event, finder)
    first = event.trigger.first
    before = event.parsed.lower[first - 1] if first else ""
    counted = event.trigger.pattern.kind == "noun" and (before in ONE_TO_TEN or before.isdigit())
    told = finder.told.get(Action.ATTACK)
    if not counted or not (told and told.actor):
        return None
    return told.actor.side if told.opponent and told.opponent.side == met else None


def _going_on(event: Event, finder: ActorFinder) -> str | None:
    """Return who fired last, for what nobody is said to fire: "Rockets also fell on X"."""
    low, high = event.parsed.clause(event.trigger.first)
    if event.roles.actor or "also" not in event.parsed.lower[low : high + 1]:
        return None
    last = next((finder.told[a] for a in reversed(finder.told) if a in _SHOT), None)
    return last.actor.side if last and last.actor else None
