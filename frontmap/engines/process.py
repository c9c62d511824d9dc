"""The engine that reads in more processes of this machine.

A worker that is killed takes nothing with it but the report under way, and one that hangs is ended
alone. The pools of the standard library lose all that is under way when a process of theirs dies,
and cannot end one that hangs.
"""

from __future__ import annotations

import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any

from frontmap.engines.crew import Crew, Numbered, Worker
from frontmap.engines.engine import LIMIT_S, EngineError, Failed, Task, sendable
from frontmap.engines.worker import Fault

if TYPE_CHECKING:
    from claims.report import Report

__all__ = ["ProcessEngine"]

_BATCH = 16  # reports that a worker is given at once
_AHEAD = 4  # batches for each worker that may be done before the first one is
_START_S = 600.0  # the places of a country may have to be indexed first
_STARTS, _TRIES = 3, 2


class ProcessEngine:
    """Does tasks in processes that stay until the engine is left.

    Parameters
    ----------
    width
        How many workers.
    limit_s
        How long one report may take, in seconds by the clock on the wall.
    tell
        Called with one line where a worker died and its report is read again.
    """

    def __init__(
        self, width: int, *, limit_s: float = LIMIT_S, tell: Callable[[str], None] = print
    ) -> None:
        self.width, self.limit_s, self.tell = width, limit_s, tell
        self.crew = Crew()

    def __enter__(self) -> ProcessEngine:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self.crew:
            worker.process.kill()
            self.crew.end(worker)

    def run(self, task: Task, reports: Iterable[Report]) -> Iterator[Any | Failed]:
        """Yield what the task gives for each report, in their order."""
        return _Round(self, sendable(task), reports).results()


class _Round:
    """One task for some reports: what is given out, what came back, what is next."""

    def __init__(self, engine: ProcessEngine, task: bytes, reports: Iterable[Report]) -> None:
        self._engine, self._crew, self._task = engine, engine.crew, task
        self._rest: Iterator[Numbered] = enumerate(reports)
        self._taken = self._next = 0
        self._again: deque[Numbered] = deque()
        self._tries: Counter[int] = Counter()
        self._stillborn = 0
        self._done: dict[int, Any] = {}

    def results(self) -> Iterator[Any]:
        """Yield the results in order, and leave no worker with something to do."""
        try:
            while True:
                while self._next in self._done:
                    yield self._done.pop(self._next)
                    self._next += 1
                self._hand_out()
                busy = [worker for worker in self._crew if worker.has]
                if not busy:
                    return
                self._listen(busy)
        finally:
            for worker in self._crew:
                if worker.has:
                    worker.process.kill()
                    self._crew.end(worker)

    def _hand_out(self) -> None:
        idle = [worker for worker in self._crew if not worker.has]
        while idle or len(self._crew) < self._engine.width:
            batch = self._batch()
            if not batch:
                return
            worker = idle.pop() if idle else self._crew.start()
            worker.give(self._task, batch)

    def _batch(self) -> list[Numbered]:
        if self._again:
            return [self._again.popleft()]
        if self._taken - self._next >= _AHEAD * _BATCH * self._engine.width:
            return []
        batch = list(islice(self._rest, _BATCH))
        self._taken += len(batch)
        return batch

    def _listen(self, busy: list[Worker]) -> None:
        """Hear whoever speaks. Only the time that we listen counts against who is silent."""
        least = min(self._limit_s(worker) - worker.waited_s for worker in busy)
        begun = time.monotonic()
        heard = wait([worker.line for worker in busy], timeout=max(0.0, least))
        spent = time.monotonic() - begun
        for worker in busy:
            if worker.line in heard:
                self._hear(worker)
                continue
            worker.waited_s += spent
            if worker.waited_s >= self._limit_s(worker):
                self._hung(worker)

    def _limit_s(self, worker: Worker) -> float:
        return self._engine.limit_s if worker.ready else _START_S

    def _hear(self, worker: Worker) -> None:
        try:
            said = worker.line.recv()
        except (EOFError, OSError):
            self._died(worker)
            return
        if isinstance(said, Fault):
            raise said.error
        if worker.ready:
            number, _ = worker.has.popleft()
            self._done[number] = said
        else:
            worker.ready = True
            worker.tell([report for _, report in worker.has])
        worker.waited_s = 0.0

    def _hung(self, worker: Worker) -> None:
        worker.process.kill()
        self._crew.end(worker)
        if not worker.ready:
            raise EngineError(f"a worker was not ready to read after {_START_S:g} s; run again")
        number, report = worker.has.popleft()
        self._fail(number, report, f"takes more than {self._engine.limit_s:g} s to read")
        self._again.extendleft(reversed(worker.has))

    def _died(self, worker: Worker) -> None:
        code = self._crew.end(worker)
        if not worker.ready:
            self._start_anew(code)
        else:
            number, report = worker.has[0]
            self._tries[number] += 1
            if self._tries[number] >= _TRIES:
                worker.has.popleft()
                self._fail(number, report, f"ends the process that reads it ({_told(code)})")
            else:
                self._engine.tell(
                    f"a worker died ({_told(code)}) over {report.path or report.id}, "
                    "which is read again"
                )
        self._again.extendleft(reversed(worker.has))

    def _start_anew(self, code: int) -> None:
        self._stillborn += 1
        if self._stillborn >= _STARTS:
            raise EngineError(
                f"workers die before they can read ({_told(code)}); use the engine local, and in "
                "a script of your own begin with: if __name__ == '__main__':"
            )

    def _fail(self, number: int, report: Report, why: str) -> None:
        self._done[number] = Failed(report=report.path or report.id, why=why)


def _told(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit code {code}"
