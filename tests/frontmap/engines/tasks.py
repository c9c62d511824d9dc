"""Tasks for engines, each doing one thing to the reports whose text asks for it."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from claims.report import Report
from geo.errors import FrontmapError

__all__ = ["Awkward", "AwkwardError", "Unsendable", "numbered"]


class AwkwardError(FrontmapError, LookupError):
    """An error that cannot be made from its message."""

    def __init__(self, left: str, right: str) -> None:
        super().__init__(f"{left} and {right}")


@dataclass(frozen=True, slots=True)
class Awkward:
    """Answers a report with its id and text, or does what the text says.

    ``die`` ends the process each time, ``die once`` only where no file of this name is there yet,
    ``hang`` searches for longer than anybody waits, with the interpreter held.
    """

    folder: Path
    stillborn: bool = False

    def begin(self) -> Callable[[Report], tuple[str, str, int]]:
        if self.stillborn:
            os._exit(7)
        return self._do

    def _do(self, report: Report) -> tuple[str, str, int]:
        if report.text == "die" or (report.text == "die once" and self._first(report.id)):
            os.kill(os.getpid(), signal.SIGKILL)
        if report.text == "hang":
            re.match(r"(a+)+$", "a" * 60 + "b")
        if report.text == "raise":
            raise AwkwardError("left", "right")
        return report.id, report.text, os.getpid()

    def _first(self, name: str) -> bool:
        try:
            (self.folder / name).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


class Unsendable:
    """A task that holds what lives in one process."""

    def __init__(self) -> None:
        self.held = lambda report: report

    def begin(self) -> Callable[[Report], Report]:
        return self.held


def numbered(number: int, texts: dict[int, str] | None = None) -> list[Report]:
    """Return reports named by their number, with some texts that are told."""
    texts = texts or {}
    return [Report(id=f"r{n}", text=texts.get(n, f"text {n}")) for n in range(number)]
