"""``frontmap doctor``: whether everything is in order, and what to do where it is not."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from frontmap.commands.options import Debug, Quiet
from frontmap.console import Console, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from frontmap.doctor.finding import Finding

__all__ = ["HELP", "doctor"]

HELP = """Check the installation, the gazetteers and a project, and say what to do.

One line for each thing: ok, note (worth knowing) or wrong. Nothing is changed, and no source on the
net is asked without --net. Ends with 1 where anything is wrong.

\b
Examples:
  frontmap doctor
  frontmap doctor hama/frontmap.toml --net
"""

_HERE = Path("frontmap.toml")


def doctor(
    ctx: typer.Context,
    project: Annotated[
        Path | None,
        typer.Argument(
            metavar="[PROJECT]", help="The project file, or its folder; frontmap.toml if left out."
        ),
    ] = None,
    net: Annotated[
        bool, typer.Option("--net", help="Ask the sources on the net as well, each once.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line.")] = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Check the installation, the gazetteers and a project, and say what to do."""
    console: Console = ctx.obj
    grades = set()
    for finding in _findings(project, net=net):
        grades.add(finding.grade.value)
        if json_:
            typer.echo(_json(finding))
        elif finding.grade.value == "wrong" or not console.quiet:
            typer.echo(f"{finding.grade:<5}  {printable(finding.about)}: {printable(finding.told)}")
    raise typer.Exit(1 if "wrong" in grades else 0)


def _findings(project: Path | None, *, net: bool) -> Iterator[Finding]:
    import os

    from frontmap.doctor.finding import note
    from frontmap.doctor.installation import check_installation
    from frontmap.doctor.project import check_project
    from frontmap.refresh.net import client_of

    yield from check_installation()
    if project is None and not _HERE.exists():
        yield note("project", "there is none here; begin one with: frontmap init")
        return
    yield from check_project(project or _HERE, os.environ, client=client_of if net else None)


def _json(finding: Finding) -> str:
    import json
    from dataclasses import asdict

    return json.dumps(asdict(finding), ensure_ascii=False)
