"""The districts of countries that are shipped with the package, as entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.homes.shipped_tables import country_lines, table_mark
from gazetteer.homes.towns import WORLD
from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.footprints import footprint_of, usable_shape

__all__ = ["district_count", "district_mark", "districts"]

_ARCHIVE, _CODE = "districts.zip", "ADM2"
_SOURCE, _LICENCE = "geoBoundaries", "CC BY 4.0"


def districts(country: str, areas: Mapping[str, str]) -> Iterator[GazetteerEntry]:
    """Give the districts and smaller areas of a country; none for ``WORLD``.

    ``areas`` names the first-level areas that hold them by GeoNames' codes, "SY.05".
    """
    if country != WORLD:
        yield from (_district(code, line, areas) for code, line in country_lines(_ARCHIVE, country))


def district_count(country: str) -> int:
    """Return how many districts of a country are shipped; there may be none."""
    return 0 if country == WORLD else sum(1 for _ in country_lines(_ARCHIVE, country))


def district_mark(country: str) -> int:
    """Return what changes with the shipped districts of a country."""
    return 0 if country == WORLD else table_mark(_ARCHIVE, country)


def _district(country: str, line: str, areas: Mapping[str, str]) -> GazetteerEntry:
    number, area, reach_m, names, outline = line.split("\t")
    texts = names.split("|")
    holder = areas.get(f"{country}.{area}")
    return GazetteerEntry(
        id=f"geoboundaries:{number}",
        toponyms=tuple(Toponym(text=text) for text in texts),
        feature_class=FeatureClass.ADMIN,
        feature_code=_CODE,
        footprint=footprint_of(
            _shape(outline),
            texts[0],
            FeatureClass.ADMIN,
            _CODE,
            radius=float(reach_m),
        ),
        country=country,
        admin=(holder,) if holder else (),
        source=f"{_SOURCE} {number}",
        licence=_LICENCE,
    )


def _shape(outline: str) -> BaseGeometry:
    """Return an area, or a point where an outline this coarse covers nothing."""
    shape = shapely.from_wkt(outline)
    try:
        return usable_shape(shape)
    except BrokenRowError:
        return shape.centroid
