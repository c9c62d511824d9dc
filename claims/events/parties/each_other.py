"""Two sides told of as one subject that fight each other: "X and Y troops fought for Z"."""

from __future__ import annotations

from claims.claim import Action
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["are_alone", "each_other", "fight_each_other"]

_FIGHT = ("fight", "fought", "battl")


def each_other(subject: Party | None) -> Roles:
    """Part two who clash: "the army and the rebels clashed" names both."""
    if not subject or not subject.others:
        return Roles(actor=subject)
    actor = subject._replace(others=subject.others[1:])
    return Roles(actor=actor, opponent=Party(side=subject.others[0]))


def fight_each_other(trigger: Trigger, subject: Party | None, finder: ActorFinder) -> bool:
    """Tell whether two who are one subject fight, for a place and of nobody else.

    Who "fought to take X" together may be friends.
    """
    fight = trigger.pattern.action is Action.ATTACK and trigger.form.startswith(_FIGHT)
    return fight and bool(subject and subject.others) and are_alone(subject, finder)


def are_alone(subject: Party | None, finder: ActorFinder) -> bool:
    """Tell whether the report tells of no third side's forces, against which two may fight.

    "French and Malian troops fought for X. Rebels hold it": those are friends.
    """
    return not subject or not finder.acting - {subject.side, *subject.others, None}
