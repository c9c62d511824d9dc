"""The day of each place where one verb has several: "took X on Monday and Y the next day"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from claims.events.days.clock import Clock
from claims.events.event import Event
from claims.events.sentences.placed import Placed
from claims.times.time_mention import TimeMention

__all__ = ["dated"]

_PARTS = frozenset("; and or but while".split())


def dated(event: Event, clock: Clock, places: Sequence[Placed], place: Placed | None) -> Event:
    """Return an event with the day that stands beside one of its places, if each has one."""
    if place is None or len(places) < 2 or event.when is None:
        return event
    sentence = event.parsed.sentence
    own = _own_times(event, _behind(places, sentence.end), behind=True)
    own = own or _own_times(event, _before(places, sentence.start), behind=False)
    if not own:
        return event
    times = own[[one.start for one in places].index(place.start)]
    return replace(event, when=clock.when(event.parsed, event.trigger, event.status, times))


def _behind(places: Sequence[Placed], end: int) -> list[tuple[int, int]]:
    """Return the characters behind each place, up to the next one: "X late on Monday, Y"."""
    starts = sorted(one.start for one in places)
    return [(one.end, next((s for s in starts if s > one.start), end)) for one in places]


def _before(places: Sequence[Placed], start: int) -> list[tuple[int, int]]:
    """Return the characters before each place: "on Monday in X and on Tuesday in Y"."""
    ends = sorted((one.end for one in places), reverse=True)
    return [(next((e for e in ends if e <= one.start), start), one.start) for one in places]


def _own_times(
    event: Event, reaches: Sequence[tuple[int, int]], *, behind: bool
) -> list[list[TimeMention]]:
    """Return the times in each place's reach, steps counted from the one before; or none."""
    owned: list[list[TimeMention]] = []
    spoken = None
    for low, high in reaches:
        times = [t for t in event.parsed.times if low <= t.start < high]
        if spoken:
            times = [_counted(t, spoken) for t in times]
        day = next((t for t in times if t.day), None)
        if day is None:
            return []
        if _parts(event, *((low, times[0].start) if behind else (times[-1].end, high))):
            return []
        owned.append(times)
        spoken = day.day
    return owned


def _counted(t: TimeMention, spoken: date) -> TimeMention:
    """Return a step onwards as the day to which it leads: "a day later"."""
    if t.step_days <= 0:
        return t
    return replace(t, day=spoken + timedelta(t.step_days), step_days=0)


def _parts(event: Event, low: int, high: int) -> bool:
    """Tell whether something else is told between a place and its day, at two characters."""
    words = event.parsed.lower[event.parsed.word_at(low) + 1 : event.parsed.word_at(high)]
    return not _PARTS.isdisjoint(words)
