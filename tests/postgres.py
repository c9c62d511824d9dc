"""A throwaway PostgreSQL with PostGIS, for tests that talk to a real server."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

__all__ = ["PASSWORD", "Server", "running_server", "server_or_skip"]

PASSWORD = "s3cret-of-the-tests"  # noqa: S105  of a server that lives as long as the tests
_PATIENCE_S = "60"
_PROGRAMS = Path("/usr/lib/postgresql")
# Nothing of it is to survive a power cut, so nothing waits for the disk.
_SETTINGS = """
listen_addresses = '127.0.0.1'
unix_socket_directories = '{folder}'
port = {port}
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 60
"""
_ACCESS = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"


@dataclass(frozen=True, slots=True)
class Server:
    """A running cluster: where it listens, and the programs that steer it."""

    folder: Path
    port: int
    programs: Path

    def address(self, database: str = "postgres", *, user: str = "postgres") -> str:
        """Return the address of a database over the socket."""
        return f"postgresql://{user}@/{database}?host={self.folder}&port={self.port}"

    def loopback(
        self, database: str = "postgres", *, user: str = "postgres", password: str = PASSWORD
    ) -> str:
        """Return the address of a database over the loopback, where a password is asked for."""
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def new_database(self, name: str, options: str = "") -> str:
        """Make an empty database and return its address."""
        self.run(f"DROP DATABASE IF EXISTS {name} (FORCE)")
        self.run(f"CREATE DATABASE {name} {options}")
        return self.address(name)

    def run(self, statement: str, database: str = "postgres") -> None:
        """Execute one statement as the administrator."""
        with psycopg.connect(self.address(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        """Start the cluster and wait until it answers."""
        self._steer("start", "-w", "-t", _PATIENCE_S, "-l", str(self.folder / "log"))

    def stop(self) -> None:
        """Stop the cluster and cut all connections."""
        self._steer("stop", "-m", "fast", "-w", "-t", _PATIENCE_S)

    def _steer(self, *arguments: str) -> None:
        cluster = ["-D", str(self.folder / "cluster")]
        _as_user([str(self.programs / "pg_ctl"), *cluster, *arguments])


def server_or_skip() -> Path:
    """Return where PostgreSQL's programs lie; skip without it, but fail where CI hides nothing."""
    found = sorted(_PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    programs = found[-1].parent if found else Path(on_path).parent if on_path else None
    shared = list(Path("/usr/share/postgresql").glob("*/extension/postgis.control"))
    if programs and (shared or on_path):
        return programs
    reason = "PostgreSQL with PostGIS is not installed; run: scripts/setup --database"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def running_server() -> Iterator[Server]:
    """Make a cluster in a folder of its own, run it, and leave nothing behind."""
    programs = server_or_skip()
    # The path of a socket has at most 107 characters, so the folder is not pytest's.
    with tempfile.TemporaryDirectory(prefix="frontmap-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        server = Server(folder, _free_port(), programs)
        _make(server)
        server.start()
        try:
            server.run(f"ALTER ROLE postgres PASSWORD '{PASSWORD}'")
            yield server
        finally:
            server.stop()


def _make(server: Server) -> None:
    cluster = server.folder / "cluster"
    _as_user(
        [
            str(server.programs / "initdb"), "-D", str(cluster), "--username=postgres",
            "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync",
        ]
    )  # fmt: skip
    settings = _SETTINGS.format(folder=server.folder, port=server.port)
    with (cluster / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(settings)
    (cluster / "pg_hba.conf").write_text(_ACCESS, encoding="utf-8")


def _as_user(command: list[str]) -> None:
    # PostgreSQL refuses to run as root; Debian's package makes the user postgres.
    root = os.geteuid() == 0
    user = pwd.getpwnam("postgres") if root else None
    done = subprocess.run(
        command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, cwd="/",
        user=user.pw_uid if user else None, group=user.pw_gid if user else None,
        extra_groups=[] if user else None,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
