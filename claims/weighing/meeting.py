"""Whether two claims may speak of one place at one time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from claims.claim import Claim
from claims.situation import NotDrawn, ResolvedClaim
from gazetteer.place import Relation
from geo.geodesy import distance_m
from geo.interval import Interval

__all__ = ["Spot", "days_of", "meet", "same_place", "spot_of", "stated_times", "times_of"]

# Two claims speak of one place when their points lie this close or share the gazetteer entry.
_NEAR_M = 3_000
_CELL_DEG = 0.05  # north to south over 5 km, so that points that near lie in touching cells
_AROUND = (-1, 0, 1)  # rows and columns of cells
# What covers more is a district or a province: both sides may be in it at once.
_WIDE_M = 30_000
# "More than 20 km from X" may be anywhere beyond, and yet speaks of X.
_MEASURED = frozenset((Relation.DISTANCE, Relation.OFFSET, Relation.TOWARD, Relation.GATES))
# A day that is taken from the report's date, not stated, is often the one before.
_SLACK = timedelta(hours=12)
_DAY_S = 86_400
_MANY_DAYS = 40  # what lasts longer is compared with everything at its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a claim is, as it is compared.

    Parameters
    ----------
    keys
        What to look it up by: entries, names, the cell of its point.
    near
        The same with the cells around.
    names
        Its toponyms in lower case.
    point
        Longitude and latitude; None where it is not drawn.
    """

    keys: frozenset[str]
    near: frozenset[str]
    entries: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    point: tuple[float, float] | None = None
    wide: bool = False
    directions: frozenset[str] = frozenset()


def spot_of(item: ResolvedClaim | NotDrawn) -> Spot:
    """Return where a claim is; one that names no place has no keys."""
    place = item.claim.place
    names = frozenset(head.casefold() for head in place.heads) if place else frozenset()
    directions = frozenset(place.directions) if place else frozenset()
    keys = {f"name:{name}" for name in names}
    if isinstance(item, NotDrawn):
        return Spot(
            keys=frozenset(keys),
            near=frozenset(keys),
            names=names,
            wide=item.reason == "too-vague",
            directions=directions,
        )
    entries = frozenset(candidate.entry.id for candidate in item.resolution.chosen)
    keys |= {f"entry:{entry}" for entry in entries}
    lon, lat = item.footprint.lon, item.footprint.lat
    measured = place is not None and place.relation in _MEASURED
    return Spot(
        keys=frozenset(keys | {_cell(lon, lat)}),
        near=frozenset(keys | set(_cells_around(lon, lat))),
        entries=entries,
        names=names,
        point=(lon, lat),
        wide=item.footprint.uncertainty_m > _WIDE_M and not measured,
        directions=directions,
    )


def _cell(lon: float, lat: float) -> str:
    return _cells(lon, lat, 0, (0,))[0]


def _cells(lon: float, lat: float, north: int, east: Sequence[int]) -> list[str]:
    """Return the cells of the row so many rows north of a point, each so many columns east."""
    row = math.floor(lat / _CELL_DEG) + north
    # Cells are as wide as they are high, or a point near the pole would have neighbours beyond.
    width = _CELL_DEG / max(0.01, math.cos(math.radians(min(89.0, abs(row * _CELL_DEG) + 0.1))))
    columns = max(3, math.floor(360 / width))
    column = math.floor((lon + 180) / 360 * columns)
    return [f"cell:{row}:{(column + by) % columns}" for by in east]


def _cells_around(lon: float, lat: float) -> set[str]:
    return {cell for north in _AROUND for cell in _cells(lon, lat, north, _AROUND)}


def same_place(one: Spot, other: Spot) -> bool:
    """Tell whether two claims speak of one place, or of one named reference.

    "The northern outskirts" of a town are not its southern ones; a town is not its province.
    """
    if one.directions and other.directions and not one.directions & other.directions:
        return False
    if one.point is None or other.point is None:
        return bool(one.names & other.names)
    if one.wide != other.wide:
        return False
    if one.entries & other.entries:
        return True
    (lon, lat), (to_lon, to_lat) = one.point, other.point
    return distance_m(lon=lon, lat=lat, to_lon=to_lon, to_lat=to_lat) <= _NEAR_M


def times_of(claim: Claim) -> tuple[Interval, ...]:
    """Return when a claim may have happened, the likeliest first; empty where nothing tells.

    A day that the text does not state reaches back half a day.
    """
    when = claim.when
    if when is not None and when.text:
        return stated_times(claim)
    if when is not None:
        widened = Interval(start=when.interval.start - _SLACK, end=when.interval.end)
        return (widened, *when.candidates[1:])
    if claim.published:
        day = datetime.fromisoformat(claim.published)
        day = day if day.tzinfo else day.replace(tzinfo=UTC)
        return (Interval(start=day - timedelta(days=1), end=day + timedelta(days=1)),)
    return ()


def stated_times(claim: Claim) -> tuple[Interval, ...]:
    """Return when a claim happened as its own report tells, every reading; empty without one."""
    when = claim.when
    return (when.candidates or (when.interval,)) if when else ()


def meet(one: tuple[Interval, ...], other: tuple[Interval, ...]) -> bool:
    """Tell whether two claims may be of one time; unknown times may."""
    if not one or not other:
        return True
    return any(a.start < b.end and b.start < a.end for a in one for b in other)


def days_of(times: tuple[Interval, ...]) -> tuple[int, ...] | None:
    """Return the days that times touch, counted from 1970 in UTC; None for unknown or long ones."""
    days: set[int] = set()
    for interval in times:
        first = math.floor(interval.start.timestamp() / _DAY_S)
        last = math.ceil(interval.end.timestamp() / _DAY_S)
        if last - first > _MANY_DAYS:
            return None
        days |= set(range(first, max(last, first + 1)))
    return tuple(sorted(days)) or None
