"""The engine that reads on a dask cluster: one of this machine, or one that runs elsewhere."""

from __future__ import annotations

import faulthandler
import logging
import os
import pickle
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from functools import cache, cached_property
from importlib.util import find_spec
from itertools import islice
from typing import TYPE_CHECKING, Any, TextIO

from frontmap.engines.engine import LIMIT_S, EngineError, Failed, Task, sendable
from frontmap.engines.worker import Fault, attempt

if TYPE_CHECKING:
    from distributed import Client, Future

    from claims.report import Report

__all__ = ["DaskEngine"]

_BATCH = 16
_AHEAD = 3  # batches for each worker that are under way or done before the first one is
_CONNECT_S = 15
_RESTART_S = 120  # in which a worker that ended must be back
_TRIES = 2


class DaskEngine:
    """Does tasks on a cluster.

    Parameters
    ----------
    address
        Where its scheduler listens, such as ``tcp://host:8786``; None starts a cluster of this
        machine, which ends with the engine.
    width
        How many workers are started here; a cluster elsewhere has its own number.
    limit_s
        How long one report may take; the worker that takes longer ends itself, and its nanny starts
        another.
    tell
        Called with one line where a worker died and its reports are read again.

    Raises
    ------
    EngineError
        Dask is not installed; from ``run``, where nothing answers at the address.
    """

    def __init__(
        self,
        address: str | None,
        width: int,
        *,
        limit_s: float = LIMIT_S,
        tell: Callable[[str], None] = print,
    ) -> None:
        self._started_here, self._limit_s, self._tell = width, limit_s, tell
        self._open = ExitStack()
        self._address = address
        if find_spec("distributed") is None:
            raise EngineError("the engine dask needs an extra; run: pip install 'frontmap[dask]'")

    def __enter__(self) -> DaskEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def run(self, task: Task, reports: Iterable[Report]) -> Iterator[Any | Failed]:
        """Yield what the task gives for each report, in their order."""
        # Sent along each time: what is kept on a cluster is lost with the worker that holds it.
        sent = sendable(task)
        rest = iter(reports)
        under_way: deque[tuple[list[Report], Future]] = deque()
        while True:
            while len(under_way) < _AHEAD * self._width and (batch := list(islice(rest, _BATCH))):
                under_way.append((batch, self._submit(sent, batch)))
            if not under_way:
                return
            batch, future = under_way.popleft()
            done = self._result(future)
            others = [other for _, other in under_way]
            for result in self._one_by_one(sent, batch, others) if done is None else done:
                if isinstance(result, Fault):
                    raise result.error
                yield result

    @cached_property
    def _client(self) -> Client:
        from distributed import Client

        address = self._address
        try:
            where = self._started() if address is None else address
            client = self._open.enter_context(Client(where, timeout=_CONNECT_S))
        except (OSError, ValueError, TypeError) as error:
            raise EngineError(
                f"no dask cluster answers at {address} ({type(error).__name__}); "
                "write dask:tcp://HOST:PORT, or dask for one of this machine"
            ) from None
        return client

    def _started(self) -> Any:
        from dask import config
        from distributed import LocalCluster

        # A batch whose worker dies comes back at once, and is then read report by report.
        failing = {"allowed-failures": 0, "no-workers-timeout": f"{_RESTART_S}s"}
        set_so = {f"distributed.scheduler.{key}": value for key, value in failing.items()}
        self._open.enter_context(config.set(set_so))
        return self._open.enter_context(
            LocalCluster(
                n_workers=self._started_here,
                threads_per_worker=1,
                dashboard_address=None,
                memory_limit=0,
                silence_logs=logging.CRITICAL,
            )
        )

    @property
    def _width(self) -> int:
        return sum(self._client.nthreads().values()) or 1

    def _submit(self, sent: bytes, batch: list[Report]) -> Future:
        return self._client.submit(_read_batch, sent, batch, self._limit_s, pure=False)

    def _result(self, future: Future) -> list[Any] | None:
        """Return what a batch gives; None where the worker that read it died."""
        from distributed import CancelledError, KilledWorker
        from distributed.scheduler import NoWorkerError

        try:
            done: list[Any] = future.result()
        except KilledWorker:
            return None
        except NoWorkerError:
            raise EngineError(
                "no dask worker is left and none came back; run again, or use the engine process"
            ) from None
        except (CancelledError, OSError) as error:
            raise EngineError(
                f"the dask cluster is gone ({type(error).__name__}); start it and run again"
            ) from None
        return done

    def _one_by_one(self, sent: bytes, batch: list[Report], others: list[Future]) -> Iterator[Any]:
        """Read the reports of a batch alone, so that the one that ends its worker is known."""
        from distributed import wait

        self._tell(f"a dask worker died; {len(batch)} reports are read again, one by one")
        wait(others)
        for report in batch:
            for _ in range(_TRIES):
                done = self._result(self._submit(sent, [report]))
                if done is not None:
                    yield from done
                    break
            else:
                why = f"takes more than {self._limit_s:g} s to read, or ends its worker"
                yield Failed(report=report.path or report.id, why=why)


class _Kept(threading.local):
    """What a thread has begun: databases are read by the thread that opened them."""

    task = b""
    do: Callable[[Report], Any] | None = None


_KEPT = _Kept()


def _read_batch(task: bytes, reports: list[Report], limit_s: float) -> list[Any]:
    """Read some reports in a worker, which ends itself where one takes too long."""
    if _KEPT.do is None or _KEPT.task != task:
        begun = attempt(_begin, task)
        if isinstance(begun, Fault):
            return [begun]
        _KEPT.task, _KEPT.do = task, begun
    return [_within(limit_s, _KEPT.do, report) for report in reports]


def _begin(task: bytes) -> Callable[[Report], Any]:
    begun: Callable[[Report], Any] = pickle.loads(task).begin()  # noqa: S301 - from our own client
    return begun


def _within(limit_s: float, do: Callable[[Report], Any] | None, report: Report) -> Any:
    # A thread could not stop a search for a pattern that holds the interpreter; this clock can.
    faulthandler.dump_traceback_later(limit_s, exit=True, file=_nowhere())
    try:
        return attempt(do, report) if do else None
    finally:
        faulthandler.cancel_dump_traceback_later()


@cache
def _nowhere() -> TextIO:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - for the whole process
