"""Which of those named before it a pronoun agrees with, and whether it tells of ground held."""

from __future__ import annotations

from claims.events.parties.objects import is_object
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.number import number_of
from claims.scene import scene

__all__ = ["agreeing", "holds_ground"]


def holds_ground(parsed: Parsed, number: int) -> bool:
    """Tell whether a pronoun opens what is told of ground: "villages they had taken"."""
    return number > 0 and parsed.lower[number - 1] in scene().ground


def agreeing(free: list[ActorMention], parsed: Parsed, number: int) -> ActorMention:
    """Return the last mention that a pronoun agrees with: a subject, but for ground held."""
    subjects = [m for m in free if not is_object(parsed, m)]
    subjects = free if holds_ground(parsed, number) or not subjects else subjects
    many = parsed.lower[number] in ("they", "their", "them")
    fitting = [m for m in subjects if number_of(m.text) in (None, many)]
    return (fitting or subjects)[-1]
