"""``frontmap place``: ask the gazetteer."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from frontmap.commands.options import Debug, PlacesFile, Quiet
from frontmap.console import Console, printable
from frontmap.corrections import open_corrections, tell_usage
from geo.errors import FrontmapError

if TYPE_CHECKING:
    from frontmap.places import Places

__all__ = ["HELP", "place"]

HELP = """Find a place, as a report words it.

The answer is a shape with its uncertainty and the reason for the choice, or an honest no with the
nearest candidates.

\b
Examples:
  frontmap place "15 km north of Hama"
  frontmap place Suran --context Hama --country SY
  frontmap place Lyman --near 37.8,48.9 --json
  frontmap place --batch names.txt > places.jsonl

\b
A line of a batch is a name or phrase, or a JSON object such as
  {"text": "Suran", "context": ["Hama"], "in": "Hama", "near": [36.7, 35.1], "country": "SY"}
"""

_SHOWN = 3


def place(
    ctx: typer.Context,
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="A name or a phrase.", show_default=False)
    ] = None,
    near: Annotated[
        str | None,
        typer.Option("--near", metavar="LON,LAT", help="Prefer places near this point."),
    ] = None,
    inside: Annotated[
        list[str] | None,
        typer.Option("--in", metavar="ADMIN", help="Prefer places inside this area."),
    ] = None,
    context: Annotated[
        list[str] | None,
        typer.Option("--context", metavar="NAME", help="A place named beside it; may be repeated."),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option("--country", metavar="CC", help="ISO code of its country; may be repeated."),
    ] = None,
    theatre: Annotated[
        str | None,
        typer.Option("--theatre", metavar="NAME", help="Ask the places of this conflict alone."),
    ] = None,
    online: Annotated[
        str | None,
        typer.Option(
            "--online",
            metavar="SERVICE",
            help="Ask nominatim, photon, geonames or pelias for names that are not known here.",
        ),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            "--contact",
            metavar="ADDRESS",
            envvar="FRONTMAP_CONTACT",
            help="Your e-mail or web address, which online services require.",
        ),
    ] = None,
    batch: Annotated[
        Path | None,
        typer.Option("--batch", metavar="FILE", help="Ask every line of a file; - for stdin."),
    ] = None,
    corrected: PlacesFile = None,
    as_json: Annotated[bool, typer.Option("--json", help="Answer as JSON for programs.")] = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Find a place, as a report words it."""
    from frontmap.places import Places, Question, place_record
    from frontmap.questions import parse_point

    if (text is None) == (batch is None):
        raise typer.BadParameter("give either TEXT or --batch FILE")
    console: Console = ctx.obj
    corrections = open_corrections(corrected, console)
    places = Places(
        theatre=theatre,
        service=online or "",
        contact=contact or "",
        corrections=corrections,
        progress=console.progress,
    )
    if batch is not None:
        code = _ask_every_line(batch, places, console)
        tell_usage((corrections,), console)
        raise typer.Exit(code)
    question = Question(
        text=text or "",
        near=parse_point(near) if near else None,
        inside=tuple(inside or ()),
        context=tuple(context or ()),
        countries=tuple(code.upper() for code in country or ()),
    )
    record = place_record(question.text, places.ask(question))
    if as_json:
        typer.echo(_as_json(record))
        return
    for line in _in_words(record):
        typer.echo(printable(line))


def _ask_every_line(batch: Path, places: Places, console: Console) -> int:
    """Answer every line, also those that cannot be read: programs count on one line for one."""
    from frontmap.places import no_place, place_record
    from frontmap.questions import parse_question

    rejected = 0
    for number, line in enumerate(_lines(batch), start=1):
        try:
            question = parse_question(line)
            record = place_record(question.text, places.ask(question))
        except FrontmapError as error:
            rejected += 1
            console.warn(f"{batch}, line {number}: {error}")
            record = place_record(line.strip(), no_place(str(error)))
        typer.echo(_as_json(record))
    return 3 if rejected else 0


def _as_json(record: dict[str, Any]) -> str:
    # What came in as bytes that are no text cannot go out as UTF-8.
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace").decode("utf-8")


def _lines(batch: Path) -> Iterator[str]:
    from frontmap.questions import QuestionError

    if str(batch) == "-":
        # A byte that is no UTF-8 spoils its own line alone.
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "replace").rstrip("\r\n")
        return
    try:
        yield from batch.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise QuestionError(f"{batch}: cannot be opened ({error.strerror}); check it") from None
    except UnicodeDecodeError:
        raise QuestionError(f"{batch}: is no UTF-8 text; save it as UTF-8") from None


def _in_words(record: dict[str, Any]) -> Iterator[str]:
    yield f"{record['text']}: {record['status']}"
    if record["status"] == "resolved":
        uncertainty_km = record["uncertainty_m"] / 1000
        yield f"  lon {record['lon']}, lat {record['lat']}, ± {uncertainty_km:.3g} km"
        yield f"  {record['note']}"
    yield f"  {record['reason']}"
    for candidate in record["candidates"][:_SHOWN]:
        yield f"  {'=' if candidate == record['entry'] else '-'} {_candidate(candidate)}"


def _candidate(candidate: dict[str, Any]) -> str:
    where = ", ".join(filter(None, (*candidate["admin"], candidate["country"])))
    place = f"{candidate['name']} ({where}; {candidate['feature_code']})"
    return f"{place} {candidate['id']}: {candidate['source']}, {candidate['licence']}"
