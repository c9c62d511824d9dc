"""Days of what a clause sets off, which are none of its event's."""

from __future__ import annotations

from claims.events.sentences.clause_words import PAST, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.times.time_mention import TimeMention

__all__ = ["is_apposed", "leads_up"]


def leads_up(parsed: Parsed, day: TimeMention, trigger: Trigger) -> bool:
    """Tell whether a day stands before an event, and not in "X, which fell in May, was shelled"."""
    if parsed.word_at(day.start) >= trigger.first:
        return False
    end = parsed.word_at(day.end - 1)
    commas = [n for n in range(trigger.first) if parsed.lower[n] == ","]
    low = max((n for n in commas if n < end), default=0)
    closed = bool(commas) and commas[-1] > end
    return not closed or RELATIVE.isdisjoint(parsed.lower[low:end])


def is_apposed(parsed: Parsed, day: TimeMention, trigger: Trigger) -> bool:
    """Tell whether a day only says what befell a place before: "took X, lost in May"."""
    behind = range(trigger.last + 1, parsed.word_at(day.start) - 1)
    return any(parsed.lower[n] == "," and parsed.lower[n + 1].endswith(PAST) for n in behind)
