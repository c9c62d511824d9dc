"""Talking to PostgreSQL: the address, connections that come back, failures in one line.

Passwords are part of addresses and never of messages: what a server says is searched for them, and
an address that cannot be read is not repeated.
"""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from gazetteer.errors import GazetteerDamagedError, SourceUnavailableError
from geo.errors import FrontmapError

if TYPE_CHECKING:
    import psycopg

__all__ = [
    "VARIABLE", "DatabaseAddressError", "DatabaseDamagedError", "Session", "UnstorableError",
    "connected", "database_address", "is_storable", "set_path", "where_is",
]  # fmt: skip

#: The variable of the environment that names the database.
VARIABLE = "FRONTMAP_GAZETTEER"
_SCHEMES = ("postgresql://", "postgres://")
_PATIENCE_S = 10
#: A search takes milliseconds; what takes so long holds the server up.
_LONGEST_S = 30
_READER = f"""
SET default_transaction_read_only = on;
SET statement_timeout = '{_LONGEST_S}s';
"""
# PostGIS may be kept in any schema, and its types are named without it.
_PATH = """
SELECT set_config('search_path', concat_ws(', ', 'frontmap', quote_ident(nspname)), false)
FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace WHERE extname = 'postgis'
"""
_WAYS_OUT = {
    "InsufficientPrivilege": "ask its administrator to grant that to this role",
    "QueryCanceled": f"took longer than {_LONGEST_S} s or was stopped; try again",
    "UndefinedTable": "a set was replaced or removed meanwhile; run this again",
    "UndefinedObject": "ask its administrator to run: CREATE EXTENSION postgis",
}
#: Faults of what is stored, as against those of the server.
_UNSTORABLE = ("UniqueViolation", "ProgramLimitExceeded", "NumericValueOutOfRange")
_NO_ANSWER = "check the address, the password and that the server runs"


class DatabaseAddressError(FrontmapError, ValueError):
    """What names the database is no address of one."""

    def __init__(self) -> None:
        super().__init__(
            f"{VARIABLE} is no address of a PostgreSQL database;"
            " write it as postgresql://USER@HOST/DATABASE, an @ or / in a password as %40 or %2F"
        )


class DatabaseDamagedError(GazetteerDamagedError):
    """A set in a database has other tables than this version reads."""

    def __init__(self, where: str, problem: str) -> None:
        self.where = where
        # The parent's message speaks of a file.
        OSError.__init__(self, f"{where}: {problem}")


class UnstorableError(FrontmapError, ValueError):
    """Entries that a database cannot hold."""

    def __init__(self, thing: str, problem: str) -> None:
        self.thing = thing
        super().__init__(f"{thing}: {problem}")


def database_address() -> str:
    """Return the address of the database that the user has chosen, empty for none.

    Raises
    ------
    DatabaseAddressError
        The variable names something else.
    """
    address = os.environ.get(VARIABLE, "").strip()
    if address and not address.startswith(_SCHEMES):
        raise DatabaseAddressError
    return address


def where_is(address: str) -> str:
    """Return a database in words, without user and password.

    Examples
    --------
    >>> where_is("postgresql://anna:secret@db.example.org/places")
    'database places on db.example.org'
    """
    parts = _parts(address)
    host = parts.get("host") or "this machine"
    return f"database {parts.get('dbname') or parts.get('user') or 'of the user'} on {host}"


@contextmanager
def connected(address: str) -> Iterator[psycopg.Connection]:
    """Open a connection that may write, each statement by itself, and close it at the end.

    Raises
    ------
    SourceUnavailableError
        The server does not answer, or refuses what is asked of it within the block.
    ExtraMissingError
        The package ``psycopg`` is not installed.
    """
    with _told_plainly(address):
        connection = _connect(address)
        try:
            yield connection
        finally:
            connection.close()


@contextmanager
def _told_plainly(address: str) -> Iterator[None]:
    """Turn what goes wrong with the database into one line without a password."""
    failure = _psycopg().Error
    try:
        yield
    except failure as error:
        where, problem = where_is(address), _problem(error, address)
        if type(error).__name__ in _UNSTORABLE:
            which = (error.diag.message_detail or "")[:300]
            told = "; ".join(filter(None, (problem, which, "mend the entries")))
            raise UnstorableError(where, told) from error
        raise SourceUnavailableError(where, problem) from error


def set_path(connection: psycopg.Connection) -> bool:
    """Let PostGIS be found in whatever schema it is kept; tell whether it is there at all."""
    return connection.execute(_PATH).fetchone() is not None


def is_storable(text: str) -> bool:
    """Tell whether PostgreSQL can hold a text at all: it has no NUL and no lone surrogate."""
    return "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


class Session:
    """A connection that only reads, and is opened again once where it was cut.

    Threads may share it: they are answered one after the other.

    Parameters
    ----------
    on_open
        Called with each new connection before anything is asked.
    """

    def __init__(self, address: str, on_open: Callable[[psycopg.Connection], object]) -> None:
        self.address, self._on_open = address, on_open
        self._open: list[psycopg.Connection] = []
        self._lock = threading.Lock()
        # An open connection that is forgotten is a warning of its own.
        weakref.finalize(self, _close, self._open)
        with _told_plainly(address):
            self._connect()

    def ask(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query.

        Raises
        ------
        SourceUnavailableError
            The server is gone and does not come back, or it refuses.
        """
        with self._lock, _told_plainly(self.address):
            if not self._open:
                self._connect()
            try:
                return self._rows(query, values)
            except _psycopg().OperationalError:
                if not self._open[0].closed:
                    raise
                self._connect()
                return self._rows(query, values)

    def close(self) -> None:
        """Close the connection; another question opens it again."""
        with self._lock:
            _close(self._open)

    def _connect(self) -> None:
        _close(self._open)
        connection = _connect(self.address)
        self._open.append(connection)
        connection.execute(_READER.encode())
        self._on_open(connection)

    def _rows(self, query: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        return self._open[0].execute(query.encode(), values).fetchall()


def _close(connections: list[psycopg.Connection]) -> None:
    while connections:
        connections.pop().close()


def _psycopg() -> Any:
    try:
        import psycopg
    except ImportError as error:
        from gazetteer.sources.errors import ExtraMissingError

        raise ExtraMissingError("a PostgreSQL database", "postgres") from error
    return psycopg


def _parts(address: str) -> dict[str, Any]:
    psycopg = _psycopg()
    try:
        parts = dict(psycopg.conninfo.conninfo_to_dict(address))
    except psycopg.Error:
        # The error repeats the part that it cannot read, which may be the password.
        raise DatabaseAddressError from None
    # After an @ or / that is not written as %40 or %2F, a password goes on as host or database.
    if any("@" in str(parts.get(name) or "") for name in ("host", "port", "dbname")):
        raise DatabaseAddressError
    return parts


def _connect(address: str) -> psycopg.Connection:
    parts = {"connect_timeout": _PATIENCE_S, "application_name": "frontmap", **_parts(address)}
    connection = _psycopg().connect(**parts | {"client_encoding": "UTF8"}, autocommit=True)
    try:
        set_path(connection)
    except BaseException:
        connection.close()
        raise
    return connection  # type: ignore[no-any-return]  # the package is imported where it is there


def _problem(error: psycopg.Error, address: str) -> str:
    """Return what the server says, cut to its point, and what to do."""
    told = error.diag.message_primary or str(error) or type(error).__name__
    lines = [line.strip() for line in told.splitlines() if line.strip()]
    # Where several addresses of a host were tried, each has its line; the first says enough.
    problem = lines[0] if lines else type(error).__name__
    password = str(_parts(address).get("password") or "")
    if password:
        problem = problem.replace(password, "***")
    way_out = _WAYS_OUT.get(type(error).__name__, _NO_ANSWER if error.sqlstate is None else "")
    return f"{problem}; {way_out}" if way_out else problem
