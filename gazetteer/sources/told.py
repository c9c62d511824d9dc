"""What the caller says of a whole source, for rows that do not say it themselves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from gazetteer.sources.errors import BrokenRowError

__all__ = ["Told", "country_code", "whole_number"]

_COUNTRY = re.compile(r"[A-Z]{2}")
# More people than there are.
_MOST_PEOPLE = 20_000_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Country, source and licence of a whole source, and the beginning of ids in it."""

    country: str = ""
    source: str = ""
    licence: str = ""
    prefix: str = ""


def country_code(text: str, otherwise: str) -> str:
    """Return an ISO 3166-1 alpha-2 code, ``otherwise`` for an empty text.

    Raises
    ------
    BrokenRowError
        The text is no two letters.
    """
    if not text:
        return otherwise
    code = text.strip().upper()
    if not _COUNTRY.fullmatch(code):
        raise BrokenRowError(f"country {text[:20]!r} is no ISO 3166 code of two letters")
    return code


def whole_number(text: str) -> int:
    """Return a number of people, 0 for an empty text.

    Raises
    ------
    BrokenRowError
        The text is no such number.
    """
    if not text or text == "0":
        return 0
    # The length comes first: Python refuses to read thousands of digits.
    number = int(text) if len(text) <= 11 and text.isascii() and text.isdigit() else -1
    if not 0 <= number <= _MOST_PEOPLE:
        raise BrokenRowError(f"population {text[:20]!r} is no number of people")
    return number
