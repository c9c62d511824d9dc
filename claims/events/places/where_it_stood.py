"""Where those were who are fired at: "attacked a truck that was parked near X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import BE, RELATIVE_PRONOUNS
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger

__all__ = ["met_where_it_stood"]

_FIRES = frozenset((Action.ATTACK, Action.STRIKE))
_BEEN = BE | {"had", "has", "have", "still", "also", "then"}
_STOOD = frozenset(
    "stopped halted gathered assembled massed camped parked hidden concealed positioned stationed"
    " deployed built set dug spotted seen located stored based emplaced".split()
)
# What those do who are somewhere, and not what they only are about: no "plotting raids in X"
_STAND = frozenset(
    "hiding waiting sheltering resting guarding carrying manning patrolling marching massing moving"
    " gathering regrouping assembling advancing fleeing driving operating firing approaching"
    " travelling traveling standing sitting sailing anchoring refuelling loading unloading"
    " planting emplacing laying burying".split()
)
_HINDER = frozenset(  # what keeps others from going on, wherever these are
    "holding pinning pinned delaying delayed blocking blocked halted slowing hampering".split()
)
_WHERE = frozenset("in near at outside around".split())
# "A truck that a drone had spotted near X"
_SPOTTED = frozenset("spotted seen found identified located tracked observed detected".split())
_SEEN = 7  # words of "that a surveillance aircraft had"
_OBJECT = 7  # words of "several battalions of its best troops"
_CLAUSE = 14  # words of a relative clause in which its place stands


def met_where_it_stood(parsed: Parsed, trigger: Trigger) -> list[Spot]:
    """Return where those were who are fired at: "attacked a truck that was parked near X"."""
    if trigger.pattern.kind != "verb" or trigger.pattern.action not in _FIRES:
        return []
    reach = range(trigger.last + 1, min(trigger.last + 2 + _OBJECT, len(parsed.lower) - 2))
    relates = next((n for n in reach if parsed.lower[n] in RELATIVE_PRONOUNS), None)
    if relates is None or "," in parsed.lower[trigger.last : relates]:
        return []
    relates += parsed.lower[relates] == "whose"  # "a gun whose fire had halted the advance"
    behind = range(relates + 1, len(parsed.lower))
    been = next((n for n in behind if parsed.lower[n] not in _BEEN), relates + 1)
    hinders = parsed.lower[been] in _HINDER
    seen = not _SPOTTED.isdisjoint(parsed.lower[relates + 2 : relates + _SEEN])
    stood = hinders or parsed.lower[been] in _STOOD | _STAND
    if not seen and (been == relates + 1 or not stood):
        return []
    leads = _WHERE.union(("on", "into")) if hinders else _WHERE
    far = range(relates, relates + _CLAUSE)
    stop = next((n for n in far if parsed.lower[n : n + 1] in ([","], ["and"], ["to"])), far.stop)
    spots = [s for s in parsed.spots if s.first in range(relates, stop)]
    return [s for s in spots if s.lead in leads or s.first == been + 1][:1]  # "laying mines near X"
