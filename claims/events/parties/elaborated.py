"""Whose fires say more of what stands before a colon: "X's strikes go on: jets hit Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["elaborated"]

_FIRES = (Action.ATTACK, Action.STRIKE)
_TURNS = frozenset("after as when while but by although before following".split())
# Of these one may be told behind a semicolon: "has responded with raids; a strike hit X".
_SERIES = frozenset("raids strikes airstrikes bombardments bombings".split())


def elaborated(parsed: Parsed, trigger: Trigger, finder: ActorFinder, roles: Roles) -> Roles:
    """Return roles with who fires where nobody is said to, by the clause before a colon."""
    side = _before(parsed, trigger, finder)
    actor = roles.actor or Party()
    return roles._replace(actor=actor._replace(side=side)) if side else roles


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
