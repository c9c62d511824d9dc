"""Marks that open no clause: brackets around a short form or other units, colons of a clock."""

from __future__ import annotations

from collections.abc import Sequence

from claims.events.sentences.clause_words import LENGTHS
from claims.number_words import ONE_TO_TEN
from claims.words import Word
from gazetteer.wording.words import DISTRICTS

__all__ = ["is_no_clause", "words_apart"]

_MARKS = frozenset("():")
_NAME = 4  # words of a name
_PEOPLED = frozenset(("population", "pop"))
_LONGEST = 10  # words of "(40 km north-east of Oru)"


def is_no_clause(lower: Sequence[str], tokens: Sequence[Word], number: int) -> bool:
    """Tell whether a bracket is one of "the National Army (NA) took X", "22 km (14 miles) north".

    Nor does that of "X (40 km north of Y) fell" open a clause, nor "4:45 p.m.", where it does not
    head a line. ``lower`` are the ``tokens`` in lower case, and ``number`` is that of a bracket or
    another mark.
    """
    if lower[number] not in _MARKS:
        return False
    words = [token.text for token in tokens]
    if words[number] == ":":
        minutes = words[number + 1] if number + 1 < len(words) else ""
        return (
            number > 1 and words[number - 1].isdigit() and len(minutes) == 2 and minutes.isdigit()
        )
    if words[number] == "(":
        opening, closing = number, _found(words, ")", range(number + 2, number + _LONGEST))
    else:
        opening, closing = _found(words, "(", range(number - 2, number - _LONGEST, -1)), number
    if opening < 0 or closing < 0:
        return False
    inside = words[opening + 1 : closing]
    if len(inside) == 1:
        return inside[0].isupper()
    if len(inside) <= _NAME and all(w[:1].isupper() or w in DISTRICTS for w in inside):
        return True  # "Oru (Upper Maru Republic) was taken", "Oru (Maru province) and Bela fell"
    counted = lower[opening + 1]
    measured = lower[opening + 2] in LENGTHS and (counted[:1].isdigit() or counted in ONE_TO_TEN)
    return measured or counted in _PEOPLED


def _found(words: Sequence[str], mark: str, numbers: range) -> int:
    """Return the first of some numbers at which a mark stands, or -1."""
    return next((n for n in numbers if 0 <= n < len(words) and words[n] == mark), -1)


def words_apart(words: Sequence[Word], first: int, last: int) -> int:
    """Return how many words lie between two, without those in brackets."""
    depth, count = 0, 0
    for word in words[first:last]:
        depth += (word.text == "(") - (word.text == ")")
        count += depth == 0
    return count
