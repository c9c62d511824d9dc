"""Who is fired at on the move: "strafed the rebels as they left", "killed men as they came"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.objects import is_object
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention

__all__ = ["pursued"]

_AS = frozenset(("as", "while", "when"))
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
_KILLS = frozenset("killed killing wounded injured arrested caught intercepted".split())
_KILLED = 12  # words from "killed" to "as they"
_COUNT = 4  # words of "killed at least 12 rebels"
_NEAR = 3  # words from "they" to the verb of "they were pulling out"


def pursued(parsed: Parsed, number: int) -> ActorMention | None:
    """Return whom "they" means in "as they withdrew", where others fired at somebody before it.

    Whoever was killed "as they" did a thing did it. None where "they" do anything else, or nobody
    is the object of those fires.
    """
    if parsed.lower[number] != "they" or number < 1 or parsed.lower[number - 1] not in _AS:
        return None
    if (killed := _killed(parsed, number)) is not None:
        return killed
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


def _killed(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who was killed right before "as they", where that is told."""
    lead = range(number - 2, max(-1, number - _KILLED), -1)
    verb = next((n for n in lead if parsed.lower[n] in _KILLS), None)
    if verb is None:
        return None
    hit = (m for m in parsed.actors if verb < parsed.word_at(m.start) <= verb + _COUNT and m.armed)
    return next(hit, None)
