"""The world's populated places, shipped with the package and indexed per country on first use.

An index is one SQLite file in the user's data folder. Its name carries the country, the version of
the tables, the fingerprint of the shipped rows and the digest of the file itself, so that a stale
or damaged file is simply not the one looked for, and two processes may build it at once.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from platformdirs import user_data_path

from gazetteer.english import is_common_word, is_ordinary
from gazetteer.errors import GazetteerDamagedError, PlaceNotFoundError
from gazetteer.names import add_names, create_name_tables, finish_names
from gazetteer.spelling import MAX_NAME_CHARS

__all__ = [
    "WORLD",
    "CountryRow",
    "PlaceRow",
    "Progress",
    "country_rows",
    "open_places",
    "user_folder",
]

#: The pseudo-country of the larger towns of all countries.
WORLD = "world"

#: Called with what is being made and the share that is done, 0 to 1.
Progress = Callable[[str, float], None]

_VERSION = 1
_BATCH = 2_000
_WELL_KNOWN = 100_000
_TABLES = """
PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE place (
    id INTEGER PRIMARY KEY, lon REAL NOT NULL, lat REAL NOT NULL, population INTEGER NOT NULL,
    code TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL, names TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A populated place as shipped: GeoNames id, degrees, inhabitants, code, names."""

    id: int
    lon: float
    lat: float
    population: int
    code: str
    country: str
    admin1: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country as shipped: GeoNames id, ISO code, box of its towns in degrees, names."""

    id: int
    code: str
    box: tuple[float, float, float, float]
    population: int
    names: tuple[str, ...]


def user_folder(home: Path | None = None) -> Path:
    """Return the folder of the user's gazetteers: ``home``, ``$FRONTMAP_HOME`` or the system's."""
    base = home or os.environ.get("FRONTMAP_HOME") or user_data_path("frontmap", appauthor=False)
    return Path(base) / "gazetteer"


def open_places(
    country: str, *, home: Path | None = None, progress: Progress | None = None
) -> sqlite3.Connection:
    """Open the index of a country or of ``WORLD``, read-only, making it where it is not there.

    Raises
    ------
    PlaceNotFoundError
        No such country is shipped.
    GazetteerDamagedError
        The folder cannot be written, or the index cannot be read back.
    """
    stem = f"{country}-{_VERSION}-{_fingerprint(country)}"
    folder = user_folder(home)
    try:
        path = _sound_file(folder, stem) or _build(country, folder, stem, progress)
        return _read_only(path)
    except (OSError, sqlite3.Error) as error:
        if isinstance(error, GazetteerDamagedError):
            raise
        problem = f"{error}; free or open the folder, or set FRONTMAP_HOME to another"
        raise GazetteerDamagedError(folder, problem) from error


@cache
def country_rows() -> tuple[CountryRow, ...]:
    """Return the world's countries."""
    return tuple(_country_row(line) for line in _read("countries.tsv").splitlines())


def _country_row(line: str) -> CountryRow:
    number, code, box, population, names = line.split("\t")
    west, south, east, north = map(float, box.split(","))
    return CountryRow(
        int(number), code, (west, south, east, north), int(population), tuple(names.split("|"))
    )


def _archive() -> zipfile.ZipFile:
    with as_file(files("gazetteer").joinpath("data/places.zip")) as path:
        try:
            return zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise GazetteerDamagedError(path, "cannot be read; install frontmap again") from error


def _read(member: str) -> str:
    with _archive() as archive:
        return archive.read(member).decode("utf-8")


def _fingerprint(country: str) -> str:
    with _archive() as archive:
        try:
            part = archive.getinfo(f"{country}.tsv")
        except KeyError:
            way_out = f"give an ISO 3166-1 code such as SY, or {WORLD!r}"
            raise PlaceNotFoundError(country, way_out) from None
    return f"{part.CRC:08x}{part.file_size:x}"


def _sound_file(folder: Path, stem: str) -> Path | None:
    """Return the index whose content still has the digest in its name."""
    for path in sorted(folder.glob(f"{stem}-*.sqlite")):
        if path.stem.rpartition("-")[2] == _digest(path):
            return path
    return None


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _build(country: str, folder: Path, stem: str, progress: Progress | None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{country}-", suffix=".part", dir=folder)
    part = Path(name)
    try:
        os.close(handle)
        _fill(part, country, progress)
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        path = folder / f"{stem}-{_digest(part)}.sqlite"
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    _sweep(folder, country, keep=path)
    return path


def _sweep(folder: Path, country: str, keep: Path) -> None:
    """Remove older and damaged indexes of this country; another process may have been quicker."""
    for path in folder.glob(f"{country}-*.sqlite"):
        if path != keep:
            path.unlink(missing_ok=True)


def _fill(path: Path, country: str, progress: Progress | None) -> None:
    lines = _read(f"{country}.tsv").splitlines()
    connection = sqlite3.connect(path)
    try:
        connection.executescript(_TABLES)
        create_name_tables(connection)
        for start in range(0, len(lines), _BATCH):
            _add(connection, [_place_row(line) for line in lines[start : start + _BATCH]])
            if progress:
                progress(f"index of {country}", min(1.0, (start + _BATCH) / len(lines)))
        finish_names(connection)
        connection.commit()
    finally:
        connection.close()


def _add(connection: sqlite3.Connection, rows: list[PlaceRow]) -> None:
    columns = (
        (r.id, r.lon, r.lat, r.population, r.code, r.country, r.admin1, "|".join(r.names))
        for r in rows
    )
    connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?)", columns)
    add_names(connection, _names(rows))


def _names(rows: list[PlaceRow]) -> Iterator[tuple[int, str, bool]]:
    for row in rows:
        for name in row.names:
            yield row.id, name, _stands_in_text(row, name)


def _stands_in_text(row: PlaceRow, name: str) -> bool:
    """Tell whether running text means the place by this name, and not an English word by it."""
    if len(name) < 3 or len(name) > MAX_NAME_CHARS:
        return False
    if not is_ordinary(name):
        return True
    well_known = row.code == "PPLC" or (
        row.population >= _WELL_KNOWN and not is_common_word(name) and len(name) > 3
    )
    return well_known and name == row.names[0]


def _place_row(line: str) -> PlaceRow:
    number, lon, lat, population, code, country, admin1, names = line.split("\t")
    return PlaceRow(
        int(number), float(lon), float(lat), int(population), code, country, admin1,
        tuple(names.split("|")),
    )  # fmt: skip


def _read_only(path: Path) -> sqlite3.Connection:
    # immutable: the file never changes once named, so no locks and no journal are needed.
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
