"""Places that have a number for a name: "Hill 402", "height 186.9", "km 17", "PK12"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.wording import lengths
from gazetteer.wording.tokens import Tokens

__all__ = ["NUMBERED", "capitals", "is_kilometre", "is_numeral"]

NUMBERED = frozenset(
    "hill height elevation point checkpoint camp base position sector mile kilometre kilometer "
    "km kilo pk post outpost gate".split()
)
"""What stands before the number."""
_SMALL = frozenset("hill height elevation point km kilometre kilometer".split())
"""Those that are written small as well."""
_UNITS = frozenset((*lengths.UNITS_KM, "percent", "%", "of"))
_SHORTEST = 2  # digits: "point 5" is one of a list
# How francophone Africa counts along its roads out of a capital.
_KILOMETRE = re.compile(r"PK[ -]?\d{1,3}")


def is_numeral(word: str) -> bool:
    """Tell whether a word is a number as heights have: "277", "186.9"."""
    return word.replace(".", "", 1).isdigit()


def is_kilometre(name: str) -> bool:
    """Tell whether a name is of so many kilometres out of town: "PK12"."""
    return _KILOMETRE.fullmatch(name) is not None


def capitals(tokens: Tokens) -> Sequence[bool]:
    """Return at which words a name may start: the capital ones, and heights written small."""
    if _SMALL.isdisjoint(tokens.low):
        return tokens.capital
    return [
        large or (word in _SMALL and _is_numbered(tokens, at))
        for at, (large, word) in enumerate(zip(tokens.capital, tokens.low, strict=False))
    ]


def _is_numbered(tokens: Tokens, at: int) -> bool:
    """Tell "captured height 277" from "a hill 277 metres high"."""
    number, behind = tokens.low[at + 1], tokens.low[at + 2]
    told = is_numeral(number) and len(number) >= _SHORTEST
    return told and behind not in _UNITS and not tokens.low[at - 1][:1].isdigit()
