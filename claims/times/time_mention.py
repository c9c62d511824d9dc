"""Words of a report that state a time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

__all__ = ["TimeMention"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """Words that state a time: days, a part of a day, an hour, or a step from another event.

    Parameters
    ----------
    day, last
        First and last day meant; ``last`` is None where it is one day.
    part
        Part of a day, by its word ("dawn").
    last_part
        Part of the last day at which a span ends ("from Sunday evening to Monday morning"), empty
        where it ends with that day; None where ``part`` is meant on each of its days.
    step_days
        Days from the day spoken of: -1 for "a day after [this happened]", "two days earlier" -2.
    back
        Whether the step leads back from the event that stands before it ("two days earlier").
    nth
        Which day it is since a beginning that the text tells elsewhere: "on the third day" is 3.
    hour
        Hour of the day as a fraction, in the zone ``hour_zone`` ("" for the theatre's own).
    end_hour
        Hour at which it ends, where the words say so ("between 5 a.m. and 7 a.m.").
    others
        Other days that the words may mean: "last Friday" said on a Thursday.
    weekday
        Whether the day is only named by its weekday, so that a plan may mean the one to come.
    """

    start: int
    end: int
    text: str
    day: date | None = None
    last: date | None = None
    part: str = ""
    last_part: str | None = None
    step_days: int = 0
    back: bool = False
    nth: int = 0
    hour: float | None = None
    end_hour: float | None = None
    hour_zone: str = ""
    others: tuple[date, ...] = ()
    weekday: bool = False
