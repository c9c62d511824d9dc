"""The fingerprint of all that the outputs of a project follow from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from claims.ledger.grounds import rules_print
from claims.ledger.reports import Standing
from frontmap.refresh.project import Project
from gazetteer.homes.world import set_paths, user_folder

__all__ = ["print_without", "state_print"]

_STAMP_BYTES = 128  # the head of an index, with its checksum


def state_print(
    project: Project,
    shown: Sequence[Standing],
    *,
    claims_files: Iterable[Path],
    kept_out: Iterable[str] = (),
) -> str:
    """Return what stays the same as long as another run would publish the same.

    Parameters
    ----------
    shown
        The reports that are on the map.
    claims_files
        Files of claims that are on it as well.
    kept_out
        Ids of claims in these files that are too young or outside the window.
    """
    told = sha256()
    for part in _parts(project, shown, tuple(claims_files)):
        told.update(len(part).to_bytes(8, "big"))
        told.update(part)
    told.update("\n".join(kept_out).encode("utf-8", "surrogatepass"))
    return told.hexdigest()


def print_without(fingerprint: str, unread: Iterable[str]) -> str:
    """Return the fingerprint of the same without some reports that could not be read.

    With any of them it is never that of the whole, so that the next run tries again.

    Parameters
    ----------
    unread
        Ids of these reports.
    """
    missing = tuple(unread)
    if not missing:
        return fingerprint
    told = "\n".join((fingerprint, *missing))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _parts(
    project: Project, shown: Sequence[Standing], claims_files: tuple[Path, ...]
) -> Iterator[bytes]:
    yield rules_print().encode()
    yield _drawing_print().encode()
    yield repr(_settings(project)).encode()
    yield os.environ.get("FRONTMAP_GAZETTEER", "").encode()
    for path in set_paths():
        yield path.name.encode()
        with path.open("rb") as index:
            yield index.read(_STAMP_BYTES)
    for path in sorted((user_folder().parent / "theatres").rglob("*")):
        yield from _content(path)
    for file in (project.places, project.decisions, *claims_files):
        if file is not None:
            yield from _content(file)
    for one in shown:
        yield f"{one.key} {one.doc} {one.replaced}".encode()


def _settings(project: Project) -> Project:
    """Return a project without where it lies and what its sources are called."""
    outputs = (replace(o, path=o.path.relative_to(project.folder)) for o in project.outputs)
    nowhere = Path()
    return replace(
        project, path=nowhere, folder=nowhere, sources=(), outputs=tuple(outputs),
        places=None, decisions=None,
    )  # fmt: skip


def _content(path: Path) -> Iterator[bytes]:
    if path.is_file():
        yield os.fsencode(path.name)
        yield path.read_bytes()


@cache
def _drawing_print() -> str:
    """Return the fingerprint of the packages that turn a situation into files."""
    told = sha256()
    for name in ("maps", "frontmap"):
        spec = find_spec(name)
        for folder in (spec.submodule_search_locations if spec else None) or ():
            for path in sorted(Path(folder).rglob("*")):
                if path.is_file() and "__pycache__" not in path.parts:
                    told.update(path.read_bytes())
    return told.hexdigest()
