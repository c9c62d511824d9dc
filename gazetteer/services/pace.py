"""The pace at which one service is asked, kept over all processes of a user."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from gazetteer.errors import GazetteerDamagedError, SourceUnavailableError

__all__ = ["Pace"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Turns at a service, one at a time.

    A turn holds a lock of the operating system, which lets go of it when its holder dies. A small
    file beside it says when the last turn was and how long to wait after it.

    Parameters
    ----------
    folder
        Where the lock and the file are; it must be there.
    source
        The service and where it is: ``nominatim at nominatim.openstreetmap.org``.
    interval_s
        Least seconds from the end of one turn to the start of the next.
    most_wait_s
        A longer wait is refused instead of slept through.
    clock, sleep
        Seconds since 1970, and what waits for some seconds.
    """

    folder: Path
    source: str
    interval_s: float
    most_wait_s: float
    clock: Callable[[], float]
    sleep: Callable[[float], None]

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for this process's turn, and keep it for the time of one request.

        Raises
        ------
        SourceUnavailableError
            The service asked for more patience than ``most_wait_s``, or the user's other processes
            keep it busy for that long.
        GazetteerDamagedError
            The folder cannot hold locks or cannot be written.
        """
        waited_s = 0.0
        while True:
            with self._locked():
                wait_s = self._wait_s()
                if wait_s <= 0:
                    yield from self._taken()
                    return
            # Without the lock, so that a process that asks name after name starves nobody.
            waited_s += self._bearable(wait_s, waited_s)
            self.sleep(wait_s)

    def _taken(self) -> Iterator[None]:
        # Written before the request as well: a process may die in the middle of it.
        self._write(self.interval_s)
        try:
            yield
        finally:
            # What postpone said within the turn; else the interval, from now on.
            self._write(max(self.interval_s, self._wait_s()))

    def _bearable(self, wait_s: float, waited_s: float) -> float:
        """Return the wait; raise where it is too long by itself or on top of the one before."""
        if wait_s > self.most_wait_s:
            problem = f"asks not to be asked again for {math.ceil(wait_s)} s; try again then"
            raise SourceUnavailableError(self.source, problem, retry_after_s=wait_s)
        if waited_s + wait_s > self.most_wait_s:
            raise self._busy()
        return wait_s

    def postpone(self, wait_s: float) -> None:
        """Let every process of the user wait, from within a turn."""
        self._write(max(self.interval_s, wait_s))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FileLock(self._path(".lock"))
        try:
            lock.acquire(timeout=self.most_wait_s)
        except Timeout:
            raise self._busy() from None
        except (OSError, NotImplementedError) as error:
            raise self._unusable(error) from error
        try:
            yield
        finally:
            lock.release()

    def _wait_s(self) -> float:
        """Return the seconds to wait from now, never more than was said in the file."""
        try:
            stamp = json.loads(self._path(".json").read_text(encoding="utf-8"))
            at, wait_s = float(stamp["at"]), float(stamp["wait_s"])
        except FileNotFoundError:
            return 0.0
        except (OSError, ValueError, TypeError, KeyError, OverflowError):
            at, wait_s = math.nan, math.nan  # half written by a process that died
        if not math.isfinite(wait_s):
            at, wait_s = math.nan, self.interval_s
        now = self.clock()
        if not at <= now:
            # The clock was set back. Nobody waits for it to catch up; the wait starts anew.
            self._write(wait_s)
            return wait_s
        return max(0.0, at + wait_s - now)

    def _write(self, wait_s: float) -> None:
        stamp = json.dumps({"at": self.clock(), "wait_s": wait_s})
        try:
            self._path(".json").write_text(stamp, encoding="utf-8")
        except OSError as error:
            raise self._unusable(error) from error

    def _path(self, suffix: str) -> Path:
        digest = hashlib.sha256(self.source.encode()).hexdigest()[:12]
        return self.folder / f"pace-{digest}{suffix}"

    def _busy(self) -> SourceUnavailableError:
        problem = "is kept busy by your other processes; try again later"
        return SourceUnavailableError(self.source, problem)

    def _unusable(self, error: Exception) -> GazetteerDamagedError:
        problem = f"{error}; free or open the folder, or set FRONTMAP_HOME to another"
        return GazetteerDamagedError(self.folder, problem)
