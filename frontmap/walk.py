"""From the inputs that a user names to a situation, with every rejected input said aloud."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import FrontmapError

if TYPE_CHECKING:
    from claims.extractor import Extractor
    from claims.report import Report
    from claims.sides.theatre import Theatre
    from claims.situation import Situation
    from claims.written.decisions import Decisions
    from claims.written.read_claims import StatedClaim
    from frontmap.engines.engine import Engine
    from gazetteer.meaning.corrections import Corrections

__all__ = ["NothingReadError", "Walked", "walk"]


class NothingReadError(FrontmapError, ValueError):
    """None of the inputs could be read, or none of them claims anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """A situation, and one line for each input that was rejected on the way."""

    situation: Situation
    rejected: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """3 where an input was rejected, else 0."""
        return 3 if self.rejected else 0


def walk(
    inputs: Iterable[str | Path],
    *,
    theatre: str | None,
    as_of: datetime | None,
    corrections: Corrections | None = None,
    decisions: Decisions | None = None,
    extractor: Callable[[Theatre], Extractor] | None = None,
    engine: Engine | None = None,
    tell: Callable[[str], None],
    progress: Callable[[str, float], None] | None = None,
) -> Walked:
    """Read, extract, resolve and compare all that the inputs claim.

    Parameters
    ----------
    corrections, decisions
        What people say that names mean, and what a reviewer decided about claims. Their files are
        no input, also where they lie among them.
    extractor
        Makes what reads a theatre's reports; None stands for the rules.
    engine
        Where reports are read; None stands for here.
    tell
        Called with one line for every input that was rejected or lacks something.

    Raises
    ------
    NothingReadError
        Where no input could be read, or none makes a claim.
    """
    from claims.assess import assess
    from claims.intake.reader import read_inputs
    from frontmap.engines.local import LocalEngine
    from frontmap.engines.reading import EngineReadings

    read = read_inputs(inputs)
    stated, broken = _read_claims_files(_without(read.claims_files, corrections, decisions))
    rejected = [*(item.reason for item in read.rejected), *broken]
    for line in (*rejected, *_undated(read.reports), *_addressed(read.reports)):
        tell(line)
    if not (read.reports or stated):
        raise NothingReadError("no input could be read, so nothing was written")
    situation = assess(
        read.reports,
        theatre=theatre,
        as_of=as_of,
        stated=stated,
        corrections=corrections,
        decisions=decisions,
        extractor=extractor,
        read=EngineReadings(engine or LocalEngine()),
        progress=progress,
    )
    heard = [report for report in read.reports if report.id not in situation.unread]
    silent = [*situation.unread.values(), *_silent(heard, situation)]
    for line in silent:
        tell(line)
    if not situation.claims:
        raise NothingReadError("no claim was found in any input, so nothing was written")
    return Walked(situation=situation, rejected=(*rejected, *silent))


def _without(paths: Iterable[Path], *own: Corrections | Decisions | None) -> list[Path]:
    kept_out = {file.path.resolve() for file in own if file}
    return [path for path in paths if path.resolve() not in kept_out]


def _read_claims_files(paths: Iterable[Path]) -> tuple[list[StatedClaim], list[str]]:
    """Return the claims of all files that can be read, and one line for each that cannot."""
    from claims.written.read_claims import read_claims

    stated: list[StatedClaim] = []
    broken: list[str] = []
    for path in paths:
        try:
            stated += read_claims(path)
        except FrontmapError as error:
            broken.append(str(error))
    return stated, broken


def _silent(reports: Iterable[Report], situation: Situation) -> Iterator[str]:
    speaking = {claim.doc for claim in situation.claims}
    for report in reports:
        if report.id not in speaking:
            yield (
                f"{report.path}: claims no movement, attack or clash; "
                "give a report in English on fighting at named places"
            )


def _undated(reports: Iterable[Report]) -> Iterator[str]:
    for report in reports:
        if report.published is None:
            yield (
                f"{report.path}: has no date, so its weekdays cannot be placed in time; "
                'begin it with a line " date YYYY-MM-DD"'
            )


def _addressed(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a line for each report that gives orders to a machine; that paragraph is not read."""
    from claims.intake.addressed import addresses_a_reader

    for report in reports:
        for section in report.sections:
            if addresses_a_reader(report.text[section.start : section.end]):
                line = report.text.count("\n", 0, section.start) + 1
                yield (
                    f"{report.path}, line {line}: this paragraph gives orders to a machine that "
                    "reads it and is not read for claims; look at it yourself"
                )
