"""Whom a report goes on about behind an event: its actor, unless it is only told in passing."""

from __future__ import annotations

from claims.events.event import Event
from claims.events.sentences.clause_words import RELATIVE_PRONOUNS
from claims.fighters.party import Party

__all__ = ["goes_on_about"]


def goes_on_about(event: Event, before: Party | None) -> Party | None:
    """Return of whom the next sentence speaks, ``before`` where an event does not tell.

    In "the rebels took X, which the army held" they go on being spoken of.
    """
    actor, parsed = event.roles.actor, event.parsed
    if not (actor and actor.side) or event.trigger.pattern.kind != "verb":
        return before
    low, _ = parsed.clause(event.trigger.first)
    aside = parsed.lower[low - 1 : low] and parsed.lower[low - 1] in RELATIVE_PRONOUNS
    told = (t for t in parsed.triggers if t.pattern.kind == "verb" and t.first < low)
    if aside and any(told):
        return before
    return Party(text=actor.text, side=actor.side)
