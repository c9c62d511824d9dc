"""Decisions by a reviewer, one row of a CSV file each: what stands, what not, what is mended."""

from __future__ import annotations

import csv
import io
import os
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from shapely.geometry import Point

from claims.claim import Action, Status, When
from claims.errors import DecisionsError
from claims.written.cells import plain_cell, safe_cell
from gazetteer.meaning.csv_rows import Row, read_rows
from geo.footprint import Footprint
from geo.interval import Interval

__all__ = ["COLUMNS", "Decision", "Verdict", "append_decision", "parse_when", "read_decisions"]

_NEEDED = ("claim", "decision")
_MENDED = (
    "place", "entry", "lon", "lat", "uncertainty", "actor_side", "opponent_side", "action",
    "status", "when",
)  # fmt: skip
_ABOUT = ("note", "doc", "quote")
COLUMNS = (*_NEEDED, *_MENDED, *_ABOUT)
_DEFAULT_UNCERTAINTY_M = 2_000.0  # of a point given without one: a small town
_MOST_UNCERTAINTY_M = 2_000_000.0
_NOBODY = "none"  # written for a side that the text does not tell

_Choice = TypeVar("_Choice", bound=StrEnum)


class Verdict(StrEnum):
    """What a reviewer says of a claim."""

    ACCEPT = "accept"
    REJECT = "reject"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a reviewer decided about one claim.

    Parameters
    ----------
    claim
        The claim's id.
    place, entry, lon, lat, uncertainty_m
        Other words for its place, the id of the gazetteer entry meant, or a point in degrees with a
        radius in metres; empty or None leaves it as read.
    actor_side, opponent_side
        Ids of sides; None leaves as read, the empty text says that none is told.
    action, status, when
        None leaves as read.
    doc, quote
        The claim's report and words. They find the claim again where a newer version of the rules
        cuts its quote in another way, and tell a person what the row is about.
    line
        Where the row stands in its file; 0 for one that is not written yet.
    """

    claim: str
    verdict: Verdict = Verdict.ACCEPT
    place: str = ""
    entry: str = ""
    lon: float | None = None
    lat: float | None = None
    uncertainty_m: float | None = None
    actor_side: str | None = None
    opponent_side: str | None = None
    action: Action | None = None
    status: Status | None = None
    when: When | None = None
    note: str = ""
    doc: str = ""
    quote: str = ""
    line: int = 0

    @property
    def footprint(self) -> Footprint | None:
        """The point given by hand, or None."""
        if self.lon is None or self.lat is None:
            return None
        return Footprint(
            geometry=Point(self.lon, self.lat), lon=self.lon, lat=self.lat,
            uncertainty_m=self.uncertainty_m or _DEFAULT_UNCERTAINTY_M, method="given",
            note="a point given by hand",
        )  # fmt: skip


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a file with the columns ``claim`` and ``decision`` and any others of ``COLUMNS``.

    The last row about a claim counts, so that a program may append and a person may edit. An empty
    file has no rows.

    Raises
    ------
    DecisionsError
        The file cannot be opened.
    GazetteerFormatError
        A row is wrong: file, line, field and what to do.
    """
    try:
        if path.stat().st_size == 0:
            return ()
        optional = (*_MENDED, *_ABOUT)
        rows = [
            row
            for row in read_rows(path, _NEEDED, optional=optional)
            if any(cell.strip() for cell in row.cells.values())
        ]
    except OSError as error:
        raise DecisionsError(path, f"cannot be opened ({error.strerror})") from error
    last = {decision.claim: decision for decision in map(_decision, rows)}
    return tuple(last.values())


def append_decision(path: Path, decision: Decision) -> None:
    """Add a row at the end of the file, which is made where it is missing.

    Raises
    ------
    DecisionsError
        The file cannot be read or written.
    """
    try:
        before = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
        header = next(csv.reader(io.StringIO(before)), None) or list(COLUMNS)
        row = io.StringIO()
        writer = csv.DictWriter(row, header, extrasaction="ignore", lineterminator="\n")
        if not before:
            writer.writeheader()
        writer.writerow({name: safe_cell(cell) for name, cell in _cells(decision).items()})
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write("" if before.endswith("\n") or not before else "\n")
            file.write(row.getvalue())
            os.fsync(file.fileno())
    except OSError as error:
        raise DecisionsError(path, f"cannot be written ({error.strerror})") from error


def _cells(decision: Decision) -> dict[str, object]:
    when = decision.when.interval if decision.when else None
    sides = (decision.actor_side, decision.opponent_side)
    actor, opponent = (_NOBODY if side == "" else side or "" for side in sides)
    return {
        "claim": decision.claim,
        "decision": decision.verdict.value,
        "place": decision.place,
        "entry": decision.entry,
        "lon": decision.lon,
        "lat": decision.lat,
        "uncertainty": decision.uncertainty_m,
        "actor_side": actor,
        "opponent_side": opponent,
        "action": decision.action.value if decision.action else "",
        "status": decision.status.value if decision.status else "",
        "when": f"{when.start.isoformat()}/{when.end.isoformat()}" if when else "",
        "note": decision.note,
        "doc": decision.doc,
        "quote": " ".join(decision.quote.split()),
    }


def _decision(row: Row) -> Decision:
    lon, lat = _point(row)
    if lon is not None and row.text("entry"):
        raise row.error("entry", "stands beside lon and lat; give one of them")
    return Decision(
        claim=row.text("claim", needed=True),
        verdict=_choice(row, "decision", Verdict) or Verdict.ACCEPT,
        place=row.text("place"),
        entry=row.text("entry"),
        lon=lon,
        lat=lat,
        uncertainty_m=_uncertainty_m(row, lon),
        actor_side=_side(row, "actor_side"),
        opponent_side=_side(row, "opponent_side"),
        action=_choice(row, "action", Action),
        status=_choice(row, "status", Status),
        when=_when(row),
        note=" ".join(row.text("note").split()),
        doc=row.text("doc"),
        quote=plain_cell(row.text("quote")),
        line=row.line,
    )


def _choice(row: Row, field: str, kind: type[_Choice]) -> _Choice | None:
    text = row.text(field, needed=field in _NEEDED)
    if not text:
        return None
    try:
        return kind(text)
    except ValueError:
        raise row.error(field, f"{text!r} is none of {', '.join(kind)}") from None


def _side(row: Row, field: str) -> str | None:
    text = row.text(field)
    return "" if text.casefold() == _NOBODY else text or None


def _point(row: Row) -> tuple[float | None, float | None]:
    if not (row.text("lon") or row.text("lat")):
        return None, None
    for field, other in (("lon", "lat"), ("lat", "lon")):
        if not row.text(field):
            raise row.error(field, f"is empty beside {other}; give both in degrees")
    return row.number("lon", -180, 180), row.number("lat", -90, 90)


def _uncertainty_m(row: Row, lon: float | None) -> float | None:
    if not row.text("uncertainty"):
        return None
    if lon is None:
        raise row.error("uncertainty", "belongs to lon and lat; leave it empty without them")
    return row.number("uncertainty", 1, _MOST_UNCERTAINTY_M)


def _when(row: Row) -> When | None:
    text = row.text("when")
    when = parse_when(text)
    if text and when is None:
        problem = f"{text!r} is no day or interval; write 2024-12-04 or START/END in ISO 8601"
        raise row.error("when", problem)
    return when


def parse_when(text: str) -> When | None:
    """Read a day ("2024-12-04") or an interval ("START/END"); None where it is neither.

    A time without a zone means UTC.
    """
    start, _, end = text.partition("/")
    try:
        first = _moment(start)
        last = _moment(end) if end else first + timedelta(days=1)
        return When(interval=Interval(start=first, end=last), text=text)
    except (ValueError, OverflowError):
        return None


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text.strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
