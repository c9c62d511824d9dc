"""``frontmap ledger``: what a project remembers, whether it is sound, and all of it as a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from frontmap.commands.options import Debug, Quiet

if TYPE_CHECKING:
    from claims.ledger.file import Ledger

__all__ = ["HELP", "app"]

HELP = """Look into the ledger of a project: its reports, claims, decisions and runs."""

_Project = Annotated[
    Path, typer.Argument(metavar="[PROJECT]", help="The project file, or its folder.")
]
_HERE = Path("frontmap.toml")

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@app.command()
def info(
    project: _Project = _HERE,
    json_: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Say how many reports, claims and runs a project remembers."""
    with _opened(project) as ledger:
        told = _counts(ledger)
    if json_:
        typer.echo(json.dumps(told))
        return
    for name, value in told.items():
        typer.echo(f"{name.replace('_', ' ')}: {value}")


@app.command()
def verify(
    project: _Project = _HERE,
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Check that the ledger is whole: its file, its texts and what refers to what."""
    from claims.ledger.audit import audit
    from claims.ledger.errors import LedgerDamagedError

    with _opened(project) as ledger:
        wrong = audit(ledger)
        if wrong:
            raise LedgerDamagedError(ledger.path, "; ".join(wrong[:3]))
        typer.echo(f"{ledger.path}: sound")


@app.command()
def export(
    project: _Project = _HERE,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="FILE", help="- for standard output.")
    ] = Path("-"),
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Write all that a ledger holds as JSON Lines, one report a line, with its claims."""
    from frontmap.output import check_writable, write_text

    check_writable(out)
    with _opened(project) as ledger:
        lines = [json.dumps(row, ensure_ascii=False) for row in _rows(ledger)]
    write_text(out, "".join(f"{line}\n" for line in lines))


def _opened(project: Path) -> Ledger:
    from claims.ledger.errors import LedgerError
    from claims.ledger.file import Ledger
    from frontmap.refresh.project import STATE_FOLDER
    from frontmap.refresh.run import LEDGER

    folder = project if project.is_dir() else project.parent
    path = folder / STATE_FOLDER / LEDGER
    if not path.is_file():
        raise LedgerError(path, "is not there; run: frontmap refresh")
    return Ledger(path, read_only=True)


def _counts(ledger: Ledger) -> dict[str, Any]:
    def count(query: str) -> int:
        return int(ledger.ask(query)[0][0])

    last = ledger.ask("SELECT started, outcome FROM runs ORDER BY number DESC LIMIT 1")
    steps = ledger.ask("SELECT step, count(*) FROM reports GROUP BY step ORDER BY step")
    return {
        "reports": count("SELECT count(*) FROM reports"),
        "addresses": count("SELECT count(*) FROM addresses"),
        "corrected": count("SELECT count(*) FROM reports WHERE replaces IS NOT NULL"),
        "set_aside": count("SELECT count(*) FROM reports WHERE aside <> ''"),
        **{f"reports_{step}": number for step, number in steps},
        "claims": count("SELECT count(*) FROM claims"),
        "runs": count("SELECT count(*) FROM runs"),
        "last_run": f"{last[0][0]}, {last[0][1] or 'cut off'}" if last else "none",
    }


def _rows(ledger: Ledger) -> Iterator[dict[str, Any]]:
    from claims.ledger.reports import Reports

    rows = ledger.ask(
        "SELECT key, doc, source, title, published, received, replaces, aside, step "
        "FROM reports ORDER BY received, doc, key"
    )
    names = ("key", "doc", "source", "title", "published", "received", "replaces", "aside", "step")
    for row in rows:
        told = dict(zip(names, row, strict=True))
        addresses = ledger.ask(
            "SELECT address, seen, current FROM addresses WHERE report = ? ORDER BY 1", row[0]
        )
        claims = ledger.ask(
            "SELECT claim FROM claims WHERE report = ? ORDER BY piece, number", row[0]
        )
        yield {
            **told,
            "addresses": [
                {"address": address, "seen": seen, "current": bool(current)}
                for address, seen, current in addresses
            ],
            "text": Reports(ledger).text_of(row[0]).text,
            "claims": [json.loads(claim) for (claim,) in claims],
        }
