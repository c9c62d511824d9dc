"""The one SQLite file of a project: opened whole or not at all, written in whole steps."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cattrs import BaseValidationError

from claims.ledger.codec import Codec, Pool
from claims.ledger.errors import LedgerDamagedError, LedgerError

__all__ = ["SCHEMA", "Ledger"]

SCHEMA = 2
_MAGIC = 0x66726D70  # "frmp": tells a ledger from any other SQLite file
_WHOLE = 1  # the version that kept one reading of each report, and none of its pieces
_MEMORY = Path(":memory:")
_WAY_OUT = "put back a copy of it, or move it away and run again to read all reports anew"
# What is read anew where the rules change, so that another version of it is made afresh.
_READINGS = """
CREATE TABLE readings (
    report TEXT NOT NULL REFERENCES reports(key),
    piece TEXT NOT NULL,        -- of a digest of several wars: where it stands; else empty
    ground TEXT NOT NULL,       -- fingerprint of the rules, places and theatre it was read with
    answers TEXT NOT NULL,      -- place expressions and the keys of what the gazetteer says
    figures TEXT NOT NULL,
    met TEXT NOT NULL,          -- lines of places.csv that settled something
    PRIMARY KEY (report, piece)
) WITHOUT ROWID;
CREATE TABLE claims (
    report TEXT NOT NULL REFERENCES reports(key),
    piece TEXT NOT NULL,
    number INTEGER NOT NULL,
    id TEXT NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (report, piece, number)
) WITHOUT ROWID;
"""
_TABLES = f"""{_READINGS}
CREATE TABLE reports (
    key TEXT PRIMARY KEY,       -- SHA-256 of the text, white space apart
    doc TEXT NOT NULL,          -- the name its claims carry
    source TEXT NOT NULL,       -- the project's name of where it came from
    title TEXT NOT NULL,
    published TEXT,             -- as told by the report or its feed, ISO 8601
    received TEXT NOT NULL,     -- when it was first read, ISO 8601
    replaces TEXT REFERENCES reports(key),  -- the earlier version under the same address
    aside TEXT NOT NULL,        -- why it is on no map, or empty
    step TEXT NOT NULL,         -- received, extracted, resolved or published
    report BLOB NOT NULL        -- the report as read, deflated JSON
) WITHOUT ROWID;
CREATE INDEX reports_by_doc ON reports (doc);
CREATE TABLE addresses (
    source TEXT NOT NULL,
    address TEXT NOT NULL,      -- a URL without what only counts visits, or a path in the project
    report TEXT NOT NULL REFERENCES reports(key),
    seen TEXT NOT NULL,         -- when this text was first met here
    current INTEGER NOT NULL,   -- whether the address held it at the last look
    PRIMARY KEY (source, address, report)
) WITHOUT ROWID;
CREATE INDEX addresses_by_address ON addresses (address);
CREATE TABLE contents (
    sha256 TEXT PRIMARY KEY,    -- of the bytes as fetched
    report TEXT NOT NULL REFERENCES reports(key)
) WITHOUT ROWID;
CREATE TABLE bodies (
    key TEXT PRIMARY KEY,       -- hash of the content
    body BLOB NOT NULL          -- gazetteer entries, shapes and answers, deflated JSON
) WITHOUT ROWID;
CREATE TABLE sources (
    source TEXT PRIMARY KEY,
    state TEXT NOT NULL         -- what a server wants to hear next time, JSON
) WITHOUT ROWID;
CREATE TABLE decisions (
    run INTEGER NOT NULL REFERENCES runs(number),
    claim TEXT NOT NULL,
    decision TEXT NOT NULL,     -- the row of decisions.csv as the run obeyed it, JSON
    PRIMARY KEY (run, claim)
) WITHOUT ROWID;
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    started TEXT NOT NULL,
    ended TEXT,                 -- empty: cut off
    outcome TEXT,
    told TEXT NOT NULL DEFAULT ''
);
CREATE TABLE publications (
    run INTEGER PRIMARY KEY REFERENCES runs(number),
    fingerprint TEXT NOT NULL,  -- of all that the outputs follow from
    manifest TEXT NOT NULL,
    claims BLOB                 -- the claims as published, deflated JSON Lines
);
"""


class Ledger:
    """An open ledger.

    Parameters
    ----------
    path
        The file; made where it is missing.
    read_only
        Look only; the file must be there.
    connection
        One that is open already.

    Raises
    ------
    LedgerDamagedError
        The file is no ledger, of a newer version, or harmed.
    LedgerError
        It cannot be opened or written.
    """

    def __init__(
        self,
        path: Path,
        *,
        read_only: bool = False,
        connection: sqlite3.Connection | None = None,
    ) -> None:
        self.path = path
        with _told(path):
            self.connection = connection or _connected(path, read_only=read_only)
        try:
            with _told(path):
                self._begin(read_only=read_only)
        except LedgerError:
            self.connection.close()
            raise
        self._known: set[str] = set()
        self.codec = Codec(Pool(get=self._body, put=self._keep_body))

    @classmethod
    def copied(cls, path: Path) -> Ledger:
        """Return a copy in memory, empty where there is no file; what is written to it is lost."""
        if not path.exists():
            return cls(_MEMORY)
        with cls(path, read_only=True) as whole, _told(path):
            copy = sqlite3.connect(_MEMORY, isolation_level=None)
            whole.connection.backup(copy)
        return cls(_MEMORY, connection=copy)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; what was written stays."""
        with _told(self.path):
            self.connection.close()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Write all that is done inside, or nothing."""
        with _told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
            except BaseException:
                self.connection.execute("ROLLBACK")
                self._known.clear()
                raise
            self.connection.execute("COMMIT")

    @contextmanager
    def opening(self, what: str) -> Iterator[None]:
        """Say in one line that something in the ledger is not as it was written."""
        try:
            yield
        except (zlib.error, ValueError, LookupError, TypeError, BaseValidationError) as error:
            if isinstance(error, LedgerError):
                raise
            raise LedgerDamagedError(self.path, f"{what} does not open; {_WAY_OUT}") from error

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows that answer a query."""
        with _told(self.path):
            return self.connection.execute(query, values).fetchall()

    def source_state(self, source: str) -> str:
        """Return what was kept for a source, empty where nothing was."""
        rows = self.ask("SELECT state FROM sources WHERE source = ?", source)
        return str(rows[0][0]) if rows else ""

    def keep_source_state(self, source: str, state: str) -> None:
        """Keep what a source's server wants to hear next time."""
        if state != self.source_state(source):
            with self.writing() as connection:
                connection.execute("INSERT OR REPLACE INTO sources VALUES (?, ?)", (source, state))

    def _begin(self, *, read_only: bool) -> None:
        application, version = self._pragma("application_id"), self._pragma("user_version")
        fresh = application == 0 and not read_only and self._is_empty()
        if not fresh and application != _MAGIC:
            raise LedgerDamagedError(self.path, f"is no ledger; {_WAY_OUT}")
        if not read_only:
            self._make_durable()
        if fresh:
            marks = f"PRAGMA application_id = {_MAGIC}; PRAGMA user_version = {SCHEMA};"
            self.connection.executescript(f"BEGIN; {_TABLES} {marks} COMMIT;")
            return
        if version == _WHOLE and read_only:
            raise LedgerError(self.path, "is of an earlier version; run: frontmap refresh")
        if version not in (_WHOLE, SCHEMA):
            problem = f"has tables of version {version} and this frontmap reads {SCHEMA}"
            raise LedgerDamagedError(self.path, f"{problem}; {_WAY_OUT}")
        self.check()
        if version == _WHOLE:
            drop = "DROP TABLE claims; DROP TABLE readings;"
            mark = f"PRAGMA user_version = {SCHEMA};"
            self.connection.executescript(f"BEGIN; {drop} {_READINGS} {mark} COMMIT;")

    def _make_durable(self) -> None:
        # What is told as done stays done, also where the power fails.
        for setting in ("synchronous = FULL", "journal_mode = WAL", "foreign_keys = ON"):
            self.connection.execute(f"PRAGMA {setting}")

    def check(self) -> None:
        """Raise LedgerDamagedError where the file is not as SQLite wrote it."""
        with _told(self.path):
            found = self.connection.execute("PRAGMA quick_check(1)").fetchone()
        if found != ("ok",):
            raise LedgerDamagedError(self.path, f"is damaged ({found[0]}); {_WAY_OUT}")

    def _is_empty(self) -> bool:
        return not self.connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]

    def _pragma(self, name: str) -> int:
        return int(self.connection.execute(f"PRAGMA {name}").fetchone()[0])

    def _body(self, key: str) -> bytes:
        rows = self.ask("SELECT body FROM bodies WHERE key = ?", key)
        if not rows:
            raise LedgerDamagedError(self.path, f"lacks the body {key}; {_WAY_OUT}")
        return bytes(rows[0][0])

    def _keep_body(self, key: str, body: bytes) -> None:
        if key not in self._known:
            self.connection.execute("INSERT OR IGNORE INTO bodies VALUES (?, ?)", (key, body))
            self._known.add(key)


def _connected(path: Path, *, read_only: bool) -> sqlite3.Connection:
    if read_only:
        # Without a log that is left over nothing is to be settled, and nothing is written.
        still = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
        uri = f"{path.resolve().as_uri()}?mode=ro{still}"
        return sqlite3.connect(uri, uri=True, isolation_level=None)
    if path != _MEMORY:
        path.parent.mkdir(parents=True, exist_ok=True)
    return sqlite3.connect(path, isolation_level=None, timeout=30)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say in one line what SQLite or the system has against the file."""
    try:
        yield
    except LedgerError:
        raise
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise LedgerError(path, f"cannot be used ({error}); free or open its folder") from error
        raise LedgerDamagedError(path, f"is damaged ({error}); {_WAY_OUT}") from error
    except UnicodeDecodeError as error:  # SQLite quotes harmed bytes in its complaint
        raise LedgerDamagedError(path, f"is damaged; {_WAY_OUT}") from error
    except OSError as error:
        raise LedgerError(path, f"cannot be opened ({error.strerror or error})") from error
