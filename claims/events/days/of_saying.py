"""Days on which something was told, none of a plan: "will attack X, it said on Monday"."""

from __future__ import annotations

from claims.claimants.speech import is_speech
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.times.time_mention import TimeMention

__all__ = ["dates_the_saying", "ends_with_saying"]

_REACH = 6  # words from "told" to the day: "told reporters in the capital on Monday"


def dates_the_saying(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a day is of a verb of saying that stands beside it, and not of an event."""
    number = parsed.word_at(t.start)
    low = max(trigger.last if trigger.last < number else 0, number - _REACH)
    said = [n for n in range(low, number) if is_speech(parsed.lower[n])]
    if said:
        return not _tells_between(parsed, said[-1], number)
    if number > trigger.first:
        return False
    # "On Monday the army said that it would attack X"
    behind = range(parsed.word_at(t.end - 1) + 1, trigger.first)
    speech = next((n for n in behind if is_speech(parsed.lower[n])), None)
    return speech is not None and not _tells_between(parsed, number, speech)


def ends_with_saying(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a day behind an event is that of its telling: "..., they said on Monday"."""
    return parsed.word_at(t.start) > trigger.last and dates_the_saying(parsed, trigger, t)


def _tells_between(parsed: Parsed, low: int, high: int) -> bool:
    """Tell whether something else is told between two words: "said it would attack on Monday"."""
    told = any(low < event.first < high for event in (*parsed.triggers, *parsed.passed_over))
    return told or "," in parsed.lower[low:high]
