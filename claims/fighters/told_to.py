"""Whom somebody tells something: "told Radio Kassa rebels had left" names no Kassa rebels."""

from __future__ import annotations

from claims.fighters.tokens import Tokens

__all__ = ["is_told"]

_TELLS = frozenset("told tells telling informed".split())
_LONGEST = 5  # words of a medium's name with its article


def is_told(tokens: Tokens, number: int) -> bool:
    """Tell whether the name that a word is in is whom somebody tells: a clause opens behind it."""
    low = max(0, number - _LONGEST)
    while number > low and _is_of_name(tokens, number):
        number -= 1
    return tokens.lower[number] in _TELLS


def _is_of_name(tokens: Tokens, number: int) -> bool:
    inside = tokens.lower[number] == "of" and tokens.capital(number - 1)  # no "told of"
    return inside or tokens.capital(number) or tokens.lower[number] == "the"
