"""Ways to find a name that are not ours, over the same rows.

A rival ranks what it finds by its own likeness, then by inhabitants. Told of a place nearby it adds
nearness as our ranking does, 0.20 exp(-d / 40 km), so that the comparison is of spellings. It
answers whenever it finds anything.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Protocol

from anyascii import anyascii
from jellyfish import soundex
from metaphone import doublemetaphone
from rapidfuzz.distance import JaroWinkler

from bench_gazetteer.dump import Row, distance_km
from bench_gazetteer.scans import Trigrams, WholeScan
from bench_gazetteer.scoring import CONTEXTS, Answer

__all__ = ["Finder", "Rival", "open_rivals"]

_REACH_KM, _NEAR_WEIGHT = 40.0, 0.20
_MOST_ANCHORS, _SHOWN = 20, 10
# A scan over every name takes as long for one question as an index for hundreds.
_SCANNED, _TRIGRAMS = 10, 3


class Finder(Protocol):
    """Finds rows by name."""

    def find(self, name: str) -> Iterable[tuple[float, int]]:
        """Give the likeness, 0 to 1, and the number of each row that may bear a name."""


class Rival:
    """A finder behind the questions that our gazetteer is asked."""

    contexts = CONTEXTS

    def __init__(
        self, label: str, finder: Finder, rows: Sequence[Row], most: int | None = None
    ) -> None:
        self.label, self.most, self._rows = label, most, rows
        # The same name is asked once per context; the first time is the one that is timed.
        self._find = lru_cache(maxsize=None)(lambda name: _best(finder.find(name)))

    def ask(self, name: str, context_name: str | None, point: tuple[float, float] | None) -> Answer:
        """Answer for a name, given the name or the point of a place nearby."""
        anchors = [point] if point else self._named(context_name) if context_name else []
        found = self._find(name)
        ranked = sorted(
            (-round(likeness + self._nearness(row, anchors), 3), -self._rows[row].population, row)
            for row, likeness in found.items()
        )
        spots = [self._rows[row] for _, _, row in ranked[:_SHOWN]]
        status = "resolved" if spots else "unresolved"
        return Answer(status, tuple((row.id, row.lon, row.lat) for row in spots))

    def _named(self, name: str) -> list[tuple[float, float]]:
        found = self._find(name)
        top = max(found.values(), default=0.0)
        rows = [self._rows[row] for row, likeness in found.items() if likeness == top]
        return [(row.lon, row.lat) for row in rows[:_MOST_ANCHORS]]

    def _nearness(self, row: int, anchors: Sequence[tuple[float, float]]) -> float:
        here = (self._rows[row].lon, self._rows[row].lat)
        nearest_km = min((distance_km(here, anchor) for anchor in anchors), default=math.inf)
        return _NEAR_WEIGHT * math.exp(-nearest_km / _REACH_KM)


def _best(found: Iterable[tuple[float, int]]) -> dict[int, float]:
    best: dict[int, float] = {}
    for likeness, row in found:
        best[row] = max(likeness, best.get(row, 0.0))
    return best


def open_rivals(rows: Sequence[Row], questions: int) -> list[Rival]:
    """Open every rival over these rows; the slow ones take a share of so many questions."""
    names = [(name, number) for number, row in enumerate(rows) for name in row.names]
    return [
        Rival("exact, lower case", _Same(names, lambda name: (name.lower(),)), rows),
        Rival("ASCII fold (anyascii)", _Same(names, lambda name: (_ascii(name),)), rows),
        Rival("Soundex + Jaro-Winkler", _Alike(names, _soundex), rows),
        Rival("Double Metaphone + J.-W.", _Alike(names, _metaphone), rows),
        Rival("SQLite FTS5 trigram", Trigrams(names, _ascii), rows, questions // _TRIGRAMS),
        Rival("RapidFuzz WRatio, scan", WholeScan(names, _ascii), rows, questions // _SCANNED),
    ]


@lru_cache(maxsize=1_000_000)
def _ascii(name: str) -> str:
    """Return the ASCII letters and digits of a name, in lower case."""
    return "".join(filter(str.isalnum, anyascii(name).lower()))


def _soundex(name: str) -> tuple[str, ...]:
    return (soundex(_ascii(name)),)


@lru_cache(maxsize=1_000_000)
def _metaphone(name: str) -> tuple[str, ...]:
    return tuple(filter(None, doublemetaphone(_ascii(name))))


class _Same:
    """Names that have a key in common."""

    def __init__(
        self, names: Iterable[tuple[str, int]], keys: Callable[[str], tuple[str, ...]]
    ) -> None:
        self._keys = keys
        self.bearers: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for name, row in names:
            for key in filter(None, keys(name)):
                self.bearers[key].add((_ascii(name), row))

    def find(self, name: str) -> Iterable[tuple[float, int]]:
        return ((1.0, row) for _, row in self.bearing(name))

    def bearing(self, name: str) -> Iterator[tuple[str, int]]:
        for key in self._keys(name):
            yield from self.bearers.get(key, ())


class _Alike(_Same):
    """Names that have a key in common, by their likeness."""

    def find(self, name: str) -> Iterable[tuple[float, int]]:
        asked = _ascii(name)
        for other, row in self.bearing(name):
            yield JaroWinkler.similarity(asked, other), row
