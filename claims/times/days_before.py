"""The days that a text spoke of before a sentence."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

__all__ = ["NO_DAYS", "Begun", "DaysBefore"]


class Begun(NamedTuple):
    """What began on a day: a "push" of any name, or a war, a siege."""

    day: date
    what: str


class DaysBefore(NamedTuple):
    """What a sentence that names no day may go on from; None where nothing was told."""

    spoken: date | None = None  # in this paragraph
    lead: date | None = None  # with which the report opens, until it goes on to another day
    entry: date | None = None  # with which the paragraph opens as an entry: "14 Sep: shells fell"
    span: tuple[date, date] | None = None  # the days of "in March", past, that it spoke of last
    earlier: date | None = None  # spoken of in the paragraph before
    begun: Begun | None = None  # what is told of as begun: "the offensive began on Monday"
    held: frozenset[str] = frozenset()  # the words of the sentence before, in this paragraph


NO_DAYS = DaysBefore()
"""Where a text opens."""
