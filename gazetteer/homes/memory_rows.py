"""Rows of keys and places in plain mappings, for the few entries that a process has in memory.

A question to a database in memory takes ten times as long, and most names that a text asks for are
none of these.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby, islice
from operator import itemgetter
from typing import TypeVar

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.entry_rows import ADMIN_SEPARATOR, NAME_SEPARATOR
from gazetteer.homes.filing import (
    Box,
    FiledKey,
    band_of,
    bands_of,
    key_rows,
    shorter_pairs,
    word_keys,
)
from gazetteer.homes.found import Spot, WordKey
from gazetteer.homes.key_rows import (
    APART_E5,
    BUCKET_ROWS,
    RECURRING_KEYS,
    Bucket,
    FullKey,
    RawKey,
    RawPlace,
    Sounds,
)
from gazetteer.spellings.families import Family

__all__ = ["MemoryRows"]

#: Where a name lies and how it sounds: band, longitude and latitude, place, spoken form.
_Named = tuple[int, int, int, int, str]
_full_key = itemgetter(0, 1, 2)
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


class MemoryRows:
    """Rows of entries, the first of which is place 1; filed in families as ``key_rows`` does."""

    def __init__(self, entries: Sequence[GazetteerEntry], families: Sequence[Family]) -> None:
        self._entries = entries
        self._ids = {entry.id: entry for entry in entries}
        filed, words = set[FiledKey](), set[WordKey]()
        for place, entry in enumerate(entries, 1):
            filed.update(key_rows(entry, place, families))
            words.update(word_keys(entry, families))
        # In the order in which a database keeps them.
        self._rows = [_row(key) for key in sorted(filed)]
        # All are tuples of text and numbers, which the collector of garbage does not look at again.
        self._heard = _grouped(self._rows, _full_key)
        self._loose = _grouped(self._heard, itemgetter(0))
        self._words = _grouped(sorted(words), itemgetter(0))
        self._placed = _grouped(sorted(self._rows, key=itemgetter(5, 2)), itemgetter(5, 2))
        self._near = _near(self._loose)
        self._spots = _spots(self._rows)

    def sounding(self, keys: Sequence[FullKey], most: int) -> Sequence[RawKey]:
        """Return the first rows with any of these keys, which are given in order."""
        heard = self._heard
        return list(islice(chain.from_iterable(heard[key] for key in keys if key in heard), most))

    def bucket(self, bucket: Bucket) -> Sequence[RawKey]:
        """Return the rows of a bucket."""
        return self.sounding(self._keys_of(bucket), BUCKET_ROWS)

    def bucket_within(self, bucket: Bucket, box: Box) -> Sequence[RawKey]:
        """Return the rows of a bucket that lie in a box or on its edge."""
        west, east, south, north = box
        rows = self.bucket(bucket)
        return [row for row in rows if west <= row[7] <= east and south <= row[8] <= north]

    def sounds(self, bucket: Bucket) -> Sounds:
        """Return how the rows of a bucket sound."""
        return Sounds.of({key: len(self._heard[key]) for key in self._keys_of(bucket)})

    def _keys_of(self, bucket: Bucket) -> list[FullKey]:
        keys = [key for loose in sorted(bucket.loose) for key in self._loose.get(loose, ())]
        return [key for key in keys if key[1] == bucket.strict] if bucket.strict else keys

    def neighbours(self, shorter: Sequence[str]) -> Sequence[str]:
        """Return the loose keys that, with a letter left out or whole, are one of those given."""
        near = self._near
        return sorted({loose for key in shorter for loose in near.get(key, ())})

    def sounds_within(self, box: Box) -> tuple[Sequence[str], Sequence[int]]:
        """Return how the names in a box or on its edge sound, and the place of each."""
        west, east, south, north = box
        spots = self._spots
        found = [
            spot
            for band in bands_of(box)
            for spot in spots[
                bisect_left(spots, (band, west)) : bisect_right(spots, (band, east + 1))
            ]
            if south <= spot[2] <= north
        ]
        return [spot[4] for spot in found], [spot[3] for spot in found]

    def heard_at(self, named: Sequence[tuple[int, str]]) -> Sequence[RawKey]:
        """Return the rows of places with the sound given beside each, in the order given."""
        placed = self._placed
        return [row for each in named for row in placed.get(each, ())]

    def places(self, rows: Sequence[int]) -> Sequence[RawPlace]:
        """Return places by their row, in any order."""
        entries = self._entries
        return [_place(at, entries[at - 1]) for at in set(rows) if 0 < at <= len(entries)]

    def towns_of(self, country: str, admin: str) -> Sequence[Spot]:
        """Return where the places of a first-level area lie, in any order."""
        within = f"{admin}{ADMIN_SEPARATOR}"
        return [
            (entry.footprint.lon, entry.footprint.lat)
            for entry in self._entries
            if entry.country == country
            and f"{ADMIN_SEPARATOR.join(entry.admin)}{ADMIN_SEPARATOR}".startswith(within)
        ]

    def recurring(self, letter: str) -> tuple[int, int, int]:
        """Return how many keys and names of one and two places a family has: ``RECURRING``."""
        filed = (row for row in self._rows if row[0][:1] == letter and not row[4] and row[9] == "P")
        first = list(islice(filed, RECURRING_KEYS))
        told = Counter(_recurs([*rows]) for _, rows in groupby(first, key=_full_key))
        return len(first), told[1], told[2]

    def words(self, sounds: Iterable[str]) -> set[WordKey]:
        """Return the names that running text may use, of those with these sounds."""
        words = self._words
        return {word for sound in sounds for word in words.get(sound, ())}

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id."""
        return self._ids.get(entry_id)

    def entries(self) -> Iterator[GazetteerEntry]:
        """Give every entry, in the order of their ids."""
        return (self._ids[entry_id] for entry_id in sorted(self._ids))

    def count(self) -> int:
        """Return the number of entries."""
        return len(self._entries)


def _grouped(
    rows: Iterable[_Value], key: Callable[[_Value], _Key]
) -> dict[_Key, tuple[_Value, ...]]:
    """Return rows, which stand in the order of their keys, by these."""
    return {of: tuple(same) for of, same in groupby(rows, key=key)}


def _row(key: FiledKey) -> RawKey:
    loose, strict, spoken, rank, place, name, how, plain, lon_e5, lat_e5, feature_class = key
    return loose, strict, spoken, plain, how, place, name, lon_e5, lat_e5, feature_class, -rank


def _place(at: int, entry: GazetteerEntry) -> RawPlace:
    where, names = entry.footprint, NAME_SEPARATOR.join([each.text for each in entry.toponyms])
    return (
        at, entry.id, names, where.lon, where.lat, where.uncertainty_m, entry.feature_class.value,
        entry.feature_code, entry.country, entry.population,
    )  # fmt: skip


def _recurs(rows: Sequence[RawKey]) -> int:
    """Return 1 for a name of one spot, 2 for one of two places that lie apart, otherwise 0."""
    lons, lats = [row[7] for row in rows], [row[8] for row in rows]
    if max(lons) - min(lons) + max(lats) - min(lats) < APART_E5:
        return 1
    return 2 if len({row[5] for row in rows}) == 2 else 0


def _near(loose: Iterable[str]) -> dict[str, tuple[str, ...]]:
    near: dict[str, tuple[str, ...]] = {}
    for shorter, key in shorter_pairs(loose):
        near[shorter] = (*near.get(shorter, ()), key)
    return near


def _spots(rows: Iterable[RawKey]) -> list[_Named]:
    return sorted({(band_of(row[8]), row[7], row[8], row[5], row[2]) for row in rows})
