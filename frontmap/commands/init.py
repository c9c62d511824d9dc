"""``frontmap init``: a project to refresh, ready to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frontmap.commands.options import Debug, Quiet
from frontmap.console import Console

__all__ = ["HELP", "init"]

HELP = """Begin a project that frontmap refresh keeps up to date.

Writes a commented frontmap.toml, a note and a folder for reports. Nothing is ever replaced.

\b
Examples:
  frontmap init
  frontmap init maps/north
"""


def init(
    ctx: typer.Context,
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="Where the project goes; it is made where needed."),
    ] = Path(),
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Begin a project that frontmap refresh keeps up to date."""
    from frontmap.refresh.begin import begin_project

    console: Console = ctx.obj
    for path in begin_project(folder):
        if not console.quiet:
            typer.echo(f"{path}/" if path.is_dir() else path)
