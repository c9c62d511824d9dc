"""Where a project may write: names that every system can hold, inside the project folder."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path, PurePosixPath

from frontmap.refresh.project import STATE_FOLDER

__all__ = ["file_key", "holds", "problem_of_name"]

# Names of devices and characters that Windows keeps for itself, whatever the suffix: a project
# moves between machines, and "aux.html" or "a:b.html" cannot be written on all of them.
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.I)
_KEPT = frozenset('<>:"|?*\\')
_LONGEST_BYTES = 200  # of 255, for names made from it while it is written


def problem_of_name(text: str, folder: Path) -> str:
    """Say why a project in this folder cannot write a file of this name; empty where it can.

    ``text`` is the path as the project file has it; it may lead nowhere but into the folder, also
    through links.
    """
    parts = text.split("/")
    if PurePosixPath(text).is_absolute() or re.match(r"[A-Za-z]:|\\|~", text):
        return (
            "is no path inside the project folder; write one relative to it, such as out/map.html"
        )
    if ".." in parts:
        return "leads out of a folder with '..'; write a path inside the project folder"
    for part in parts:
        if problem := _problem_of_part(part):
            return problem
    if file_key(Path(parts[0])) == STATE_FOLDER:
        return f"lies in {STATE_FOLDER}, where the project keeps its state; take another folder"
    if not (folder / text).parent.resolve().is_relative_to(folder.resolve()):
        return "leads out of the project folder through a link; write into a folder of the project"
    return ""


def _problem_of_part(part: str) -> str:
    if part in ("", "."):
        return "has an empty part; write it as out/map.html"
    kept = sorted(_KEPT.intersection(part))
    if kept:
        return f"holds {' '.join(kept)}, which not every system can write; leave it out"
    if _DEVICE.fullmatch(part):
        return f"has the part {part!r}, which is reserved on some systems; take another name"
    if part != part.strip() or part.endswith("."):
        return f"has the part {part!r}, with a space or point at its end; leave it out"
    if len(part.encode("utf-8", "surrogatepass")) > _LONGEST_BYTES:
        return f"has a part of more than {_LONGEST_BYTES} bytes; shorten it"
    return ""


def file_key(path: Path) -> str:
    """Return what is equal for two paths that some system takes for one file."""
    return unicodedata.normalize("NFC", path.as_posix()).casefold()


def holds(folder: Path, path: Path) -> bool:
    """Tell whether a path is this folder or lies in it, on a system that is not strict on case."""
    above, below = file_key(folder).rstrip("/"), file_key(path)
    return below == above or below.startswith(f"{above}/")
