"""Short forms that a text explains as a force of some country: "Rwandan Security Forces (RSF)"."""

from __future__ import annotations

import re
from functools import cache

from claims.sides.countries import countries

__all__ = ["explained_countries"]

_EXPLAINED = re.compile(r"((?:[A-Z][\w'’-]+\s+(?:of\s+|and\s+|the\s+)?){2,6})\(([A-Z]{2,6})\)")


def explained_countries(text: str) -> dict[str, str]:
    """Return the code of the country whose force each short form is said to be.

    Examples
    --------
    >>> explained_countries("Rwandan Security Forces (RSF) came; the Rapid Support Forces (RSF).")
    {'RSF': 'RW'}
    """
    if "(" not in text:
        return {}
    found: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text):
        words, short = match[1].split()[-len(match[2]) :], match[2]
        code = _codes().get(words[0]) if words[0][0] == short[0] else None
        if code:
            found[short] = code
    return found


@cache
def _codes() -> dict[str, str]:
    return {word: country.code for country in countries() for word in country.words}
