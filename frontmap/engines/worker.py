"""What stands at the other end of an engine: a process that does what it is sent."""

from __future__ import annotations

import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from claims.report import Report

__all__ = ["Fault", "attempt", "serve"]


@dataclass(frozen=True, slots=True)
class Fault:
    """An error, on its way to where the task comes from."""

    error: Exception


def serve(line: Connection) -> None:
    """Do what comes through a line until it is closed: bytes are a task, a list its reports."""
    # Ctrl-C reaches every process of a terminal; the one that started us ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    do: Callable[[Report], Any] | Fault | None = None
    # The other end is gone: whoever asked has died, and nobody waits for an answer.
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            asked = line.recv()
            if isinstance(asked, bytes):
                do = attempt(_begun, asked)
                line.send(do if isinstance(do, Fault) else None)
            elif do is not None and not isinstance(do, Fault):
                for report in asked:
                    line.send(attempt(do, report))


def attempt(do: Callable[[Any], Any], given: Any) -> Any:
    """Return what a function gives, or the error that it raises."""
    try:
        return do(given)
    except Exception as error:  # noqa: BLE001 - it is raised where the task comes from
        return Fault(_sendable(error))


def _begun(task: bytes) -> Callable[[Report], Any]:
    begun: Callable[[Report], Any] = pickle.loads(task).begin()  # noqa: S301 - from our own parent
    return begun


def _sendable(error: Exception) -> Exception:
    """Return an error that survives the way; some cannot be made from their message."""
    from frontmap.engines.engine import EngineError

    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own error, dumped in this line
    except Exception:  # noqa: BLE001 - an error's own code may raise anything
        return EngineError(str(error))
    return error
