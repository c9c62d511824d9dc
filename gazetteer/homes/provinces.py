"""The first-level areas of countries that are shipped with the package, as entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.homes.shipped_tables import country_lines, table_mark
from gazetteer.sources.footprints import footprint_of

__all__ = [
    "named_provinces", "province_count", "province_mark", "province_names", "province_outlines",
    "province_rows", "provinces",
]  # fmt: skip

_ARCHIVE = "areas.zip"
#: Names and inhabitants are GeoNames', the outlines Natural Earth's, which asks for nothing.
_SOURCE, _LICENCE = "GeoNames, outlines by Natural Earth", "CC BY 4.0"


def provinces(country: str) -> Iterator[GazetteerEntry]:
    """Give the first-level areas of a country, or those of all countries for ``WORLD``."""
    return (_province(code, line) for code, line in country_lines(_ARCHIVE, country))


def province_outlines(country: str) -> Iterator[BaseGeometry]:
    """Give the outlines of the first-level areas of a country, and nothing else of them."""
    for _, line in country_lines(_ARCHIVE, country):
        yield shapely.from_wkt(line.rpartition("\t")[2])


def province_count(country: str) -> int:
    """Return how many first-level areas of a country are shipped; there may be none."""
    return sum(1 for _ in country_lines(_ARCHIVE, country))


def province_mark(country: str) -> int:
    """Return what changes with the shipped areas of a country."""
    return table_mark(_ARCHIVE, country)


def named_provinces(country: str) -> Iterator[tuple[str, int, Sequence[str]]]:
    """Give the ISO code, the inhabitants and the names of each first-level area of a country."""
    for code, line in country_lines(_ARCHIVE, country):
        _, people, names, _ = line.split("\t", 3)
        yield code, int(people), names.split("|")


def province_names(country: str) -> Mapping[str, str]:
    """Return the names of first-level areas by what GeoNames calls them: ``SY.05``."""
    return {code: names[0] for code, names in province_rows(country)}


def province_rows(country: str) -> Iterator[tuple[str, Sequence[str]]]:
    """Give what GeoNames calls each first-level area of a country, ``SY.05``, and its names."""
    for code, line in country_lines(_ARCHIVE, country):
        number, _, names, _ = line.split("\t", 3)
        yield f"{code}.{number}", names.split("|")


def _province(country: str, line: str) -> GazetteerEntry:
    code, people, names, outline = line.split("\t")
    texts = names.split("|")
    return GazetteerEntry(
        id=f"geonames:{country}.{code}",
        toponyms=tuple(Toponym(text=text) for text in texts),
        feature_class=FeatureClass.ADMIN,
        feature_code="ADM1",
        footprint=footprint_of(shapely.from_wkt(outline), texts[0], FeatureClass.ADMIN, "ADM1"),
        country=country,
        admin=(texts[0],),
        population=int(people),
        source=_SOURCE,
        licence=_LICENCE,
    )
