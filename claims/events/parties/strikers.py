"""Whose strikes are only counted: "The coalition attacked X. Near Y, seven strikes hit X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.events.sentences.verb_groups import group_start
from claims.fighters.actors import ActorFinder
from claims.number_words import ONE_TO_TEN

__all__ = ["who_was_striking"]

_STRIKES = frozenset("strike strikes airstrike airstrikes".split())
_ONE = frozenset(("a", "an", "another"))


def who_was_striking(event: Event, finder: ActorFinder, met: str | None) -> str | None:
    """Return who was told of last as attacking a side, for strikes that are counted.

    These fall on that side, or on what is nobody's by its words: "one strike hit a mortar".
    """
    told = finder.told.get(Action.ATTACK)
    if event.action is not Action.STRIKE or not (told and told.actor and told.opponent):
        return None
    if met is None and event.roles.opponent is not None:
        return None
    side = told.actor.side
    fits = met in (None, told.opponent.side) and told.opponent.side is not None
    fits = fits and side is not None and finder.is_state(side)  # rebels storm, and seldom fly
    return side if fits and _is_counted(event) else None


def _is_counted(event: Event) -> bool:
    """Tell whether strikes are told by their number, as what is done or as what does it."""
    parsed, trigger = event.parsed, event.trigger
    noun = trigger.first
    if trigger.pattern.kind == "verb":
        noun = group_start(parsed, trigger.first) - 1
        if noun < 0 or parsed.lower[noun] not in _STRIKES:
            return False
    count = parsed.lower[noun - 1] if noun else ""
    return count in ONE_TO_TEN or count in _ONE or count.isdigit()
