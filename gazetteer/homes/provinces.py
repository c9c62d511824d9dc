"""The first-level areas of countries that are shipped with the package, as entries."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from importlib.resources import as_file, files

import shapely

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.towns import WORLD
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m

__all__ = ["province_count", "province_mark", "province_names", "provinces"]

#: Names and inhabitants are GeoNames', the outlines Natural Earth's, which asks for nothing.
_SOURCE, _LICENCE = "GeoNames, outlines by Natural Earth", "CC BY 4.0"


def provinces(country: str) -> Iterator[GazetteerEntry]:
    """Give the first-level areas of a country, or those of all countries for ``WORLD``."""
    return (_province(code, line) for code, line in _lines(country))


def province_count(country: str) -> int:
    """Return how many first-level areas of a country are shipped; there may be none."""
    return sum(1 for _ in _lines(country))


def province_mark(country: str) -> str:
    """Return what changes with the shipped areas of a country."""
    with _archive() as archive:
        parts = _members(archive, country)
    return f"{sum(part.CRC for part in parts) & 0xFFFFFFFF:x}"


def province_names(country: str) -> Mapping[str, str]:
    """Return the names of first-level areas by what GeoNames calls them: ``SY.05``."""
    lines = ((code, line.split("\t", 3)) for code, line in _lines(country))
    return {f"{code}.{number}": names.split("|")[0] for code, (number, _, names, _) in lines}


def _lines(country: str) -> Iterator[tuple[str, str]]:
    with _archive() as archive:
        for part in _members(archive, country):
            for line in archive.read(part).decode("utf-8").splitlines():
                yield part.filename.partition(".")[0], line


def _members(archive: zipfile.ZipFile, country: str) -> list[zipfile.ZipInfo]:
    name = f"{country}.tsv"
    return [part for part in archive.infolist() if country == WORLD or part.filename == name]


def _archive() -> zipfile.ZipFile:
    with as_file(files("gazetteer").joinpath("data/areas.zip")) as path:
        try:
            return zipfile.ZipFile(path)
        except (OSError, zipfile.BadZipFile) as error:
            raise GazetteerDamagedError(path, "cannot be read; install frontmap again") from error


def _province(country: str, line: str) -> GazetteerEntry:
    code, people, names, outline = line.split("\t")
    texts = names.split("|")
    return GazetteerEntry(
        id=f"geonames:{country}.{code}",
        toponyms=tuple(Toponym(text=text) for text in texts),
        feature_class=FeatureClass.ADMIN,
        feature_code="ADM1",
        footprint=_footprint(outline, texts[0]),
        country=country,
        admin=(texts[0],),
        population=int(people),
        source=_SOURCE,
        licence=_LICENCE,
    )


def _footprint(outline: str, name: str) -> Footprint:
    shape = shapely.from_wkt(outline)
    centre = shapely.minimum_bounding_circle(shape).centroid
    radius_m = enclosing_radius_m(shape, lon=centre.x, lat=centre.y)
    return Footprint(
        geometry=shape, lon=centre.x, lat=centre.y, uncertainty_m=radius_m, method="gazetteer",
        note=f"the area of {name}",
    )  # fmt: skip
