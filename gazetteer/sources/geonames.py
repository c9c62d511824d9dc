"""Rows of a GeoNames dump: ``CC.txt``, ``allCountries.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

import shapely

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.sources.adminnames import AdminNames
from gazetteer.sources.alternates import AlternateNames
from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.footprints import on_earth, point_footprint
from gazetteer.sources.lines import decoded
from gazetteer.sources.radii import radius_m
from gazetteer.sources.rejected import Reject, Rejected
from gazetteer.sources.told import Told, country_code, whole_number
from gazetteer.sources.wording import field_text, toponyms

__all__ = ["COLUMNS", "GeonamesReader"]

#: Columns of a dump, separated by tabs, without a header.
COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature class",
    "feature code", "country code", "cc2", "admin1", "admin2", "admin3", "admin4", "population",
    "elevation", "dem", "timezone", "modification date",
)  # fmt: skip

_LICENCE = "CC BY 4.0"
_BATCH = 1_024
_CLASSES = {str(letter): letter for letter in FeatureClass}
_LINK = re.compile(r"://|www\.|\bwikipedia\.", re.IGNORECASE)
# The column of other names mixes in codes: IATA and ICAO, UN/LOCODE, Wikidata's items.
_CODE = re.compile(r"[A-Z]{3}|Q\d+")
_AIRPORT_CODE = re.compile(r"[A-Z]{3,4}")
_LOCODE = re.compile(r"[A-Z]{2} ?[A-Z2-9]{3}")


class _Row(NamedTuple):
    number: int
    toponyms: tuple[Toponym, ...]
    lon: float
    lat: float
    feature_class: FeatureClass
    code: str
    country: str
    admin: tuple[str, ...]
    population: int


class GeonamesReader:
    """Makes entries of the lines of a dump.

    Parameters
    ----------
    told
        ``country`` is for rows without one; ``source`` and ``licence`` take the place of
        GeoNames' own where another party has written the columns.
    admin_names
        Names of administrative units by their codes.
    alternates
        Names with their languages, None where no such file was given.
    """

    def __init__(
        self, told: Told, admin_names: AdminNames, alternates: AlternateNames | None = None
    ) -> None:
        self._told, self._alternates = told, alternates
        self._source = told.source or "GeoNames"
        self._licence = told.licence or _LICENCE
        # Thousands of rows share one path of units.
        self._admin = lru_cache(maxsize=8_192)(admin_names.path)

    def entries(
        self, lines: Iterable[tuple[int, bytes]], reject: Reject
    ) -> Iterator[GazetteerEntry]:
        """Give the entry of every row that can be read."""
        rows = self._rows(lines, reject)
        while batch := list(islice(rows, _BATCH)):
            # One call for many points: twenty times faster than a call for each.
            points = shapely.points([row.lon for row in batch], [row.lat for row in batch])
            for row, point in zip(batch, points, strict=True):
                yield self._entry(row, point)

    def _rows(self, lines: Iterable[tuple[int, bytes]], reject: Reject) -> Iterator[_Row]:
        for number, line in lines:
            try:
                row = self._row(decoded(line).split("\t"))
            except BrokenRowError as error:
                reject(Rejected(number, str(error)))
            else:
                yield row

    def _row(self, cells: list[str]) -> _Row:
        if len(cells) != len(COLUMNS):
            raise BrokenRowError(f"has {len(cells)} columns; a GeoNames dump has {len(COLUMNS)}")
        number = _number(cells[0])
        lon, lat = _degrees(cells[5], cells[4])
        feature_class = _CLASSES.get(cells[6])
        if feature_class is None:
            raise BrokenRowError(f"feature class {cells[6][:20]!r} is none of GeoNames'")
        country = country_code(cells[8], self._told.country)
        return _Row(
            number, self._toponyms(number, cells), lon, lat, feature_class,
            field_text("feature code", cells[7]), country,
            self._admin(country, *cells[10:14]), whole_number(cells[14]),
        )  # fmt: skip

    def _toponyms(self, number: int, cells: list[str]) -> tuple[Toponym, ...]:
        names = [(cells[1], "")]
        if self._alternates is not None:
            names += self._alternates.of(number)
        names.append((cells[2], ""))
        if cells[3]:
            names += _other_names(cells)
        return toponyms(names)

    def _entry(self, row: _Row, point: shapely.Point) -> GazetteerEntry:
        reach_m = radius_m(row.feature_class, row.code, row.population)
        return GazetteerEntry(
            id=f"geonames:{row.number}",
            toponyms=row.toponyms,
            feature_class=row.feature_class,
            feature_code=row.code,
            footprint=point_footprint(point, row.lon, row.lat, reach_m, row.toponyms[0].text),
            country=row.country,
            admin=row.admin,
            population=row.population,
            source=f"{self._source} {row.number}",
            licence=self._licence,
        )


def _other_names(cells: list[str]) -> list[tuple[str, str]]:
    """Return the names of the fourth column that are names and not links or codes."""
    letters, country = cells[6], cells[8]
    # Only a state is called by three capitals as often as by its name: UAE, USA.
    if letters == "A" and cells[7].startswith("PCL"):
        codes = None
    else:
        codes = _AIRPORT_CODE if cells[7].startswith("AIR") else _CODE
    return [
        (name, "")
        for name in cells[3].split(",")
        if name and not (name.isascii() and _is_no_name(name, codes, country))
    ]


def _is_no_name(name: str, codes: re.Pattern[str] | None, country: str) -> bool:
    if name.isupper() or name[1:].isdigit():
        located = _LOCODE.fullmatch(name) is not None and name[:2] == country
        return located or (codes is not None and codes.fullmatch(name) is not None)
    return "." in name and _LINK.search(name) is not None


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 15):
        raise BrokenRowError(f"geonameid {text[:20]!r} is no number")
    return int(text)


def _degrees(lon: str, lat: str) -> tuple[float, float]:
    try:
        x, y = float(lon), float(lat)
    except ValueError:
        x = y = float("nan")
    if not on_earth(x, y):
        raise BrokenRowError(f"longitude {lon[:20]!r}, latitude {lat[:20]!r} is not on the Earth")
    return x, y
