"""``frontmap draw``: reports in, one map out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frontmap.assessed import assess_inputs
from frontmap.commands.options import (
    AsOf,
    Debug,
    DecisionsFile,
    Inputs,
    LanguageName,
    ModelName,
    ModelUrl,
    PlacesFile,
    Quiet,
    TheatreName,
    ThemeFile,
)
from frontmap.console import Console
from frontmap.embedded import form_of, write_embedded
from frontmap.output import check_writable, is_stdout, write_text
from frontmap.summary import summarise
from frontmap.themed import theme_of

__all__ = ["HELP", "draw"]

HELP = """Draw a map of what reports claim.

Reads news reports, finds who says which side moved where, and writes one HTML file that opens
in any browser without a network. What cannot be placed is listed in the map with its reason.

\b
Examples:
  frontmap draw reports/ -o out/map.html
  frontmap draw monday.txt tuesday.txt --theatre syria --title "Hama, as claimed"
  cat report.txt | frontmap draw - -o - > map.html
  frontmap draw reports/ -o out/map.html --embed --still > out/paste-me.html
  frontmap draw reports/ -o out/carte.html --language fr
"""


def draw(
    ctx: typer.Context,
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="FILE", help="The map to write; - for standard output."
        ),
    ] = Path("out/map.html"),
    theatre: TheatreName = None,
    as_of: AsOf = None,
    places: PlacesFile = None,
    decisions: DecisionsFile = None,
    model: ModelName = None,
    model_url: ModelUrl = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="Title of the map.", show_default=False),
    ] = None,
    language: LanguageName = None,
    theme: ThemeFile = None,
    full_text: Annotated[
        bool,
        typer.Option(
            "--full-text",
            help="Put whole reports into the map, where you may, not just words around claims.",
        ),
    ] = False,
    embed: Annotated[
        bool,
        typer.Option(
            "--embed",
            help="Draw a compact map for other web pages and print the HTML to paste there; "
            "with -o - the whole map stands in it.",
        ),
    ] = False,
    still: Annotated[
        bool,
        typer.Option(
            "--still",
            help="With --embed: also write FILE.png, shown to readers without scripts.",
        ),
    ] = False,
    no_time: Annotated[
        bool, typer.Option("--no-time", help="With --embed: leave out the bar of time.")
    ] = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Draw a map of what reports claim."""
    from maps import draw as draw_map

    console: Console = ctx.obj
    check_writable(out, suffixes=(".html", ".htm"))
    form = form_of(out, embed=embed, still=still, no_time=no_time)
    look = theme_of(theme, language=language, console=console)
    result = assess_inputs(
        inputs,
        console=console,
        theatre=theatre,
        as_of=as_of,
        places=places,
        decisions=decisions,
        model=model,
        model_url=model_url,
    )
    front = draw_map(result.situation, title=title, full_text=full_text, form=form, theme=look)
    size = (
        write_embedded(front, result.situation, out, still=still)
        if embed
        else (write_text(out, front.to_html()))
    )
    if not console.quiet:
        for line in summarise(result.situation, path=out, size=size):
            typer.echo(line, err=embed or is_stdout(out))
    result.end()
