"""When an event is said to have happened: which of a sentence's times is its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from claims.claim import When
from claims.times.date_words import PARTS
from claims.times.time_mention import TimeMention
from claims.words import lowered
from geo.interval import Interval

__all__ = ["Anchor", "when_of"]

_DAY = timedelta(days=1)
_BEFORE = 16  # characters by which a time before a verb counts as farther
_SAID = 400  # and by which the day on which something was said does
_WHOLE_DAY = (0, 24)
_BESIDE = 24  # characters within which a part of day belongs to the day beside it
_THE = 4  # characters of "The " before "day before"
_COMMA = 2  # characters of ", "
_LASTING = ("for ", "since ")
_BY, _LED_BY = ("by ", "before "), (" by ", " by the ", " before ", " before the ")
_SAYING = re.compile(
    r"\b(?:said|says|reported|announced|added|confirmed|claimed|told\s[^,;.]{1,40}|statement|warned|"
    r"denied|wrote|posted|published|released)\s+(?:(?:in|at|by|via|to|through|over)\s+(?:[\w-]+\s+){0,3}?"
    r"(?:statement|interview|message|post|briefing|conference|(?:tele)?phone|reporters|journalists|radio|television"
    r"|telegram|facebook|twitter|e-?mail|letter|communiqu[eé]|bulletin|video)\s+)?(?:late\s+|early\s+)?(?:on\s+)?$",
    re.IGNORECASE,
)


# Both are met in lower case, which takes a third of the time.
# "Ahead of talks on Friday": the day is the talks'. "Before dawn on Friday" only names an hour.
_AHEAD = re.compile(
    r"\b(?:ahead\s+of|in\s+advance\s+of|(?:planned|scheduled|due)\s+(?:for|on)|before(?!\s+(?:dawn|noon|"
    r"midnight|sunrise|daybreak|midday|sunset|dusk|nightfall|first\s+light|sunup|sundown)))\s+(?!(?:on\s+)?$)[^,;.]{0,60}$"
    r"|\b(?:planned|scheduled|due)\s+(?:for\s+|on\s+)?$"
    r"|\bsince\s+(?:[\w'’-]+\s+){1,8}(?:began|started|erupted|resumed|launched|broke\s+out|fell)\s+(?:on\s+|in\s+)?$"
)

# "A truce signed on Friday": a noun that a participle dates.
_AGREED = re.compile(
    r"\b(?:an?|the|this|that|its|their)\s+(?:[\w-]+\s+){0,3}?(?:agreed|signed|brokered|announced|declared|reached|"
    r"negotiated|concluded|proclaimed|issued|published|adopted|passed|imposed|launched|mounted|unleashed)\s+(?:[a-z]+\s+){0,2}$"
)


class Anchor(NamedTuple):
    """The day that a sentence without a day speaks of, and other days it may be.

    ``spoken`` is the day that the text spoke of last, for "the next day" and "two days later";
    ``last`` the last of several days that it speaks of.
    """

    day: date
    others: tuple[date, ...] = ()
    spoken: date | None = None
    last: date | None = None


def when_of(
    times: Sequence[TimeMention],
    trigger: int,
    published: datetime,
    zone: str,
    *,
    reach: tuple[int, int],
    anchor: Anchor | None = None,
    text: str = "",
    ahead: bool = False,
) -> When:
    """Return the time of the event worded at ``trigger``, from the times within ``reach``.

    The nearest day counts, with the part of day beside it; without a day it is the anchor's, or the
    report's. ``text`` is what ``reach`` spans, to tell the day of saying from that of the event;
    ``ahead`` is set for plans, whose weekdays lie ahead.
    """
    anchor = anchor or Anchor(day=published.date())
    if not times:
        return _assumed(anchor.day, anchor.last, anchor.others, zone)
    inside = [t for t in times if reach[0] <= t.start < reach[1]]
    if ahead:  # "has for weeks spoken of a push to take X"
        inside = [t for t in inside if t.end > trigger or not t.text.lower().startswith(_LASTING)]
    own = [t for t in inside if t.day and not _is_anothers(t, trigger, text, reach[0])]
    day = _nearest(own, trigger, text, reach[0]) or _counted_from(inside, trigger, text, reach[0])
    day = _next_month(day, anchor, text, reach[0]) if ahead and day else day
    step = _from_day(inside, day, trigger, text, reach[0])
    first, last, others = _days(day, step, anchor, ahead=ahead)
    if step and not ahead:
        first = min(first, max(published.date(), anchor.day))  # what is told has happened
    part = step if step and step.part else _part(inside, day, trigger)
    if part and part.part == "night" and not (day or step or ahead or first < published.date()):
        part = replace(part, part="overnight")  # the last night before the report
    words = sorted({t for t in (day, step, part) if t}, key=lambda t: t.start)
    intervals = [
        _interval(start, end, part, zone)
        for start, end in ((first, last), *((other, None) for other in others))
    ]
    return When(
        interval=intervals[0],
        text=" ".join(t.text for t in words),
        candidates=tuple(intervals) if len(intervals) > 1 else (),
    )


def _nearest(times: list[TimeMention], trigger: int, text: str, offset: int) -> TimeMention | None:
    """Return the time closest to a verb; one before it counts as farther, by English custom."""

    def distance(t: TimeMention) -> int:
        said = bool(_SAYING.search(text[max(0, t.start - offset - 60) : t.start - offset]))
        far = t.start - trigger if t.start >= trigger else trigger - t.end + _BEFORE
        return far + (_SAID if said else 0)

    return min(times, key=distance, default=None)


def _is_anothers(t: TimeMention, trigger: int, text: str, offset: int) -> bool:
    """Tell whether a day is not the event's: "before talks on Friday", "a truce signed then"."""
    before = lowered(text[: t.start - offset])
    led = _AHEAD.search(before) or _AGREED.search(before)
    return led is not None and not led.start() < trigger - offset


def _next_month(t: TimeMention, anchor: Anchor, text: str, offset: int) -> TimeMention:
    """Return the month by which something is to be done: "will leave X by the end of March".

    So with a weekend: "will be in X by the weekend", no "said last weekend it would take X".
    """
    ends = t.day and t.last and t.text.lower().endswith("weekend") and "last" not in t.text.lower()
    if ends and t.day and t.last and t.last < anchor.day:
        return replace(t, day=t.day + 7 * _DAY, last=t.last + 7 * _DAY)
    led = t.text.lower().startswith(_BY) or text[: t.start - offset].endswith(_LED_BY)
    past = t.day and t.last and t.last < anchor.day
    if not (past and led) or any(map(str.isdigit, t.text)):
        return t
    return replace(t, day=_a_year_on(t.day), last=_a_year_on(t.last))


def _a_year_on(day: date | None) -> date | None:
    return day and day.replace(year=day.year + 1, day=min(day.day, 28 if day.month == 2 else 31))


def _from_day(
    times: list[TimeMention], day: TimeMention | None, trigger: int, text: str, offset: int
) -> TimeMention | None:
    """Return the step as it counts from a day: "a day after the talks ended on Monday" is Tuesday.

    Within the clause that "after" opens, the day is the event's own.
    """
    after = day and next((t for t in times if _counts_to(t, day, text, offset)), None)
    if not (after and day):
        return _step(times, trigger, day, text, offset)
    own = after.end <= trigger < day.start
    days = abs(after.step_days) * (1 if after.text.lower().endswith("after") else -1)
    return None if own else replace(after, step_days=days)


def _counts_to(t: TimeMention, day: TimeMention, text: str, offset: int) -> bool:
    """Tell whether a step leads to the day behind it: "a day after the talks ended on Monday"."""
    leads = t.text.lower().endswith(("after", "before"))
    steps = bool(t.step_days) and t.end <= day.start and leads
    return steps and "," not in text[t.end - offset : day.start - offset]


def _step(
    times: list[TimeMention], trigger: int, day: TimeMention | None, text: str, offset: int
) -> TimeMention | None:
    """Return the step that leads to an event: "a day after [it]", "[it] two days earlier".

    "On Monday, three days before the talks" only says when the talks were, and so does "after".
    """
    for t in times:
        behind = (t.end <= trigger) != t.back
        aside = t.text.lower().endswith("before") or "," in text[t.end - offset : trigger - offset]
        if day and aside:
            behind = behind and not 0 <= t.start - day.end <= _COMMA
        fronted = _opens_clause(t, text, offset) or (day is None and t.start - offset <= _THE)
        if t.step_days and (behind or (fronted and t.end <= trigger)):
            return t
    return None


def _opens_clause(t: TimeMention, text: str, offset: int) -> bool:
    before = text[: t.start - offset].rstrip().removesuffix(" the")
    return t.back and before.endswith((";", " that"))


def _counted_from(
    times: list[TimeMention], trigger: int, text: str, offset: int
) -> TimeMention | None:
    """Return the day that a step counts from: "took X a day before the talks on Monday"."""
    days = [t for t in times if t.day and trigger < t.start]
    steps = (d for d in days for t in times if t.back and _counts_to(t, d, text, offset))
    return next(steps, None)


def _days(
    day: TimeMention | None, step: TimeMention | None, anchor: Anchor, *, ahead: bool
) -> tuple[date, date | None, tuple[date, ...]]:
    """Return the first and last day of an event and the other days it may have been."""
    if day and day.day:
        first, last, others = day.day, day.last, day.others
        if ahead and day.weekday and first < anchor.day:
            first, last, others = first + 7 * _DAY, None, ()
    else:
        # "The next day" counts from the day that the text spoke of last.
        spoken = anchor.spoken if step and (step.step_days > 0 or step.back) else None
        first, last, others = anchor.day, anchor.last, anchor.others
        if spoken:
            first, last, others = spoken, None, ()
    if step:
        move = step.step_days * _DAY
        first, last, others = first + move, None, tuple(other + move for other in others)
    return first, last, others


def _part(times: list[TimeMention], day: TimeMention | None, trigger: int) -> TimeMention | None:
    """Return the part of day or hour of an event: beside its day, else the nearest of its own."""
    if day and (day.part or day.last_part is not None or day.hour is not None):
        return day
    # What has a day of its own is no part of another's.
    parts = [t for t in times if not t.day and (t.part or t.hour is not None)]
    days = [t for t in times if t.day and t is not day]
    beside = [t for t in parts if day and _gap(t, day) <= _BESIDE]
    free = beside or [t for t in parts if not any(_gap(t, d) <= _BESIDE for d in days)]
    return min(free, key=lambda t: (_gap_to(t, trigger), t.start), default=None)


def _gap(one: TimeMention, other: TimeMention) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _gap_to(t: TimeMention, place: int) -> int:
    return t.start - place if t.start >= place else place - t.end + _BEFORE


def _interval(first: date, last: date | None, part: TimeMention | None, zone: str) -> Interval:
    if part and part.hour is not None:
        stated = datetime.combine(first, time(), tzinfo=ZoneInfo(part.hour_zone or zone))
        start = (stated + timedelta(hours=part.hour)).astimezone(ZoneInfo(zone))
        hours = max(0.0, (part.end_hour or 0) - part.hour) or 1
        return Interval(start=start, end=start + timedelta(hours=hours))
    begin, end = PARTS.get(part.part if part else "", _WHOLE_DAY)
    if part and part.last_part is not None:
        end = PARTS.get(part.last_part, _WHOLE_DAY)[1]
    return _hours(first, last or first, (begin, end), zone)


@lru_cache(maxsize=1_024)  # the events of a report share its few days
def _assumed(day: date, last: date | None, others: tuple[date, ...], zone: str) -> When:
    """Return the time of an event whose sentence states none: its anchor's days."""
    intervals = (
        _interval(day, last, None, zone),
        *(_interval(each, None, None, zone) for each in others),
    )
    return When(interval=intervals[0], candidates=intervals if others else ())


@lru_cache(maxsize=1_024)
def _hours(first: date, last: date, hours: tuple[int, int], zone: str) -> Interval:
    start, end = (datetime.combine(day, time(), tzinfo=ZoneInfo(zone)) for day in (first, last))
    return Interval(start=start + timedelta(hours=hours[0]), end=end + timedelta(hours=hours[1]))
