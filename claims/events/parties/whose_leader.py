"""Whose leader speaks behind a clause of others: "rebels came as police fled, and their"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words
from claims.fighters.number import number_of

__all__ = ["whose_leader"]

_OWNS = frozenset(("their", "its"))
_BESIDE = frozenset("as while when".split())
_FAR = 14  # words from "their spokesman" to "they"


def whose_leader(parsed: Parsed, number: int) -> ActorMention | None:
    """Return the main subject, whose leader says "they": none of those who only stand beside it.

    So the rebels in "rebels entered X as police looked on, and their leader said they held X".
    """
    lower = parsed.lower
    owned = range(number - 1, max(1, number - _FAR), -1)
    at = next((n for n in owned if lower[n] in _OWNS and lower[n - 1] == "and"), 0)
    if not at or lower[at + 1] not in force_words().voices:
        return None
    beside = next((n for n in range(at - 1, 0, -1) if lower[n] in _BESIDE), 0)
    end = parsed.words[beside].start
    main = [m for m in parsed.actors if parsed.sentence.start <= m.start < end and m.free]
    many = lower[at] == "their"
    fitting = (m for m in main if m.armed and number_of(m.text) in (None, many))
    return next(fitting, None) if beside else None
