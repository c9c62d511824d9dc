"""The engine that reads here, one report after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from frontmap.engines.engine import Failed, Task

if TYPE_CHECKING:
    from claims.report import Report

__all__ = ["LocalEngine"]


class LocalEngine:
    """Does tasks in this process."""

    def __enter__(self) -> LocalEngine:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, task: Task, reports: Iterable[Report]) -> Iterator[Any | Failed]:
        """Yield what the task gives for each report, in their order."""
        return map(task.begin(), reports)
