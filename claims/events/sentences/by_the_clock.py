"""Words that open a clause elsewhere and here only say when: "after 7 a.m.", "before noon"."""

from __future__ import annotations

import re

from claims.events.sentences.clause_words import DATING
from claims.events.sentences.parse import Parsed

__all__ = ["leads_to_time"]

_YEAR = re.compile(r"(?:19|20)\d\ds?")

_CLOCK = frozenset("noon midnight dawn dusk sunrise sunset nightfall daybreak".split())
_HOURS = frozenset("a.m p.m a.m. p.m. am pm o'clock gmt hours local".split())


def leads_to_time(parsed: Parsed, number: int) -> bool:
    """Tell whether a word leads to a time: "moved up after 7 a.m. and entered X", "since 2012"."""
    behind = parsed.lower[number + 1 : number + 3]
    if parsed.lower[number] not in DATING or not behind:
        return False
    hour = behind[0][:1].isdigit() and not _HOURS.isdisjoint(behind)
    return hour or behind[0] in _CLOCK or _YEAR.fullmatch(behind[0]) is not None
