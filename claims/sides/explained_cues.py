"""Short forms that a text explains as a force of some country: "Rwandan Security Forces (RSF)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from claims.sides.countries import countries

__all__ = ["explained_countries", "explained_names", "may_be_same"]

_EXPLAINED = re.compile(r"((?:[A-Z][\w'’-]+\s+(?:of\s+|and\s+|the\s+)?){2,6})\(([A-Z]{2,6})\)")

# Words in the names of many forces, by which none is known.
_COMMON = frozenset(
    """
    army front forces force defence defense movement liberation national democratic people's armed
    party alliance council
    """.split()
)


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


def explained_names(text: str) -> dict[str, str]:
    """Return the full name by which a text explains each short form.

    Examples
    --------
    >>> explained_names("Fighters of the Ambazonia Defence Forces (ADF) left.")
    {'ADF': 'Ambazonia Defence Forces'}
    """
    found: dict[str, str] = {}
    for match in _EXPLAINED.finditer(text) if "(" in text else ():
        words, short = match[1].split(), match[2]
        name = [word for word in words if word[0].isupper()][-len(short) :]
        if "".join(word[0] for word in name) == short:
            found.setdefault(short, " ".join(name))
    return found


def may_be_same(name: str, known: Iterable[str]) -> bool:
    """Tell whether a full name shares a telling word with one of those known; with none, it may.

    Examples
    --------
    >>> may_be_same("Ambazonia Defence Forces", ["ADF", "Allied Democratic Forces"])
    False
    >>> may_be_same("Rapid Support Force", ["Rapid Support Forces"])
    True
    """
    full = [other for other in known if " " in other]
    own = _telling(name)
    return not (full and own) or any(own & _telling(other) for other in full)


def _telling(name: str) -> set[str]:
    return {word.lower() for word in name.split() if word[0].isupper()} - _COMMON


@cache
def _codes() -> dict[str, str]:
    return {word: country.code for country in countries() for word in country.words}
