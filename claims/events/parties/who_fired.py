"""Who fires at a side's forces where nobody is named: whom it fights, whose bombers die."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.events.parties.strikers import who_was_striking
from claims.fighters.actors import ActorFinder
from claims.fighters.forces import force_words
from claims.sides.groups import islamists

__all__ = ["BOMBERS", "who_fired"]

BOMBERS = frozenset(("bomber", "bombers"))


def who_fired(event: Event, finder: ActorFinder, met: str | None) -> str | None:
    """Return who fired at a side's forces: whom it fights, or the jihadists whose bombers die."""
    before = event.parsed.lower[: event.trigger.first]
    bombers = not BOMBERS.isdisjoint(before)
    actor = event.roles.actor
    weapons = event.action is Action.STRIKE or bombers
    if not (weapons or (actor and actor.text.lower() in force_words().weapons)):
        met = None
    if striking := who_was_striking(event, finder, met):
        return striking
    suicide = met and bombers and "suicide" in before
    jihadists = finder.adjective_side("jihadist") if suicide else None
    return jihadists if jihadists in islamists() else finder.foe(met)
