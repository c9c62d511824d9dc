"""What the commands that read reports share: from their options to a situation, and the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

from frontmap.console import Console
from frontmap.corrections import open_corrections, open_decisions, tell_usage
from frontmap.engines.choose import open_engine
from frontmap.reading import choose_extractor
from frontmap.walk import Walked, walk

if TYPE_CHECKING:
    from claims.situation import Situation
    from claims.written.decisions import Decisions
    from gazetteer.meaning.corrections import Corrections

__all__ = ["Assessed", "assess_inputs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """A run's situation, and what is left to say when its result is written."""

    walked: Walked
    files: tuple[Corrections | Decisions | None, ...]
    console: Console

    @property
    def situation(self) -> Situation:
        """What the inputs claim."""
        return self.walked.situation

    def end(self) -> NoReturn:
        """Say how far the user's own files were of use, and leave with the exit code."""
        tell_usage(self.files, self.console)
        raise typer.Exit(self.walked.exit_code)


def assess_inputs(
    inputs: Iterable[str | Path],
    *,
    console: Console,
    theatre: str | None,
    as_of: datetime | None,
    places: Path | None,
    decisions: Path | None,
    model: str | None = None,
    model_url: str | None = None,
    engine: str = "local",
) -> Assessed:
    """Read, place and compare what the inputs claim, as the options of a command say.

    Raises
    ------
    FrontmapError
        As :func:`frontmap.walk.walk` does, and for files or a model that cannot be used.
    """
    corrections = open_corrections(places, console)
    decided = open_decisions(decisions)
    with open_engine(engine, tell=console.warn) as opened:
        walked = walk(
            inputs,
            theatre=theatre,
            as_of=as_of,
            corrections=corrections,
            decisions=decided,
            extractor=choose_extractor(model, model_url),
            engine=opened,
            tell=console.warn,
            progress=console.progress,
        )
    return Assessed(walked=walked, files=(corrections, decided), console=console)
