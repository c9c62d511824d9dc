"""Two sides told of as one subject that fight each other: "X and Y troops fought for Z"."""

from __future__ import annotations

from claims.claim import Action
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger
from claims.sides.groups import allied

__all__ = ["EACH_OTHER", "FIGHT", "are_alone", "are_foes", "each_other"]

EACH_OTHER = ("each other", "one another")
FIGHT = ("fight", "fought", "battl")


def each_other(subject: Party | None) -> Roles:
    """Part two who clash: "the army and the rebels clashed" names both."""
    if not subject or not subject.others:
        return Roles(actor=subject)
    actor = subject._replace(others=subject.others[1:])
    return Roles(actor=actor, opponent=Party(side=subject.others[0]))


def are_foes(trigger: Trigger, subject: Party | None, finder: ActorFinder) -> bool:
    """Tell whether two who are one subject fight, for a place and of nobody else.

    Who "fought to take X" together may be friends; so may those who "battle for X" where the report
    tells of a third who is the foe of the first.
    """
    if subject is None or not subject.others or trigger.pattern.action is not Action.ATTACK:
        return False
    friends = subject.others[0] in allied(subject.side or "")
    return trigger.form.startswith(FIGHT) and not friends and are_alone(subject, finder)


def are_alone(subject: Party | None, finder: ActorFinder) -> bool:
    """Tell whether the report tells of no third side's forces, against which two may fight.

    "French and Malian troops fought for X. Rebels hold it": those are friends.
    """
    return not subject or not finder.acting - {subject.side, *subject.others, None}
