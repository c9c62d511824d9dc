"""Movements that others ended: "were stopped before reaching X", "who tried to enter X were"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_cut_short", "tried_in_vain"]

_GOES = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE))
_ENDED = frozenset(
    """
    stopped halted intercepted annihilated killed destroyed hit ambushed repelled repulsed beaten
    driven pushed turned shot arrested wiped stalled defeated crushed blocked
    """.split()
)
# Who is shot at on the way may still arrive.
_FOR_GOOD = _ENDED.difference(("hit", "shot", "ambushed"))
_UNDONE = frozenset("annihilated wiped destroyed crushed".split())
_WHEN_THEY = (["when", "it"], ["when", "they"])
_WHEN = 4  # words of "wiped out when it"
_REACH = 3  # words of "that tried to"
_PARTS = frozenset(", and or but when as while until after if ; :".split())
_WHO = frozenset(("who", "that", "which"))
_TRYING = frozenset("trying attempting seeking".split())
_FAR = 12  # words back in which it is told what ended them


def is_cut_short(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who were bound for a place were beaten before they came there.

    The same who were beaten must have been bound for it: "ten men were killed before rebels took X"
    tells of others. So in "a column was wiped out when it drove into X".
    """
    at = trigger.first - 1
    if trigger.pattern.action not in _GOES:
        return False
    if parsed.lower[max(0, at - 1) : at + 1] in _WHEN_THEY:
        told = range(max(1, at - _WHEN), at)
        return any(parsed.lower[n] in _UNDONE and parsed.lower[n - 1] in BE for n in told)
    if parsed.lower[at] != "before" or not trigger.form.endswith("ing"):
        return False
    told = range(max(1, at - _FAR), at)
    return any(parsed.lower[n] in _FOR_GOOD and parsed.lower[n - 1] in BE for n in told)


def tried_in_vain(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those who tried were beaten: "a group that tried to enter X was stopped"."""
    lead = parsed.lower[max(0, trigger.first - _REACH) : trigger.first]
    if parsed.opener(trigger.first) not in _WHO and _TRYING.isdisjoint(lead):
        return False
    for n in range(trigger.last + 2, min(len(parsed.lower), trigger.last + _FAR)):
        if parsed.lower[n - 1] in _PARTS:
            return False
        if parsed.lower[n] in _ENDED and parsed.lower[n - 1] in BE:
            return True
    return False
