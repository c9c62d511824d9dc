"""What a refresh does, line by line, for machines: one JSON object a line, added to a file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from geo.errors import FrontmapError

__all__ = ["LogError", "RunLog"]


class LogError(FrontmapError, OSError):
    """A log that cannot be written."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: the log cannot be written ({problem}); name another file")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLog:
    """A log of runs; each line is written whole, also where two processes write at once.

    Parameters
    ----------
    path
        The file to add to, made where it is missing; None writes nothing.
    clock
        Returns the time of a line, aware.
    """

    path: Path | None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def add(self, level: str, event: str, **fields: Any) -> None:
        """Add one line with ``time``, ``level``, ``event``, the process and its own fields.

        Raises
        ------
        LogError
            The file cannot be written.
        """
        if self.path is None:
            return
        moment = self.clock().isoformat(timespec="milliseconds")
        row = {"time": moment, "level": level, "event": event, "pid": os.getpid(), **fields}
        line = json.dumps(row, ensure_ascii=False, default=str) + "\n"
        try:
            with self.path.open("ab", buffering=0) as file:
                file.write(line.encode("utf-8", "replace"))
        except OSError as error:
            raise LogError(self.path, error.strerror or str(error)) from error

    def refused(self, error: Exception, code: int) -> None:
        """Add how a run failed; a log that fails as well must not hide why."""
        try:
            self.add("error", "failed", message=str(error), exit_code=code)
        except LogError:
            return
