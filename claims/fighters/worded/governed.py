"""Whether a preposition stands before those who are named: "with the rebels", no subject."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.phrase import Ground, names_land
from claims.fighters.worded.across import is_across
from claims.fighters.worded.parts import FIRED, PARTS
from claims.fighters.worded.together import BETWEEN

__all__ = ["is_governed"]

_SKIP_BACK = BETWEEN | {"and", "north", "south", "east", "west"}
_LISTED, _NEAR = frozenset(("and", ",")), 3
_OTHERS = frozenset("rivals foes enemies opponents allies comrades partners".split())
_MADE = frozenset("origin make manufacture design type production provenance".split())
_NO_SOLDIERS = frozenset("gunmen fighters combatants militiamen men volunteers".split())
# "In the east (the) rebels attacked": where it was, and no comma behind it.
_SIDES = ("north", "south", "east", "west")
_REGION = [["the", side, *article] for side in _SIDES for article in ((), ("the",))]


def is_governed(ground: Ground, first: int) -> bool:
    """Tell whether a preposition stands before a phrase, articles aside."""
    lower = ground.tokens.lower
    number = _skip_back(lower, first)
    number = _by_arms(ground, number)
    if number > 0 and lower[number] == "off":  # "warships off Xan", but "beat off Xan attacks"
        return lower[number - 1] in ground.words.troops
    if number < 0 or lower[number] not in ground.words.governs:
        return is_across(lower, first)
    if lower[number + 1 : first] in _REGION and _opens(lower, number):
        return False
    part = number > 0 and (lower[number - 1] in PARTS | FIRED or _are_others(lower, number))
    if part and lower[number] == "from" and _is_irregular(ground, lower[number - 1]):
        return _is_land(ground, first)
    return not (part and lower[number] in ("of", "from")) or _is_make(ground, first)


def _are_others(lower: Sequence[str], number: int) -> bool:
    """Tell whether a word behind "their rivals" says who these are: "their rivals of the X"."""
    return lower[number - 1] in _OTHERS and lower[number - 2] in ("their", "its")


def _by_arms(ground: Ground, number: int) -> int:
    """Return the "by" of "backed by tanks and jets", else the word that was asked about.

    Elsewhere a clause ends there: "attacked with tanks and rebels fled".
    """
    lower = ground.tokens.lower
    if number <= 0 or lower[number] not in ground.words.weapons or lower[number + 1] not in _LISTED:
        return number
    by = _skip_back(lower, number)
    return by if lower[by] == "by" and lower[by - 1] in ground.words.bound else number


def _skip_back(lower: Sequence[str], first: int) -> int:
    """Return the number of the word before one, articles and the like aside."""
    number = first - 1
    while number >= 0 and first - number <= _NEAR and lower[number] in _SKIP_BACK:
        number -= 1
    return number


def _is_irregular(ground: Ground, word: str) -> bool:
    """Tell whether a word is of men who are no state's, or of shots, whoever fired them."""
    return word in ground.words.rebel or word in _NO_SOLDIERS or word in FIRED


def _is_land(ground: Ground, first: int) -> bool:
    """Tell whether "rebels from" a land are none of its state's: those "from Xan's army" are."""
    unit = ground.by_first.get(first) or ground.by_first.get(first + 1)
    return unit is not None and names_land(unit) and not ground.tokens.owns(unit.last)


def _is_make(ground: Ground, first: int) -> bool:
    """Tell whether a land is only where weapons were made: "shells of Xan origin"."""
    unit = ground.by_first.get(first)
    return unit is not None and "".join(ground.tokens.lower[unit.last + 1 : unit.last + 2]) in _MADE


def _opens(lower: Sequence[str], number: int) -> bool:
    """Tell whether a word opens its sentence, "but" or "and" aside."""
    before = lower[number - 1] if number else "."
    return before in (".", "\n", ",", "but", "and", "while", "that")
