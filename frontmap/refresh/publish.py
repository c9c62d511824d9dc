"""Put what was built in place of what stands there, in one step that a kill cannot cut in two.

Files are built in ``.frontmap/next``. The step is the entry of the publication in the ledger: a run
that is killed before it leaves the old outputs, and the next run clears its folder away; one that
is killed after it leaves a folder that the next run moves into place first of all.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from claims.ledger.runs import Publication
from frontmap.output import OutputError
from frontmap.refresh.build import Built
from frontmap.refresh.manifest import MANIFEST
from frontmap.refresh.project import Project

__all__ = [
    "cleared",
    "drop",
    "finish",
    "manifest_name",
    "manifest_path",
    "settle",
    "staged_manifest",
]

_NEXT = "next"
_PLAN = "plan.json"


def manifest_path(project: Project) -> Path:
    """Return where the manifest lies: beside the first output."""
    return project.outputs[0].path.with_name(MANIFEST)


def manifest_name(project: Project) -> str:
    """Return the same relative to the project folder."""
    return manifest_path(project).relative_to(project.folder).as_posix()


def cleared(project: Project) -> Path:
    """Return an empty folder to build in."""
    folder = project.state_folder / _NEXT
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def staged_manifest(
    project: Project, built: Sequence[Built], manifest: Mapping[str, Any], *, run: int
) -> None:
    """Write the manifest beside the built files, and the plan of where each belongs."""
    from maps.html import write_atomically

    folder = project.state_folder / _NEXT
    staged = folder / MANIFEST
    write_atomically(staged, json.dumps(manifest, ensure_ascii=False, indent=1) + "\n")
    moves = {one.staged.name: one.name for one in built}
    # The manifest goes last: what it speaks of stands there before it.
    moves[staged.name] = manifest_name(project)
    write_atomically(folder / _PLAN, json.dumps({"run": run, "moves": moves}))


def settle(project: Project, last: Publication | None) -> bool:
    """Finish what an earlier run was cut off from: forward where it had published, else back.

    Returns whether there was anything to finish.
    """
    folder = project.state_folder / _NEXT
    if not folder.exists():
        return False
    if _is_published(folder, last):
        finish(project)
    else:
        shutil.rmtree(folder)
    return True


def drop(project: Project, last: Publication | None) -> None:
    """Clear away what a run built that failed; what it had published is left to the next run."""
    folder = project.state_folder / _NEXT
    if not _is_published(folder, last):
        shutil.rmtree(folder, ignore_errors=True)


def _is_published(folder: Path, last: Publication | None) -> bool:
    return last is not None and _plan(folder).get("run") == last.run


def finish(project: Project) -> None:
    """Move every built file to its place, the manifest last, and clear the folder away.

    Raises
    ------
    OutputError
        A place cannot be written; the next run goes on from there.
    """
    folder = project.state_folder / _NEXT
    places: set[Path] = set()
    for staged, name in _plan(folder)["moves"].items():
        target = project.folder / name
        # One that is not there any more was moved before the cut.
        if (folder / staged).exists():
            _put(folder / staged, target)
        places.add(target.parent)
    for place in places:
        _sync(place)
    shutil.rmtree(folder)


def _plan(folder: Path) -> dict[str, Any]:
    try:
        plan: dict[str, Any] = json.loads((folder / _PLAN).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return plan


def _put(staged: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _move(staged, target)
    except OSError as error:
        if isinstance(error, OutputError):
            raise
        problem = f"cannot be written ({error.strerror or error})"
        raise OutputError(target, problem, "open its folder; the next run finishes this") from error


def _move(staged: Path, target: Path) -> None:
    if target.exists():
        staged.chmod(target.stat().st_mode & 0o777)
    try:
        staged.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        # Another file system: no rename leads there.
        from maps.html import write_atomically

        write_atomically(target, staged.read_bytes())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
