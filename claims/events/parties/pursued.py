"""Who is fired at while leaving: "a gunship strafed the rebels as they pulled out"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.objects import is_object
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention

__all__ = ["pursued"]

_AS = frozenset(("as", "while", "when"))
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
_NEAR = 3  # words from "they" to the verb of "they were pulling out"


def pursued(parsed: Parsed, number: int) -> ActorMention | None:
    """Return whom "they" means in "as they withdrew", where others fired at somebody before it.

    None where "they" do anything else, or nobody is the object of those fires.
    """
    if parsed.lower[number] != "they" or number < 1 or parsed.lower[number - 1] not in _AS:
        return None
    leaves = any(
        number < t.first <= number + _NEAR and t.pattern.action is Action.RETREAT
        for t in parsed.triggers
    )
    fired = [t for t in parsed.triggers if t.first < number and t.pattern.action in _FIRES]
    if not leaves or not fired:
        return None
    at, place = parsed.words[fired[-1].last].end, parsed.words[number].start
    hit = (m for m in parsed.actors if at <= m.start < place and m.armed and is_object(parsed, m))
    return next(hit, None)
