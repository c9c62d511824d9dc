"""``frontmap gazetteer``: what is known of places."""

from __future__ import annotations

import typer

from frontmap.commands.options import Debug, Quiet

__all__ = ["HELP", "app", "info", "list_"]

HELP = "See which places are known, where they come from and under which licence."

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=HELP)


@app.command("list")
def list_(_quiet: Quiet = False, _debug: Debug = False) -> None:
    """List the theatres and countries whose places are installed."""


@app.command("info")
def info(_quiet: Quiet = False, _debug: Debug = False) -> None:
    """Say where the places come from and where they lie on this machine."""
