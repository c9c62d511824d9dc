"""``frontmap claims``: reports in, a table of claims out."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from frontmap.assessed import assess_inputs
from frontmap.commands.many_claims import write_claims_folder
from frontmap.commands.options import (
    AsOf,
    Debug,
    DecisionsFile,
    EngineName,
    Inputs,
    ModelName,
    ModelUrl,
    PlacesFile,
    Quiet,
    TheatreName,
)
from frontmap.console import Console
from frontmap.output import check_writable, write_text

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
  frontmap claims in/*.parquet -o claims/ --engine process      many reports on all cores
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
        str,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="Where to; - for standard output. A folder (name/) gets a file of claims for each "
            "table of reports, which a run that was cut off goes on with.",
        ),
    ] = "-",
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
    engine: EngineName = "local",
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """List what reports claim."""
    from claims.written.files import format_claims, format_figures

    console: Console = ctx.obj
    path = Path(out)
    if out.endswith(("/", os.sep)) or path.is_dir():
        if figures or form not in {None, ClaimsFormat.JSONL}:
            raise typer.BadParameter("a folder gets claims as jsonl; name a file", param_hint="-o")
        write_claims_folder(
            inputs, path, console=console, theatre=theatre, as_of=as_of, places=places,
            decisions=decisions, model=model, model_url=model_url, engine=engine,
        )  # fmt: skip
    check_writable(path)
    chosen = form or _by_suffix(path)
    result = assess_inputs(
        inputs,
        console=console,
        theatre=theatre,
        as_of=as_of,
        places=places,
        decisions=decisions,
        model=model,
        model_url=model_url,
        engine=engine,
    )
    if figures:
        write_text(path, format_figures(result.situation))
    else:
        write_text(path, format_claims(result.situation, chosen.value))
    result.end()


def _by_suffix(out: Path) -> ClaimsFormat:
    known = {f".{form.value}": form for form in ClaimsFormat} | {".yml": ClaimsFormat.YAML}
    return known.get(out.suffix.lower(), ClaimsFormat.JSONL)
