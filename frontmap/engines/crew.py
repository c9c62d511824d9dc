"""The processes of this machine that read: each with a line of its own and nothing shared."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from frontmap.engines.worker import serve

if TYPE_CHECKING:
    from claims.report import Report

__all__ = ["Crew", "Numbered", "Worker"]

Numbered = tuple[int, "Report"]


@dataclass(slots=True, eq=False)
class Worker:
    """A process at work, not frozen: what it has and for how long it was waited for change.

    Parameters
    ----------
    has
        Numbered reports that it was given and has not done; it is at the first of them.
    task
        What it was told to do.
    ready
        It has said that it can.
    waited_s
        For how long it has been waited for since it last said something.
    """

    process: BaseProcess
    line: Connection
    has: deque[Numbered] = field(default_factory=deque)
    task: bytes = b""
    ready: bool = False
    waited_s: float = 0.0

    def tell(self, words: object) -> None:
        """Send something; one that has died is met when it is listened to."""
        with suppress(OSError):
            self.line.send(words)

    def give(self, task: bytes, reports: list[Numbered]) -> None:
        """Let it do a task for reports."""
        self.has.extend(reports)
        self.waited_s = 0.0
        if self.task == task and self.ready:
            self.tell([report for _, report in self.has])
        else:
            self.task, self.ready = task, False
            self.tell(task)

    def end(self) -> int:
        """Kill it and return its exit code: the one it died with, where it was dead."""
        self.process.join(0.5)  # its line closes a moment before it is gone
        self.process.kill()
        self.process.join()
        code = self.process.exitcode or 0
        self.line.close()
        self.process.close()
        return code


class Crew:
    """Some workers, started when there is work for them."""

    def __init__(self) -> None:
        self._workers: list[Worker] = []

    def __iter__(self) -> Iterator[Worker]:
        return iter(tuple(self._workers))

    def __len__(self) -> int:
        return len(self._workers)

    def start(self) -> Worker:
        """Start one more."""
        # A fork would copy open databases, and locks that threads hold.
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        worker = Worker(process=process, line=ours)
        self._workers.append(worker)
        return worker

    def end(self, worker: Worker) -> int:
        """End one and return its exit code."""
        self._workers.remove(worker)
        return worker.end()
