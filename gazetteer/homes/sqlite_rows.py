"""Rows of keys and places in SQLite."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain

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
    Sounds,
)  # fmt: skip
from gazetteer.homes.sqlite_tables import unpack_counts

__all__ = ["SqliteRows"]

_KEY = "loose, strict, spoken, plain, how, place, name, lon_e5, lat_e5, feature_class, -rank"
_PLACE = "place, id, names, lon, lat, radius_m, feature_class, feature_code, country, population"
_ENTRY = f"SELECT {', '.join(COLUMNS)} FROM entry WHERE id = ?"  # noqa: S608  our own text


class SqliteRows:
    """Rows in an open connection; only reads."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self._keys = partial(_key_rows_of, connection)

    def sounding(self, keys: Sequence[FullKey], most: int) -> Sequence[RawKey]:
        """Return the first rows with any of these keys, which are given in order."""
        if not keys:
            return []
        length = _length(len(keys))
        values = (*chain(*keys), *[None] * (3 * (length - len(keys))), most)
        return self.connection.execute(_sounding(length), values).fetchall()

    def bucket(self, bucket: Bucket) -> Sequence[RawKey]:
        """Return the rows of a bucket."""
        where, values = _rows_of(bucket)
        return self._keys(f"{where} LIMIT ?", (*values, BUCKET_ROWS))

    def bucket_within(self, bucket: Bucket, box: Box) -> Sequence[RawKey]:
        """Return the rows of a bucket that lie in a box or on its edge."""
        where, values = _rows_of(bucket)
        query = (
            f"SELECT {_KEY} FROM (SELECT * FROM key {where} LIMIT ?)"  # noqa: S608  our own text
            " WHERE lon_e5 BETWEEN ? AND ? AND lat_e5 BETWEEN ? AND ?"
        )
        return self.connection.execute(query, (*values, BUCKET_ROWS, *box)).fetchall()

    def sounds(self, bucket: Bucket) -> Sounds:
        """Return how the rows of a bucket sound."""
        among, values = _any_of(bucket.loose)
        query = (
            "SELECT loose, rows, consonants, sounds, counts FROM bucket"  # noqa: S608  our own text
            f" WHERE {among} AND strict = ?"
        )
        found, rows = Sounds([], [], [], []), 0
        for loose, of_loose, consonants, sounds, counts in self.connection.execute(
            query, (*values, bucket.strict)
        ):
            numbers = unpack_counts(counts)
            found.loose.extend([loose] * len(numbers))
            found.strict.extend(consonants.split("\n"))
            found.spoken.extend(sounds.split("\n"))
            found.counts.extend(numbers)
            rows += of_loose
            if rows >= BUCKET_ROWS:
                break
        return found if rows <= BUCKET_ROWS else found.cut()

    def neighbours(self, shorter: Sequence[str]) -> Sequence[str]:
        """Return the loose keys that, with a letter left out or whole, are one of those given."""
        query = "SELECT loose FROM near WHERE shorter IN (SELECT value FROM json_each(?))"
        found = self.connection.execute(query, (json.dumps(shorter),)).fetchall()
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
        length = _length(len(named))
        values = (*chain(*named), *[None] * (2 * (length - len(named))))
        return self.connection.execute(_heard_at(length), values).fetchall()

    def places(self, rows: Sequence[int]) -> Sequence[RawPlace]:
        """Return places by their row, in any order."""
        length = _length(len(rows))
        values = (*rows, *[None] * (length - len(rows)))
        return self.connection.execute(_places(length), values).fetchall()

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


@cache
def _sounding(length: int) -> str:
    # One seek for each key: SQLite reads more where it is given them as one list to look in.
    return (
        f"WITH asked (a, b, c) AS (VALUES {_marks('(?, ?, ?)', length)})"  # noqa: S608  our own text
        f" SELECT {_KEY} FROM asked CROSS JOIN key"
        " ON loose = a AND strict = b AND spoken = c LIMIT ?"
    )


@cache
def _heard_at(length: int) -> str:
    return (
        f"WITH asked (a, b) AS (VALUES {_marks('(?, ?)', length)})"  # noqa: S608  our own text
        f" SELECT {_KEY} FROM asked CROSS JOIN key ON place = a AND spoken = b"
    )


@cache
def _places(length: int) -> str:
    return f"SELECT {_PLACE} FROM entry WHERE place IN ({_marks('?', length)})"  # noqa: S608  our own text


def _marks(mark: str, length: int) -> str:
    return ",".join([mark] * length)


def _rows_of(bucket: Bucket) -> tuple[str, tuple[str, ...]]:
    among, values = _any_of(bucket.loose)
    if bucket.strict:
        return f"WHERE {among} AND strict = ?", (*values, bucket.strict)
    return f"WHERE {among}", values


def _any_of(loose: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if len(loose) == 1:
        return "loose = ?", loose
    return "loose IN (SELECT value FROM json_each(?))", (json.dumps(loose),)


def _key_rows_of(
    connection: sqlite3.Connection, where: str, values: tuple[str | int, ...]
) -> list[RawKey]:
    query = f"SELECT {_KEY} FROM key {where}"  # noqa: S608  our own text
    return connection.execute(query, values).fetchall()
