"""Times that several words state together: "from Sunday evening to Monday morning"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from claims.times.time_mention import TimeMention

__all__ = ["joined"]

_DAY = timedelta(days=1)
_THREE = 3  # days of a list
_BESIDE = re.compile(r"[\s,]*(?:(?:of|the|on|in|at|night|overnight)\s+){0,2}", re.IGNORECASE)
_TO = re.compile(
    r"\s*,?\s*(?:to|till|through|thru|and|or|into|[-–])\s*(?:(?:on|the|again|then)\s+)*",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\s*,?\s*and\s+(?:then\s+)?(?:(?:once\s+)?again|once\s+more|(?:most\s+)?recently)\s*,?\s*",
    re.I,
)
_RANGE = re.compile(r"\b(?:from|between)\s", re.IGNORECASE)
_FOR_THE_NTH = re.compile(r"for\s+(?:the|an?)\s+(?:\w+\s+)+day$", re.IGNORECASE)
_ROW = re.compile(r"[\s,]*(?:(?:in\s+a\s+row|running|straight)[\s,]*)?", re.IGNORECASE)
_NIGHTS = frozenset(("night", "overnight", "late", "evening"))
_DARK = frozenset(("night", "overnight"))
_ENDS_DAY = frozenset(("late", "evening", "night"))
_EARLIEST = frozenset(("early", "early hours", "small hours"))  # "early hours of Monday morning"
_OPENS_DAY = frozenset(("early", "early hours", "morning", "dawn", "overnight"))


def joined(times: list[TimeMention], text: str, offset: int) -> Sequence[TimeMention]:
    """Return the times of a text with those made one that are worded as one.

    They are spans between two days or two hours, nights named by both their days, days with two
    words for their part ("late on Tuesday night"), and dates with their weekday.
    """
    if len(times) < 2 and not any(t.last and t.part for t in times):
        return times
    times = list(_counted(list(_dated(times, text, offset)), text, offset))
    return list(_spans(list(_units(times, text, offset)), text, offset))


def _dated(times: list[TimeMention], text: str, offset: int) -> Iterator[TimeMention]:
    """Yield the times, a weekday and the date behind it as that date: "Thursday 1 December"."""
    before: TimeMention | None = None
    for t in times:
        dated = t.day is not None and any(map(str.isdigit, t.text))
        if before and dated and not _gap(before, t, text, offset).strip(" ,"):
            words = text[before.start - offset : t.end - offset]
            yield replace(t, start=before.start, text=words)
            before = None
            continue
        if before:
            yield before
        before = t if t.weekday and not t.last else None
        if before is None:
            yield t
    if before:
        yield before


def _counted(times: list[TimeMention], text: str, offset: int) -> Iterator[TimeMention]:
    """Yield the times without "for the third day in a row" beside the day that it was."""
    for number, t in enumerate(times):
        beside = (
            _between(t, other, text, offset) for other in times[max(0, number - 1) : number + 2]
        )
        if not (_FOR_THE_NTH.match(t.text) and any(map(_ROW.fullmatch, beside))):
            yield t


def _between(one: TimeMention, other: TimeMention, text: str, offset: int) -> str:
    """Return what stands between two times, whichever comes first; a mark where it is one."""
    if one is other or not other.day:
        return "|"
    first, last = sorted((one, other), key=lambda t: t.start)
    return _gap(first, last, text, offset)


def _gap(one: TimeMention, other: TimeMention, text: str, offset: int) -> str:
    return text[one.end - offset : other.start - offset]


def _units(
    times: list[TimeMention], text: str, offset: int
) -> Iterator[tuple[TimeMention, list[TimeMention]]]:
    """Yield each day together with the parts of it that stand right beside it."""
    number = 0
    while number < len(times):
        members = [times[number]]
        while number + len(members) < len(times) and len(members) < 3:
            after = times[number + len(members)]
            between = _gap(members[-1], after, text, offset)
            if not (_BESIDE.fullmatch(between) and _fits(members, after)):
                break
            members.append(after)
        yield _one(members, text, offset), members
        number += len(members)


def _fits(members: Sequence[TimeMention], after: TimeMention) -> bool:
    """Tell whether a part of day or a day goes with what stands before it."""
    dated = any(t.day for t in members)
    if after.day:
        return not dated and not (after.part or after.hour is not None) and _is_part(members[-1])
    return dated and _is_part(after) and after.hour is None and not after.step_days


def _is_part(t: TimeMention) -> bool:
    return bool(t.part or t.hour is not None) and not t.day and not t.step_days


def _one(members: Sequence[TimeMention], text: str, offset: int) -> TimeMention:
    """Return a day and its parts as one time."""
    if len(members) == 1:
        return members[0]
    day = next(t for t in members if t.day)
    parts = [t for t in members if t is not day]
    part = parts[0] if parts[0].part in _EARLIEST else parts[-1]
    start, end = members[0].start, members[-1].end
    return replace(
        day, start=start, end=end, text=text[start - offset : end - offset], part=part.part,
        hour=part.hour, hour_zone=part.hour_zone,
    )  # fmt: skip


def _spans(
    units: list[tuple[TimeMention, list[TimeMention]]], text: str, offset: int
) -> Iterator[TimeMention]:
    """Yield the times, two that a word joins as one; what is not joined stays as it was."""
    number = 0
    while number < len(units):
        unit, members = units[number]
        other = units[number + 1][0] if number + 1 < len(units) else None
        span = _span(unit, other, text, offset) if other else None
        if span:
            yield span
            number += 2
            continue
        if other and (listed := _listed([u for u, _ in units[number : number + 3]], text, offset)):
            yield listed
            number += 3
            continue
        if other and _is_told_again(unit, other, text, offset):
            number += 1
            continue
        night = _one_night(unit)
        doubled = len(members) > 2
        since = unit.last and len(members) > 1 and unit.text.lower().startswith("since")
        if night or doubled:
            yield night or unit
        elif since:
            yield replace(unit, last_part="")
        else:
            yield from members
        number += 1


def _is_told_again(one: TimeMention, other: TimeMention, text: str, offset: int) -> bool:
    """Tell whether what was done at one time was done anew: "in May and again on Monday".

    The later time is that of the news.
    """
    later = one.day and other.day and one.day < other.day
    return bool(later and _AGAIN.fullmatch(_gap(one, other, text, offset)))


def _listed(three: list[TimeMention], text: str, offset: int) -> TimeMention | None:
    """Return the days that a list names one after another: "on Monday, Tuesday and Wednesday"."""
    if len(three) < _THREE:
        return None
    first, second, third = three
    pair = _span(second, third, text, offset)
    if pair is None or not (pair.day and first.day) or first.part or first.last:
        return None
    if _gap(first, second, text, offset).strip() != "," or pair.day != first.day + _DAY:
        return None
    return replace(
        pair, start=first.start, day=first.day, text=text[first.start - offset : pair.end - offset]
    )


def _one_night(unit: TimeMention) -> TimeMention | None:
    """Return the one night that two days name: "on the night of 3-4 May"."""
    if unit.part in _DARK and unit.day and unit.last == unit.day + _DAY:
        return replace(unit, part="night", last=None)
    return None


def _span(one: TimeMention, other: TimeMention, text: str, offset: int) -> TimeMention | None:
    """Return the span that two times bound, or None where they are two times."""
    between = _gap(one, other, text, offset)
    until = not between.strip() and other.text.lower().startswith("until")
    if not (until or _TO.fullmatch(between)):
        return None
    words = text[one.start - offset : other.end - offset]
    whole = replace(one, end=other.end, text=words, weekday=False, others=())
    bounded = until or bool(_RANGE.search(words[: one.end - one.start]))
    if one.hour is not None or other.hour is not None:
        return _between_hours(whole, other) if bounded else None
    return _between_days(whole, other, bounded=bounded, word=between.strip().lower())


def _between_hours(one: TimeMention, other: TimeMention) -> TimeMention | None:
    """Return the hours from one to another, of the day that follows them."""
    if one.day or one.hour is None or other.hour is None or one.hour >= other.hour:
        return None
    return replace(one, day=other.day, end_hour=other.hour)


def _between_days(
    one: TimeMention, other: TimeMention, *, bounded: bool, word: str
) -> TimeMention | None:
    """Return the days from one to another, or the one night between them."""
    last = other.last or other.day
    if not (one.day and last):
        return None
    first = one.day - 7 * _DAY if one.day > last and one.weekday else one.day
    next_day = last == first + _DAY
    dark = one.part in _DARK or (one.part in _NIGHTS and word.startswith("into"))
    if next_day and dark and not other.part and not one.last:
        return replace(one, day=first, part="night")
    joins = bounded or word.startswith(("through", "into"))
    joins = joins or (word.startswith(("and", "or")) and next_day and _run_on(one, other))
    if not joins or first >= last:
        return None
    parted = one.part or other.part
    return replace(one, day=first, last=last, last_part=other.part if parted else None)


def _run_on(one: TimeMention, other: TimeMention) -> bool:
    """Tell whether one day's hours run into another's: "late on Sunday and early on Monday"."""
    late, early = one.part in ("", *_ENDS_DAY), other.part in ("", *_OPENS_DAY)
    return late and early
