"""The large rivers and lakes of countries that are shipped with the package, as entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import shapely

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.homes.shipped_tables import country_lines, table_mark
from gazetteer.homes.towns import WORLD
from gazetteer.sources.footprints import footprint_of

__all__ = ["shared_waters", "water_count", "water_mark", "waters"]

_ARCHIVE = "waters.zip"
_SOURCE, _LICENCE = "Natural Earth", "public domain"


def waters(country: str) -> Iterator[GazetteerEntry]:
    """Give the rivers and lakes in a country or along its borders; none for ``WORLD``.

    A river of several countries has one id in all of them, and its part of each as its shape.
    """
    if country != WORLD:
        yield from (_water(code, line) for code, line in country_lines(_ARCHIVE, country))


def shared_waters(countries: Iterable[str]) -> Iterator[GazetteerEntry]:
    """Give the rivers and lakes that several of these countries share, each as one whole."""
    parts: dict[str, list[tuple[str, str]]] = {}
    for country in countries:
        for code, line in country_lines(_ARCHIVE, country) if country != WORLD else ():
            parts.setdefault(line.partition("\t")[0], []).append((code, line))
    for listed in parts.values():
        if len(listed) > 1:
            yield _joined(listed)


def _joined(parts: list[tuple[str, str]]) -> GazetteerEntry:
    """Return a water with its parts of several countries as one shape, filed in the first."""
    country, line = parts[0]
    shapes = [shapely.from_wkt(part.rpartition("\t")[2]) for _, part in parts]
    whole = shapely.union_all(shapes)
    if whole.geom_type.endswith("LineString"):
        whole = shapely.line_merge(whole)
    named = line.rpartition("\t")[0]
    return _water(country, f"{named}\t{whole.wkt}")


def water_count(country: str) -> int:
    """Return how many rivers and lakes of a country are shipped."""
    return 0 if country == WORLD else sum(1 for _ in country_lines(_ARCHIVE, country))


def water_mark(country: str) -> int:
    """Return what changes with the shipped waters of a country."""
    return 0 if country == WORLD else table_mark(_ARCHIVE, country)


def _water(country: str, line: str) -> GazetteerEntry:
    number, code, names, shape = line.split("\t")
    texts = names.split("|")
    return GazetteerEntry(
        id=f"naturalearth:{number}",
        toponyms=tuple(Toponym(text=text) for text in texts),
        feature_class=FeatureClass.WATER,
        feature_code=code,
        footprint=footprint_of(shapely.from_wkt(shape), texts[0], FeatureClass.WATER, code),
        country=country,
        source=_SOURCE,
        licence=_LICENCE,
    )
