"""One refresh of a project at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from frontmap.output import OutputError
from geo.errors import FrontmapError

__all__ = ["RefreshRunsError", "locked"]

_NAME = "lock"


class RefreshRunsError(FrontmapError, BlockingIOError):
    """Another refresh of the same project is running; the command ends with code 75."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"another refresh of {folder} is running; let it end, then run again")


@contextmanager
def locked(state_folder: Path) -> Iterator[None]:
    """Hold the project for this process alone.

    The system lets go of the lock of a process that died, so none is ever stale.

    Raises
    ------
    RefreshRunsError
        Another process holds it.
    OutputError
        The folder cannot be written.
    """
    lock = FileLock(state_folder / _NAME)
    try:
        state_folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout:
        raise RefreshRunsError(state_folder.parent) from None
    except OSError as error:
        problem = f"cannot be written ({error.strerror or error})"
        raise OutputError(state_folder, problem, "let the folder be written, run again") from None
    try:
        yield
    finally:
        lock.release()
