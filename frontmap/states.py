"""Two states to compare, from the files that frontmap writes: maps and claims."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import FrontmapError

if TYPE_CHECKING:
    from claims.editions.noted import State

__all__ = ["PAGES", "StateError", "read_any_state"]

PAGES = (".html", ".htm")
_TABLES = (".jsonl", ".csv", ".yaml", ".yml")


class StateError(FrontmapError, ValueError):
    """A file that holds no state to compare."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}")


def read_any_state(path: Path) -> State:
    """Read the claims of a map or of a claims file, by its suffix.

    Raises
    ------
    StateError
        Where the file is neither, cannot be read, or is a map of another version.
    ClaimFormatError
        For the first row of a claims file that cannot be read, with its line.
    """
    suffix = path.suffix.lower()
    if path.is_dir():
        raise StateError(path, "is a folder; give a map or a claims file in it")
    if suffix in PAGES:
        return _page(path)
    if suffix not in _TABLES:
        raise StateError(path, "is no map (.html) and no claims file (.jsonl, .csv, .yaml)")
    from claims.editions.noted import read_state

    return read_state(path)


def _page(path: Path) -> State:
    from maps.errors import PageError
    from maps.noted_page import state_on

    try:
        return state_on(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise StateError(path, f"cannot be read ({error})") from error
    except PageError as error:
        raise StateError(path, str(error)) from error
