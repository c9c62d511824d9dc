"""``frontmap claims``: reports in, a table of claims out."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from frontmap.commands.options import (
    AsOf,
    Debug,
    DecisionsFile,
    Inputs,
    ModelName,
    ModelUrl,
    PlacesFile,
    Quiet,
    TheatreName,
)
from frontmap.console import Console
from frontmap.corrections import open_corrections, open_decisions, tell_usage
from frontmap.output import check_writable, write_text
from frontmap.reading import choose_extractor
from frontmap.walk import walk

__all__ = ["HELP", "ClaimsFormat", "claims"]

HELP = """List what reports claim, with exact quotes and places.

One claim holds who says it, who did what, where and when, the quote and where it stands in the
report, and how the place was found.

\b
Examples:
  frontmap claims reports/                      one JSON object a line
  frontmap claims reports/ -o claims.csv        a table for a spreadsheet
  frontmap claims report.txt -o claims.geojson  for a map programme
  frontmap claims reports/ | jq .quote
  frontmap claims reports/ --figures            who counts how many killed, captured, displaced
"""


class ClaimsFormat(StrEnum):
    """How claims are written."""

    JSONL = "jsonl"
    CSV = "csv"
    YAML = "yaml"
    GEOJSON = "geojson"


def claims(
    ctx: typer.Context,
    inputs: Inputs,
    out: Annotated[
        Path,
        typer.Option("--out", "-o", metavar="FILE", help="Where to; - for standard output."),
    ] = Path("-"),
    form: Annotated[
        ClaimsFormat | None,
        typer.Option(
            "--format",
            help="How to write. Without it: by the file's suffix, else jsonl.",
            show_default=False,
        ),
    ] = None,
    figures: Annotated[
        bool,
        typer.Option(
            "--figures", help="List the counts (killed, captured, displaced, ...), as JSON Lines."
        ),
    ] = False,
    theatre: TheatreName = None,
    as_of: AsOf = None,
    places: PlacesFile = None,
    decisions: DecisionsFile = None,
    model: ModelName = None,
    model_url: ModelUrl = None,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """List what reports claim."""
    from claims.files import format_claims, format_figures

    console: Console = ctx.obj
    check_writable(out)
    chosen = form or _by_suffix(out)
    corrections = open_corrections(places, console)
    decided = open_decisions(decisions)
    result = walk(
        inputs,
        theatre=theatre,
        as_of=as_of,
        corrections=corrections,
        decisions=decided,
        extractor=choose_extractor(model, model_url),
        tell=console.warn,
        progress=console.progress,
    )
    if figures:
        write_text(out, format_figures(result.situation))
    else:
        write_text(out, format_claims(result.situation, chosen.value))
    tell_usage((corrections, decided), console)
    raise typer.Exit(result.exit_code)


def _by_suffix(out: Path) -> ClaimsFormat:
    known = {f".{form.value}": form for form in ClaimsFormat} | {".yml": ClaimsFormat.YAML}
    return known.get(out.suffix.lower(), ClaimsFormat.JSONL)
