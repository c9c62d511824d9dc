"""What online services have answered, kept on disk so that no name is asked twice."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from filelock import FileLock, Timeout

from gazetteer.errors import GazetteerDamagedError
from gazetteer.services.online_rows import OnlineRow, row_from_json, row_to_json

__all__ = ["OnlineCache", "Question"]

_T = TypeVar("_T")

# The version of the tables is in the name: another version is simply another file.
_FILE = "online-1.sqlite"
_PATIENCE_S = 30.0
_TABLES = """
CREATE TABLE IF NOT EXISTS answer (
    service TEXT, place TEXT, query TEXT, countries TEXT, language TEXT, sealed BLOB NOT NULL,
    PRIMARY KEY (service, place, query, countries, language)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS feature (
    service TEXT, place TEXT, id TEXT, sealed BLOB NOT NULL, PRIMARY KEY (service, place, id)
) WITHOUT ROWID;
"""
_SEAL_BYTES = 16
# What SQLite says of a full or busy disk rather than of the file.
_NOT_THE_FILE = {
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked, of whom: an answer holds for exactly this."""

    service: str
    place: str
    query: str
    countries: tuple[str, ...]
    language: str

    @property
    def columns(self) -> tuple[str, ...]:
        """The question as a row; letters' case and the order of countries make no other one."""
        query = " ".join(self.query.casefold().split())
        return self.service, self.place, query, ",".join(sorted(self.countries)), self.language


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineCache:
    """Answers in one SQLite file that several processes may use at once.

    A file that cannot be read is set aside beside the new one, for it holds nothing that cannot be
    asked again. A full disk or a closed folder raises GazetteerDamagedError.

    Parameters
    ----------
    folder
        Where the file is or will be.
    keep_s, keep_nothing_s
        Seconds that an answer holds, and that "nothing found" does.
    """

    folder: Path
    keep_s: float
    keep_nothing_s: float

    def find(self, question: Question, *, now: float) -> tuple[OnlineRow, ...] | None:
        """Return the answer that is kept, empty for "nothing found"; None where none holds.

        An answer of the future, from before the clock was set back, holds no longer.
        """
        query = (
            "SELECT sealed FROM answer WHERE service = ? AND place = ? AND query = ?"
            " AND countries = ? AND language = ?"
        )
        kept = self._sealed(query, question.columns)
        if kept is None:
            return None
        age_s, rows = now - kept["at"], kept["rows"]
        holds = 0 <= age_s <= (self.keep_s if rows else self.keep_nothing_s)
        return tuple(row_from_json(row) for row in rows) if holds else None

    def feature(self, service: str, place: str, entry_id: str) -> OnlineRow | None:
        """Return a feature of any answer, however old: an id keeps its meaning."""
        query = "SELECT sealed FROM feature WHERE service = ? AND place = ? AND id = ?"
        kept = self._sealed(query, (service, place, entry_id))
        return row_from_json(kept) if kept else None

    def keep(self, question: Question, rows: Sequence[OnlineRow], *, now: float) -> None:
        """Keep an answer in place of the one before."""
        plain = [row_to_json(row) for row in rows]
        answer = (*question.columns, _seal({"at": now, "rows": plain}))
        features = [
            (question.service, question.place, row.id, _seal(text))
            for row, text in zip(rows, plain, strict=True)
        ]

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.execute("INSERT OR REPLACE INTO answer VALUES (?,?,?,?,?,?)", answer)
                connection.executemany("INSERT OR REPLACE INTO feature VALUES (?,?,?,?)", features)

        self._use(write)

    def size(self, service: str, place: str) -> tuple[int, int]:
        """Return how many features of a service are kept, and the size of the file in bytes."""
        query = "SELECT count(*) FROM feature WHERE service = ? AND place = ?"
        rows = self._use(lambda c: int(c.execute(query, (service, place)).fetchone()[0]))
        return rows, self._path.stat().st_size

    @property
    def _path(self) -> Path:
        return self.folder / _FILE

    def _sealed(self, query: str, values: tuple[str, ...]) -> Any:
        kept = self._use(lambda connection: connection.execute(query, values).fetchone())
        return _unseal(kept[0]) if kept else None

    def _use(self, work: Callable[[sqlite3.Connection], _T]) -> _T:
        """Open the file for one use, so that threads and forked processes share no connection."""
        try:
            try:
                with closing(self._connect()) as connection:
                    return work(connection)
            except sqlite3.Error as error:
                if not _is_damage(error):
                    raise
            self._set_aside()
            with closing(self._connect()) as connection:
                return work(connection)
        except (OSError, sqlite3.Error, Timeout) as error:
            problem = f"{error}; free or open the folder, or set FRONTMAP_HOME to another"
            raise GazetteerDamagedError(self._path, problem) from error

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=_PATIENCE_S)
        try:
            connection.executescript(_TABLES)
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _set_aside(self) -> None:
        with FileLock(self._path.with_suffix(".lock"), timeout=_PATIENCE_S):
            # Another process may have been quicker, and the file may be new by now.
            if self._is_sound():
                return
            self._path.replace(self._path.with_suffix(".damaged"))
            for journal in self.folder.glob(f"{_FILE}-*"):
                journal.unlink(missing_ok=True)

    def _is_sound(self) -> bool:
        try:
            with closing(self._connect()) as connection:
                # Columns of a foreign file are seen here, a head that forbids writing below.
                for table in ("answer", "feature"):
                    connection.execute(f"SELECT sealed FROM {table} LIMIT 1")  # noqa: S608  ours
                connection.execute("PRAGMA user_version = 1")
                return bool(connection.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",))
        except sqlite3.Error as error:
            if _is_damage(error):
                return False
            raise


def _is_damage(error: sqlite3.Error) -> bool:
    # The low byte is the kind of error, the rest its finer distinctions.
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF not in _NOT_THE_FILE


def _seal(value: Any) -> bytes:
    """Write a value with its digest: SQLite does not notice a digit that changes."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return hashlib.sha256(text).digest()[:_SEAL_BYTES] + text


def _unseal(sealed: Any) -> Any:
    """Read a value; None where it is not as it was written."""
    if not isinstance(sealed, bytes):
        return None
    seal, text = sealed[:_SEAL_BYTES], sealed[_SEAL_BYTES:]
    return json.loads(text) if hashlib.sha256(text).digest()[:_SEAL_BYTES] == seal else None
