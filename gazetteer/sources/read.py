"""The front door: a file of places in, gazetteer entries out."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from gazetteer.entry import GazetteerEntry
from gazetteer.sources.archive import MAX_BYTES, file_blocks
from gazetteer.sources.dumps import dump_entries, files_beside
from gazetteer.sources.errors import BrokenRowError, UnreadableSourceError
from gazetteer.sources.geojson import features_of, geojson_entries
from gazetteer.sources.lines import numbered_lines
from gazetteer.sources.osm import osm_entries
from gazetteer.sources.parsing import joined, parsed_object
from gazetteer.sources.recognise import Form
from gazetteer.sources.rejected import Reject, Rejected
from gazetteer.sources.streams import Stream, place_streams
from gazetteer.sources.tables import table_entries
from gazetteer.sources.told import Told, country_code
from gazetteer.sources.whosonfirst import is_whos_on_first
from gazetteer.sources.wofstore import (
    database_entries,
    feature_entries,
    folder_files,
    is_feature_file,
)
from gazetteer.sources.wording import field_text

__all__ = ["read_source"]

_SLUG = re.compile(r"[\W_]+")


def read_source(
    path: str | os.PathLike[str],
    *,
    reject: Reject,
    form: str | None = None,
    country: str = "",
    licence: str = "",
    source: str = "",
    beside: Sequence[Path] = (),
    max_bytes: int = MAX_BYTES,
) -> Iterator[GazetteerEntry]:
    """Read the places of a file or folder, one after the other.

    Parameters
    ----------
    path
        A GeoNames dump, GeoJSON, CSV, an OpenStreetMap extract or Who's On First; docs/sources.md
        says what each of them holds. The first two and CSV may be in a zip.
    reject
        Is told of every row that is left out; reading goes on.
    form
        Name of the format, None to recognise it by what is in the file.
    country
        ISO 3166-1 alpha-2 code for rows that have none.
    licence, source
        For rows that have none. For GeoNames, OpenStreetMap and Who's On First they take the place
        of the usual ones.
    beside
        Files that GeoNames publishes beside a dump: ``alternateNamesV2``, ``admin1CodesASCII``,
        ``admin2Codes``, as text or zip.
    max_bytes
        Most bytes that a zip may unpack to.

    Raises
    ------
    GazetteerFormatError
        The file as a whole cannot be read: at the call where it shows at once, else while reading.
    ExtraMissingError
        An OpenStreetMap extract is read without the extra ``osm``.
    """
    path = Path(path)
    wanted = _form(path, form)
    told = _told(path, country=country, licence=licence, source=source)
    if path.is_dir():
        return _folder_entries(path, told, reject, wanted)
    found, streams = place_streams(path, max_bytes, wanted)
    if found is Form.GEONAMES:
        return dump_entries(streams, told, files_beside(beside, max_bytes), reject)
    if found is Form.CSV:
        return _tables(streams, told, reject)
    if found is Form.OSM:
        return osm_entries(_unpacked(path, streams), told, reject)
    if found is Form.WHOS_ON_FIRST and streams[0].head.startswith(b"SQLite"):
        return database_entries(_unpacked(path, streams), told, reject)
    return _json_entries(streams, told, reject)


def _form(path: Path, form: str | None) -> Form | None:
    if form is None:
        return None
    try:
        return Form(form)
    except ValueError:
        problem = f"form {form!r} is none of {', '.join(Form)}"
        raise UnreadableSourceError(path, problem) from None


def _told(path: Path, *, country: str, licence: str, source: str) -> Told:
    try:
        return Told(
            country=country_code(country, ""),
            licence=field_text("licence", licence),
            source=field_text("source", source),
            prefix=_SLUG.sub("-", path.name.partition(".")[0].lower()).strip("-") or "places",
        )
    except BrokenRowError as error:
        raise UnreadableSourceError(path, str(error)) from error


def _unpacked(path: Path, streams: Sequence[Stream]) -> Path:
    if streams[0].name != path.name:
        raise UnreadableSourceError(path, f"holds {streams[0].name!r}; unpack it and give that")
    return path


def _folder_entries(
    path: Path, told: Told, reject: Reject, wanted: Form | None
) -> Iterator[GazetteerEntry]:
    if wanted not in {None, Form.WHOS_ON_FIRST} or next(folder_files(path), None) is None:
        problem = "is a folder without features of Who's On First; give the file itself"
        raise UnreadableSourceError(path, problem)
    files = ((below.name, joined(file_blocks(below), below)) for below in folder_files(path))
    return feature_entries(files, told, reject)


def _tables(streams: Sequence[Stream], told: Told, reject: Reject) -> Iterator[GazetteerEntry]:
    for stream in streams:
        lines = numbered_lines(stream.blocks())
        yield from table_entries(lines, told, _naming(stream, streams, reject), stream.path)


def _naming(stream: Stream, streams: Sequence[Stream], reject: Reject) -> Reject:
    """Return a way to reject that names the member where a zip holds several."""
    if len(streams) == 1:
        return reject
    return lambda row: reject(Rejected(row.line_or_item, f"{stream.name}: {row.problem}"))


def _json_entries(
    streams: Sequence[Stream], told: Told, reject: Reject
) -> Iterator[GazetteerEntry]:
    places = [stream for stream in streams if is_feature_file(stream.name)] or streams
    first = _parsed(places[0])
    if is_whos_on_first(first):
        files = ((one.name, joined(one.blocks(), one.path)) for one in places)
        yield from feature_entries(files, told, reject)
        return
    for stream in places:
        features = features_of(_parsed(stream), stream.path)
        yield from geojson_entries(features, told, _naming(stream, places, reject))


def _parsed(stream: Stream) -> dict[str, object]:
    try:
        return parsed_object(joined(stream.blocks(), stream.path))
    except ValueError as error:
        if isinstance(error, UnreadableSourceError):
            raise
        problem = f"is no GeoJSON ({str(error)[:80]}); download or write it again"
        raise UnreadableSourceError(stream.path, problem) from error
