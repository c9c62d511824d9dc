"""Whether a preposition stands before those who are named: "with the rebels", no subject."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.phrase import Ground
from claims.fighters.worded.across import is_across
from claims.fighters.worded.parts import FIRED, PARTS
from claims.fighters.worded.together import BETWEEN

__all__ = ["is_governed"]

_SKIP_BACK = BETWEEN | {"and", "north", "south", "east", "west"}
# "In the east (the) rebels attacked": where it was, and no comma behind it.
_SIDES = ("north", "south", "east", "west")
_REGION = [["the", side, *article] for side in _SIDES for article in ((), ("the",))]


def is_governed(ground: Ground, first: int) -> bool:
    """Tell whether a preposition stands before a phrase, articles aside."""
    lower = ground.tokens.lower
    number = first - 1
    while number >= 0 and first - number <= 3 and lower[number] in _SKIP_BACK:
        number -= 1
    if number > 0 and lower[number] == "off":  # "warships off Xan", but "beat off Xan attacks"
        return lower[number - 1] in ground.words.troops
    if number < 0 or lower[number] not in ground.words.governs:
        return is_across(lower, first)
    if lower[number + 1 : first] in _REGION and _opens(lower, number):
        return False
    part = lower[number - 1] if number > 0 else ""
    if part in FIRED:  # "missiles of the Iraqi army"; "missiles from Iraq" are of whoever is there
        return lower[number] != "of"
    return not (part in PARTS and lower[number] in ("of", "from"))


def _opens(lower: Sequence[str], number: int) -> bool:
    """Tell whether a word opens its sentence, "but" or "and" aside."""
    before = lower[number - 1] if number else "."
    return before in (".", "\n", ",", "but", "and", "while", "that")
