"""Claims of many reports in a folder: a file for each partition, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO

from filelock import FileLock, Timeout

from claims.report import Report
from frontmap.engines.engine import Engine, EngineError, Failed
from frontmap.many.alone import AloneTask
from frontmap.many.partitions import Partition, partitions_of
from frontmap.output import OutputError
from gazetteer.homes.world import set_paths
from geo.errors import FrontmapError

__all__ = ["FolderBusyError", "Written", "write_folder"]

_PART = ".part"
_LOCK = ".lock"
_KEY_CHARACTERS = 8


class FolderBusyError(FrontmapError, BlockingIOError):
    """Another run writes into the same folder; the command ends with code 75."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"another run writes into {folder}; let it end, then run again")


@dataclass(slots=True, kw_only=True)
class Written:
    """What a run did; it counts, so it is not frozen.

    Parameters
    ----------
    rejected
        How many reports and inputs were not read; the run has told each.
    silent
        How many reports claim nothing.
    met, decided
        Lines of the corrections and of the decisions that were met.
    places
        The fingerprint of the places known for each theatre.
    """

    written: int = 0
    finished_before: int = 0
    reports: int = 0
    claims: int = 0
    silent: int = 0
    rejected: int = 0
    met: set[int] = field(default_factory=set)
    decided: set[int] = field(default_factory=set)
    places: dict[str, str] = field(default_factory=dict)


def write_folder(
    inputs: Iterable[str | Path],
    *,
    folder: Path,
    task: AloneTask,
    reader: str,
    engine: Engine,
    tell: Callable[[str], None],
    say: Callable[[str], None],
) -> Written:
    """Write the claims of each partition that has no file of them yet.

    Parameters
    ----------
    reader
        The rules, or the name of a model: claims of another reader are read anew.
    tell, say
        Called with a line for each report that is rejected, and for each partition that is done.

    Raises
    ------
    FolderBusyError
        Another run writes there.
    OutputError, EngineError
        The folder cannot be written, the engine cannot be had.
    """
    done = Written()
    parts, rejected = partitions_of(inputs)
    for line in rejected:
        tell(line)
    done.rejected += len(rejected)
    settings = _settings(task, reader)
    with _held(folder):
        for part in parts:
            try:
                name = f"{part.key()}-{settings}.jsonl"
            except FrontmapError as error:
                tell(str(error))
                done.rejected += 1
                continue
            if (folder / name).is_file():
                done.finished_before += 1
                say(f"{part.name}: finished before, in {name}")
            else:
                _write(part, folder / name, _Reading(task, engine, done, tell), say)
            _forget_older(folder, name)
    return done


def _settings(task: AloneTask, reader: str) -> str:
    """Return a hash of what bears on the claims of a report but the report itself."""
    sets = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in set_paths()]
    told = (
        task.rules, task.theatre, task.as_of, task.corrections.rows, task.decisions.rows, reader,
        sets, os.environ.get("FRONTMAP_GAZETTEER"),
    )  # fmt: skip
    return sha256(repr(told).encode()).hexdigest()[:_KEY_CHARACTERS]


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder for this process alone, swept of what a run that was killed left."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / _LOCK, timeout=0):
            for left in folder.glob(f".*{_PART}"):
                left.unlink()
            yield
    except Timeout:
        raise FolderBusyError(folder) from None
    except PermissionError as error:
        raise OutputError(folder, f"no right to write ({error.strerror})", "name another") from None


def _forget_older(folder: Path, name: str) -> None:
    """Remove what other rules or places made of the same input."""
    for path in folder.glob(f"{name.partition('-')[0]}-*.jsonl"):
        if path.name != name:
            path.unlink()


def _write(part: Partition, path: Path, reading: _Reading, say: Callable[[str], None]) -> None:
    before = reading.done.claims
    with _replacing(path) as stream:
        for line in reading.lines(part):
            stream.write(line.encode() + b"\n")
    reading.done.written += 1
    say(f"{part.name}: {reading.done.claims - before} claims, in {path.name}")


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """Yield a file that takes its name when all of it is on the disk."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=_PART)
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    finally:
        Path(name).unlink(missing_ok=True)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Reads the reports of partitions with an engine and counts what comes of them."""

    task: AloneTask
    engine: Engine
    done: Written
    tell: Callable[[str], None]

    def lines(self, part: Partition) -> Iterator[str]:
        """Yield a line for each claim."""
        for told in self.engine.run(self.task, self._reports(part)):
            self.done.reports += 1
            if isinstance(told, Failed):
                self._reject(str(told))
                continue
            if self.done.places.setdefault(told.ground, told.places) != told.places:
                raise EngineError(
                    "workers know different places, so their claims would differ; install the "
                    "same gazetteers for all"
                )
            self.done.met |= told.met
            self.done.decided |= told.decided
            self.done.claims += len(told.lines)
            for line in told.unread:
                self._reject(line)
            self.done.silent += not (told.lines or told.unread)
            yield from told.lines

    def _reports(self, part: Partition) -> Iterator[Report]:
        for read in part.reports():
            if isinstance(read, Report):
                yield read
            else:
                self._reject(str(read))

    def _reject(self, line: str) -> None:
        self.tell(line)
        self.done.rejected += 1
