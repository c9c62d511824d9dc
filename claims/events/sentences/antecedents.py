"""Whom "who", "which" or "that" speaks of."""

from __future__ import annotations

import re

from claims.events.sentences.clause_words import RELATIVE_PRONOUNS
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention

__all__ = ["antecedent", "on_the_move"]

_LED_BY = re.compile(r"\s+(?:led|headed|commanded|founded)\s+by\s+[^,;]{3,60},?$")
_MOVED = frozenset("left came arrived went set crossed returned marched moved fled escaped".split())
_PERFECT = frozenset(("had", "has", "have"))
_CLEFT = (["it", "was"], ["it", "is"])
_FIRST = 5  # words in which such a sentence names who did it


def antecedent(parsed: Parsed, number: int) -> ActorMention | None:
    """Return the mention that "who" or "which" at a word number speaks of: the one before it."""
    place = parsed.words[number - 1].end if number else 0
    before = [m for m in parsed.actors if m.end <= place]
    if not before:
        return None
    if parsed.lower[:2] in _CLEFT and parsed.word_at(before[0].start) <= _FIRST:
        return before[0]  # "It was the militia of the council that burned X"
    start = parsed.sentence.start
    led = _LED_BY.match(parsed.sentence.text[before[-1].end - start : place - start])
    return before[-1] if led or place - before[-1].end <= 3 else None


def on_the_move(parsed: Parsed, low: int) -> ActorMention | None:
    """Return who is told of by where it came from: "a column that left X on Friday attacked Y"."""
    verb = low + (parsed.lower[low] in _PERFECT)
    told = low and parsed.lower[low - 1] in RELATIVE_PRONOUNS and parsed.lower[verb] in _MOVED
    return antecedent(parsed, low - 1) if told else None
