"""The command line: what is shared by all commands, and how a run ends."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from frontmap.commands import (
    claims,
    diff,
    doctor,
    draw,
    export,
    gazetteer,
    init,
    ledger,
    place,
    refresh,
    review,
    symbols,
    verify,
)
from frontmap.commands.options import Debug, Quiet
from frontmap.console import Console
from frontmap.garbage import look_seldom

__all__ = ["app", "main"]

_EPILOG = """\b
Exit codes: 0 done, 1 failed, 2 wrong usage or bad input, 3 done but some inputs were rejected."""

app = typer.Typer(
    name="frontmap",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=_EPILOG,
)
app.command("draw", help=draw.HELP)(draw.draw)
app.command("export", help=export.HELP)(export.export)
app.command("symbols", help=symbols.HELP)(symbols.symbols)
app.command("claims", help=claims.HELP)(claims.claims)
app.command("place", help=place.HELP)(place.place)
app.command("diff", help=diff.HELP)(diff.diff)
app.command("review", help=review.HELP)(review.review)
app.command("init", help=init.HELP)(init.init)
app.command("refresh", help=refresh.HELP)(refresh.refresh)
app.command("doctor", help=doctor.HELP)(doctor.doctor)
app.command("verify", help=verify.HELP)(verify.verify)
app.add_typer(ledger.app, name="ledger", help=ledger.HELP)
app.add_typer(gazetteer.app, name="gazetteer", help=gazetteer.HELP)


def _print_version(asked: bool) -> None:
    if asked:
        from frontmap import __version__

        typer.echo(f"frontmap {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version."),
    ] = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Map what reports about a war claim: who says which side moved, where, when, in which words.

    A claim is not a fact: the maps show who asserts what, and list what could not be placed.
    """


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    console = Console()
    look_seldom()
    for stream in (sys.stdin, sys.stdout):
        # What goes through a pipe is UTF-8, like the files that frontmap reads and writes.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
    try:
        app(prog_name="frontmap", obj=console)
    except Exception as error:  # noqa: BLE001 - the last catch: a user reads a line, not a trace
        sys.exit(console.fail(error))
