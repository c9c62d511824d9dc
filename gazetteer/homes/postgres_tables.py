"""The tables of a set in PostgreSQL, and how entries get into them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import shapely

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.entry_rows import COLUMNS, row_of
from gazetteer.homes.filing import KEY_COLUMNS, key_rows, shorter_pairs, word_keys
from gazetteer.homes.found import WordKey
from gazetteer.homes.postgres_session import UnstorableError, is_storable

if TYPE_CHECKING:
    import psycopg

__all__ = ["add_entries", "create_tables", "drop_tables", "finish_tables"]

_CRS84 = 4326
_BATCH = 20_000
_NAMES = ("entry", "key", "word", "near")
# Collation "C" is the order of code points, as in SQLite. The columns of entry stand as in
# EntryRow, those of key as in FiledKey.
_TABLES = """
CREATE TABLE frontmap.entry_{0} (
    place integer NOT NULL, id text COLLATE "C" NOT NULL, names text NOT NULL,
    tongues text NOT NULL, lon float8 NOT NULL, lat float8 NOT NULL, radius_m float8 NOT NULL,
    feature_class text NOT NULL, feature_code text NOT NULL, country text COLLATE "C" NOT NULL,
    admin text COLLATE "C" NOT NULL, population bigint NOT NULL, source text NOT NULL,
    licence text NOT NULL, told text NOT NULL, shape geometry,
    point geometry(Point, 4326)
        GENERATED ALWAYS AS (ST_SetSRID(ST_MakePoint(lon, lat), 4326)) STORED
);
CREATE TABLE frontmap.key_{0} (
    loose text COLLATE "C", strict text COLLATE "C", spoken text COLLATE "C", rank integer,
    place integer, name integer, how integer, plain text COLLATE "C", lon_e5 integer,
    lat_e5 integer, feature_class text COLLATE "C"
);
CREATE TABLE frontmap.word_{0} (spoken text COLLATE "C", plain text COLLATE "C", english boolean);
CREATE TABLE frontmap.near_{0} (shorter text COLLATE "C", loose text COLLATE "C");
"""
_KEY_INDEX = f"CREATE INDEX key_order_{{0}} ON frontmap.key_{{0}} ({', '.join(KEY_COLUMNS)});"
# A name of a first-level area is indexed in part, for a page of an index holds 2,700 bytes.
_INDEXES = """
CREATE UNIQUE INDEX entry_place_{0} ON frontmap.entry_{0} (place);
CREATE UNIQUE INDEX entry_id_{0} ON frontmap.entry_{0} (id);
CREATE INDEX entry_admin_{0}
    ON frontmap.entry_{0} (country, left(split_part(admin, '|', 1), 100));
CREATE INDEX entry_point_{0} ON frontmap.entry_{0} USING gist (point);
CREATE INDEX key_place_{0} ON frontmap.key_{0} (place);
CREATE INDEX word_spoken_{0} ON frontmap.word_{0} (spoken, plain, english);
"""
_NEAR_INDEX = "CREATE INDEX near_shorter_{0} ON frontmap.near_{0} (shorter, loose);"


def create_tables(connection: psycopg.Connection, version: int) -> None:
    """Make the empty tables of a version."""
    connection.execute(_TABLES.format(version).encode())


def add_entries(
    connection: psycopg.Connection, version: int, entries: Iterable[GazetteerEntry], *, first: int
) -> None:
    """Add entries as places ``first``, ``first + 1``, ...

    Raises
    ------
    UnstorableError
        A text of an entry is what no database holds.
    """
    rows, keys, words = [], list[tuple[object, ...]](), set[WordKey]()
    for place, entry in enumerate(entries, start=first):
        rows.append((place, *_columns(entry)))
        keys += key_rows(entry, place)
        words |= set(word_keys(entry))
    _copy(connection, f"entry_{version} (place, {', '.join(COLUMNS)})", rows)
    _copy(connection, f"key_{version}", keys)
    _copy(connection, f"word_{version}", sorted(words))


def finish_tables(connection: psycopg.Connection, version: int) -> None:
    """Make the indexes, after the last entry."""
    connection.execute((_KEY_INDEX + _INDEXES).format(version).encode())
    for keys in _loose_keys(connection, version):
        _copy(connection, f"near_{version}", list(shorter_pairs(keys)))
    connection.execute(_NEAR_INDEX.format(version).encode())
    for name in _NAMES:
        connection.execute(f"ANALYZE frontmap.{name}_{version}".encode())


def drop_tables(connection: psycopg.Connection, version: int) -> None:
    """Remove the tables of a version, those that are there."""
    names = ", ".join(f"frontmap.{name}_{version}" for name in _NAMES)
    connection.execute(f"DROP TABLE IF EXISTS {names}".encode())


def _columns(entry: GazetteerEntry) -> tuple[object, ...]:
    row = row_of(entry)
    if not all(is_storable(value) for value in row if isinstance(value, str)):
        raise UnstorableError(f"entry {entry.id!r}", "has a NUL or half a character; remove that")
    if row.shape is None:
        return row
    shape = shapely.set_srid(entry.footprint.geometry, _CRS84)
    return row._replace(shape=shapely.to_wkb(shape, hex=True, include_srid=True))


def _loose_keys(connection: psycopg.Connection, version: int) -> Iterator[list[str]]:
    query = (
        f"SELECT DISTINCT loose FROM frontmap.key_{version} WHERE loose > %s"  # noqa: S608  our own text
        f" ORDER BY loose LIMIT {_BATCH}"
    )
    last = ""
    while keys := [key for (key,) in connection.execute(query.encode(), (last,))]:
        yield keys
        last = keys[-1]


def _copy(connection: psycopg.Connection, table: str, rows: Sequence[tuple[object, ...]]) -> None:
    # Frozen rows, which only a table of the same transaction may get, need no cleaning up later.
    query = f"COPY frontmap.{table} FROM STDIN (FREEZE)"
    with connection.cursor() as cursor, cursor.copy(query.encode()) as copy:
        for row in rows:
            copy.write_row(row)
