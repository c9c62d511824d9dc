"""Begin a project: a commented project file, a note and a folder for reports."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from frontmap.output import OutputError
from frontmap.refresh.project_file import PROJECT_FILE

__all__ = ["begin_project"]

_NOTE = "README.md"


def begin_project(folder: Path) -> list[Path]:
    """Write what a new project needs, and return what was written; nothing is ever replaced.

    Raises
    ------
    OutputError
        The folder holds a project already, or cannot be written.
    """
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if _write(folder, PROJECT_FILE):
            made.append(folder / PROJECT_FILE)
        else:
            raise OutputError(
                folder / PROJECT_FILE, "is there already", "name another folder, or edit it"
            )
        if not (reports := folder / "reports").is_dir():
            reports.mkdir()
            made.append(reports)
        if _write(folder, _NOTE):
            made.append(folder / _NOTE)
    except OSError as error:
        if isinstance(error, OutputError):
            raise
        problem = f"cannot be written ({error.strerror})"
        raise OutputError(Path(error.filename or folder), problem, "name another folder") from None
    return made


def _write(folder: Path, name: str) -> bool:
    """Write a file that is not there yet, and tell whether it was so."""
    content = files("frontmap.refresh").joinpath("template", name).read_bytes()
    try:
        with (folder / name).open("xb") as file:
            file.write(content)
    except FileExistsError:
        return False
    return True
