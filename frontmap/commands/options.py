"""Options that several commands share."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from frontmap.console import Console
from frontmap.engines.choose import UnknownEngineError, check_engine

__all__ = [
    "AsOf",
    "Debug",
    "DecisionsFile",
    "EngineName",
    "Inputs",
    "LanguageName",
    "ModelName",
    "ModelUrl",
    "PlacesFile",
    "Quiet",
    "TheatreName",
    "ThemeFile",
    "parse_moment",
]


def _set_quiet(ctx: typer.Context, value: bool) -> bool:
    _console(ctx).quiet |= value
    return value


def _set_debug(ctx: typer.Context, value: bool) -> bool:
    _console(ctx).debug |= value
    return value


def _console(ctx: typer.Context) -> Console:
    return ctx.ensure_object(Console)


def parse_moment(text: str) -> datetime:
    """Read an ISO 8601 date or time; a day means its end, a time without a zone means UTC."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(
            f"{text!r} is not a date or time; write 2024-12-05 or 2024-12-05T18:00Z"
        ) from error
    if not 1000 <= moment.year <= 9000:
        raise typer.BadParameter(f"{text!r} is out of range; give a year from 1000 to 9000")
    if len(text) == len("2024-12-05"):
        moment = moment.replace(hour=23, minute=59, second=59)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _parse_engine(word: str) -> str:
    try:
        return check_engine(word)
    except UnknownEngineError as error:
        raise typer.BadParameter(str(error)) from None


Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", callback=_set_quiet, help="Print nothing but data and errors."),
]
Debug = Annotated[
    bool,
    typer.Option("--debug", callback=_set_debug, help="Show where in the program an error arose."),
]
Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT...",
        help="Reports: text files and folders of them, claims files (.jsonl, .csv, .yaml), "
        "or - for standard input.",
        show_default=False,
    ),
]
TheatreName = Annotated[
    str | None,
    typer.Option(
        "--theatre",
        metavar="NAME",
        help="The conflict, such as syria, or a folder of your own. "
        "Without it: recognised from the reports.",
        show_default=False,
    ),
]
AsOf = Annotated[
    datetime | None,
    typer.Option(
        "--as-of",
        metavar="ISO",
        parser=parse_moment,
        help="The moment to look at: 2024-12-05 or 2024-12-05T18:00Z. "
        "Without it: the newest report.",
        show_default=False,
    ),
]
PlacesFile = Annotated[
    Path | None,
    typer.Option(
        "--places",
        metavar="FILE",
        help="What names mean, where you know better: a CSV file with the columns text, context, "
        "entry, lon, lat, uncertainty, note. Without it: places.csv of this folder, if there.",
        show_default=False,
    ),
]
DecisionsFile = Annotated[
    Path | None,
    typer.Option(
        "--decisions",
        metavar="FILE",
        help="What a reviewer decided about single claims: a CSV file that frontmap review writes. "
        "Without it: decisions.csv of this folder, if there.",
        show_default=False,
    ),
]
LanguageName = Annotated[
    str | None,
    typer.Option(
        "--language",
        metavar="CODE",
        help="Language of all that is not quoted: en, fr, ar, uk, or a file of words "
        "(docs/languages.md).",
        show_default=False,
    ),
]
ThemeFile = Annotated[
    Path | None,
    typer.Option(
        "--theme",
        metavar="FILE",
        help="Title, subtitle, credit, language, and names and colours of sides, as a YAML file "
        "(docs/languages.md).",
        show_default=False,
    ),
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="NAME",
        parser=_parse_engine,
        help="Where reports are read: local, process or process:N (on N cores of this machine), "
        "dask or dask:tcp://HOST:PORT (docs/many-reports.md). The claims are the same.",
    ),
]
ModelName = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Let this language model read the reports in place of the rules (docs/models.md).",
        show_default=False,
    ),
]
ModelUrl = Annotated[
    str | None,
    typer.Option(
        "--model-url",
        metavar="URL",
        help="Where the model is served. Without it: this machine. All reports are sent there.",
        show_default=False,
    ),
]
