"""Regions, ranges and seas that the press names and no list of towns or provinces has."""

from __future__ import annotations

import csv
import zlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.homes.provinces import provinces
from gazetteer.homes.towns import WORLD
from gazetteer.sources.footprints import footprint_of

__all__ = ["region_count", "region_mark", "regions"]

_SOURCE, _LICENCE = "frontmap: by hand", "CC0"
_CLASSES = {
    **dict.fromkeys(("BAY", "CHN", "CNL", "GULF", "LK", "OCN", "SEA", "STM", "STRT"), "H"),
    **dict.fromkeys(("DSRT", "GLCR", "HLL", "ISL", "MT", "MTS", "PASS", "PEN", "SPIT", "VAL"), "T"),
    "FRST": "V",
    "RGN": "L",
    "TNL": "R",
}


def regions(country: str) -> Iterator[GazetteerEntry]:
    """Give the regions in a country, or all of them for ``WORLD``, each once.

    One that lies in several countries has one id in all of them. One of whole provinces has their
    outlines for a shape, the others a point with a radius that reaches around what is usually
    meant, for they have no bounds.
    """
    for row in _rows():
        lands = row["countries"].split("|")
        if country in lands or country == WORLD:
            yield _region(lands[0] if country == WORLD else country, row)


def region_count(country: str) -> int:
    """Return how many regions of a country are shipped."""
    return sum(country == WORLD or country in row["countries"].split("|") for row in _rows())


def region_mark(country: str) -> int:
    """Return what changes with the shipped regions of a country."""
    return zlib.crc32(_table().encode()) if region_count(country) else 0


def _region(country: str, row: Mapping[str, str]) -> GazetteerEntry:
    name, code = row["name"], row["code"]
    feature_class = FeatureClass(_CLASSES[code])
    radius_m = float(row["radius_km"]) * 1_000 if row["radius_km"] else None
    return GazetteerEntry(
        id=f"frontmap:{name.lower().replace(' ', '-')}",
        toponyms=tuple(Toponym(text=text) for text in (name, *row["aliases"].split("|")) if text),
        feature_class=feature_class,
        feature_code=code,
        footprint=footprint_of(_shape(row), name, feature_class, code, radius=radius_m),
        country=country,
        source=_SOURCE,
        licence=_LICENCE,
    )


def _shape(row: Mapping[str, str]) -> BaseGeometry:
    if not row["areas"]:
        return shapely.Point(float(row["lon"]), float(row["lat"]))
    ids = {f"geonames:{code}" for code in row["areas"].split("|")}
    within = row["areas"][:2]
    return shapely.union_all([a.footprint.geometry for a in provinces(within) if a.id in ids])


@cache
def _table() -> str:
    return files("gazetteer").joinpath("data/regions.csv").read_text(encoding="utf-8")


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(csv.DictReader(_table().splitlines()))
