"""``frontmap review``: what a person should decide, and their answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from frontmap.assessed import assess_inputs
from frontmap.commands.options import (
    AsOf,
    Debug,
    DecisionsFile,
    Inputs,
    PlacesFile,
    Quiet,
    TheatreName,
)
from frontmap.console import Console
from frontmap.corrections import DECISIONS_BESIDE

if TYPE_CHECKING:
    from claims.review import Concern

__all__ = ["HELP", "review"]

HELP = """List what deserves a person's look, and keep the answers.

Places that were not found or may be several, claims that contradict each other, places taken from
the sentence before; what would change the map most comes first. Answers are kept in decisions.csv,
which every later run obeys; edit it as you like.

\b
Examples:
  frontmap review reports/                 list what to look at
  frontmap review reports/ --ask           answer in the terminal
  frontmap review reports/ --json          one JSON object a line, for a program
"""


def review(
    ctx: typer.Context,
    inputs: Inputs,
    ask: Annotated[bool, typer.Option("--ask", help="Ask each question in the terminal.")] = False,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=1, help="How many questions at most.")
    ] = 20,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write one JSON object a line, all questions.")
    ] = False,
    theatre: TheatreName = None,
    as_of: AsOf = None,
    places: PlacesFile = None,
    decisions: DecisionsFile = None,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """List what deserves a person's look, and keep the answers."""
    from claims.review import concerns
    from frontmap.interview import lines, record

    console: Console = ctx.obj
    if ask and as_json:
        raise typer.BadParameter("--ask and --json go separate ways; give one of them")
    result = assess_inputs(
        inputs,
        console=console,
        theatre=theatre,
        as_of=as_of,
        places=places,
        decisions=_readable(decisions, ask=ask),
    )
    found = concerns(result.situation)
    if as_json:
        for concern in found:
            typer.echo(json.dumps(record(concern), ensure_ascii=False))
    elif ask:
        _ask(found[:limit], decisions or DECISIONS_BESIDE, console)
    else:
        for number, concern in enumerate(found[:limit], start=1):
            typer.echo("\n".join(lines(concern, number=number)))
        console.say(_ending(found, limit))
    result.end()


def _readable(decisions: Path | None, *, ask: bool) -> Path | None:
    """Return the file to read: one that answers are yet to be written to need not be there."""
    return None if decisions and ask and not decisions.exists() else decisions


def _ask(found: Sequence[Concern], path: Path, console: Console) -> None:
    """Ask one question after the other until the person stops; every answer is kept at once."""
    from claims.written.decision_rows import append_decision
    from frontmap.interview import interview

    answered = 0
    for decision in interview(found, read=_line, write=typer.echo):
        append_decision(path, decision)
        answered += 1
    console.say(f"{path}: {answered} decisions added" if answered else "nothing was decided")


def _line(prompt: str) -> str | None:
    """Return what a person types, None at the end of their input."""
    try:
        return input(prompt)
    except EOFError:
        return None


def _ending(found: Sequence[Concern], limit: int) -> str:
    if not found:
        return "nothing needs a decision"
    more = len(found) - limit
    left = f" ({more} more; see --limit)" if more > 0 else ""
    return f"{len(found)} questions{left}; answer them with --ask, or write decisions.csv by hand"
