"""Who is met on the way: the convoy, and not who fires at it, in "attacked a convoy as it left"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.scene import scene
from claims.words import Word

__all__ = ["as_they_went", "before_place"]

_THEY = frozenset(("it", "they"))
_AS = frozenset(("as", "while"))
_AT = frozenset("at near in on over above outside off around from the".split())
_ARMS = 5  # words of "with two guided missiles"
_PLACE = 6  # words of "near the town of X" behind the convoy


def as_they_went(parsed: Parsed, number: int) -> Word | None:
    """Return what "it" means behind "a convoy [near X] as", None where it means anybody else."""
    lower = parsed.lower
    if number < 2 or lower[number] not in _THEY or lower[number - 1] not in _AS:
        return None
    at = _before_arms(parsed, number - 2)
    if lower[number] == "it":
        at = before_place(parsed, at)
    return parsed.words[at] if lower[at] in scene().travelling else None


def _before_arms(parsed: Parsed, last: int) -> int:
    """Return the word before arms that end at a word: "hit tanks (with missiles) as they"."""
    lead = range(last, max(0, last - _ARMS), -1)
    at = next((n for n in lead if parsed.lower[n] == "with"), 0)
    armed = at and not scene().weapons.isdisjoint(parsed.lower[at : last + 1])
    return at - 1 if armed else last


def before_place(parsed: Parsed, last: int) -> int:
    """Return the word before a place and its preposition that end at a word, else that word."""
    spot = next((s for s in parsed.spots if parsed.word_at(s.mention.end - 1) == last), None)
    if spot is None or last - spot.first >= _PLACE:
        return last
    at = spot.first - 1
    while at > 0 and parsed.lower[at] in _AT:
        at -= 1
    return at
