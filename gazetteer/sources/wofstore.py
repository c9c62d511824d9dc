"""Who's On First as SQLite databases, and as folders and zips of features."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from gazetteer.entry import GazetteerEntry
from gazetteer.sources.errors import BrokenRowError, UnreadableSourceError
from gazetteer.sources.parsing import MAX_JSON_BYTES, parsed_object
from gazetteer.sources.rejected import Reject, Rejected
from gazetteer.sources.told import Told
from gazetteer.sources.whosonfirst import UnitNames, wof_entry
from gazetteer.sources.wording import clean

__all__ = ["database_entries", "feature_entries", "folder_files", "is_feature_file"]

# "1234-alt-quattroshapes.geojson" is another outline of 1234.
_FEATURE_FILE = re.compile(r"(?!.*-alt-).*\.(?:geo)?json", re.IGNORECASE)
_PLACES = "SELECT spr.id, spr.name, placetype, country, latitude, longitude, is_current, {}, {} {}"
_ENDS = "max(is_deprecated, is_ceased, is_superseded)"
# Joined in one query, for which SQLite makes the index that such a database may lack.
_NAMES = """
    LEFT JOIN (
        SELECT id, json_group_array(json_array(language, privateuse, name)) AS names
        FROM names GROUP BY id
    ) AS named ON named.id = spr.id
"""
_NUMBERS = """
    LEFT JOIN (
        SELECT id, max(other_id) AS number FROM concordances
        WHERE other_source = 'gn:id' GROUP BY id
    ) AS numbered ON numbered.id = spr.id
"""


def is_feature_file(name: str) -> bool:
    """Tell whether a file of a folder or zip holds a place, not a second outline of one."""
    return _FEATURE_FILE.fullmatch(name.rpartition("/")[2]) is not None


def folder_files(folder: Path) -> Iterator[Path]:
    """Give the files of places below a folder, in the order of their paths."""
    for below in sorted(folder.iterdir()):
        # A link may lead out of the folder, or round in it.
        if below.is_symlink():
            continue
        if below.is_dir():
            yield from folder_files(below)
        elif is_feature_file(below.name):
            yield below


def feature_entries(
    files: Iterable[tuple[str, bytes]], told: Told, reject: Reject
) -> Iterator[GazetteerEntry]:
    """Give the entries of features that stand in files of their own, named for the rejects."""
    for number, (name, text) in enumerate(files, start=1):
        try:
            entry = _from_text(text, told, _unknown)
        except BrokenRowError as error:
            reject(Rejected(number, f"{name}: {error}"))
        else:
            if entry is not None:
                yield entry


def database_entries(path: Path, told: Told, reject: Reject) -> Iterator[GazetteerEntry]:
    """Give the entries of a database: of its features, else of its tables of places and names.

    Raises
    ------
    UnreadableSourceError
        It is damaged, or has none of these tables.
    """
    try:
        with closing(_opened(path)) as connection:
            tables = _tables(connection)
            if "geojson" in tables:
                yield from _features(connection, tables, told, reject)
            elif "spr" in tables:
                yield from _places(connection, tables, told, reject)
            else:
                problem = "has no table geojson or spr; give a database of Who's On First"
                raise UnreadableSourceError(path, problem)
    except sqlite3.Error as error:
        problem = f"is a database that cannot be read ({error}); download it again"
        raise UnreadableSourceError(path, problem) from error


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    # A database from outside may carry views that call functions; these may do no harm.
    connection.executescript("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;")
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_JSON_BYTES)
    connection.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    return connection


def _tables(connection: sqlite3.Connection) -> set[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {str(name) for (name,) in rows}


def _features(
    connection: sqlite3.Connection, tables: set[str], told: Told, reject: Reject
) -> Iterator[GazetteerEntry]:
    unit_name = _unit_names(connection) if "spr" in tables else _unknown
    columns = {row[1] for row in connection.execute("PRAGMA table_info(geojson)")}
    outline = " WHERE is_alt = 0 OR is_alt IS NULL" if "is_alt" in columns else ""
    rows = connection.execute(f"SELECT id, body FROM geojson{outline}")  # noqa: S608  our own words
    for number, (place, body) in enumerate(rows, start=1):
        try:
            entry = _from_text(_bytes(body), told, unit_name)
        except BrokenRowError as error:
            reject(Rejected(number, f"id {str(place)[:20]}: {error}"))
        else:
            if entry is not None:
                yield entry


def _places(
    connection: sqlite3.Connection, tables: set[str], told: Told, reject: Reject
) -> Iterator[GazetteerEntry]:
    names, numbers = "names" in tables, "concordances" in tables
    joined = f"FROM spr {_NAMES if names else ''} {_NUMBERS if numbers else ''}"
    columns = ("names" if names else "NULL", "number" if numbers else "NULL")
    query = _PLACES.format(f"{_ENDS}, {columns[0]}", columns[1], joined)
    for number, row in enumerate(connection.execute(query), start=1):
        try:
            entry = wof_entry({"properties": _properties(row)}, told, _unknown)
        except BrokenRowError as error:
            reject(Rejected(number, f"id {str(row[0])[:20]}: {error}"))
        else:
            if entry is not None:
                yield entry


def _properties(row: tuple[Any, ...]) -> dict[str, Any]:
    """Return what a feature would say, from the tables that sum features up."""
    place, name, placetype, country, lat, lon, current, over, names, number = row
    found: dict[str, Any] = {
        "wof:id": place, "wof:name": name, "wof:placetype": placetype, "wof:country": country,
        "geom:latitude": lat, "geom:longitude": lon, "mz:is_current": current,
        # 1 means yes, 0 no, -1 that it is not known.
        "edtf:deprecated": "yes" if over == 1 else "", "wof:concordances": {"gn:id": number},
    }  # fmt: skip
    for language, use, text in json.loads(names or "[]"):
        kind = "preferred" if use == "x_preferred" else "variant"
        found.setdefault(f"name:{language or ''}_x_{kind}", []).append(text)
    return found


def _unit_names(connection: sqlite3.Connection) -> UnitNames:
    @lru_cache(maxsize=4_096)
    def name(number: int) -> str:
        row = connection.execute("SELECT name FROM spr WHERE id = ?", (number,)).fetchone()
        return clean(row[0]) if row and isinstance(row[0], str) else ""

    return name


def _unknown(_number: int) -> str:
    return ""


def _from_text(text: bytes, told: Told, unit_name: UnitNames) -> GazetteerEntry | None:
    try:
        feature = parsed_object(text)
    except ValueError as error:
        raise BrokenRowError(f"is no JSON of one feature ({str(error)[:80]})") from error
    return wof_entry(feature, told, unit_name)


def _bytes(body: object) -> bytes:
    if isinstance(body, str):
        return body.encode(errors="surrogateescape")
    return body if isinstance(body, bytes) else b""
