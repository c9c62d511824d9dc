"""The corrections of a run: the file that is named, or the one that lies beside the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from frontmap.console import Console

if TYPE_CHECKING:
    from gazetteer.corrections import Corrections

__all__ = ["open_corrections", "tell_usage"]

_BESIDE = Path("places.csv")


def open_corrections(path: Path | None, console: Console) -> Corrections | None:
    """Read the corrections of a file; without one, those of ``places.csv`` in this folder.

    None where there are none. A ``places.csv`` of another kind is left alone, and that is told.

    Raises
    ------
    CorrectionsError
        The file cannot be opened.
    GazetteerFormatError
        A row is wrong.
    """
    if path is None and not _BESIDE.is_file():
        return None
    from gazetteer.corrections import Corrections, holds_corrections

    if path is None and not holds_corrections(_BESIDE):
        console.say(f"{_BESIDE} holds no corrections, for it has no column 'text'; it is not read")
        return None
    return Corrections.read(path or _BESIDE)


def tell_usage(corrections: Corrections | None, console: Console) -> None:
    """Say which corrections met something, and which did not."""
    if corrections is not None and corrections.rows:
        console.say(corrections.usage())
