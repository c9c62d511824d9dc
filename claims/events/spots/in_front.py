"""Clauses set in front of the main one: "After X fell, ...", "Two days after they left X, ..."."""

from __future__ import annotations

from collections.abc import Sequence

from claims.number_words import is_count

__all__ = ["ANSWERS", "FRONTING", "is_measure", "opens_in_front"]

FRONTING = frozenset(
    "after before when while as once since although though because with following despite".split()
)
_UNITS = frozenset("minutes hour hours day days week weeks fortnight month months".split())
_MEASURING = frozenset("a an just only barely about nearly less more than few several".split())
# "In response to rockets fired at X, jets bombed Y".
ANSWERS = frozenset("response reply answer retaliation revenge reprisal".split())
_REACH = 6  # words of "less than two weeks after"


def opens_in_front(lower: Sequence[str]) -> bool:
    """Tell whether the words of a sentence open with a clause set in front.

    >>> opens_in_front("less than two weeks after they took it , they fled".split())
    True
    """
    opener = next((w for w in lower[:3] if w[:1].isalpha() and w not in ("but", "and")), "")
    if opener in FRONTING or (opener == "in" and not ANSWERS.isdisjoint(lower[1:3])):
        return True
    if _UNITS.isdisjoint(lower[:_REACH]):
        return False
    at = next((n for n, w in enumerate(lower[:_REACH]) if w in ("after", "before")), 0)
    return at > 0 and is_measure(lower[:at])


def is_measure(words: Sequence[str]) -> bool:
    """Tell whether words only say how long: "less than two weeks", or there are none."""
    return all(w in _UNITS or w in _MEASURING or is_count(w) for w in words)
