"""``frontmap export``: reports in, a picture, a table or a written report out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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
from frontmap.output import check_writable, write_bytes
from frontmap.summary import summarise
from frontmap.themed import theme_of

if TYPE_CHECKING:
    from claims.situation import Situation

__all__ = ["HELP", "Columns", "export"]

HELP = """Write what reports claim as a picture, a table or a report.

The suffix of FILE chooses the form: .png, .svg, .pdf for a still map with title, legend, sources
and limits on it; .geojson, .gpkg, .kml, .csv, .parquet for other programs; .docx, .md for a
written report with the map. Pictures, reports and .parquet need: pip install "frontmap[export]"

\b
Examples:
  frontmap export reports/ -o out/map.png --width 2400
  frontmap export reports/ -o out/claims.gpkg
  frontmap export reports/ -o out/events.csv --columns acled
  frontmap export reports/ -o out/report.docx --title "Hama, as claimed"
"""


class Columns(StrEnum):
    """Whose columns a CSV file has."""

    OWN = "own"
    ACLED = "acled"
    UCDP = "ucdp"


def export(
    ctx: typer.Context,
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FILE", help="The file to write.", show_default=False),
    ],
    width: Annotated[
        int,
        typer.Option(
            "--width",
            metavar="PIXELS",
            min=400,
            max=9600,
            help="Width of a PNG, also of the map in a report.",
        ),
    ] = 1200,
    columns: Annotated[
        Columns, typer.Option("--columns", help="Whose columns a CSV file has.")
    ] = Columns.OWN,
    theatre: TheatreName = None,
    as_of: AsOf = None,
    places: PlacesFile = None,
    decisions: DecisionsFile = None,
    model: ModelName = None,
    model_url: ModelUrl = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help="Title of the file.", show_default=False),
    ] = None,
    language: LanguageName = None,
    theme: ThemeFile = None,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Write what reports claim as a picture, a table or a report."""
    from maps.export import export as export_situation
    from maps.export import require
    from maps.tables.csv_rows import CsvColumns

    console: Console = ctx.obj
    require(out.name)
    check_writable(out)
    if columns is not Columns.OWN and out.suffix.lower() != ".csv":
        raise typer.BadParameter(f"--columns {columns} is for .csv files; {out.name} is none")
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
    made = export_situation(
        result.situation,
        name=out.name,
        title=title,
        width_px=width,
        columns=CsvColumns(columns.value),
        theme=look,
    )
    # What belongs beside a file stands there before the file that names it.
    for name, content in made.beside.items():
        write_bytes(out.with_name(name), content)
    size = write_bytes(out, made.content)
    if not console.quiet:
        for line in _lines(result.situation, out, size, columns):
            typer.echo(line)
        for name in made.beside:
            typer.echo(f"{out.with_name(name)}")
    result.end()


def _lines(situation: Situation, out: Path, size: int, columns: Columns) -> Iterator[str]:
    from maps.export import PICTURES

    picture = out.suffix.lower() in PICTURES
    rest = "all listed by frontmap claims" if picture else "all listed in the file"
    yield from summarise(situation, path=out, size=size, rest=rest)
    if columns is not Columns.OWN:
        from maps.tables.events import left_out

        if count := left_out(situation):
            yield f"left out of {columns} columns: {count} planned or denied, which are no events"
