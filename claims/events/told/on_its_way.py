"""Those who are only on their way: "a column that was moving up was destroyed near X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.events.parties.beside_force import are_fired_on
from claims.events.parties.sufferers import suffers
from claims.events.places.under_way import CONVOYS
from claims.events.places.where import spots_behind
from claims.events.sentences.passives import is_passive

__all__ = ["is_struck_on_its_way"]

_MOVES = (Action.ADVANCE, Action.DEPLOY)
_FIRES = (Action.STRIKE, Action.ATTACK)
_MET = (*_FIRES, Action.CAPTURE, Action.RECAPTURE)
_ATTACKS = (*_MET, Action.ADVANCE)
_SETTING_OUT = ("mov", "march")
_AHEAD = frozenset("for to toward towards between".split())
_PARTING = frozenset(", ; : and but when where while before after".split())
_OWN_POWER = (["own", "power"], ["own", "steam"])
_RELATIVE = frozenset(("that", "which", "who"))
_GOING_ON = frozenset(
    "then were was are is now had have has been began begun started later".split()
)


def is_struck_on_its_way(event: Event) -> bool:
    """Tell whether a move is told of only to say who was struck, and leads to no place.

    Nor does a ship that was hit advance: "was making for X under her own power". Who only sets out
    from a place has not left it.
    """
    parsed, trigger = event.parsed, event.trigger
    if trigger.pattern.action in _MOVES and (_is_a_wreck(event) or _is_met_going(event)):
        return True
    if trigger.pattern.action is Action.ADVANCE and _goes_home(event):
        return True
    if trigger.pattern.action is Action.RETREAT and (_sets_out(event) or _only_travels(event)):
        return True
    if trigger.pattern.action not in _MOVES or parsed.opener(trigger.first) not in _RELATIVE:
        return False
    later = (t for t in parsed.following(trigger) if t.pattern.action in _FIRES)
    hit = next((t for t in later if t.pattern.kind == "verb" and is_passive(parsed, t)), None)
    if hit is None or not _PARTING.isdisjoint(parsed.lower[trigger.last : hit.first]):
        return False
    return not spots_behind(parsed, trigger)


def _is_met_going(event: Event) -> bool:
    """Tell whether a participle says where those were bound who are met: "a convoy going to X"."""
    parsed, trigger = event.parsed, event.trigger
    if not trigger.form.endswith("ing") or parsed.lower[trigger.first - 1] not in CONVOYS:
        return False
    if _AHEAD.isdisjoint(parsed.lower[trigger.first + 1 : trigger.last + 2]):
        return False  # "a convoy entering X"
    # Behind it they are met if they suffer it: "a column heading for X captured Y"
    met = (
        t.first
        for t in parsed.triggers
        if t.pattern.action in _MET
        and (is_passive(parsed, t) or suffers(t)) is (t.first > trigger.first)
    )
    spans = (sorted((first, trigger.first)) for first in met)
    return any(_PARTING.isdisjoint(parsed.lower[low + 1 : high]) for low, high in spans)


def _goes_home(event: Event) -> bool:
    """Tell whether who left goes on nowhere else: "pulled out of X and were heading north"."""
    parsed, trigger = event.parsed, event.trigger
    before = next((t for t in reversed(parsed.triggers) if t.last < trigger.first), None)
    if before is None or before.pattern.action is not Action.RETREAT:
        return False
    at = trigger.first - 1
    while parsed.lower[at] in _GOING_ON:
        at -= 1
    return parsed.lower[at] == "and" and at > before.last and not spots_behind(parsed, trigger)


def _sets_out(event: Event) -> bool:
    """Tell whether who moves out of a place goes to attack another: "moved out of X and took Y"."""
    parsed, trigger = event.parsed, event.trigger
    if parsed.lower[trigger.first : trigger.last + 1][-2:] != ["out", "of"]:
        return False
    if not trigger.form.startswith(_SETTING_OUT):
        return False
    then = next(iter(parsed.following(trigger)), None)
    acts = then is not None and then.pattern.kind == "verb" and then.pattern.action in _ATTACKS
    return acts and then is not None and parsed.lower[then.first - 1] == "and"


def _only_travels(event: Event) -> bool:
    """Tell whether those who are met may be anybody: "ambushed a convoy of 17 buses leaving X"."""
    parsed, first = event.parsed, event.trigger.first
    army = parsed.lower[first - 1] in ("column", "columns") or event.roles.actor
    return event.trigger.form == "leaving" and not army and are_fired_on(parsed, event.trigger)


def _is_a_wreck(event: Event) -> bool:
    """Tell whether a ship gets to a port as it can: "heading for X under tow"."""
    behind = event.parsed.lower[event.trigger.last + 1 :]
    at = behind.index("under") if "under" in behind else len(behind)
    return behind[at + 1 : at + 2] == ["tow"] or behind[at + 2 : at + 4] in _OWN_POWER
