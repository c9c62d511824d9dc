"""Offices with a capital letter, which are nobody's names: "loyal to the Governor, Jan Roe"."""

from __future__ import annotations

from claims.fighters.phrase import Ground

__all__ = ["holder"]


def holder(ground: Ground, number: int) -> int | None:
    """Return where the name of a person starts that is told from a word on.

    Behind an office that is set off: "Jan Roe" of "the Governor, Jan Roe, took X". None where only
    the office is told; the word itself where none is.
    """
    tokens = ground.tokens
    last = number
    while last + 1 < len(tokens.words) and tokens.capital(last + 1):
        last += 1
    if tokens.lower[last].rpartition("-")[2] not in ground.words.offices:
        return number
    set_off = tokens.words[last + 1 : last + 2] == [","]
    named = set_off and tokens.capital(last + 2) and last + 2 not in ground.by_first
    return last + 2 if named and tokens.capital(last + 3) else None
