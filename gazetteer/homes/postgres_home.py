"""Gazetteers in PostgreSQL with PostGIS: a home that a team shares.

Each set has tables of its own, whose names carry the number of its version. A set is loaded into
new ones, and a row of ``frontmap.gazetteer`` says which version is the set. So loading again is one
step for all who read; who has the old version open keeps it, by a shared lock on its number, and
whatever nobody holds any longer is dropped after the next load.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from gazetteer.entry import GazetteerEntry
from gazetteer.errors import PlaceNotFoundError, SourceUnavailableError
from gazetteer.homes.filing import families_over
from gazetteer.homes.found import Holding
from gazetteer.homes.index_file import SCHEMA, Progress
from gazetteer.homes.ordering import by_name
from gazetteer.homes.postgres_rows import PostgresRows
from gazetteer.homes.postgres_session import (
    DatabaseDamagedError,
    Session,
    UnstorableError,
    connected,
    is_storable,
    set_path,
    where_is,
)
from gazetteer.homes.postgres_tables import add_entries, create_tables, drop_tables, finish_tables
from gazetteer.homes.stores import RowStore

if TYPE_CHECKING:
    import psycopg

__all__ = ["load_set", "open_set", "remove_set", "sets"]

_BATCH = 2_000
#: The first half of the numbers of our advisory locks: "fron" as a number. A second half of 0
#: stands for the schema, others for versions.
_LOCKS = 0x66726F6E
_CATALOGUE = """
CREATE SCHEMA IF NOT EXISTS frontmap;
CREATE SEQUENCE IF NOT EXISTS frontmap.version AS integer;
CREATE TABLE IF NOT EXISTS frontmap.gazetteer (
    name text COLLATE "C" PRIMARY KEY, version integer NOT NULL, tables integer NOT NULL,
    entries bigint NOT NULL, countries text[] NOT NULL, about text NOT NULL
);
"""
_ENTER = """
INSERT INTO frontmap.gazetteer VALUES (%s, %s, %s, %s, %s, %s)
ON CONFLICT (name) DO UPDATE SET version = excluded.version, tables = excluded.tables,
    entries = excluded.entries, countries = excluded.countries, about = excluded.about
"""
_SIZE = """(
    SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
    WHERE relnamespace = 'frontmap'::regnamespace AND relkind = 'r'
    AND relname ~ ('_' || version || '$')
)"""
_SET = f"name, version, tables, entries, countries, about, {_SIZE}"
# Tables of a load that is not finished are not seen here, and those of other roles are theirs.
_UNUSED = """
SELECT substr(relname, 7)::integer AS unused FROM pg_class
WHERE relnamespace = 'frontmap'::regnamespace AND relname ~ '^entry_[0-9]+$'
    AND pg_has_role(relowner, 'USAGE')
    AND substr(relname, 7)::integer NOT IN (SELECT version FROM frontmap.gazetteer)
ORDER BY unused
"""


class _Set(NamedTuple):
    """A row of the catalogue, with the size of its tables."""

    name: str
    version: int
    tables: int
    entries: int
    countries: list[str]
    about: str
    size_bytes: int


class _Hold:
    """Finds a set on the first connection, and keeps its version from being dropped on each."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.found: _Set | None = None

    def __call__(self, connection: psycopg.Connection) -> None:
        if self.found is None:
            self.found = _held(connection, self._name)
        else:
            _lock(connection, self.found.version)


def load_set(
    address: str,
    name: str,
    entries: Iterable[GazetteerEntry],
    *,
    about: Mapping[str, str],
    progress: Progress | None = None,
    expected: int = 0,
) -> int:
    """Load a set in place of the one of its name, in one step, and return how many entries it has.

    Until all is done everybody sees the old set; where anything fails it stays. Two loads at once
    both succeed, and the set is the one that ended last.

    Parameters
    ----------
    address
        ``postgresql://USER@HOST/DATABASE``.
    about, progress, expected
        As for ``gazetteer.homes.index_file.build_index``.

    Raises
    ------
    DatabaseAddressError
        It is no address.
    SourceUnavailableError
        The server does not answer, has no PostGIS, or refuses.
    UnstorableError
        An entry is one that no database holds, or two have one id.
    ExtraMissingError
        The package ``psycopg`` is not installed.
    """
    if not is_storable(name):
        raise UnstorableError(f"gazetteer {name!r}", "has a NUL or half a character in its name")
    with connected(address) as connection:
        _prepare(connection, where_is(address))
        with connection.transaction():
            version = _version(connection)
            countries, number, source = set[str](), 0, by_name(entries)
            while batch := list(islice(source, _BATCH)):
                add_entries(connection, version, batch, first=number + 1)
                countries |= {entry.country for entry in batch}
                number += len(batch)
                if progress and expected:
                    progress(f"loading {name}", min(1.0, number / expected))
            finish_tables(connection, version)
            told = json.dumps(dict(about))
            row = (name, version, SCHEMA, number, sorted(countries), told)
            connection.execute(_ENTER, row)
        _sweep(connection)
    return number


def open_set(address: str, name: str) -> RowStore:
    """Open a set to ask it; loading it again meanwhile does not change what is open.

    Raises
    ------
    PlaceNotFoundError
        The database has no such set.
    SourceUnavailableError, DatabaseAddressError, ExtraMissingError
        As for ``load_set``.
    GazetteerDamagedError
        The set was loaded by another version.
    """
    hold = _Hold(name)
    session = Session(address, hold)
    found, way_out = hold.found, f"run: frontmap gazetteer add {name}"
    if found is None:
        session.close()
        raise PlaceNotFoundError(name, way_out)
    if found.tables != SCHEMA:
        session.close()
        problem = f"has tables of version {found.tables} and this frontmap reads {SCHEMA}"
        raise DatabaseDamagedError(f"{where_is(address)}, set {name}", f"{problem}; {way_out}")
    return RowStore(
        PostgresRows(session, found.version),
        families_over(found.countries),
        about=json.loads(found.about),
        size_bytes=found.size_bytes,
    )


def sets(address: str) -> tuple[Holding, ...]:
    """Return what a database holds, by name; nothing where no set was ever loaded."""
    with connected(address) as connection:
        return tuple(map(_holding, _rows(connection, "ORDER BY name")))


def remove_set(address: str, name: str) -> Holding:
    """Remove a set and return what it was; raise PlaceNotFoundError where there is none."""
    with connected(address) as connection:
        found = _row(connection, name)
        if found is None:
            raise PlaceNotFoundError(name, "see those that are there: frontmap gazetteer list")
        connection.execute("DELETE FROM frontmap.gazetteer WHERE name = %s", (name,))
        _sweep(connection)
        return _holding(found)


def _prepare(connection: psycopg.Connection, where: str) -> None:
    """Make the schema where it is not, one process at a time."""
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        problem = f"keeps text as {encoding}; make one with: createdb --encoding=UTF8"
        raise SourceUnavailableError(where, problem)
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s, 0)", (_LOCKS,))
        if not set_path(connection):
            _add_postgis(connection, where)
        if not _has_catalogue(connection):
            connection.execute(_CATALOGUE)


def _add_postgis(connection: psycopg.Connection, where: str) -> None:
    from psycopg import errors

    refusals = errors.FeatureNotSupported, errors.UndefinedFile, errors.InsufficientPrivilege
    try:
        connection.execute("CREATE EXTENSION postgis")
    except refusals as error:
        problem = "has no PostGIS; install it on the server, then run in it as administrator:"
        raise SourceUnavailableError(where, f"{problem} CREATE EXTENSION postgis") from error
    set_path(connection)


def _has_catalogue(connection: psycopg.Connection) -> bool:
    (name,) = connection.execute("SELECT to_regclass('frontmap.gazetteer')::text").fetchall()[0]
    return name is not None


def _version(connection: psycopg.Connection) -> int:
    ((version,),) = connection.execute("SELECT nextval('frontmap.version')::integer").fetchall()
    create_tables(connection, version)
    return int(version)


def _rows(connection: psycopg.Connection, where: str, *values: str) -> Iterator[_Set]:
    if not all(map(is_storable, values)) or not _has_catalogue(connection):
        return iter(())
    query = f"SELECT {_SET} FROM frontmap.gazetteer {where}"  # noqa: S608  our own text
    return map(_Set._make, connection.execute(query.encode(), values).fetchall())


def _row(connection: psycopg.Connection, name: str) -> _Set | None:
    return next(_rows(connection, "WHERE name = %s", name), None)


def _held(connection: psycopg.Connection, name: str) -> _Set | None:
    """Return a set whose version is held; it may be replaced between looking and holding."""
    while found := _row(connection, name):
        _lock(connection, found.version)
        now = _row(connection, name)
        if now and now.version == found.version:
            return now
        connection.execute("SELECT pg_advisory_unlock_all()")
    return None


def _lock(connection: psycopg.Connection, version: int) -> None:
    connection.execute("SELECT pg_advisory_lock_shared(%s, %s)", (_LOCKS, version))


def _sweep(connection: psycopg.Connection) -> None:
    """Drop versions that are no set any longer and that nobody has open."""
    for (version,) in connection.execute(_UNUSED).fetchall():
        with connection.transaction():
            query = "SELECT pg_try_advisory_xact_lock(%s, %s)"
            ((free,),) = connection.execute(query, (_LOCKS, version)).fetchall()
            if free:
                drop_tables(connection, version)


def _holding(found: _Set) -> Holding:
    about = json.loads(found.about)
    return Holding(
        name=found.name, rows=found.entries, source=about.get("source", ""),
        licence=about.get("licence", ""), size_bytes=found.size_bytes,
    )  # fmt: skip
