"""One entry for one place, though several sources hold it: all names, ids and licences are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import chain, islice, pairwise

from gazetteer.adding.sameness import (
    Feature,
    Fit,
    Rank,
    combined,
    feature_of,
    fit,
    rank_of,
    shape_of,
    window_deg,
)
from gazetteer.entry import GazetteerEntry, Provenance, Toponym

__all__ = ["conflate"]

# Thousands of rows of one name at one place would be compared each with each.
_MOST_NEIGHBOURS = 64


def conflate(entries: Iterable[GazetteerEntry]) -> Iterator[GazetteerEntry]:
    """Give one entry for all rows that are about one feature (see ``gazetteer.adding.sameness``).

    The entry has the id, the names and the place of the most populous of its rows, then those of
    the others; a shape is preferred to a point. ``also`` names each other row with its source and
    licence. Which rows become one does not depend on the order in which they come, and what was
    conflated once is not changed by doing it again. Each entry is given when its last row came.

    Parameters
    ----------
    entries
        Rows of all sources together. Walked twice, so an iterator will not do; held in memory are
        only the keys of each row and those rows that wait for another of their feature.
    """
    groups = _groups([feature_of(entry) for entry in entries])
    expected: dict[int, int] = defaultdict(int)
    for group in groups:
        expected[group] += 1
    waiting: dict[int, list[GazetteerEntry]] = defaultdict(list)
    for group, entry in zip(groups, entries, strict=True):
        expected[group] -= 1
        if expected[group]:
            waiting[group].append(entry)
        else:
            yield _merged([*waiting.pop(group, ()), entry])


def _merged(rows: list[GazetteerEntry]) -> GazetteerEntry:
    if len(rows) == 1:
        return rows[0]
    rows.sort(key=rank_of)
    first = rows[0]
    return replace(
        first,
        toponyms=_toponyms(chain.from_iterable(row.toponyms for row in rows)),
        feature_code=combined(map(feature_of, rows)).code[2],
        footprint=min(rows, key=shape_of).footprint,
        country=next((row.country for row in rows if row.country), ""),
        admin=next((row.admin for row in rows if row.admin), ()),
        note=next((row.note for row in rows if row.note), ""),
        also=_provenance(rows),
    )


def _toponyms(toponyms: Iterable[Toponym]) -> tuple[Toponym, ...]:
    """Return each name once, with its language where any source says it."""
    kept: dict[str, Toponym] = {}
    for toponym in toponyms:
        known = kept.setdefault(toponym.text, toponym)
        if toponym.language and not known.language:
            kept[toponym.text] = toponym
    return tuple(kept.values())


def _provenance(rows: Sequence[GazetteerEntry]) -> tuple[Provenance, ...]:
    """Return the rows that stand behind the first one, each id once for each of its licences."""
    first = rows[0]
    kept: dict[tuple[str, str], Provenance] = {}
    for row in rows:
        own = Provenance(id=row.id, source=row.source, licence=row.licence)
        for one in (own, *row.also):
            kept.setdefault((one.id, one.licence), one)
    kept.pop((first.id, first.licence))
    return tuple(kept[key] for key in sorted(kept))


def _groups(features: list[Feature]) -> list[int]:
    """Return for each row the number of one row that stands for all of its feature."""
    union = _Union(features)
    touched: Set[int] = set(range(len(features)))
    while touched:
        # The strongest and nearest pair first, so that of two candidates the right one is taken.
        touched = {
            root for _, _, a, b in sorted(union.pairs(touched)) if (root := union.join(a, b)) >= 0
        }
    return [union.root(row) for row in range(len(features))]


class _Union:
    """Rows that were found to be one, and what is compared of all of them together."""

    def __init__(self, features: list[Feature]) -> None:
        self._features, self._roots = features, list(range(len(features)))
        self._members: dict[int, list[Feature]] = {}

    def root(self, row: int) -> int:
        """Return the row that stands for all rows of this one's feature."""
        while self._roots[row] != row:
            self._roots[row] = self._roots[self._roots[row]]
            row = self._roots[row]
        return row

    def join(self, a: int, b: int) -> int:
        """Make two features one, unless what was joined before speaks against it; else -1."""
        a, b = self.root(a), self.root(b)
        if a == b or fit(self._features[a], self._features[b]) is None:
            return -1
        members = self._members.pop(a, [self._features[a]])
        members += self._members.pop(b, [self._features[b]])
        self._roots[b], self._members[a] = a, members
        self._features[a] = combined(members)
        return a

    def pairs(self, touched: Set[int]) -> Iterator[tuple[Fit, tuple[Rank, Rank], int, int]]:
        """Give the pairs that may be one, of which at least one is among the touched."""
        seen: set[tuple[int, int]] = set()
        for a, b in self._near(touched):
            pair = (min(a, b), max(a, b))
            if pair in seen or (a not in touched and b not in touched):
                continue
            seen.add(pair)
            found = fit(self._features[a], self._features[b])
            if found is not None:
                ranks = sorted((self._features[a].rank, self._features[b].rank))
                yield found, (ranks[0], ranks[1]), a, b

    def _near(self, touched: Set[int]) -> Iterator[tuple[int, int]]:
        """Give the pairs that share an id, or a name and about the same latitude."""
        moved = [self._features[row] for row in touched]
        ids = {row_id for feature in moved for row_id in feature.ids}
        names = {(feature.family, name) for feature in moved for name in feature.names}
        by_id: dict[str, list[int]] = defaultdict(list)
        by_name: dict[tuple[str, str], list[int]] = defaultdict(list)
        for row, root in enumerate(self._roots):
            if row == root:
                feature = self._features[row]
                for row_id in feature.ids & ids:
                    by_id[row_id].append(row)
                for name in feature.names:
                    if (feature.family, name) in names:
                        by_name[feature.family, name].append(row)
        for rows in by_id.values():
            yield from pairwise(rows)
        for rows in by_name.values():
            if len(rows) > 1:
                yield from self._sweep(rows)

    def _sweep(self, rows: list[int]) -> Iterator[tuple[int, int]]:
        at = {row: self._features[row].place for row in rows}
        rows.sort(key=lambda row: (at[row].lat, at[row].lon, self._features[row].rank))
        window = window_deg(self._features[row] for row in rows)
        for index, row in enumerate(rows):
            for other in islice(rows, index + 1, index + 1 + _MOST_NEIGHBOURS):
                if at[other].lat - at[row].lat > window:
                    break
                yield row, other
