"""``frontmap claims -o FOLDER/``: many reports, each read by itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from frontmap.console import Console
from frontmap.corrections import open_corrections, open_decisions, tell_usage
from frontmap.engines.choose import open_engine
from frontmap.reading import choose_extractor

if TYPE_CHECKING:
    from frontmap.many.folder import Written

__all__ = ["write_claims_folder"]


def write_claims_folder(
    inputs: Iterable[str | Path],
    folder: Path,
    *,
    console: Console,
    theatre: str | None,
    as_of: datetime | None,
    places: Path | None,
    decisions: Path | None,
    model: str | None,
    model_url: str | None,
    engine: str,
) -> NoReturn:
    """Write a file of claims for each partition of the inputs, and leave with the exit code.

    Raises
    ------
    FrontmapError
        As :func:`frontmap.many.folder.write_folder` does, and for files, an engine or a model that
        cannot be used.
    """
    from claims.written.decisions import Decisions
    from frontmap.many.alone import AloneTask
    from frontmap.many.folder import write_folder
    from gazetteer.meaning.corrections import Corrections

    corrections = open_corrections(places, console) or Corrections()
    decided = open_decisions(decisions) or Decisions()
    with open_engine(engine, tell=console.warn) as opened:
        done = write_folder(
            inputs,
            folder=folder,
            task=AloneTask(
                theatre=theatre,
                as_of=as_of,
                corrections=corrections,
                decisions=decided,
                extractor=choose_extractor(model, model_url),
            ),
            reader=model or "rules",
            engine=opened,
            tell=console.warn,
            say=console.say,
        )
    corrections.met |= done.met
    decided.met |= done.decided
    if done.reports:  # what was finished before tells no rows
        tell_usage((corrections, decided), console)
    console.say(_summary(done, folder))
    raise typer.Exit(3 if done.rejected else 0)


def _summary(done: Written, folder: Path) -> str:
    parts = done.written + done.finished_before
    return (
        f"{parts} files of claims in {folder}, {done.finished_before} of them finished before: "
        f"{done.reports} reports read, {done.silent} of them claim nothing, {done.rejected} "
        f"rejected; {done.claims} claims"
    )
