"""Who is met on the way: the convoy, and not who fires at it, in "attacked a convoy as it left"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.scene import scene
from claims.words import Word

__all__ = ["as_they_went"]

_THEY = frozenset(("it", "they"))


def as_they_went(parsed: Parsed, number: int) -> Word | None:
    """Return what "it" means right behind "a convoy as", None where it means anybody else."""
    lower = parsed.lower
    if number < 2 or lower[number] not in _THEY or lower[number - 1] != "as":
        return None
    return parsed.words[number - 2] if lower[number - 2] in scene().travelling else None
