"""Words that open a clause elsewhere and here only say when: "after 7 a.m.", "before noon"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.events.sentences.clause_words import DATING, HOURS

__all__ = ["leads_to_time"]

_YEAR = re.compile(r"(?:19|20)\d\ds?")
_UNITS = frozenset("a.m p.m a.m. p.m. am pm o'clock gmt hours local".split())
_PRAYERS = re.compile(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|dawn|noon|evening) prayers\b")


def leads_to_time(lower: Sequence[str], number: int) -> bool:
    """Tell whether a word leads to a time: "moved up after 7 a.m. and entered X", "since 2012"."""
    behind = lower[number + 1 : number + 3]
    if lower[number] not in DATING or not behind:
        return False
    hour = behind[0][:1].isdigit() and not _UNITS.isdisjoint(behind)
    told = hour or behind[0] in HOURS or _YEAR.fullmatch(behind[0]) is not None
    return told or _PRAYERS.match(" ".join(behind)) is not None
