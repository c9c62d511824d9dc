"""The few calls that users write, over the rooms below; heavy packages wait until one is made."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from frontmap.walk import walk

if TYPE_CHECKING:
    from claims.situation import Situation
    from maps.compose import FrontMap

__all__ = ["assess", "draw"]


def assess(
    inputs: str | Path | Iterable[str | Path],
    *,
    theatre: str | None = None,
    as_of: datetime | None = None,
) -> Situation:
    """Read what reports claim, place it and compare it.

    Parameters
    ----------
    inputs
        Files and folders of reports, claims files, or ``-`` for standard input.
    theatre
        Name of the conflict; None recognises it from the texts.
    as_of
        The moment to look at, aware; None stands for the newest report.

    Warns
    -----
    UserWarning
        For every input that was left out, with the reason.

    Raises
    ------
    NothingToDrawError
        Where no input could be read, or none makes a claim.
    """
    every = [inputs] if isinstance(inputs, str | Path) else inputs
    return walk(every, theatre=theatre, as_of=as_of, tell=_warn).situation


def draw(
    inputs: str | Path | Iterable[str | Path],
    *,
    out: str | Path | None = None,
    theatre: str | None = None,
    as_of: datetime | None = None,
    title: str | None = None,
) -> FrontMap:
    """Draw a map of what reports claim, and write it where ``out`` is given.

    Parameters
    ----------
    inputs, theatre, as_of
        As for :func:`assess`.
    out
        The file to write; its folder is made.
    title
        Heading of the map; None makes one from the theatre and the dates.

    Returns
    -------
    FrontMap
        A folium map, so layers of your own can be added before ``save``.

    Raises
    ------
    NothingToDrawError
        Where no input could be read, or none makes a claim.
    ExportError
        Where ``out`` cannot be written; nothing is left behind.
    """
    from maps.compose import draw as draw_situation

    drawn = draw_situation(assess(inputs, theatre=theatre, as_of=as_of), title=title)
    if out is not None:
        Path(out).parent.mkdir(parents=True, exist_ok=True)
        drawn.save(out)
    return drawn


def _warn(line: str) -> None:
    warnings.warn(line, stacklevel=4)
