"""Attacks that are said to have been a failure: "the raid on X was a costly failure"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_fiasco"]

_FIASCOS = frozenset(("failure", "fiasco"))
_IS = BE | {"proved"}
_MARKS = frozenset(", ; : . which who that".split())
_HOW = 6  # words of "was a complete and costly failure"


def is_fiasco(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the attack that a noun names is said to be one.

    "The fall of X was a failure for the UN" and "the raid on X was a failure of the radar" are
    of others: what befell X was none.
    """
    if trigger.pattern.action is not Action.ATTACK or _FIASCOS.isdisjoint(parsed.sentence.held):
        return False
    lower = parsed.lower
    at = next((n for n in range(trigger.last + 1, len(lower)) if lower[n] in _FIASCOS), 0)
    told = at and not _IS.isdisjoint(lower[max(trigger.last, at - _HOW) + 1 : at])
    parted = not _MARKS.isdisjoint(lower[trigger.last : at])
    other = parted or any(trigger.last < t.first < at for t in parsed.triggers)
    return bool(told) and not other and lower[at + 1 : at + 2] != ["of"]
