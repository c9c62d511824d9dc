"""From the inputs that a user names to a situation, with every rejected input said aloud."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from frontmap.console import Console
from geo.errors import FrontmapError

if TYPE_CHECKING:
    from claims.situation import Situation

__all__ = ["NothingToDrawError", "Walked", "walk"]

_SOME_REJECTED = 3


class NothingToDrawError(FrontmapError, ValueError):
    """None of the inputs could be read, or none of them claims anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A situation and the exit code that its inputs earned."""

    situation: Situation
    exit_code: int


def walk(
    inputs: Sequence[str], *, theatre: str | None, as_of: datetime | None, console: Console
) -> Walked:
    """Read, extract, resolve and compare all that the inputs claim.

    Raises
    ------
    NothingToDrawError
        Where no input could be read, or none makes a claim.
    """
    from claims import assess, read_reports

    with _stdin_as_file(inputs) as paths:
        read = read_reports(paths)
    for rejected in read.rejected:
        console.warn(str(rejected))
    if not read.reports:
        raise NothingToDrawError("no report could be read; see the lines above")
    situation = assess(read.reports, theatre=theatre, as_of=as_of, progress=console.progress)
    silent = _silent_reports(situation)
    for line in silent:
        console.warn(line)
    if not situation.claims:
        raise NothingToDrawError("no claim was found in any report, so nothing was written")
    code = _SOME_REJECTED if read.rejected or silent else 0
    return Walked(situation=situation, exit_code=code)


def _silent_reports(situation: Situation) -> list[str]:
    speaking = {claim.doc for claim in situation.claims}
    return [
        f"{report.path or report.id}: no claim of a movement, attack or clash found; "
        "give a report in English on fighting at named places"
        for report in situation.reports
        if report.id not in speaking
    ]


@contextmanager
def _stdin_as_file(inputs: Sequence[str]) -> Iterator[list[str]]:
    """Give ``-`` a file to be read from: the readers choose by suffix, so it gets one."""
    if "-" not in inputs:
        yield list(inputs)
        return
    content = sys.stdin.buffer.read()
    suffix = ".jsonl" if content.lstrip().startswith(b"{") else ".txt"
    with tempfile.TemporaryDirectory(prefix="frontmap-") as folder:
        spool = Path(folder, f"stdin{suffix}")
        spool.write_bytes(content)
        yield [str(spool) if name == "-" else name for name in inputs]
