"""``frontmap gazetteer``: what is known of places."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from frontmap.commands.options import Debug, Quiet
from frontmap.console import Console

if TYPE_CHECKING:
    from gazetteer.found import Holding

__all__ = ["HELP", "app", "info", "list_"]

HELP = "See which places are known, where they come from and under which licence."
_LIST_HELP = """List the theatres and the world's places that are installed.

\b
Example:
  frontmap gazetteer list
"""
_INFO_HELP = """Say how many places a theatre or a country holds, from which sources.

Opens them first, which takes some seconds for a country that was not used before.

\b
Examples:
  frontmap gazetteer info syria
  frontmap gazetteer info UA --json
"""

Json = Annotated[bool, typer.Option("--json", help="Write JSON Lines for programs.")]
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.command("list", help=_LIST_HELP)
def list_(as_json: Json = False, _quiet: Quiet = False, _debug: Debug = False) -> None:
    """List the theatres and the world's places that are installed."""
    for row in _installed():
        places = f"{row['places']:,} curated places" if row["places"] else "towns"
        line = f"{row['name']:<10}{places}; {row['countries']}"
        typer.echo(json.dumps(row) if as_json else line)


@app.command("info", help=_INFO_HELP)
def info(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A theatre, a country's ISO code, or world.")
    ],
    as_json: Json = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Say how many places a theatre or a country holds, from which sources."""
    from gazetteer.world import user_folder

    console: Console = ctx.obj
    for held in filter(lambda held: held.rows, _holdings(name, console)):
        typer.echo(json.dumps(_record(held)) if as_json else _line(held))
    console.say(f"indexes lie in {user_folder()}")


def _installed() -> Iterator[dict[str, Any]]:
    from claims.theatre_files import load_theatre, theatre_names
    from gazetteer.files import read_theatre_entries
    from gazetteer.towns import country_rows

    for name in theatre_names():
        theatre = load_theatre(name)
        entries = read_theatre_entries(theatre.folder) if theatre.folder else ()
        countries = f"and the towns of {', '.join(theatre.countries)}"
        yield {"name": name, "places": len(entries), "countries": countries}
    countries = f"of {len(country_rows())} countries, from GeoNames (CC BY 4.0)"
    yield {"name": "world", "places": 0, "countries": countries}


def _holdings(name: str, console: Console) -> tuple[Holding, ...]:
    from claims.assess import open_gazetteer
    from claims.theatre_files import load_theatre, theatre_names
    from gazetteer.index import Gazetteer

    if name in theatre_names():
        return open_gazetteer(load_theatre(name), progress=console.progress).describe()
    code = name if name == "world" else name.upper()
    return Gazetteer(countries=[code], progress=console.progress).describe()


def _record(held: Holding) -> dict[str, Any]:
    return {
        "name": held.name,
        "places": held.rows,
        "source": held.source,
        "licence": held.licence,
        "size_bytes": held.size_bytes,
    }


def _line(held: Holding) -> str:
    size = f", {held.size_bytes / 1e6:.1f} MB" if held.size_bytes else ""
    return f"{held.name:<10}{held.rows:>8,} places from {held.source} ({held.licence}){size}"
