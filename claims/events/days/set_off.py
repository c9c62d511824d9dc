"""Days of what a clause sets off, which are none of its event's."""

from __future__ import annotations

from collections.abc import Sequence

from claims.events.days.of_others import is_of_its_subject
from claims.events.days.of_relatives import dates_an_apposition
from claims.events.sentences.clause_words import PAST, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.times.time_mention import TimeMention

__all__ = ["nearest_day", "past_set_in"]

_SET_IN = frozenset("where whose which".split())


def nearest_day(
    parsed: Parsed, trigger: Trigger, days: Sequence[TimeMention], stop: int
) -> TimeMention | None:
    """Return the day that stands behind an event, before a word number, or else in front of it."""
    behind = [t for t in days if trigger.last < parsed.word_at(t.start) < stop]
    behind = [t for t in behind if not _is_of_aside(parsed, trigger, parsed.word_at(t.start))]
    front = [t for t in days if _leads_up(parsed, t, trigger)]
    # "Rebels who seized X in May attacked Y"
    front = [t for t in front if not is_of_its_subject(parsed, trigger, t)]
    behind = [t for t in behind if not (front and _is_apposed(parsed, t, trigger))]
    return behind[0] if behind else front[-1] if front else None


def _is_of_aside(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether a day is of what is set off from a place: "hit X, lost in May, on Monday"."""
    if dates_an_apposition(parsed, trigger, number):
        return True
    comma = next((n for n in range(number - 1, trigger.last, -1) if parsed.lower[n] == ","), None)
    if comma is None or not parsed.lower[comma + 1].endswith(PAST):
        return False
    placed = any(parsed.word_at(m.end - 1) == comma - 1 for m in parsed.places)
    return placed and "and" not in parsed.lower[comma:number]


def _leads_up(parsed: Parsed, day: TimeMention, trigger: Trigger) -> bool:
    """Tell whether a day stands before an event, and not in "X, which fell in May, was shelled"."""
    if parsed.word_at(day.start) >= trigger.first:
        return False
    end = parsed.word_at(day.end - 1)
    commas = [n for n in range(trigger.first) if parsed.lower[n] == ","]
    low = max((n for n in commas if n < end), default=0)
    closed = bool(commas) and commas[-1] > end
    return not closed or RELATIVE.isdisjoint(parsed.lower[low:end])


def _is_apposed(parsed: Parsed, day: TimeMention, trigger: Trigger) -> bool:
    """Tell whether a day only says what befell a place before: "took X, lost in May"."""
    behind = range(trigger.last + 1, parsed.word_at(day.start) - 1)
    return any(parsed.lower[n] == "," and parsed.lower[n + 1].endswith(PAST) for n in behind)


def past_set_in(parsed: Parsed, verb: int, low: int) -> int:
    """Return where a verb's own clause starts behind one set in at ``low``, or 0.

    In "In X, where the army left last year, rebels attacked Y" the year is not that of the attack.
    """
    if low < 2 or parsed.lower[low - 1] not in _SET_IN or parsed.lower[low - 2] != ",":
        return 0
    comma = next((n for n in range(verb - 1, low, -1) if parsed.lower[n] == ","), 0)
    place = parsed.words[comma].start
    acts = any(m.free and place < m.start < parsed.words[verb].start for m in parsed.actors)
    told = any(word.endswith(PAST) for word in parsed.lower[low:comma])
    told = told or any(low <= t.first < comma for t in (*parsed.passed_over, *parsed.triggers))
    return comma + 1 if comma and acts and told else 0
