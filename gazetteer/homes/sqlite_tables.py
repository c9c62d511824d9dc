"""The tables of keys and places in SQLite, and how entries get into them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from struct import pack, unpack

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.entry_rows import COLUMNS, row_of
from gazetteer.homes.filing import BAND, FiledKey, key_rows, shorter_pairs, word_keys
from gazetteer.homes.found import WordKey
from gazetteer.homes.key_rows import BUCKET_ROWS, first_rows
from gazetteer.spellings.families import Family

__all__ = ["COUNT_BYTES", "add_entries", "create_tables", "finish_tables", "unpack_counts"]

_TABLES = f"""
CREATE TABLE entry (place INTEGER PRIMARY KEY, {", ".join(COLUMNS)});
CREATE TABLE key (
    loose TEXT, strict TEXT, spoken TEXT, rank INTEGER, place INTEGER, name INTEGER, how INTEGER,
    plain TEXT, lon_e5 INTEGER, lat_e5 INTEGER, feature_class TEXT,
    PRIMARY KEY (
        loose, strict, spoken, rank, place, name, how, plain, lon_e5, lat_e5, feature_class
    )
) WITHOUT ROWID;
CREATE TABLE word (
    spoken TEXT, plain TEXT, english INTEGER, PRIMARY KEY (spoken, plain, english)
) WITHOUT ROWID;
CREATE TABLE bucket (
    loose TEXT, strict TEXT, rows INTEGER, consonants TEXT, sounds TEXT, counts BLOB,
    PRIMARY KEY (loose, strict)
) WITHOUT ROWID;
CREATE TABLE near (shorter TEXT PRIMARY KEY, loose TEXT) WITHOUT ROWID;
CREATE TABLE spot (
    band INTEGER, lon_e5 INTEGER, lat_e5 INTEGER, place INTEGER, spoken TEXT,
    PRIMARY KEY (band, lon_e5, lat_e5, place, spoken)
) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX entry_id ON entry (id);
CREATE INDEX entry_admin ON entry (country, admin, lon, lat);
CREATE INDEX key_place ON key (place, spoken);
"""
# The names of a neighbourhood stand side by side: an R*Tree finds the places of a box as quickly,
# but then each of their names lies on a page of its own.
_SPOTS = (
    f"INSERT INTO spot SELECT DISTINCT {BAND}, lon_e5, lat_e5, place, spoken FROM key"  # noqa: S608  our own text
    " ORDER BY 1, 2, 3, 4, 5"
)
# How a bucket sounds stands on one row, for a search looks through all of it and needs few of its
# keys; so do the keys that a shorter one may be of.
_SOUNDS = "SELECT loose, strict, spoken, count(*) FROM key GROUP BY loose, strict, spoken"
_NEAR = (
    "INSERT INTO near SELECT shorter, group_concat(loose, char(10))"
    " FROM (SELECT shorter, loose FROM pair ORDER BY shorter, loose) GROUP BY shorter"
)
_ENTRY_VALUES = ",".join("?" * (len(COLUMNS) + 1))

#: Of how many rows with one sound, packed.
COUNT_BYTES = 2
#: Loose and strict key, spoken form, and how many rows have them; a row of the table ``bucket``.
_Sound = tuple[str, str, str, int]
_Bucket = tuple[str, str, int, str, str, bytes]


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the empty tables."""
    connection.executescript(_TABLES)


def add_entries(
    connection: sqlite3.Connection,
    entries: Iterable[GazetteerEntry],
    *,
    first: int,
    families: Sequence[Family] = (),
) -> int:
    """Add entries as places ``first``, ``first + 1``, ...; return how many.

    Their names are filed in these families, in those of their countries where none are given.
    """
    rows, keys, words = [], list[FiledKey](), set[WordKey]()
    for place, entry in enumerate(entries, start=first):
        rows.append((place, *row_of(entry)))
        keys += key_rows(entry, place, families)
        words |= set(word_keys(entry, families))
    connection.executemany(f"INSERT INTO entry VALUES ({_ENTRY_VALUES})", rows)  # noqa: S608  our own text
    connection.executemany("INSERT OR IGNORE INTO key VALUES (?,?,?,?,?,?,?,?,?,?,?)", keys)
    connection.executemany("INSERT OR IGNORE INTO word VALUES (?,?,?)", sorted(words))
    return len(rows)


def finish_tables(connection: sqlite3.Connection) -> None:
    """Make the indexes, after the last entry."""
    connection.executescript(_INDEXES)
    connection.execute(_SPOTS)
    connection.executemany("INSERT INTO bucket VALUES (?,?,?,?,?,?)", _buckets(connection))
    keys = (key for (key,) in connection.execute("SELECT DISTINCT loose FROM bucket"))
    connection.execute("CREATE TEMP TABLE pair (shorter TEXT, loose TEXT)")
    connection.executemany("INSERT INTO pair VALUES (?,?)", shorter_pairs(keys))
    connection.execute(_NEAR)
    connection.execute("DROP TABLE pair")


def _buckets(connection: sqlite3.Connection) -> Iterator[_Bucket]:
    """Give the rows of ``bucket``: of each loose key, and of each strict one where it is full."""
    counted = connection.execute(_SOUNDS)
    for loose, (*sounds,) in groupby(counted, key=itemgetter(0)):
        yield _bucket(loose, "", sounds)
        if sum(count for *_, count in sounds) >= BUCKET_ROWS:
            # What has no consonants is the whole bucket.
            by_strict = groupby(filter(itemgetter(1), sounds), key=itemgetter(1))
            yield from (_bucket(loose, strict, [*same]) for strict, same in by_strict)


def _bucket(loose: str, strict: str, sounds: Sequence[_Sound]) -> _Bucket:
    _, consonants, spoken, counts = zip(*sounds, strict=True)
    first = first_rows(counts)
    return (
        loose, strict, sum(first), "\n".join(consonants[: len(first)]),
        "\n".join(spoken[: len(first)]), pack(f"<{len(first)}H", *first),
    )  # fmt: skip


def unpack_counts(counts: bytes) -> tuple[int, ...]:
    """Return how many rows of a bucket have each of its sounds."""
    return unpack(f"<{len(counts) // COUNT_BYTES}H", counts)
