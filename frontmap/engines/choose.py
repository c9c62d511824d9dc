"""Which engine a user names: ``local``, ``process``, ``process:N``, ``dask``, ``dask:ADDRESS``."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from geo.errors import FrontmapError

if TYPE_CHECKING:
    from frontmap.engines.engine import Engine

__all__ = ["UnknownEngineError", "check_engine", "open_engine"]

_MOST = 256


class UnknownEngineError(FrontmapError, ValueError):
    """A word that names no engine."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(
            f"engine {word!r}: there is none of this name; use local, process, process:N with N "
            f"from 1 to {_MOST}, dask, or dask:tcp://HOST:PORT"
        )


def check_engine(word: str) -> str:
    """Return the word; raise UnknownEngineError where it names no engine."""
    kind, _, rest = word.partition(":")
    number = rest.isascii() and rest.isdigit() and 1 <= int(rest[:9]) <= _MOST
    fits = {
        "local": word == "local",
        "process": word == "process" or number,
        "dask": word == "dask" or rest.startswith(("tcp://", "tls://")),
    }
    if not fits.get(kind):
        raise UnknownEngineError(word)
    return word


def open_engine(word: str, *, tell: Callable[[str], None]) -> Engine:
    """Return the engine that a user names, to be left when all is read.

    Parameters
    ----------
    word
        A number of workers may stand behind ``process:``, else there are as many as this process
        has cores.
    tell
        Called with one line where a worker died and its reports are read again.

    Raises
    ------
    UnknownEngineError
        It names none.
    EngineError
        The engine is not installed or does not answer.
    """
    kind, _, rest = check_engine(word).partition(":")
    if kind == "process":
        from frontmap.engines.process import ProcessEngine

        return ProcessEngine(int(rest) if rest else _cores(), tell=tell)
    if kind == "dask":
        from frontmap.engines.cluster import DaskEngine

        return DaskEngine(rest or None, _cores(), tell=tell)
    from frontmap.engines.local import LocalEngine

    return LocalEngine()


def _cores() -> int:
    """Return how many cores this process may use, which a container or job may have limited."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
