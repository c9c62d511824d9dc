"""The day of each place where one verb has several: "took X on Monday and Y on Tuesday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.events.days.clock import Clock
from claims.events.event import Event
from claims.events.sentences.focus import Placed

__all__ = ["dated"]

_BESIDE = 3  # characters between a place and its day


def dated(event: Event, clock: Clock, places: Sequence[Placed], place: Placed | None) -> Event:
    """Return an event with the day that stands right behind one of its places, if each has one."""
    if place is None or len(places) < 2 or event.when is None:
        return event
    times = event.parsed.times
    stated = [t.start for t in times if t.day or t.part]  # "late on Monday" is two of them
    several = sum(t.day is not None for t in times) > 1
    if not several or not all(_day_behind(one, stated) for one in places):
        return event
    later = (one.start for one in places if one.start > place.start)
    within = (place.start, min(later, default=event.parsed.sentence.end))
    when = clock.when(event.parsed, event.trigger, event.status, within)
    return replace(event, when=when)


def _day_behind(place: Placed, days: Sequence[int]) -> bool:
    return any(0 <= day - place.end <= _BESIDE for day in days)
