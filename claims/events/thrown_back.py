"""Attacks, not troops, that are thrown back: "assaults on X and Y had been thrown back"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.clause_words import BE
from claims.events.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_thrown_back"]

_ATTACKS = frozenset((Action.ATTACK, Action.ADVANCE))
_BEING = BE | frozenset("all both also twice quickly later".split())
_LEADS = frozenset(
    "on at against near in towards toward into around from by and the of had have has".split()
)


def is_thrown_back(parsed: Parsed, noun: Trigger, verb: Trigger) -> bool:
    """Tell whether an attack that a noun names is a verb's subject, and was thrown back."""
    if noun.pattern.kind != "noun" or noun.pattern.action not in _ATTACKS:
        return False
    if verb.first <= noun.last or verb.pattern.action is not Action.PUSH_BACK:
        return False
    between = parsed.lower[noun.last + 1 : verb.first]
    if not between or between[-1] not in _BEING:
        return False
    told = [(m.start, m.end) for m in parsed.places]
    told += [(m.start, m.end) for m in parsed.actors] + [(t.start, t.end) for t in parsed.times]
    return all(
        word.lower in _LEADS | _BEING or any(a <= word.start < b for a, b in told)
        for word in parsed.words[noun.last + 1 : verb.first]
    )
