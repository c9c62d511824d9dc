"""One feature of the Earth with its names, its place and where that is known from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geo.footprint import Footprint

__all__ = ["FeatureClass", "GazetteerEntry", "Provenance", "Toponym"]


class FeatureClass(StrEnum):
    """Feature classes of GeoNames, by their letter."""

    ADMIN = "A"
    WATER = "H"
    AREA = "L"
    POPULATED = "P"
    ROAD = "R"
    SPOT = "S"
    TERRAIN = "T"
    UNDERSEA = "U"
    VEGETATION = "V"


@dataclass(frozen=True, slots=True)
class Toponym:
    """One name of a feature: its text, ISO 15924 script and, where known, ISO 639 language."""

    text: str
    script: str = "Latn"
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a row comes from: its id there, the source in words, and the licence."""

    id: str
    source: str
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """A gazetteer entry.

    Parameters
    ----------
    id
        Stable and unique over all sources: ``syria:hama``, ``geonames:170017``.
    toponyms
        Every known name, the preferred one first; never empty.
    feature_class, feature_code
        GeoNames' class and code: ``P`` and ``PPLA``, ``R`` and ``RD``, ``T`` and ``HLL``.
    footprint
        Where it lies: a point with its radius, a line or an area.
    country
        ISO 3166-1 alpha-2 code, or empty.
    admin
        Names of the administrative units that hold it, the largest first: ``("Hama",)``.
    population
        Inhabitants, 0 where unknown.
    source, licence
        Where the row comes from ("GeoNames 170017") and under which licence ("CC BY 4.0").
    note
        What a careful reader should know of it, or empty.
    also
        Rows of other sources that describe the same feature and whose names it carries as well.
    """

    id: str
    toponyms: tuple[Toponym, ...]
    feature_class: FeatureClass
    feature_code: str
    footprint: Footprint
    country: str = ""
    admin: tuple[str, ...] = ()
    population: int = 0
    source: str
    licence: str
    note: str = ""
    also: tuple[Provenance, ...] = ()

    def __post_init__(self) -> None:
        if not self.toponyms:
            raise ValueError(f"gazetteer entry {self.id!r} has no name")

    @property
    def name(self) -> str:
        """The preferred name."""
        return self.toponyms[0].text
