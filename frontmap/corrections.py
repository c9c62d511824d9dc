"""What people corrected and decided: the files that are named, or those beside the project."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from frontmap.console import Console

if TYPE_CHECKING:
    from claims.written.decisions import Decisions
    from gazetteer.meaning.corrections import Corrections

__all__ = ["DECISIONS_BESIDE", "open_corrections", "open_decisions", "tell_usage"]

_BESIDE = Path("places.csv")
DECISIONS_BESIDE = Path("decisions.csv")


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
    from gazetteer.meaning.corrections import Corrections, holds_corrections

    if path is None and not holds_corrections(_BESIDE):
        console.say(f"{_BESIDE} holds no corrections, for it has no column 'text'; it is not read")
        return None
    return Corrections.read(path or _BESIDE)


def open_decisions(path: Path | None) -> Decisions | None:
    """Read the decisions of a file; without one, those of ``decisions.csv`` in this folder.

    None where there are none.

    Raises
    ------
    DecisionsError
        The file cannot be opened.
    GazetteerFormatError
        A row is wrong.
    """
    if path is None and not DECISIONS_BESIDE.is_file():
        return None
    from claims.written.decisions import Decisions

    return Decisions.read(path or DECISIONS_BESIDE)


def tell_usage(files: Iterable[Corrections | Decisions | None], console: Console) -> None:
    """Say which rows of corrections and decisions met something, and which did not."""
    for file in files:
        if file is not None and file.rows:
            console.say(file.usage())
