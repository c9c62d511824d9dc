"""The world's towns and countries that are shipped with the package, as entries."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import NamedTuple

import shapely
from shapely.geometry import Point

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.errors import PlaceNotFoundError
from gazetteer.homes.shipped_files import shipped_archive
from gazetteer.states import CAPITAL_OF
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m

__all__ = [
    "LICENCE", "SOURCE", "WORLD", "CountryRow", "WorldTown", "capital_name", "country_entries",
    "country_rows", "fingerprint", "town_count", "town_names", "town_radius_m", "town_spots",
    "towns", "towns_in", "world_towns",
]  # fmt: skip

#: The pseudo-country of the larger towns of all countries.
WORLD = "world"
SOURCE, LICENCE = "GeoNames", "CC BY 4.0"
_ARCHIVE = "places.zip"
_LEAST_RADIUS_M, _PEOPLE_PER_KM2 = 1_500.0, 8_000
_UNNAMED = MappingProxyType[str, str]({})


@dataclass(frozen=True, slots=True)
class CountryRow:
    """A country as shipped: GeoNames id, ISO code, box of its towns in degrees, names."""

    id: int
    code: str
    box: tuple[float, float, float, float]
    population: int
    names: tuple[str, ...]


class WorldTown(NamedTuple):
    """A town by what tells whether it is wanted: degrees, inhabitants, GeoNames' code, country."""

    lon: float
    lat: float
    population: int
    feature_code: str
    country: str


def towns(country: str, areas: Mapping[str, str] = _UNNAMED) -> Iterator[GazetteerEntry]:
    """Give the shipped towns of a country, or the larger ones of ``WORLD``.

    ``areas`` names the first-level areas by GeoNames' codes, "SY.05"; others keep their code.
    """
    return (_town(line, areas) for line in _read(country).splitlines())


def world_towns(wanted: Callable[[WorldTown], bool]) -> Iterator[GazetteerEntry]:
    """Give those of the larger towns of all countries that are wanted."""
    for line in _read(WORLD).splitlines():
        _, lon, lat, people, code, country, _ = line.split("\t", 6)
        if wanted(WorldTown(float(lon), float(lat), int(people), code, country)):
            yield _town(line, _UNNAMED)


def town_names(country: str) -> Iterator[tuple[str, int, Sequence[str]]]:
    """Give the ISO code, the inhabitants and the names of each shipped town of a country."""
    for line in _read(country).splitlines():
        *_, people, _, code, _, names = line.split("\t")
        yield code, int(people), names.split("|")


def town_spots(country: str) -> list[tuple[float, float]]:
    """Return longitude and latitude of the shipped towns of a country."""
    rows = (line.split("\t", 3) for line in _read(country).splitlines())
    return [(float(lon), float(lat)) for _, lon, lat, _ in rows]


def towns_in(area: str) -> Iterator[Sequence[str]]:
    """Give the names of each shipped town of a first-level area, by GeoNames' code: ``SY.05``."""
    country, _, number = area.partition(".")
    # Looked for before the lines are taken apart: a country has thousands, its area a few.
    filed = f"\t{country}\t{number}\t"
    for line in _read(country).splitlines():
        if filed in line:
            yield line.rpartition("\t")[2].split("|")


def town_count(country: str) -> int:
    """Return how many towns of a country are shipped."""
    return _read(country).count("\n")


def fingerprint(country: str) -> str:
    """Return what changes with the shipped rows of a country.

    Raises
    ------
    PlaceNotFoundError
        No such country is shipped.
    """
    try:
        part = shipped_archive(_ARCHIVE).getinfo(f"{country}.tsv")
    except KeyError:
        way_out = f"give an ISO 3166-1 code such as SY, or {WORLD!r}"
        raise PlaceNotFoundError(country, way_out) from None
    return f"{part.CRC:08x}{part.file_size:x}"


@cache
def country_rows() -> tuple[CountryRow, ...]:
    """Return the world's countries."""
    return tuple(_country_row(line) for line in _read("countries").splitlines())


@cache
def country_entries() -> tuple[GazetteerEntry, ...]:
    """Return the world's countries as entries, each with the box of its towns."""
    return tuple(map(_country_entry, country_rows()))


@cache
def capital_name(country: str) -> str:
    """Return the capital of a country (ISO code), empty where none is known."""
    names = next((row.names for row in country_rows() if row.code == country), ())
    return next((CAPITAL_OF[n.lower()] for n in names if n.lower() in CAPITAL_OF), "")


def town_radius_m(population: int) -> float:
    """Return the radius of a town in metres from its inhabitants.

    Eight thousand people to the square kilometre, at least 1.5 km for the spread of a village and
    of GeoNames' own point: Hama's 460,000 give 4.3 km, Aleppo's 2.1 million 9.1 km.
    """
    return max(_LEAST_RADIUS_M, 1_000 * math.sqrt(population / _PEOPLE_PER_KM2 / math.pi))


# Unpacking a large country takes as long as reading a report; one text asks for the seat of an area
# and then for where people live.
@lru_cache(maxsize=2)
def _read(member: str) -> str:
    return shipped_archive(_ARCHIVE).read(f"{member}.tsv").decode("utf-8")


def _town(line: str, areas: Mapping[str, str]) -> GazetteerEntry:
    number, lon_text, lat_text, people, code, country, admin1, names = line.split("\t")
    lon, lat, population, texts = float(lon_text), float(lat_text), int(people), names.split("|")
    radius_m, area = town_radius_m(population), f"{country}.{admin1}"
    return GazetteerEntry(
        id=f"geonames:{number}",
        toponyms=tuple(Toponym(text=text, script=_script(text)) for text in texts),
        feature_class=FeatureClass.POPULATED,
        feature_code=code,
        footprint=Footprint(
            geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=radius_m, method="gazetteer",
            note=f"{texts[0]}, a point with a radius of {radius_m / 1000:.1f} km",
        ),
        country=country,
        admin=(areas.get(area, area),) if admin1 else (),
        population=population,
        source=f"{SOURCE} {number}",
        licence=LICENCE,
    )  # fmt: skip


def _script(text: str) -> str:
    first = next((char for char in text if char.isalpha()), "")
    if "\u0600" <= first <= "\u06ff":
        return "Arab"
    return "Cyrl" if "\u0400" <= first <= "\u052f" else "Latn"


def _country_row(line: str) -> CountryRow:
    number, code, box, population, names = line.split("\t")
    west, south, east, north = map(float, box.split(","))
    return CountryRow(
        int(number), code, (west, south, east, north), int(population), tuple(names.split("|"))
    )


def _country_entry(row: CountryRow) -> GazetteerEntry:
    return GazetteerEntry(
        id=f"geonames:{row.id}",
        toponyms=tuple(Toponym(text=name) for name in row.names),
        feature_class=FeatureClass.ADMIN,
        feature_code="PCLI",
        footprint=_box_footprint(row.box, row.names[0]),
        country=row.code,
        population=row.population,
        source=f"{SOURCE} {row.id}",
        licence=LICENCE,
        note="no border: the box of its towns",
    )


def _box_footprint(box: tuple[float, float, float, float], name: str) -> Footprint:
    west, south, east, north = box
    # A country of one known town still is an area.
    shape = shapely.box(west - 0.05, south - 0.05, east + 0.05, north + 0.05)
    lon, lat = (west + east) / 2, (south + north) / 2
    return Footprint(
        geometry=shape, lon=lon, lat=lat, uncertainty_m=enclosing_radius_m(shape, lon=lon, lat=lat),
        method="gazetteer", note=f"the box of {name}'s towns",
    )  # fmt: skip
