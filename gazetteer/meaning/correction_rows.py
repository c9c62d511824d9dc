"""Corrections by people: what a name of their reports means, one row of a CSV file each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shapely.geometry import Point

from gazetteer.errors import CorrectionsError, GazetteerFormatError
from gazetteer.meaning.csv_rows import Row, read_header, read_rows
from gazetteer.spellings.families import GENERAL, family
from gazetteer.spellings.same_name import spellings
from gazetteer.spellings.spelling import MAX_NAME_CHARS, name_sounds
from geo.footprint import Footprint

__all__ = ["Correction", "holds_corrections", "read_corrections"]

_FIELDS = ("context", "entry", "lon", "lat", "uncertainty", "note")
_SET_ASIDE = "none"
#: Of a point given without one: a small town.
_DEFAULT_UNCERTAINTY_M = 2_000.0
_MOST_UNCERTAINTY_M = 2_000_000.0
_LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(m|km)?", re.IGNORECASE)
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What a person says that a name, or a whole phrase, means.

    Parameters
    ----------
    text
        The name ("Suran") or the phrase ("the desert road").
    context
        Names of which one must stand in the same document; empty for always.
    entry_id
        The id of the gazetteer entry meant, or None.
    footprint
        Where it lies, or None. Without entry and footprint the text names no place at all.
    note
        Why, in the person's words.
    line
        Where the row stands in its file, for messages.
    """

    text: str
    context: tuple[str, ...] = ()
    entry_id: str | None = None
    footprint: Footprint | None = None
    note: str = ""
    line: int

    def __post_init__(self) -> None:
        if self.entry_id and self.footprint:
            raise ValueError(f"{self.text!r} is given an entry and a point; give one of them")

    @property
    def names_place(self) -> bool:
        """Tell whether the text is a place at all."""
        return bool(self.entry_id or self.footprint)

    @property
    def answer(self) -> tuple[object, ...]:
        """What the row says, apart from its words: two rows that say the same have equal ones."""
        spot = self.footprint
        return (self.entry_id, (spot.lon, spot.lat, spot.uncertainty_m) if spot else None)


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Read a file with the column ``text`` and any of context, entry, lon, lat, uncertainty, note.

    A row gives the id of an entry, ``none`` for a text that is no place, or ``lon`` and ``lat`` in
    degrees with an ``uncertainty`` such as ``800`` (metres) or ``5 km``. An empty file has no rows.

    Raises
    ------
    CorrectionsError
        The file cannot be opened.
    GazetteerFormatError
        Rows are wrong: the message names file, line, field and what to do for the first, and the
        lines of the others.
    """
    try:
        if path.stat().st_size == 0:
            return ()
        return _read(path)
    except OSError as error:
        problem = f"cannot be opened ({error.strerror}); check its name and permissions"
        raise CorrectionsError(path, problem) from error


def holds_corrections(path: Path) -> bool:
    """Tell by its header whether a file is meant as corrections; an empty one is.

    A theatre's ``places.csv`` holds places under their names and has no column ``text``.
    """
    try:
        header = {name.strip().casefold() for name in read_header(path)}
    except OSError:
        return True  # whoever reads it says what is wrong
    return not header or ("text" in header and bool(header & {"entry", "lon", "lat"}))


def _read(path: Path) -> tuple[Correction, ...]:
    found: dict[tuple[object, ...], Correction] = {}
    wrong: list[GazetteerFormatError] = []
    for row in read_rows(path, ("text",), optional=_FIELDS):
        if not any(cell.strip() for cell in row.cells.values()):
            continue  # spreadsheets leave rows of commas at the end
        try:
            correction = _correction(row)
            key = _key_of(correction)
            _refuse_other_answer(row, correction, found.setdefault(key, correction))
        except GazetteerFormatError as error:
            wrong.append(error)
    if wrong:
        raise _together(path, wrong)
    return tuple(found.values())


def _together(path: Path, wrong: Sequence[GazetteerFormatError]) -> GazetteerFormatError:
    """Return the first error, with the lines of the others."""
    first, *others = wrong
    if not others:
        return first
    lines = ", ".join(str(error.line) for error in others[:_MOST_NAMED])
    more = " and more" if len(others) > _MOST_NAMED else ""
    problem = f"{first.problem} (wrong as well: line {lines}{more})"
    return GazetteerFormatError(path, first.line, first.field, problem)


def _correction(row: Row) -> Correction:
    text = " ".join(row.text("text", needed=True).split())
    _check_name(row, "text", text)
    context = tuple(row.names("context"))
    for name in context:
        _check_name(row, "context", name)
    entry, placed = row.text("entry"), bool(row.text("lon") or row.text("lat"))
    if entry and placed:
        raise row.error("entry", f"{entry!r} stands beside lon and lat; give one of them")
    if not (entry or placed):
        problem = "is empty, and so are lon and lat; give an id, a point, or none for no place"
        raise row.error("entry", problem)
    if entry and row.text("uncertainty"):
        raise row.error("uncertainty", "belongs to lon and lat; leave it empty beside an entry")
    return Correction(
        text=text, context=context, entry_id=_entry_id(row, entry),
        footprint=_footprint(row, text) if placed else None,
        note=" ".join(row.text("note").split()), line=row.line,
    )  # fmt: skip


def _check_name(row: Row, field: str, name: str) -> None:
    if len(name) > MAX_NAME_CHARS:
        raise row.error(field, f"has {len(name)} characters; give the name alone")
    if not any(plain for plain, _ in name_sounds(name, family(GENERAL))):
        raise row.error(field, f"{name!r} holds no letter or digit; give the words of the report")


def _entry_id(row: Row, entry: str) -> str | None:
    if not entry or entry.casefold() == _SET_ASIDE:
        return None
    source, _, number = entry.partition(":")
    if not (source and number):
        raise row.error(
            "entry", f"{entry!r} is no id such as geonames:170017; frontmap place shows them"
        )
    return entry


def _footprint(row: Row, text: str) -> Footprint:
    for field, other in (("lon", "lat"), ("lat", "lon")):
        if not row.text(field):
            raise row.error(field, f"is empty beside {other}; give both in degrees")
    lon, lat = row.number("lon", -180, 180), row.number("lat", -90, 90)
    uncertainty_m = _uncertainty_m(row)
    return Footprint(
        geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=uncertainty_m, method="given",
        note=f"{text}, a point given by hand, ± {uncertainty_m / 1000:g} km",
    )  # fmt: skip


def _uncertainty_m(row: Row) -> float:
    text = row.text("uncertainty")
    if not text:
        return _DEFAULT_UNCERTAINTY_M
    length = _LENGTH.fullmatch(text)
    unit_m = 1_000 if length and (length[2] or "").lower() == "km" else 1
    uncertainty_m = float(length[1]) * unit_m if length else 0.0
    if not 0 < uncertainty_m <= _MOST_UNCERTAINTY_M:
        problem = f"{text!r} is no length above 0 and up to 2000 km; write 800 or 5 km"
        raise row.error("uncertainty", problem)
    return uncertainty_m


def _key_of(correction: Correction) -> tuple[object, ...]:
    every = family(GENERAL)
    names = (correction.text, *sorted(correction.context))
    first, *others = (spellings(name, (every,)).plain for name in names)
    return first, frozenset(others)


def _refuse_other_answer(row: Row, correction: Correction, before: Correction) -> None:
    if correction.answer != before.answer:
        problem = (
            f"{correction.text!r} has another answer in line {before.line}; keep one row, or tell "
            "them apart by context"
        )
        raise row.error("text", problem)
