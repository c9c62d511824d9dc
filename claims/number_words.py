"""Small numbers as words: what they count is told of one by one."""

from __future__ import annotations

import re

__all__ = ["FIRST_TO_TENTH", "ONE_TO_TEN", "ORDINAL", "TWO_TO_TEN", "is_count", "is_ordinal"]

FIRST_TO_TENTH = tuple("first second third fourth fifth sixth seventh eighth ninth tenth".split())
_ORDINALS = frozenset(FIRST_TO_TENTH).union(("eleventh", "twelfth"))
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
TWO_TO_TEN = frozenset("two three four five six seven eight nine ten".split())
ONE_TO_TEN = TWO_TO_TEN | {"one"}
_COUNTS = ONE_TO_TEN.union("half eleven twelve fifteen twenty thirty forty fifty sixty".split())


def is_count(word: str) -> bool:
    """Tell whether a word, in lower case, says how many: "40", "twelve"."""
    return word[:1].isdigit() or word in _COUNTS


def is_ordinal(word: str) -> bool:
    """Tell whether a word, in lower case, numbers a unit: "3rd", "seventh"."""
    return word in _ORDINALS or bool(ORDINAL.match(word))
