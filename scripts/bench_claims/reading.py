"""Readers of claims over folders of reports: what they read, and how fast."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from claims.assess import assess, open_gazetteer
from claims.events.extract import extract
from claims.extractor import Extractor
from claims.intake.reader import read_inputs
from claims.report import Report
from claims.sides.theatre import Theatre
from claims.sides.theatre_files import recognise_theatre
from claims.written.records import claim_records
from gazetteer.index import Gazetteer

__all__ = ["Desk", "Speed", "growth_of_memory", "read_folder", "speed"]

Maker = Callable[[Theatre], Extractor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """Reports per second of processor time: read for claims, and with every place looked up."""

    reports: int
    characters: int
    read_per_s: float
    placed_per_s: float


class Desk:
    """Theatres and gazetteers that stay open while many reports are read."""

    def __init__(self, home: Path | None) -> None:
        self._home = home
        self._open: dict[tuple[str, ...], Gazetteer] = {}

    def open(self, theatre: Theatre) -> Gazetteer:
        """Return the gazetteer of a theatre, opened once."""
        key = (theatre.id, *theatre.countries)
        if key not in self._open:
            self._open[key] = open_gazetteer(theatre, home=self._home)
        return self._open[key]


def _theatre_of(report: Report) -> Theatre:
    """Return the theatre of a report: of those that stand for the day it was published."""
    return recognise_theatre([report.text], [report.published.date() if report.published else None])


def read_folder(folder: Path, desk: Desk, maker: Maker | None = None) -> list[dict[str, Any]]:
    """Return the claims of every report of a folder, each report read by itself.

    Spans of places are left out: the scorer compares words where a label has no span.
    """
    records: list[dict[str, Any]] = []
    for report in read_inputs([folder]).reports:
        theatre = _theatre_of(report)
        found = assess([report], theatre=theatre, gazetteer=desk.open(theatre), extractor=maker)
        for record in claim_records(found):
            del record["place_start"], record["place_end"]
            records.append(record)
    return records


def speed(folders: Sequence[Path], desk: Desk, *, times: int = 5) -> Speed:
    """Measure the rules over the reports of folders, each time under other ids; once to warm up."""
    reports = [r for folder in folders for r in read_inputs([folder]).reports]
    cast = [(r, _theatre_of(r)) for r in reports]
    opened = [(r, theatre, desk.open(theatre)) for r, theatre in cast]

    def read() -> None:
        for report, theatre, gazetteer in opened:
            extract(report, theatre, gazetteer)

    def place() -> None:
        for report, theatre, gazetteer in opened:
            assess([report], theatre=theatre, gazetteer=gazetteer)

    return Speed(
        reports=len(reports),
        characters=sum(len(r.text) for r in reports) // max(1, len(reports)),
        read_per_s=len(reports) / _least_s(read, times),
        placed_per_s=len(reports) / _least_s(place, times),
    )


def _least_s(run: Callable[[], None], times: int) -> float:
    """Return the least processor seconds of some runs: noise only ever adds."""
    run()
    return min(_timed(run) for _ in range(times))


def _timed(run: Callable[[], None]) -> float:
    before = time.process_time()
    run()
    return time.process_time() - before


def growth_of_memory(
    folders: Sequence[Path], desk: Desk, *, number: int, every: int
) -> Iterator[tuple[int, float]]:
    """Yield the peak of memory in MB after so many reports, each with words of its own."""
    reports = [r for folder in folders for r in read_inputs([folder]).reports]
    for count, report in enumerate(_many(reports, number), start=1):
        theatre = _theatre_of(report)
        for _ in extract(report, theatre, desk.open(theatre)):
            pass
        if count % every == 0:
            yield count, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def _many(reports: Sequence[Report], number: int) -> Iterator[Report]:
    for count in range(number):
        report = reports[count % len(reports)]
        # A name that was never read before, so that nothing is kept for its words alone.
        name = "".join(chr(ord("a") + int(digit)) for digit in str(count))
        last = report.sections[-1]
        text = f"{report.text} Troops entered the village of Al {name.capitalize()}."
        sections = (*report.sections[:-1], replace(last, end=len(text)))
        yield replace(report, id=f"r{count}", text=text, sections=sections)
