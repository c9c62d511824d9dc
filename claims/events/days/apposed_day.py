"""A day that is told of by what happened on it: "arrived on 7 August, the day the dam fell"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.times.time_mention import TimeMention

__all__ = ["apposed_day"]

_DAYS = frozenset("day night morning evening afternoon week month".split())
_SUBJECT = 6  # words of "the town of New Oru" before its verb


def apposed_day(parsed: Parsed, trigger: Trigger) -> TimeMention | None:
    """Return the time that ", the day X fell" says more of, None where an event dates none so."""
    lower = parsed.lower
    if _DAYS.isdisjoint(parsed.sentence.held) or not parsed.times:
        return None
    back = range(trigger.first - 1, max(1, trigger.first - 1 - _SUBJECT), -1)
    day = next((n for n in back if lower[n] in _DAYS and lower[n - 1] == "the"), 0)
    if day < 2 or lower[day - 2] != "," or "," in lower[day : trigger.first]:
        return None
    ends = parsed.words[day - 2].start
    return next((t for t in parsed.times if t.end == ends), None)
