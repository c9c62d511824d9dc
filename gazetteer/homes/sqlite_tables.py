"""The tables of keys and places in SQLite, and how entries get into them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.entry_rows import COLUMNS, row_of
from gazetteer.homes.filing import BAND, FiledKey, key_rows, shorter_pairs, word_keys
from gazetteer.homes.found import WordKey

__all__ = ["add_entries", "create_tables", "finish_tables"]

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
CREATE TABLE near (shorter TEXT, loose TEXT, PRIMARY KEY (shorter, loose)) WITHOUT ROWID;
CREATE TABLE spot (
    band INTEGER, lon_e5 INTEGER, lat_e5 INTEGER, place INTEGER, spoken TEXT,
    PRIMARY KEY (band, lon_e5, lat_e5, place, spoken)
) WITHOUT ROWID;
"""
_INDEXES = """
CREATE UNIQUE INDEX entry_id ON entry (id);
CREATE INDEX entry_admin ON entry (country, admin, lon, lat);
CREATE INDEX key_place ON key (place);
"""
# The names of a neighbourhood stand side by side: an R*Tree finds the places of a box as quickly,
# but then each of their names lies on a page of its own.
_SPOTS = (
    f"INSERT INTO spot SELECT DISTINCT {BAND}, lon_e5, lat_e5, place, spoken FROM key"  # noqa: S608  our own text
    " ORDER BY 1, 2, 3, 4, 5"
)
_ENTRY_VALUES = ",".join("?" * (len(COLUMNS) + 1))


def create_tables(connection: sqlite3.Connection) -> None:
    """Make the empty tables."""
    connection.executescript(_TABLES)


def add_entries(
    connection: sqlite3.Connection, entries: Iterable[GazetteerEntry], *, first: int
) -> int:
    """Add entries as places ``first``, ``first + 1``, ...; return how many."""
    rows, keys, words = [], list[FiledKey](), set[WordKey]()
    for place, entry in enumerate(entries, start=first):
        rows.append((place, *row_of(entry)))
        keys += key_rows(entry, place)
        words |= set(word_keys(entry))
    connection.executemany(f"INSERT INTO entry VALUES ({_ENTRY_VALUES})", rows)  # noqa: S608  our own text
    connection.executemany("INSERT OR IGNORE INTO key VALUES (?,?,?,?,?,?,?,?,?,?,?)", keys)
    connection.executemany("INSERT OR IGNORE INTO word VALUES (?,?,?)", sorted(words))
    return len(rows)


def finish_tables(connection: sqlite3.Connection) -> None:
    """Make the indexes, after the last entry."""
    connection.executescript(_INDEXES)
    connection.execute(_SPOTS)
    keys = (key for (key,) in connection.execute("SELECT DISTINCT loose FROM key"))
    connection.executemany("INSERT OR IGNORE INTO near VALUES (?,?)", shorter_pairs(keys))
