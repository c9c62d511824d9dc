"""``frontmap symbols``: a sheet that says what the symbols of the map mean."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frontmap.commands.options import Debug, LanguageName, Quiet
from frontmap.console import Console
from frontmap.output import check_writable, write_bytes

__all__ = ["HELP", "symbols"]

HELP = """Draw a sheet with every symbol of the map and what it means.

The suffix of FILE chooses the form: .png, .svg or .pdf. Needs: pip install "frontmap[export]"

\b
Examples:
  frontmap symbols -o symbols.pdf
  frontmap symbols -o symboles.png --language fr --width 2400
"""


def symbols(
    ctx: typer.Context,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FILE", help="The file to write.", show_default=False),
    ],
    language: LanguageName = None,
    width: Annotated[
        int,
        typer.Option("--width", metavar="PIXELS", min=400, max=9600, help="Width of a PNG."),
    ] = 1200,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Draw a sheet with every symbol of the map and what it means."""
    from frontmap.themed import theme_of
    from maps.export import PICTURES, require

    console: Console = ctx.obj
    suffix = out.suffix.lower()
    if suffix not in PICTURES:
        raise typer.BadParameter(f"{out.name} is no picture; end it in {', '.join(PICTURES)}")
    require(out.name)
    check_writable(out)
    tongue = theme_of(None, language=language, console=console).tongue

    from maps.picture.pixels import symbol_sheet

    size = write_bytes(out, symbol_sheet(tongue, form=suffix[1:], width_px=width))
    console.say(f"{out}: {size:,} bytes")
