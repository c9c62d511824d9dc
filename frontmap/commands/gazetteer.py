"""``frontmap gazetteer``: what is known of places, and how to know more."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from frontmap.commands.options import Debug, Quiet
from frontmap.console import Console, printable

if TYPE_CHECKING:
    from gazetteer.adding.install import Added

__all__ = ["HELP", "add", "app", "export", "info", "list_", "remove", "renew"]

HELP = "See which places are known and where they come from; add a country's, from any source."
_ADD_HELP = """Add all places of a country, or places of your own, to what is known.

Fetches GeoNames' file of the country (CC BY 4.0), or reads what --from names: an address, a file,
or a folder or mirror that holds CC.zip. Places that are known already get the new names as well.
Adding from the same source again replaces what it gave before; see docs/gazetteers.md.

\b
Examples:
  frontmap gazetteer add SY
  frontmap gazetteer add SY --from villages.csv --source "my survey" --licence CC0
  frontmap gazetteer add UA --from http://mirror.example.org/geonames/
"""
_LIST_HELP = """List the theatres, the world's places and the gazetteers that were added.

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
_REMOVE_HELP = """Remove a gazetteer that was added. The shipped towns of the country stay.

\b
Example:
  frontmap gazetteer remove SY
"""
_RENEW_HELP = """Make a gazetteer's index again from the rows that were added.

For an index that is damaged, or that another version of frontmap made. Nothing is fetched.

\b
Example:
  frontmap gazetteer renew SY
"""
_EXPORT_HELP = """Write an added gazetteer into a file: .csv, .geojson or .jsonl.

A CSV file has one line for each place, a GeoJSON file its shape as well, a JSON Lines file all that
is known of it.

\b
Examples:
  frontmap gazetteer export SY -o syria.csv
  frontmap gazetteer export SY -o - --format jsonl | head
"""

Json = Annotated[bool, typer.Option("--json", help="Write JSON Lines for programs.")]
Added_ = Annotated[str, typer.Argument(metavar="NAME", help="A country that was added.")]
app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.command("add", help=_ADD_HELP)
def add(
    ctx: typer.Context,
    country: Annotated[
        str, typer.Argument(metavar="CC", help="The country's ISO code, such as SY.")
    ],
    origin: Annotated[
        str | None,
        typer.Option("--from", metavar="URL|FILE", help="Where to take them from."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="Instead of recognising the format."),
    ] = None,
    licence: Annotated[
        str, typer.Option(metavar="TEXT", help="For rows that name no licence.")
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="For rows that name no source. What was added under the same is replaced; "
            "without it, what came from a file of the same name.",
        ),
    ] = "",
    alternate_names: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="GeoNames' alternateNamesV2, as text or zip."),
    ] = None,
    sha256: Annotated[
        str, typer.Option("--sha256", metavar="HEX", help="Digest that the file must have.")
    ] = "",
    as_json: Json = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Add all places of a country, or places of your own, to what is known."""
    from gazetteer.adding.install import install

    console: Console = ctx.obj
    added = install(
        country,
        origin,
        form=form,
        licence=licence,
        source=source,
        beside=tuple(alternate_names or ()),
        sha256=sha256.strip(),
        progress=console.progress,
        waiting=lambda: console.say("another frontmap is adding a gazetteer; waiting for it"),
    )
    _tell(added, console, as_json=as_json)
    if added.part.rejected:
        raise typer.Exit(3)


@app.command("list", help=_LIST_HELP)
def list_(as_json: Json = False, _quiet: Quiet = False, _debug: Debug = False) -> None:
    """List the theatres, the world's places and the gazetteers that were added."""
    from frontmap.holdings import listed

    for row in listed():
        places = f"{row['places']:,} {row['kind']}" if row["places"] else row["kind"]
        line = f"{row['name']:<14}{places}; {row['countries']}"
        typer.echo(json.dumps(row) if as_json else printable(line))


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
    from frontmap.holdings import held, held_line
    from gazetteer.homes.world import user_folder

    console: Console = ctx.obj
    for row in held(name, console.progress):
        typer.echo(json.dumps(row) if as_json else printable(held_line(row)))
    console.say(f"indexes lie in {user_folder()}")


@app.command("remove", help=_REMOVE_HELP)
def remove(ctx: typer.Context, name: Added_, _quiet: Quiet = False, _debug: Debug = False) -> None:
    """Remove a gazetteer that was added."""
    from gazetteer.adding import sets

    console: Console = ctx.obj
    gone = sets.remove(
        name.upper(),
        waiting=lambda: console.say("another frontmap is adding a gazetteer; waiting for it"),
    )
    console.say(f"{gone.name}: {gone.entries:,} places removed, the shipped towns stay")


@app.command("renew", help=_RENEW_HELP)
def renew(ctx: typer.Context, name: Added_, _quiet: Quiet = False, _debug: Debug = False) -> None:
    """Make a gazetteer's index again from the rows that were added."""
    from gazetteer.adding.install import renew as make_again

    console: Console = ctx.obj
    entries = make_again(
        name.upper(),
        progress=console.progress,
        waiting=lambda: console.say("another frontmap is adding a gazetteer; waiting for it"),
    )
    console.say(f"{name.upper()}: {entries:,} places, made again from the rows that were added")


@app.command("export", help=_EXPORT_HELP)
def export(
    ctx: typer.Context,
    name: Added_,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="The file, or - for stdout.")
    ],
    form: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", help="csv, geojson or jsonl, not the suffix."),
    ] = "",
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Write an added gazetteer into a file."""
    from frontmap.output import check_writable, is_stdout
    from gazetteer.adding.export import export as export_file
    from gazetteer.adding.export import write_entries

    console: Console = ctx.obj
    if is_stdout(out):
        write_entries(name.upper(), sys.stdout, form=form or "jsonl")
        return
    check_writable(out)
    count = export_file(name.upper(), out, form=form)
    console.say(f"{out}: {count:,} places")


def _tell(added: Added, console: Console, *, as_json: bool) -> None:
    """Say what was added on standard output, and what could not be read on standard error."""
    part = added.part
    for row in added.shown:
        console.warn(f"{part.origin}, row {row.line_or_item}: {row.problem}")
    if part.rejected > len(added.shown):
        console.warn(f"{part.origin}: {part.rejected - len(added.shown):,} more rows rejected")
    if part.elsewhere:
        console.say(f"{part.elsewhere:,} rows lie in other countries and were left out")
    if added.damage:
        console.warn(f"what was added to {added.name} before was damaged and is gone")
    counts = {
        "name": added.name,
        "source": part.label,
        "read": part.rows,
        "rejected": part.rejected,
        "elsewhere": part.elsewhere,
        "replaced": added.replaced,
        "merged": added.merged,
        "places": added.entries,
    }
    if as_json:
        typer.echo(json.dumps(counts))
    elif not console.quiet:
        replaced = f" in place of {added.replaced:,}" if added.replaced else ""
        typer.echo(
            f"{added.name}: {part.rows:,} rows read from {part.origin}{replaced}, "
            f"{part.rejected:,} rejected, {added.merged:,} merged; {added.entries:,} places kept"
        )
