"""Rows of keys and places in SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain, repeat
from typing import Any

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.entry_rows import COLUMNS, EntryRow, entry_of
from gazetteer.homes.filing import Box, bands_of
from gazetteer.homes.found import Spot, WordKey
from gazetteer.homes.key_rows import (
    BUCKET_ROWS,
    RECURRING,
    Bucket,
    FullKey,
    RawKey,
    RawPlace,
    SoundColumns,
    Sounds,
)  # fmt: skip
from gazetteer.homes.sqlite_tables import COUNT_BYTES, unpack_counts

__all__ = ["SqliteRows"]

_KEY = "loose, strict, spoken, plain, how, place, name, lon_e5, lat_e5, feature_class, -rank"
_PLACE = "place, id, names, lon, lat, radius_m, feature_class, feature_code, country, population"
_ENTRY = f"SELECT {', '.join(COLUMNS)} FROM entry WHERE id = ?"  # noqa: S608  our own text
#: Few buckets are read at first, for these may have all the rows that are looked at; then more.
_FEW, _TIMES = 4, 4

#: Loose key, number of rows, and in these the strict keys, the sounds and how often each stands.
_OfLoose = tuple[str, int, str, str, bytes]


class SqliteRows:
    """Rows in an open connection; only reads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def sounding(self, keys: Sequence[FullKey], most: int) -> Sequence[RawKey]:
        """Return the first rows with any of these keys, which are given in order."""
        if not keys:
            return []
        query = _seek(_KEY, "key", "loose strict spoken", _length(len(keys)), "LIMIT ?")
        return self.connection.execute(query, (*_filled(keys), most)).fetchall()

    def bucket(self, bucket: Bucket) -> Sequence[RawKey]:
        """Return the rows of a bucket."""
        query, values = _first_of(bucket, _KEY)
        return self.connection.execute(query, values).fetchall()

    def bucket_within(self, bucket: Bucket, box: Box) -> Sequence[RawKey]:
        """Return the rows of a bucket that lie in a box or on its edge."""
        rows, values = _first_of(bucket, "key.*")
        query = (
            f"SELECT {_KEY} FROM ({rows})"  # noqa: S608  our own text
            " WHERE lon_e5 BETWEEN ? AND ? AND lat_e5 BETWEEN ? AND ?"
        )
        return self.connection.execute(query, (*values, *box)).fetchall()

    def sounds(self, bucket: Bucket) -> Sounds:
        """Return how the rows of a bucket sound."""
        columns, asked = "loose, rows, consonants, sounds, counts", sorted(bucket.loose)
        query = _seek(columns, "bucket", "loose", _length(len(asked)), "AND strict = ?")
        cursor = self.connection.execute(query, (*_filled(asked), bucket.strict))
        read, rows, most = list[_OfLoose](), 0, _FEW
        while rows < BUCKET_ROWS and (some := cursor.fetchmany(most)):
            read += some
            rows += sum([of_loose[1] for of_loose in some])
            if len(some) < most:
                break
            most *= _TIMES
        return Sounds(min(BUCKET_ROWS, rows), partial(_joined, read))

    def neighbours(self, shorter: Sequence[str]) -> Sequence[str]:
        """Return the loose keys that, with a letter left out or whole, are one of those given."""
        query = _seek("loose", "near", "shorter", _length(len(shorter)))
        found = self.connection.execute(query, _filled(shorter)).fetchall()
        return sorted({key for (keys,) in found for key in keys.split("\n")})

    def sounds_within(self, box: Box) -> tuple[Sequence[str], Sequence[int]]:
        """Return how the names in a box or on its edge sound, and the place of each."""
        # Joined by SQLite and parted again they come five times as fast as row by row.
        query = (
            "SELECT group_concat(spoken, char(10)), group_concat(place) FROM spot"
            " WHERE band IN (SELECT value FROM json_each(?))"
            " AND lon_e5 BETWEEN ? AND ? AND lat_e5 BETWEEN ? AND ?"
        )
        asked = json.dumps([*bands_of(box)])
        ((sounds, places),) = self.connection.execute(query, (asked, *box)).fetchall()
        if sounds is None:
            return [], []
        return sounds.split("\n"), json.loads(f"[{places}]")

    def heard_at(self, named: Sequence[tuple[int, str]]) -> Sequence[RawKey]:
        """Return the rows of places with the sound given beside each, in the order given."""
        if not named:
            return []
        query = _seek(_KEY, "key", "place spoken", _length(len(named)))
        return self.connection.execute(query, _filled(named)).fetchall()

    def places(self, rows: Sequence[int]) -> Sequence[RawPlace]:
        """Return places by their row, in any order."""
        asked = sorted(set(rows))
        query = _seek(_PLACE, "entry", "place", _length(len(asked)))
        return self.connection.execute(query, _filled(asked)).fetchall()

    def towns_of(self, country: str, admin: str) -> Sequence[Spot]:
        """Return where the places of a first-level area lie, in any order."""
        # Two searches: for one with OR the whole country is read.
        query = (
            "SELECT lon, lat FROM entry WHERE country = ?1 AND admin = ?2 UNION ALL"
            " SELECT lon, lat FROM entry WHERE country = ?1 AND admin > ?3 AND admin < ?4"
        )
        # "}" is the character after "|", which parts the levels.
        return self.connection.execute(
            query, (country, admin, f"{admin}|", f"{admin}}}")
        ).fetchall()

    def recurring(self, letter: str) -> tuple[int, int, int]:
        """Return how many keys and names of one and two places a family has: ``RECURRING``."""
        query = RECURRING.format(key="key", given="?")
        asked = letter, chr(ord(letter) + 1)
        keys, once, twice = self.connection.execute(query, asked).fetchone()
        return keys, once, twice

    def words(self, sounds: Iterable[str]) -> set[WordKey]:
        """Return the names that running text may use, of those with these sounds."""
        query = "SELECT * FROM word WHERE spoken IN (SELECT value FROM json_each(?))"
        asked = json.dumps(sorted(set(sounds)))
        return {
            (sound, plain, bool(english))
            for sound, plain, english in self.connection.execute(query, (asked,)).fetchall()
        }

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id."""
        row = self.connection.execute(_ENTRY, (entry_id,)).fetchone()
        return entry_of(EntryRow(*row)) if row else None

    def entries(self) -> Iterator[GazetteerEntry]:
        """Give every entry, in the order of their ids."""
        query = f"SELECT {', '.join(COLUMNS)} FROM entry ORDER BY id"  # noqa: S608  our own text
        return (entry_of(EntryRow(*row)) for row in self.connection.execute(query))

    def count(self) -> int:
        """Return the number of entries."""
        return int(self.connection.execute("SELECT count(*) FROM entry").fetchone()[0])


def _length(number: int) -> int:
    """Return how many values to ask for where so many are given; the empty ones meet nothing.

    A statement takes longer to make than to answer; so few lengths are made, and made once.
    """
    return 1 << max(0, number - 1).bit_length()


def _filled(asked: Sequence[Any]) -> tuple[Any, ...]:
    """Return values, or the values of tuples, with empty ones up to the length asked for."""
    missing = _length(len(asked)) - len(asked)
    if asked and isinstance(asked[0], tuple):
        return (*chain.from_iterable(asked), *[None] * (missing * len(asked[0])))
    return (*asked, *[None] * missing)


@cache
def _seek(columns: str, table: str, on: str, length: int, more: str = "") -> str:
    """Return a statement for the rows that have so many values, or rows of values, in columns."""
    # One seek for each: SQLite reads more where it is given them as one list to look in.
    names = on.split()
    marks = ", ".join([f"({', '.join('?' * len(names))})"] * length)
    return (
        f"WITH asked ({', '.join(f'a_{name}' for name in names)}) AS (VALUES {marks})"  # noqa: S608  our own text
        f" SELECT {columns} FROM asked CROSS JOIN {table}"
        f" ON {' AND '.join(f'{name} = a_{name}' for name in names)} {more}"
    )


def _first_of(bucket: Bucket, columns: str) -> tuple[str, tuple[str | int | None, ...]]:
    """Return a statement for the rows of a bucket, and its values."""
    asked = _filled(sorted(bucket.loose))
    if bucket.strict:
        query = _seek(columns, "key", "loose", len(asked), "AND strict = ? LIMIT ?")
        return query, (*asked, bucket.strict, BUCKET_ROWS)
    return _seek(columns, "key", "loose", len(asked), "LIMIT ?"), (*asked, BUCKET_ROWS)


def _joined(read: Sequence[_OfLoose]) -> SoundColumns:
    """Return the sounds of buckets, one after the other."""
    each_loose, _, consonants, sounds, packed = zip(*read, strict=True)
    # Joined and parted at once, which takes a third less than one by one.
    strict, spoken = ("\n".join(texts).split("\n") for texts in (consonants, sounds))
    numbers = [len(of_bucket) // COUNT_BYTES for of_bucket in packed]
    loose = [*chain.from_iterable(map(repeat, each_loose, numbers))]
    columns = SoundColumns(loose, strict, spoken, [*unpack_counts(b"".join(packed))])
    return columns if sum(columns.counts) <= BUCKET_ROWS else columns.cut()
