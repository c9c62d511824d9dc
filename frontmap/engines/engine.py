"""What an engine is: it does one task for many reports and gives the results in their order."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from geo.errors import FrontmapError

if TYPE_CHECKING:
    from claims.report import Report

__all__ = ["LIMIT_S", "Engine", "EngineError", "Failed", "Task", "sendable"]

#: For one report; the longest that is read, of 2 MB, takes a tenth of it.
LIMIT_S = 120.0


class EngineError(FrontmapError, RuntimeError):
    """An engine that cannot be had or does not work."""


class Task(Protocol):
    """What is done for each report; it is sent to where the work is done."""

    def begin(self) -> Callable[[Report], Any]:
        """Return what does it, ready: theatres read and gazetteers opened."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A report for which a task came to no end, and why."""

    report: str
    why: str

    def __str__(self) -> str:
        return f"{self.report}: {self.why}; leave it out"


class Engine(AbstractContextManager["Engine"], Protocol):
    """Does tasks for reports; leaving its context ends what it started."""

    def run(self, task: Task, reports: Iterable[Report]) -> Iterator[Any | Failed]:
        """Yield what the task gives for each report, in their order.

        Few reports are held at a time, however many there are.

        Raises
        ------
        EngineError
            The engine cannot do the task.
        FrontmapError
            What the task raises.
        """


def sendable(task: Task) -> bytes:
    """Return a task as bytes that another process understands.

    Raises
    ------
    EngineError
        A part of it lives in this process only.
    """
    try:
        return pickle.dumps(task)
    except Exception as error:  # noqa: BLE001 - whatever a part of it likes to raise
        raise EngineError(
            f"what reads the reports cannot be sent to another process ({error}); "
            "use the engine local"
        ) from None
