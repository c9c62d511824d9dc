"""Gazetteers as files: one SQLite file a set, written whole and opened read-only.

Two fields of SQLite's own header are used: ``user_version`` holds the version of the tables, and
``application_id`` a CRC-32 of the file with that field left out, so that a damaged or foreign file
is known before anything is asked of it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from gazetteer.entry import GazetteerEntry
from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.filing import families_over
from gazetteer.homes.ordering import by_name
from gazetteer.homes.sqlite_rows import SqliteRows
from gazetteer.homes.sqlite_tables import add_entries, create_tables, finish_tables
from gazetteer.homes.stores import RowStore

__all__ = ["SCHEMA", "Progress", "build_index", "open_index"]

#: Version of the tables; other versions are refused.
SCHEMA = 11
#: Called with what is being made and the share that is done, 0 to 1.
Progress = Callable[[str, float], None]

_BATCH = 2_000
_MAGIC = b"SQLite format 3\0"
_VERSION_AT, _CHECKSUM_AT, _HEADER = 60, 68, 100
#: Up to twice this size the whole file is summed, beyond it as much in even pieces.
_SUMMED_BYTES, _PIECE_BYTES = 24 << 20, 1 << 18
_COUNTRIES = "SELECT DISTINCT country FROM entry ORDER BY country"
_PRAGMAS = "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"


def build_index(
    path: Path,
    entries: Iterable[GazetteerEntry],
    *,
    about: Mapping[str, str],
    progress: Progress | None = None,
    expected: int = 0,
) -> int:
    """Write a set of entries to a new file and return how many they are.

    The same entries give the same bytes. Entries are taken one batch at a time, so that a planet
    needs no more memory than a village.

    Parameters
    ----------
    about
        What the set should tell of itself: ``name``, ``source``, ``licence``.
    expected
        The number of entries where it is known, for the progress.

    Raises
    ------
    OSError, sqlite3.Error
        Where the file cannot be written; what was written is left to the caller to remove.
    """
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_PRAGMAS)
        create_tables(connection)
        number, source = 0, by_name(entries)
        while batch := list(islice(source, _BATCH)):
            number += add_entries(connection, batch, first=number + 1)
            if progress and expected:
                progress(f"index of {about.get('name', path.stem)}", min(1.0, number / expected))
        finish_tables(connection)
        countries = [code for (code,) in connection.execute(_COUNTRIES)]
        whole = RowStore(SqliteRows(connection), families_over(countries), about=about)
        connection.execute("CREATE TABLE about (about TEXT, countries TEXT, recurrence REAL)")
        told = json.dumps(dict(about)), json.dumps(countries), whole.recurrence
        connection.execute("INSERT INTO about VALUES (?, ?, ?)", told)
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.commit()
    finally:
        connection.close()
    _stamp(path)
    return number


def open_index(path: Path, *, way_out: str = "make it again") -> RowStore:
    """Open a set, read-only.

    Parameters
    ----------
    way_out
        What a user should do where it is damaged.

    Raises
    ------
    GazetteerDamagedError
        Where the file is no index, of another version, or not as it was written.
    """
    try:
        _check(path, way_out)
        # immutable: the file never changes once written, so no locks and no journal are needed.
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(
            uri, uri=True, check_same_thread=False, factory=_watched(path, way_out)
        )
        about = connection.execute("SELECT about, countries, recurrence FROM about")
        told, countries, recurrence = about.fetchone()
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, GazetteerDamagedError):
            raise
        raise GazetteerDamagedError(path, f"cannot be read ({error}); {way_out}") from error
    families = families_over(json.loads(countries))
    return RowStore(
        SqliteRows(connection),
        families,
        about=json.loads(told),
        size_bytes=path.stat().st_size,
        recurrence=recurrence,
    )


def _watched(path: Path, way_out: str) -> type[sqlite3.Connection]:
    """Return connections that say what to do where the file is damaged while it is open.

    A disk that fails, or a program that writes into the file, shows at any later question.
    """

    def damaged(error: sqlite3.Error) -> GazetteerDamagedError:
        return GazetteerDamagedError(path, f"was damaged while it was open ({error}); {way_out}")

    class Cursor(sqlite3.Cursor):
        def __next__(self) -> Any:
            try:
                return super().__next__()
            except sqlite3.Error as error:
                raise damaged(error) from error

        def fetchmany(self, size: int | None = 1) -> list[Any]:
            try:
                return super().fetchmany(size)
            except sqlite3.Error as error:
                raise damaged(error) from error

        def fetchall(self) -> list[Any]:
            try:
                return super().fetchall()
            except sqlite3.Error as error:
                raise damaged(error) from error

    class Connection(sqlite3.Connection):
        def execute(self, query: str, values: Any = (), /) -> sqlite3.Cursor:
            try:
                return self.cursor(Cursor).execute(query, values)
            except sqlite3.Error as error:
                raise damaged(error) from error

    return Connection


def _check(path: Path, way_out: str) -> None:
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise GazetteerDamagedError(path, f"is no index of places; {way_out}")
    version = int.from_bytes(header[_VERSION_AT : _VERSION_AT + 4], "big")
    if version != SCHEMA:
        problem = f"has tables of version {version} and this frontmap reads {SCHEMA}; {way_out}"
        raise GazetteerDamagedError(path, problem)
    if header[_CHECKSUM_AT : _CHECKSUM_AT + 4] != _checksum(path):
        raise GazetteerDamagedError(path, f"is damaged: its checksum differs; {way_out}")


def _stamp(path: Path) -> None:
    checksum = _checksum(path)
    with path.open("r+b") as file:
        file.seek(_CHECKSUM_AT)
        file.write(checksum)
        file.flush()
        os.fsync(file.fileno())


def _checksum(path: Path) -> bytes:
    """Return the CRC-32 of size and content, of large files in even pieces."""
    size = path.stat().st_size
    total = zlib.crc32(size.to_bytes(8, "big"))
    step = _PIECE_BYTES * max(1, size // _SUMMED_BYTES)
    piece = bytearray(_PIECE_BYTES)
    with path.open("rb") as file:
        for start in range(0, size, step):
            file.seek(start)
            length = file.readinto(piece)
            if start == 0:
                piece[_CHECKSUM_AT : _CHECKSUM_AT + 4] = bytes(4)
            total = zlib.crc32(memoryview(piece)[:length], total)
    return total.to_bytes(4, "big")
