"""Names whose letters a short form has: "Rapid Support Forces" of "RSF"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.forces import force_words
from claims.fighters.tokens import Tokens

__all__ = ["LONGEST", "run_of_capitals", "spelled"]

LONGEST = 9
"""Words of a full name before its last."""


def spelled(tokens: Tokens, end: int, short: str) -> int | None:
    """Return the first word of the name before ``end`` whose letters spell the short form."""
    letters = [c for c in short.lower() if c.isalpha()]
    links = force_words().name_links
    # the initials in order, small words aside
    left = list(letters)
    for position in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        word = tokens.lower[position]
        if word in links and not (left and word[0] == left[-1] and len(left) == 1):
            continue
        if not left or word[0] != left[-1]:
            break
        left.pop()
        if not left:
            return position
    return run_of_capitals(tokens, end, letters)


def run_of_capitals(tokens: Tokens, end: int, letters: Sequence[str] = ()) -> int | None:
    """Return the start of the capitalised words before ``end`` if the letters stand in them."""
    first = end
    for position in range(end - 1, max(-1, end - 1 - LONGEST), -1):
        if tokens.capital(position):
            first = position
        elif tokens.lower[position] not in force_words().name_links | {"in"}:
            break  # the letters tell whether "in X" belongs to the name
    if first == end:
        return None
    name = iter(" ".join(tokens.lower[first:end]))
    return first if all(letter in name for letter in letters) else None
