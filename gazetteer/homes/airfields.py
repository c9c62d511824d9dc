"""The airfields that are shipped with the package, and small places known by theirs, as entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from shapely.geometry import Point

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.homes.shipped_tables import country_lines, table_mark
from gazetteer.homes.towns import WORLD
from gazetteer.sources.footprints import footprint_of

__all__ = ["airfield_count", "airfield_mark", "airfields"]

_ARCHIVE = "airfields.zip"
_SOURCE, _LICENCE = "airportsdata", "MIT"
#: Nine in ten of the 306 small shipped towns of forty countries that have an airfield of their name
#: lie within 12 km of it, half of them within 3 km.
_SERVED_M = 12_000.0


def airfields(country: str) -> Iterator[GazetteerEntry]:
    """Give the airfields of a country, and the places known by them alone; none for ``WORLD``."""
    if country != WORLD:
        yield from (_airfield(code, line) for code, line in country_lines(_ARCHIVE, country))


def airfield_count(country: str) -> int:
    """Return how many airfields of a country are shipped."""
    return 0 if country == WORLD else sum(1 for _ in country_lines(_ARCHIVE, country))


def airfield_mark(country: str) -> int:
    """Return what changes with the shipped airfields of a country."""
    return 0 if country == WORLD else table_mark(_ARCHIVE, country)


def _airfield(country: str, line: str) -> GazetteerEntry:
    number, code, lon, lat, names = line.split("\t")
    texts, at = names.split("|"), Point(float(lon), float(lat))
    town = code == "PPL"
    kind = FeatureClass.POPULATED if town else FeatureClass.SPOT
    where = footprint_of(at, texts[0], kind, code, radius=_SERVED_M if town else None)
    return GazetteerEntry(
        id=f"airportsdata:{number}{'-town' if town else ''}",
        toponyms=tuple(Toponym(text=text) for text in texts),
        feature_class=kind,
        feature_code=code,
        footprint=replace(where, note=f"{where.note}; known by its airfield") if town else where,
        country=country,
        source=f"{_SOURCE} {number}",
        licence=_LICENCE,
    )
