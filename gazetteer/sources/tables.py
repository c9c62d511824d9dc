"""Places in a CSV file, one point to a row."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from shapely.geometry import Point

from gazetteer.entry import GazetteerEntry
from gazetteer.sources.codes import feature_of
from gazetteer.sources.errors import BrokenRowError, UnreadableSourceError
from gazetteer.sources.footprints import footprint_of, on_earth
from gazetteer.sources.lines import decoded
from gazetteer.sources.rejected import Reject, Rejected
from gazetteer.sources.rows import MAX_RADIUS_M, made_id, needed
from gazetteer.sources.told import Told, country_code, whole_number
from gazetteer.sources.wording import MAX_NOTE_CHARS, field_text, toponyms

__all__ = ["FIELDS", "delimiter_of", "table_entries"]

#: Columns by the names that a header may give them; all others are passed over.
FIELDS = (
    "id", "name", "aliases", "lon", "lat", "feature_class", "feature_code", "kind", "radius_m",
    "admin", "country", "population", "source", "licence", "note",
)  # fmt: skip

_NEEDED = frozenset(("name", "lon", "lat"))
_SAME = {"longitude": "lon", "lng": "lon", "latitude": "lat", "license": "licence"}
# A cell may hold line breaks, but a quote that nobody closes must not swallow the file.
_MOST_LINES = 50
_LENGTH = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")
_DEGREES = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]{1,30})?")


def delimiter_of(header: str) -> str:
    """Return the delimiter of a header that has the needed columns, empty where none gives them."""
    for delimiter in (",", ";", "\t"):
        try:
            columns = _columns(_cells(header, delimiter))
        except csv.Error:
            continue
        if _NEEDED.issubset(columns):
            return delimiter
    return ""


def table_entries(
    lines: Iterable[tuple[int, bytes]], told: Told, reject: Reject, path: Path
) -> Iterator[GazetteerEntry]:
    """Give the entry of every row that can be read; the first line is the header.

    Raises
    ------
    UnreadableSourceError
        The header lacks a column that is needed.
    """
    given = iter(lines)
    header = next(given, (1, b""))[1].decode(errors="replace")
    delimiter = delimiter_of(header)
    if not delimiter:
        raise UnreadableSourceError(path, "its header lacks name, lon or lat; add the column")
    columns = _columns(_cells(header, delimiter))
    for number, record in _records(given, reject):
        try:
            yield _entry(_row(record, delimiter, columns), told, comma=delimiter != ",")
        except (BrokenRowError, csv.Error) as error:
            reject(Rejected(number, str(error)))


def _cells(text: str, delimiter: str) -> list[str]:
    return next(csv.reader([text], delimiter=delimiter, strict=True), [])


def _columns(cells: Sequence[str]) -> list[str]:
    names = (cell.strip().lower() for cell in cells)
    return [_SAME.get(name, name) for name in names]


def _records(lines: Iterator[tuple[int, bytes]], reject: Reject) -> Iterator[tuple[int, str]]:
    """Join the lines of cells that hold line breaks; read on after a quote that never closes."""
    waiting: deque[tuple[int, str]] = deque()
    texts = _texts(lines, reject)
    while waiting or (waiting := deque(_next(texts))):
        taken = [waiting.popleft()]
        while _is_open(taken) and len(taken) < _MOST_LINES:
            more = [waiting.popleft()] if waiting else _next(texts)
            if not more:
                break
            taken += more
        if _is_open(taken):
            reject(Rejected(taken[0][0], "has a quote that is never closed"))
            waiting.extendleft(reversed(taken[1:]))
        else:
            yield taken[0][0], "\n".join(text for _, text in taken)


def _next(texts: Iterator[tuple[int, str]]) -> list[tuple[int, str]]:
    return [following] if (following := next(texts, None)) else []


def _texts(lines: Iterator[tuple[int, bytes]], reject: Reject) -> Iterator[tuple[int, str]]:
    for number, line in lines:
        try:
            yield number, decoded(line)
        except BrokenRowError as error:
            reject(Rejected(number, str(error)))


def _is_open(taken: Sequence[tuple[int, str]]) -> bool:
    return sum(text.count('"') for _, text in taken) % 2 == 1


def _row(record: str, delimiter: str, columns: Sequence[str]) -> dict[str, str]:
    cells = _cells(record, delimiter)
    if len(cells) != len(columns):
        problem = f"has {len(cells)} cells for {len(columns)} columns"
        raise BrokenRowError(f"{problem}; quote cells that hold {delimiter!r}")
    return dict(zip(columns, cells, strict=True))


def _entry(row: dict[str, str], told: Told, *, comma: bool) -> GazetteerEntry:
    def text(field: str) -> str:
        return field_text(field, row.get(field))

    population = whole_number(text("population"))
    names = toponyms((name, "") for name in (row["name"], *row.get("aliases", "").split("|")))
    lon, lat = _degrees(text("lon"), text("lat"), comma=comma)
    letter, code = feature_of(
        letter=text("feature_class"), code=text("feature_code"), kind=text("kind"),
        geometry="Point", population=population,
    )  # fmt: skip
    name = names[0].text
    return GazetteerEntry(
        id=made_id(text("id"), told, name=name, lon=lon, lat=lat),
        toponyms=names,
        feature_class=letter,
        feature_code=code,
        footprint=footprint_of(
            Point(lon, lat),
            name,
            letter,
            code,
            population=population,
            radius=_radius_m(text("radius_m")),
        ),
        country=country_code(text("country"), told.country),
        admin=tuple(unit for part in row.get("admin", "").split("|") if (unit := part.strip())),
        population=population,
        source=needed("source", text("source") or told.source),
        licence=needed("licence", text("licence") or told.licence),
        note=field_text("note", row.get("note"), MAX_NOTE_CHARS),
    )


def _degrees(lon: str, lat: str, *, comma: bool) -> tuple[float, float]:
    for text in (lon, lat):
        # Where commas part the cells, one in a number is a slip.
        if not _DEGREES.fullmatch(text) or ("," in text and not comma):
            raise BrokenRowError(f"{text[:20]!r} is no longitude or latitude in degrees")
    x, y = (float(text.replace(",", ".")) for text in (lon, lat))
    if not on_earth(x, y):
        raise BrokenRowError(f"lon {lon[:20]!r}, lat {lat[:20]!r} is not on the Earth")
    return x, y


def _radius_m(text: str) -> float | None:
    if not text:
        return None
    length_m = float(text.replace(",", ".")) if _LENGTH.fullmatch(text) else 0.0
    if not 1 <= length_m <= MAX_RADIUS_M:
        raise BrokenRowError(f"radius_m {text[:20]!r} is no length from 1 to {MAX_RADIUS_M} m")
    return length_m
