"""Small places of wars that are shipped with the package: villages, hills, camps, quarters."""

from __future__ import annotations

from collections.abc import Iterator

from shapely.geometry import Point

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.homes.shipped_tables import country_lines, table_mark
from gazetteer.homes.towns import WORLD
from gazetteer.sources.footprints import footprint_of

__all__ = ["REPORTED", "small_place_count", "small_place_mark", "small_places"]

#: How the ids of these places begin.
REPORTED = "frontmap:"
_ARCHIVE = "small_places.zip"
_SOURCE, _LICENCE = "frontmap: by hand, two lists that agree", "CC0"


def small_places(country: str) -> Iterator[GazetteerEntry]:
    """Give the small places of a country; none for ``WORLD``."""
    if country != WORLD:
        yield from (_place(code, line) for code, line in country_lines(_ARCHIVE, country))


def small_place_count(country: str) -> int:
    """Return how many small places of a country are shipped."""
    return 0 if country == WORLD else sum(1 for _ in country_lines(_ARCHIVE, country))


def small_place_mark(country: str) -> int:
    """Return what changes with the shipped small places of a country."""
    return 0 if country == WORLD else table_mark(_ARCHIVE, country)


def _place(country: str, line: str) -> GazetteerEntry:
    slug, kind, lon, lat, radius_m, names, area = line.split("\t")
    letter, _, code = kind.partition(".")
    texts, at = names.split("|"), Point(float(lon), float(lat))
    feature_class = FeatureClass(letter)
    return GazetteerEntry(
        id=f"{REPORTED}{country}-{slug}",
        toponyms=tuple(Toponym(text=text) for text in texts),
        feature_class=feature_class,
        feature_code=code,
        footprint=footprint_of(at, texts[0], feature_class, code, radius=float(radius_m)),
        country=country,
        admin=(area,),
        source=_SOURCE,
        licence=_LICENCE,
    )
