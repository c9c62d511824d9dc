"""``frontmap refresh``: a project's outputs brought up to date, unattended."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from frontmap.commands.options import Debug, EngineName, Quiet
from frontmap.console import Console, exit_code

if TYPE_CHECKING:
    from frontmap.refresh.outcome import Refreshed

__all__ = ["HELP", "refresh"]

HELP = """Bring a project's maps up to date; made for cron.

Reads the sources that the project file names, draws what they claim and puts the new files in the
place of the old ones in one step. What fails leaves the old files as they are.

\b
Exit codes: 0 published, or nothing new; 1 refused or failed, the old map stays; 2 a field of the
project file is wrong; 3 done, but a source or an input was rejected; 75 another refresh of this
project is running.

\b
Examples:
  frontmap refresh
  frontmap refresh hama/frontmap.toml --dry-run
"""


def refresh(
    ctx: typer.Context,
    project: Annotated[
        Path,
        typer.Argument(metavar="[FILE]", help="The project file, or its folder."),
    ] = Path("frontmap.toml"),
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Write nothing; say what would be done.")
    ] = False,
    force: Annotated[
        bool,
        typer.Option("--force", help="Publish although claims fell or no source answered."),
    ] = False,
    engine: EngineName = "local",
    json_: Annotated[
        bool, typer.Option("--json", help="Say what was done as one JSON object.")
    ] = False,
    log: Annotated[
        Path | None,
        typer.Option("--log", metavar="FILE", help="Add what is done to a file, as JSON Lines."),
    ] = None,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Bring a project's maps up to date."""
    from frontmap.refresh.log import RunLog

    console: Console = ctx.obj
    kept = RunLog(path=log)
    kept.add("info", "started", project=str(project), dry_run=dry_run, force=force)

    def tell(line: str) -> None:
        console.warn(line)
        kept.add("warning", "told", message=line)

    try:
        done = _run(project, force=force, dry_run=dry_run, engine=engine, tell=tell)
    except Exception as error:
        kept.refused(error, exit_code(error))
        raise
    told = _told(done)
    kept.add("info", "ended", exit_code=done.exit_code, **told)
    if json_:
        typer.echo(json.dumps(told))
    elif not console.quiet:
        for line in _lines(done):
            typer.echo(line)
    raise typer.Exit(done.exit_code)


def _run(
    project: Path, *, force: bool, dry_run: bool, engine: str, tell: Callable[[str], None]
) -> Refreshed:
    import os

    from frontmap.engines.choose import open_engine
    from frontmap.refresh.net import client_of
    from frontmap.refresh.project_file import read_project
    from frontmap.refresh.run import refresh as run

    read = read_project(project, os.environ)
    with open_engine(engine, tell=tell) as opened:
        return run(
            read,
            now=datetime.now(UTC),
            force=force,
            dry_run=dry_run,
            engine=opened,
            client=lambda: client_of(read),
            tell=tell,
        )


def _lines(done: Refreshed) -> list[str]:
    got = done.received
    lines = [f"{got.new} new reports, {got.corrected} corrected, {got.gone} gone"]
    if done.recovered:
        lines.insert(0, "an earlier run was cut off; what it left is settled")
    if done.held_back:
        lines.append(f"{done.held_back} reports are held back until they are old enough")
    if done.outputs:
        lines.append(
            f"{done.outcome}: {done.claims} claims, {done.drawn} drawn, "
            f"{done.claims - done.drawn} listed"
        )
        return [*lines, *done.outputs]
    return [*lines, done.outcome.value]


def _told(done: Refreshed) -> dict[str, Any]:
    got = done.received
    return {
        "outcome": done.outcome.value,
        "reports": {"new": got.new, "corrected": got.corrected, "gone": got.gone},
        "read": done.read_anew,
        "claims": done.claims,
        "drawn": done.drawn,
        "held_back": done.held_back,
        "outputs": done.outputs,
        "rejected": got.rejected,
        "recovered": done.recovered,
    }
