"""Looting that attacks nobody: "the palace was looted", "amid looting", "fleeing men looted X"."""

from __future__ import annotations

from claims.events.event import Event
from claims.events.sentences.clause_words import PLUNDERS
from claims.events.sentences.passives import is_passive

__all__ = ["only_plunders"]

_LEAVING = frozenset(
    "fleeing retreating withdrawing departing deserting mutinous mutinying".split()
)
_LEFT = frozenset(
    "fled flee fleeing withdrew withdrawing left leaving retreated retreating".split()
)
# "Amid reports of looting": by whom is not told, and it takes no ground.
_GOVERNING = frozenset("of amid amidst despite about from with".split())
_NO_OBJECT = frozenset(". , ; and or by in at on as after before when while".split())
# "As looting breaks out in X": a noun, whose verb this is.
_HAPPENS = frozenset(
    """
    breaks broke broken erupts erupted continues continued spreads spread took takes is was has had
    began begins went goes occurred
    """.split()
)
_BEFORE = 3  # words from "fleeing" to "looted"
_BEHIND = 8  # and from there to "before they fled"


def only_plunders(event: Event) -> bool:
    """Tell whether it is only said what became of a place, or what those do who leave it."""
    trigger, lower = event.trigger, event.parsed.lower
    if not trigger.form.startswith(PLUNDERS):
        return False
    lead = lower[max(0, trigger.first - _BEFORE) : trigger.first]
    behind = lower[trigger.last + 1 : trigger.last + 1 + _BEHIND]
    leaves = not (_LEAVING.isdisjoint(lead) and _LEFT.isdisjoint(behind))
    noun = lead[-1:] and lead[-1] in _GOVERNING and (not behind or behind[0] in _NO_OBJECT)
    noun = noun or (trigger.form.endswith("ing") and not _HAPPENS.isdisjoint(behind[:1]))
    return leaves or bool(noun) or is_passive(event.parsed, trigger)
