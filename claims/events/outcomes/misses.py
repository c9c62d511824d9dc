"""Fires that miss: "rockets aimed at X fell short and hit Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["falls_short"]

_FALLS = frozenset("fall falls fell fallen landed".split())
_SHOTS = frozenset("they it which both all these".split())


def falls_short(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what is fired at a place does not reach it; no aims or supplies fall so."""
    if "short" not in parsed.sentence.held:
        return False
    if trigger.pattern.action not in (Action.STRIKE, Action.ATTACK):
        return False
    then = next((t.first for t in parsed.triggers if t.first > trigger.last), len(parsed.words))
    lower = parsed.lower
    ends = {parsed.word_at(s.mention.end - 1) for s in parsed.spots} | {trigger.last}
    for number in range(trigger.last + 2, then):
        fell = lower[number] == "short" and lower[number - 1] in _FALLS
        if fell and lower[number + 1 : number + 2] != ["of"]:
            return number - 2 in ends or lower[number - 2] in _SHOTS
    return False
