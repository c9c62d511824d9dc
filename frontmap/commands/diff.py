"""``frontmap diff``: what changed between two maps or files of claims."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from frontmap.commands.options import Debug, Quiet, parse_moment
from frontmap.console import Console
from frontmap.output import check_writable, is_stdout, write_text

if TYPE_CHECKING:
    from claims.editions.changes import Changes
    from claims.editions.noted import State

__all__ = ["HELP", "diff"]

HELP = """Say what changed between two maps or files of claims.

New, withdrawn and corrected claims, places whose newest facts give them to another side, claims
that are newly contradicted or that more voices say. A and B are maps that frontmap drew (.html) or
claims files (.jsonl, .csv, .yaml), in any mix; drawn and not drawn claims are both compared.

\b
Examples:
  frontmap diff monday.html tuesday.html
  frontmap diff monday.jsonl tuesday.jsonl --json | jq .counts
  frontmap diff monday.html tuesday.html -o changes.md
  frontmap diff monday.html tuesday.html -o changes.atom --map https://example.org/map.html
"""

_FORMS = (".md", ".json", ".atom")


def diff(
    ctx: typer.Context,
    a: Annotated[Path, typer.Argument(metavar="A", help="The earlier state.", show_default=False)],
    b: Annotated[Path, typer.Argument(metavar="B", help="The later state.", show_default=False)],
    out: Annotated[
        Path,
        typer.Option(
            "--out", "-o", metavar="FILE",
            help="Where to: .md, .json or .atom; - for standard output. A feed that is there "
            "already is continued.",
        ),
    ] = Path("-"),
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON object.")] = False,
    map_url: Annotated[
        str | None,
        typer.Option(
            "--map", metavar="URL", help="Where the map of B is, for links into it. "
            "Without it: B itself, where it is a map.", show_default=False,
        ),
    ] = None,
    moment: Annotated[
        datetime | None,
        typer.Option(
            "--as-of", metavar="ISO", parser=parse_moment,
            help="The moment of the changes in a feed. Without it: the newest report of B.",
            show_default=False,
        ),
    ] = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where anything changed, 0 where not.")
    ] = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:  # fmt: skip
    """Say what changed between two maps or files of claims."""
    from claims.editions.changes import changes_between
    from frontmap.states import read_any_state
    from maps.changes.telling import counts_words

    console: Console = ctx.obj
    form = _form(out, as_json=as_json)
    check_writable(out)
    before, after = read_any_state(a), read_any_state(b)
    changes = changes_between(before, after)
    link = _beside(b, out) if map_url is None else map_url
    if form == ".atom":
        content = _feed(changes, out, link, moment or _moment(after, before))
    else:
        content = _text(changes, form, link)
    write_text(out, content)
    if not is_stdout(out):
        console.say(counts_words(changes))
    raise typer.Exit(1 if exit_code and changes.told else 0)


def _form(out: Path, *, as_json: bool) -> str:
    """Return the form to write, by the file's suffix."""
    if is_stdout(out):
        return ".json" if as_json else ".md"
    suffix = out.suffix.lower()
    if suffix not in _FORMS:
        raise typer.BadParameter(f"{out.name} ends in none of {', '.join(_FORMS)}")
    if as_json and suffix != ".json":
        raise typer.BadParameter(f"--json writes JSON and {out.name} is another form; drop one")
    return suffix


def _beside(b: Path, out: Path) -> str:
    """Return the address of a map as seen from the file that is written; "" where B is none."""
    from urllib.parse import quote

    from frontmap.states import PAGES

    if b.suffix.lower() not in PAGES:
        return ""
    folder = Path() if is_stdout(out) else out.absolute().parent
    return quote(Path(os.path.relpath(b.absolute(), folder.absolute())).as_posix())


def _text(changes: Changes, form: str, link: str) -> str:
    from claims.editions.change_records import changes_record
    from maps.changes.markdown import changes_markdown

    if form == ".md":
        return changes_markdown(changes, map_url=link)
    import json

    return json.dumps(changes_record(changes), ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def _feed(changes: Changes, out: Path, link: str, moment: datetime) -> str:
    from maps.changes.atom import changes_feed

    earlier = out.read_text(encoding="utf-8", errors="replace") if out.exists() else ""
    return changes_feed(changes, title="", map_url=link, moment=moment, earlier=earlier)


def _moment(after: State, before: State) -> datetime:
    known = [state.moment for state in (after, before) if state.moment]
    if not known:
        raise typer.BadParameter("no report tells its day; say the moment with --as-of")
    return max(known).astimezone(UTC)
