"""From the inputs that a user names to a situation, with every rejected input said aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

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
    inputs: Iterable[str | Path],
    *,
    theatre: str | None,
    as_of: datetime | None,
    tell: Callable[[str], None],
    progress: Callable[[str, float], None] | None = None,
) -> Walked:
    """Read, extract, resolve and compare all that the inputs claim.

    Parameters
    ----------
    tell
        Called with one line for every input that was rejected or is wanting.

    Raises
    ------
    NothingToDrawError
        Where no input could be read, or none makes a claim.
    """
    from claims import assess, read_inputs

    read = read_inputs(inputs)
    for rejected in read.rejected:
        tell(rejected.reason)
    if not read.reports:
        raise NothingToDrawError("no report could be read; see the lines above")
    situation = assess(read.reports, theatre=theatre, as_of=as_of, progress=progress)
    silent = _silent_reports(situation)
    for line in (*silent, *_undated_reports(situation)):
        tell(line)
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


def _undated_reports(situation: Situation) -> list[str]:
    return [
        f"{report.path or report.id}: no date found, so its weekdays cannot be dated; "
        "let the first line be ' date YYYY-MM-DD'"
        for report in situation.reports
        if report.published is None
    ]
