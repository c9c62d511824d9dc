"""The gazetteers that a user has added: where they lie, what they hold, and how one is removed.

``sets/`` in the user's folder holds one SQLite file per gazetteer, ``SY.sqlite``, and beside
it the rows of each of its sources. The index names the files of rows that belong to it, so that its
renaming is the one step by which a gazetteer changes. ``SY.parts.json`` says the same once more: an
index that is damaged or of an older version is made anew from the rows, without its sources.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from gazetteer.adding.parts import Part, part_file
from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.index_file import open_index
from gazetteer.homes.shared import unshare
from gazetteer.homes.towns import LICENCE, SOURCE
from gazetteer.homes.world import set_path, set_paths
from geo.errors import FrontmapError

__all__ = [
    "GazetteerBusyError",
    "InstalledSet",
    "NotInstalledError",
    "about_of",
    "changing",
    "installed",
    "installed_set",
    "keep_parts",
    "remove",
    "sets_folder",
]

_LOCK = ".lock"
_LONGEST_WAIT_S = 600.0


class NotInstalledError(FrontmapError, LookupError):
    """A gazetteer that was not added."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            f"gazetteer {name!r} is not installed; add it with: frontmap gazetteer add {name}"
        )


class GazetteerBusyError(FrontmapError, TimeoutError):
    """Another process is adding or removing a gazetteer and does not come to an end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"another frontmap is adding a gazetteer to {folder}; try again after it")


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledSet:
    """An added gazetteer.

    ``problem`` says in words why it cannot be opened, empty for a sound one. A damaged one has no
    entries, and those parts whose rows are still there; adding to it makes it anew.
    """

    name: str
    path: Path
    size_bytes: int
    entries: int = 0
    parts: tuple[Part, ...] = ()
    problem: str = ""


def sets_folder(home: Path | None = None) -> Path:
    """Return the folder of the added gazetteers, which need not be there."""
    return set_path("XX", home).parent


def installed(home: Path | None = None) -> tuple[InstalledSet, ...]:
    """Return the added gazetteers by name, damaged ones as well."""
    found = map(_opened, set_paths(home))
    return tuple(one for one in found if one is not None)


def installed_set(name: str, home: Path | None = None) -> InstalledSet:
    """Return an added gazetteer; raise NotInstalledError where there is none."""
    found = _opened(set_path(name, home))
    if found is None:
        raise NotInstalledError(name)
    return found


def remove(
    name: str, *, home: Path | None = None, waiting: Callable[[], object] | None = None
) -> InstalledSet:
    """Remove an added gazetteer, from the user's database as well, and return what it was.

    Raises
    ------
    NotInstalledError
        There is none of this name.
    GazetteerBusyError
        Another process is changing the gazetteers, and did not end while ``waiting`` was called.
    GazetteerDamagedError
        The folder cannot be written.
    """
    if not set_path(name, home).exists():
        raise NotInstalledError(name)
    with changing(home, waiting) as folder:
        found = installed_set(name, home)
        unshare(name)
        found.path.unlink()
        _manifest(found.path).unlink(missing_ok=True)
        for rows in folder.glob(part_file(folder, name, "*").name):
            rows.unlink()
    return found


@contextmanager
def changing(
    home: Path | None = None, waiting: Callable[[], object] | None = None
) -> Iterator[Path]:
    """Hold the folder of the added gazetteers for this process alone and give its path.

    The system lets go of the lock of a process that died, so none is ever stale. What such a
    process left half-written is removed.

    Raises
    ------
    GazetteerBusyError
        Another process held it for ten minutes; ``waiting`` is called once before the wait.
    GazetteerDamagedError
        The folder cannot be made, read or written, or its disk is full.
    """
    folder = sets_folder(home)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = _locked(folder, waiting)
        try:
            for left in folder.glob(".*.part*"):
                left.unlink(missing_ok=True)
            yield folder
        finally:
            lock.release()
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, FrontmapError):
            raise
        problem = f"{error}; free or open the folder, or set FRONTMAP_HOME to another"
        raise GazetteerDamagedError(folder, problem) from error


def about_of(name: str, parts: tuple[Part, ...]) -> dict[str, str]:
    """Return what an index says of itself: name, sources, licences, and its parts as JSON."""
    # The shipped towns of the country are among its places.
    sources = {SOURCE, *(source for part in parts for source in part.sources)}
    licences = {LICENCE, *(licence for part in parts for licence in part.licences)}
    return {
        "name": name,
        "source": "; ".join(sorted(sources)),
        "licence": "; ".join(sorted(licences)),
        "parts": json.dumps([part.record() for part in parts], ensure_ascii=False, sort_keys=True),
    }


def keep_parts(folder: Path, name: str, parts: tuple[Part, ...]) -> None:
    """Say beside the index what its parts are, before it takes its place."""
    made = folder / f".{name}.json.part"
    made.write_text(about_of(name, parts)["parts"], encoding="utf-8")
    made.replace(_manifest(folder / f"{name}.sqlite"))


def _manifest(index: Path) -> Path:
    return index.with_suffix(".parts.json")


def _parts(about: Mapping[str, str]) -> tuple[Part, ...]:
    return tuple(Part.of(record) for record in json.loads(about["parts"]))


def _locked(folder: Path, waiting: Callable[[], object] | None) -> FileLock:
    lock = FileLock(folder / _LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if waiting:
            waiting()
        try:
            lock.acquire(timeout=_LONGEST_WAIT_S)
        except Timeout:
            raise GazetteerBusyError(folder) from None
    return lock


def _opened(path: Path) -> InstalledSet | None:
    try:
        size_bytes = path.stat().st_size
    except FileNotFoundError:
        return None
    try:
        index = open_index(path)
        parts, entries, problem = _parts(index.about), index.holding().rows, ""
    except (GazetteerDamagedError, KeyError, ValueError, TypeError) as error:
        parts, entries, problem = _parts_left(path), 0, str(error)
    return InstalledSet(
        name=path.stem,
        path=path,
        size_bytes=size_bytes,
        entries=entries,
        parts=parts,
        problem=problem,
    )


def _parts_left(index: Path) -> tuple[Part, ...]:
    """Return the parts of a damaged index of which the rows are there, none where nobody knows."""
    try:
        parts = _parts({"parts": _manifest(index).read_text("utf-8")})
    except (OSError, KeyError, ValueError, TypeError):
        return ()
    return tuple(p for p in parts if part_file(index.parent, index.stem, p.digest).exists())
