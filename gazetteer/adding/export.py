"""Write an added gazetteer as a table, as shapes, or with all that is known."""

from __future__ import annotations

import csv
import json
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

from shapely.geometry import mapping

from gazetteer.adding.records import record_of
from gazetteer.adding.sets import InstalledSet, installed_set
from gazetteer.entry import GazetteerEntry
from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.index_file import open_index
from geo.errors import FrontmapError

__all__ = [
    "EXPORT_FORMS",
    "ExportError",
    "ExportFormError",
    "export",
    "export_form",
    "write_entries",
]

_FIELDS = (
    "id", "name", "aliases", "feature_class", "feature_code", "lon", "lat", "radius_m", "admin",
    "country", "population", "source", "licence", "also", "note",
)  # fmt: skip


class ExportFormError(FrontmapError, ValueError):
    """A form that a gazetteer cannot be written in."""

    def __init__(self, form: str) -> None:
        self.form = form
        super().__init__(
            f"{form or 'no suffix'}: a gazetteer is written as {', '.join(EXPORT_FORMS)}"
        )


class ExportError(FrontmapError, OSError):
    """A file that a gazetteer cannot be written into."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: cannot be written ({problem}); free its disk or name another")


def export(name: str, path: Path, *, form: str = "", home: Path | None = None) -> int:
    """Write an added gazetteer into a file, whole or not at all, and return the entries.

    Parameters
    ----------
    name
        The gazetteer.
    path
        The file; its folder is made.
    form
        ``csv``: one line each, a shape as its centre and radius. ``geojson``: shapes, names and
        sources. ``jsonl``: all that is known, names with their languages. Empty: by the suffix.

    Raises
    ------
    ExportFormError
        Another form.
    NotInstalledError, GazetteerDamagedError
        There is no such gazetteer, or it cannot be read.
    ExportError
        The file cannot be written, as where its disk is full.
    """
    form = export_form(form or path.suffix)
    found = _sound(name, home)
    try:
        _write_whole(open_index(found.path).entries(), path, form)
    except OSError as error:
        if isinstance(error, FrontmapError):
            raise
        raise ExportError(path, error.strerror or str(error)) from error
    return found.entries


def _write_whole(entries: Iterable[GazetteerEntry], path: Path, form: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    part = Path(temporary)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            _WRITERS[form](entries, file)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_entries(name: str, out: TextIO, *, form: str, home: Path | None = None) -> None:
    """Write an added gazetteer into an open text file; raises as ``export`` does."""
    write = _WRITERS[export_form(form)]
    write(open_index(_sound(name, home).path).entries(), out)


def export_form(text: str) -> str:
    """Return ``csv``, ``geojson`` or ``jsonl`` for one of them or for a suffix."""
    form = text.lower().lstrip(".")
    if form not in _WRITERS:
        raise ExportFormError(form)
    return form


def _sound(name: str, home: Path | None) -> InstalledSet:
    found = installed_set(name, home)
    if found.problem:
        raise GazetteerDamagedError(found.path, f"cannot be read; add {name} again")
    return found


def _write_csv(entries: Iterable[GazetteerEntry], out: TextIO) -> None:
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_FIELDS)
    for entry in entries:
        row, at = _properties(entry), entry.footprint
        row |= {"lon": at.lon, "lat": at.lat, "radius_m": round(at.uncertainty_m)}
        table.writerow(_cell(row[field]) for field in _FIELDS)


def _write_geojson(entries: Iterable[GazetteerEntry], out: TextIO) -> None:
    before = '{"type": "FeatureCollection", "features": [\n'
    for entry in entries:
        shape, properties = entry.footprint.geometry, _properties(entry)
        if shape.geom_type == "Point":
            properties["radius_m"] = entry.footprint.uncertainty_m
        feature = {"type": "Feature", "properties": properties, "geometry": mapping(shape)}
        out.write(before + json.dumps(feature, ensure_ascii=False))
        before = ",\n"
    out.write("\n]}\n")


def _write_jsonl(entries: Iterable[GazetteerEntry], out: TextIO) -> None:
    for entry in entries:
        out.write(f"{json.dumps(record_of(entry), ensure_ascii=False)}\n")


def _properties(entry: GazetteerEntry) -> dict[str, object]:
    return {
        "id": entry.id,
        "name": entry.name,
        "aliases": [toponym.text for toponym in entry.toponyms[1:]],
        "feature_class": entry.feature_class.value,
        "feature_code": entry.feature_code,
        "admin": list(entry.admin),
        "country": entry.country,
        "population": entry.population,
        "source": entry.source,
        "licence": entry.licence,
        "also": [f"{row.source} ({row.id}, {row.licence})" for row in entry.also],
        "note": entry.note,
    }


def _cell(value: object) -> object:
    if isinstance(value, list):
        return "|".join(text.replace("|", "/") for text in value)
    return value


_WRITERS: dict[str, Callable[[Iterable[GazetteerEntry], TextIO], None]] = {
    "csv": _write_csv,
    "geojson": _write_geojson,
    "jsonl": _write_jsonl,
}

#: The forms that a gazetteer can be written in.
EXPORT_FORMS = tuple(_WRITERS)
