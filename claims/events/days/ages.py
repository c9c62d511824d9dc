"""Whether a sentence may tell of another year at all, which few do."""

from __future__ import annotations

import re
from collections.abc import Set

from gazetteer.spellings.kept import Kept

__all__ = ["DIGITS", "is_aged", "may_date"]

DIGITS = re.compile(r"20\d\d|1\d{3}")
"""A year in digits."""

# One of these, or a year in digits, is in whatever tells of another year; most sentences hold none.
_AGES = (
    *("month", "year", "decade", "centur", "youth", "week of the", "weeks of the", "stage", "0s"),
    *(" war ", " war,", " war.", " wars ", " wars.", " conflict", "the past,", "under the "),
    *("weeks after", "weeks since"),
    *(f"last {season}" for season in ("summer", "autumn", "winter", "spring", "fall")),
)
# And one of these is in a word of it, which is asked of each word once.
_IN_WORDS = (
    *("month", "year", "decade", "centur", "youth", "week", "stage", "0s", "war"),
    *("conflict", "previous", "past", "former", "colonial"),
    *("summer", "autumn", "winter", "spring", "fall"),
)


def may_date(held: Set[str]) -> bool:
    """Tell whether one of these words may belong to another year or age."""
    return any(map(_MAY_DATE.__getitem__, held))


def _may_date(word: str) -> bool:
    return any(map(word.__contains__, _IN_WORDS)) or DIGITS.search(word) is not None


_MAY_DATE = Kept(_may_date)


def is_aged(low: str) -> bool:
    """Tell whether a text in lower case may tell of an age in words: "last year"."""
    return any(map(low.__contains__, _AGES))
