"""Who "the attackers" and "the defenders" are: those of the attack that was told of last."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.party import Roles

__all__ = ["in_attack"]

_ATTACKERS = frozenset(("attackers", "assailants"))
_DEFENDERS = frozenset(("defenders",))
_POINTS = frozenset(("the", "these", "those"))
_PRESSED = (Action.ATTACK, Action.ADVANCE, Action.ENCIRCLE, Action.CAPTURE)


def in_attack(parsed: Parsed, mention: ActorMention, finder: ActorFinder) -> str | None:
    """Return the side that a mention means as one of the two in an attack told of before.

    Who was told of last as holding a place defends it.
    """
    head = mention.text.rpartition(" ")[2].lower()
    attack = head in _ATTACKERS
    if mention.kind != "nobody" or not (attack or head in _DEFENDERS):
        return None
    first = parsed.word_at(mention.start)
    if first < 1 or parsed.lower[first - 1] not in _POINTS:
        return None
    told = ((a, finder.told[a]) for a in reversed([*finder.told]) if a in _PRESSED or not attack)
    action, last = next(((a, r) for a, r in told if r.actor and r.actor.side), (None, Roles()))
    actor = last.actor.side if last.actor else None
    if attack or action is Action.HOLD:
        return actor
    met = last.opponent.side if last.opponent else None
    return (met or finder.foe(actor)) if action in _PRESSED else None
