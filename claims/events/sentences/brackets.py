"""Marks that open no clause: brackets around a short form or other units, colons of a clock."""

from __future__ import annotations

from collections.abc import Sequence

from claims.number_words import ONE_TO_TEN

__all__ = ["is_no_clause"]

_LENGTHS = frozenset(
    "mile miles km kilometre kilometres kilometer kilometers yard yards metre metres meter meters"
    " foot feet".split()
)


def is_no_clause(lower: Sequence[str], words: Sequence[str], number: int) -> bool:
    """Tell whether a bracket is one of "the National Army (NA) took X", "22 km (14 miles) north".

    ``lower`` are the ``words`` in lower case, and ``number`` is that of a bracket or another mark.
    Nor does "4:45 p.m." open one, where it does not head a line.
    """
    if words[number] == ":":
        minutes = words[number + 1] if number + 1 < len(words) else ""
        return (
            number > 1 and words[number - 1].isdigit() and len(minutes) == 2 and minutes.isdigit()
        )
    if words[number] == "(":
        opening, closing = number, next((n for n in (number + 2, number + 3) if _ends(words, n)), 0)
    elif words[number] == ")":
        closing = number
        opening = next((n for n in (number - 2, number - 3) if n >= 0 and words[n] == "("), -1)
    else:
        return False
    if opening < 0 or not closing:
        return False
    if closing - opening == 2:
        return words[opening + 1].isupper()
    counted = lower[opening + 1]
    return lower[opening + 2] in _LENGTHS and (counted[:1].isdigit() or counted in ONE_TO_TEN)


def _ends(words: Sequence[str], number: int) -> bool:
    return number < len(words) and words[number] == ")"
