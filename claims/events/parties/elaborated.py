"""Whose fires go on with what was told: "X's strikes go on: jets hit Y", "strikes also hit Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["elaborated"]

_FIRES = (Action.ATTACK, Action.STRIKE)
_TURNS = frozenset("after as when while but by although before following".split())
_MORE = frozenset("also further other another more additional second separate".split())
_SHOTS = frozenset(
    "strike strikes airstrike airstrikes raid raids shell shells rocket rockets missile missiles"
    " bomb bombs drone drones".split()
)
_SUBJECT = 4  # words of "other strikes have since"
_NEAR = 500  # characters back to who fired
# Of these one may be told behind a semicolon: "has responded with raids; a strike hit X".
_SERIES = frozenset("raids strikes airstrikes bombardments bombings".split())


def elaborated(parsed: Parsed, trigger: Trigger, finder: ActorFinder, roles: Roles) -> Roles:
    """Return roles with who fires where nobody is said to, by what was told before.

    That is the clause before a colon, or, of what hit a place "also", who fired last.
    """
    side = _before(parsed, trigger, finder) or _firing_on(parsed, trigger, finder)
    actor = roles.actor or Party()
    return roles._replace(actor=actor._replace(side=side)) if side else roles


def _firing_on(parsed: Parsed, trigger: Trigger, finder: ActorFinder) -> str | None:
    """Return who was told of last as firing, for shots that hit more: "strikes also hit X"."""
    low, _ = parsed.clause(trigger.first)
    told = parsed.lower[max(low, trigger.first - _SUBJECT) : trigger.last + 2]
    more = not _SHOTS.isdisjoint(told) and not _MORE.isdisjoint(told)
    if trigger.pattern.action not in _FIRES or not more:
        return None
    fired = (finder.told[action].actor for action in _FIRES if action in finder.told)
    near = [a for a in fired if a and a.start is not None and a.start < parsed.sentence.start]
    last = max(near, key=lambda actor: actor.start or 0, default=None)
    close = last and parsed.sentence.start - (last.start or 0) < _NEAR
    return last.side if last and close else None


def _before(parsed: Parsed, trigger: Trigger, finder: ActorFinder) -> str | None:
    if trigger.pattern.action not in _FIRES:
        return None
    marks = (n for n in range(trigger.first - 1, 0, -1) if parsed.lower[n] in (":", ";"))
    mark = next(marks, 0)
    if not mark or not _TURNS.isdisjoint(parsed.lower[mark : trigger.first]):
        return None
    place = parsed.words[mark].start
    if any(m.armed and m.side and m.start > place for m in parsed.actors):
        return None
    told = [finder.told[action].actor for action in _FIRES if action in finder.told]
    start = parsed.sentence.start
    here = [a for a in told if a and a.start is not None and start <= a.start < place]
    if len({a.side for a in here}) != 1:
        return None
    side = here[0].side
    series = finder.is_state(side or "") and not _SERIES.isdisjoint(parsed.lower[:mark])
    return side if parsed.lower[mark] == ":" or series else None
