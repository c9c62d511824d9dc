"""Attacks that come to nothing: who beat them off, and so did not wage them."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parse import Parsed
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["beaten_by", "beaten_off"]

_OBJECT = 5  # words from "repelled" to "a third heavy attack"
_AIMS = frozenset("against in on at from during after with by as".split())


def beaten_by(parsed: Parsed, trigger: Trigger) -> Trigger | None:
    """Return the verb whose object an attack is that comes to nothing: "fought off an attack"."""
    for verb in reversed(parsed.triggers):
        near = 0 < trigger.first - verb.last <= _OBJECT
        if near and verb.pattern.kind == "verb" and verb.pattern.action is Action.HOLD:
            between = parsed.lower[verb.last + 1 : trigger.first]
            return None if verb.pattern.armed or not _AIMS.isdisjoint(between) else verb
    return None


def beaten_off(defender: Party | None, actor: Party | None, other: Party | None) -> Roles:
    """Return the roles of an attack that a defender beat off, and whom he "killed" in doing so."""
    if actor is None and other and not (defender and other.side == defender.side):
        actor = other
    return Roles(actor=actor, opponent=defender or (other if other is not actor else None))
