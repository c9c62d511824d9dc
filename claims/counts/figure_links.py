"""Which figures of different claimants agree and which are too far apart to be both right."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from claims.figure import Figure

__all__ = ["link_figures"]

_FACTOR = 2.0  # figures this far apart cannot both be meant
_MOST = 40  # links that a figure keeps
_SLACK = timedelta(hours=12)  # a day that is taken from the report's date is often the one before
_FEW = timedelta(days=3)  # what is no total and lasts longer is not compared
_VAGUE = 5  # "dozens" may be as many times more
_BUSIEST = 300  # figures of one kind, group and scope that a new one is compared with, the latest
# A group of men put out of action is in part killed; who claims it means about that.
_ALIKE = {"neutralized": "killed"}
# Two running totals of reports some days apart still count the same war.
_TOTALS = timedelta(days=3)


def link_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures with the ids of those that cannot be true beside them.

    Only figures of one measure, one group and one window are compared: totals with totals, those of
    a day and a place with others of that day and place. What one claimant says twice is an update.
    """
    against: list[list[str]] = [[] for _ in figures]
    for one, other in _pairs(figures):
        a, b = figures[one], figures[other]
        if _ratio(a, b) >= _FACTOR and max(map(len, (against[one], against[other]))) < _MOST:
            against[one].append(b.id)
            against[other].append(a.id)
    return tuple(replace(f, contradicts=tuple(against[n])) for n, f in enumerate(figures))


def _pairs(figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    buckets: defaultdict[tuple[object, ...], deque[int]] = defaultdict(_bucket)
    for number, figure in enumerate(figures):
        met: dict[int, None] = {}
        for key in _keys(figure):
            met |= dict.fromkeys(buckets[key])
            buckets[key].append(number)
        for other in sorted(met):
            if _comparable(figures[other], figure):
                yield other, number


def _bucket() -> deque[int]:
    return deque(maxlen=_BUSIEST)


def _keys(figure: Figure) -> Iterator[tuple[object, ...]]:
    """Yield what a figure must share with another to be compared: kind, group, scope."""
    measure = _ALIKE.get(figure.measure, figure.measure)
    if figure.total or not (figure.window or figure.places):
        # A report sets numbers beside each other without saying again since when they count.
        yield measure, figure.kind, figure.doc
    if figure.total:
        yield measure, figure.kind, "total"
    elif figure.when is not None and figure.when.interval.end - figure.when.interval.start <= _FEW:
        first, last = figure.when.interval.start.date(), figure.when.interval.end.date()
        for number in range((last - first).days + 1):
            for place in figure.places:
                yield measure, figure.kind, first + timedelta(days=number), place.casefold()


def _comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count the same: by other voices, of one side, place and window."""
    same_voice = one.claimant == other.claimant and one.claimant != "outlet"
    two_sides = one.side and other.side and one.side != other.side
    apart = one.places and other.places and not set(one.places) & set(other.places)
    # A part is of somebody; a number of nobody in particular is not held against it.
    unlike = bool(one.side) != bool(other.side) and bool(one.part_of or other.part_of)
    in_part = unlike or (one.kind == "people" and bool(one.part_of) != bool(other.part_of))
    copies = one.doc != other.doc and one.origin == other.origin
    if same_voice or copies or two_sides or apart or in_part:
        return False
    return one.doc == other.doc or _one_window(one, other)


def _one_window(one: Figure, other: Figure) -> bool:
    if one.when is None or other.when is None:
        return one.total and other.total
    a, b = one.when.interval, other.when.interval
    slack = timedelta() if one.when.text and other.when.text else _SLACK
    if one.total and other.total:
        return abs(a.end - b.end) <= _TOTALS
    return a.start - slack < b.end and b.start - slack < a.end


def _ratio(one: Figure, other: Figure) -> float:
    """Return by how many times the greater figure exceeds the lesser, as stated."""
    (low, high), (less, more) = _span(one), _span(other)
    if low <= more and less <= high:
        return 1.0
    return max(low / max(more, 1), less / max(high, 1))


def _span(figure: Figure) -> tuple[float, float]:
    """Return a figure as stated: "at least 300" is 300, or no two such could contradict."""
    least = figure.least or figure.most or 0
    if figure.qualifier == "vague":
        return least, least * _VAGUE
    return least, figure.most if figure.most is not None else least
