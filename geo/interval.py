"""A stretch of time, half open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from geo.errors import FrontmapError

__all__ = ["Interval", "IntervalError"]


class IntervalError(FrontmapError, ValueError):
    """A stretch of time without a zone, or one that ends before it starts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """The time from ``start`` up to, and without, ``end``; both are aware datetimes."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.start.tzinfo is None or self.end.tzinfo is None:
            raise IntervalError(f"{self.start} .. {self.end} has no time zone; give one")
        if self.end <= self.start:
            raise IntervalError(f"{self.start} .. {self.end} ends before it starts")

    def overlaps(self, other: Interval) -> bool:
        """Tell whether the two stretches share a moment."""
        return self.start < other.end and other.start < self.end
