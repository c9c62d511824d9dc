"""Roads and rivers of OpenStreetMap, pieced together from the ways that they are cut into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString
from shapely.geometry.base import BaseGeometry

from geo.projection import Plane

__all__ = ["Course", "Courses"]

# Ways of one name or number that lie farther apart are not the same road or river.
_GAP_M = 5_000.0
# A name on fewer of the ways is that of a street which the road follows for a while.
_LEAST_SHARE = 1 / 3
_MOST_LAT_DEG = 89.0

_Name = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One road or river: its key (of its first way), how many ways it has, names and shape."""

    key: str
    ways: int
    kind: str
    names: tuple[_Name, ...]
    geometry: BaseGeometry


@dataclass(slots=True)
class _Ways:
    ids: list[int] = field(default_factory=list)
    lines: list[LineString] = field(default_factory=list)
    names: list[tuple[_Name, ...]] = field(default_factory=list)


class Courses:
    """Collects ways by kind and by number or name."""

    def __init__(self) -> None:
        self._ways: dict[tuple[str, str], _Ways] = {}
        self._used: set[int] = set()

    def add(
        self, way: int, kind: str, keys: Iterable[str], line: LineString, names: Iterable[_Name]
    ) -> None:
        """Add a way under each of its numbers, or under its name."""
        for key in keys:
            held = self._ways.setdefault((kind, key), _Ways())
            held.ids.append(way)
            held.lines.append(line)
            held.names.append(tuple(names))

    def __iter__(self) -> Iterator[Course]:
        for (kind, key), held in self._ways.items():
            for group in _near_each_other(held.lines):
                yield self._course(kind, key, held, group)

    def _course(self, kind: str, key: str, held: _Ways, group: list[int]) -> Course:
        lines = [held.lines[at] for at in group]
        merged = shapely.line_merge(MultiLineString(lines)) if len(lines) > 1 else lines[0]
        carried = Counter(name for at in group for name in dict.fromkeys(held.names[at]))
        shared = [name for name, times in carried.items() if times >= _LEAST_SHARE * len(group)]
        first = (key, "")
        return Course(
            key=self._unused(sorted(held.ids[at] for at in group), key),
            ways=len(group),
            kind=kind,
            names=(first, *(name for name in shared if name != first)),
            geometry=merged,
        )

    def _unused(self, ids: list[int], key: str) -> str:
        way = ids[0]
        # A way may be part of two roads; each road needs an id of its own.
        own = f"w{way}#{key}" if way in self._used else f"w{way}"
        self._used.add(way)
        return own


def _near_each_other(lines: list[LineString]) -> list[list[int]]:
    """Return groups of lines, by their place in the list, with gaps of at most ``_GAP_M``."""
    if len(lines) == 1:
        return [[0]]
    west, south, east, north = shapely.total_bounds(lines)
    lat = min(max((south + north) / 2, -_MOST_LAT_DEG), _MOST_LAT_DEG)
    plane = Plane(lon=(west + east) / 2, lat=lat)
    flat = np.array([plane.to_plane(line) for line in lines])
    pairs = shapely.STRtree(flat).query(flat, predicate="dwithin", distance=_GAP_M)
    leader = list(range(len(lines)))
    for one, other in pairs.T.tolist():
        first, second = _leader(leader, one), _leader(leader, other)
        leader[max(first, second)] = min(first, second)
    groups: dict[int, list[int]] = {}
    for at in range(len(lines)):
        groups.setdefault(_leader(leader, at), []).append(at)
    return list(groups.values())


def _leader(leader: list[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = at = leader[leader[at]]
    return at
