"""Where entries come from: curated ones, the towns of a country, the countries."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

import shapely
from shapely.geometry import MultiPoint, Point

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.names import (
    NameMatch,
    WordKey,
    add_names,
    create_name_tables,
    finish_names,
    known_keys,
    match,
)
from gazetteer.world import country_rows
from geo.footprint import Footprint
from geo.geodesy import distance_m, enclosing_radius_m

__all__ = ["CountryStore", "EntryStore", "Found", "Holding", "NameStore", "TownStore"]

_SOURCE, _LICENCE = "GeoNames", "CC BY 4.0"
_LEAST_TOWNS = 5
_ROAD_END_M = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one part of a gazetteer holds: name, rows, source, licence, size in bytes."""

    name: str
    rows: int
    source: str
    licence: str
    size_bytes: int


@dataclass(frozen=True, slots=True)
class Found:
    """An entry that a name may mean, how well the name fits (0 to 1), and the name that met it.

    ``spelling`` is the likeness of the spellings alone; ``score`` is less where a feature word was
    left out on one side or both.
    """

    entry: GazetteerEntry
    score: float
    spelling: float
    text: str


class NameStore(Protocol):
    """One part of a gazetteer."""

    def matches(self, name: str) -> Iterator[Found]:
        """Give the entries that a name may mean, best spelling first."""

    def known(self, spoken: Iterable[str]) -> set[WordKey]:
        """Return the keys of names in running text, of those asked for by their sound."""

    def get(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id, None where this part has none."""

    def holding(self) -> Holding:
        """Say what this part holds."""


class EntryStore:
    """Entries in memory."""

    def __init__(self, entries: tuple[GazetteerEntry, ...], name: str = "curated") -> None:
        self._name, self._entries = name, entries
        self._by_id = {entry.id: entry for entry in entries}
        self._roads = tuple(e for e in entries if e.footprint.geometry.geom_type == "LineString")
        self._connection = sqlite3.connect(":memory:")
        create_name_tables(self._connection)
        texts = ((row, t.text, True) for row, e in enumerate(entries) for t in e.toponyms)
        add_names(self._connection, texts)
        finish_names(self._connection)

    def __contains__(self, entry_id: str) -> bool:
        return entry_id in self._by_id

    def matches(self, name: str) -> Iterator[Found]:
        """Give the entries that a name may mean, best spelling first."""
        return (_found(self._entries[m.entry], m) for m in match(self._connection, name))

    def known(self, spoken: Iterable[str]) -> set[WordKey]:
        """Return the keys of names in running text, of those asked for by their sound."""
        return known_keys(self._connection, spoken)

    def get(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id, None where this part has none."""
        return self._by_id.get(entry_id)

    def roads_between(
        self, first: GazetteerEntry, last: GazetteerEntry
    ) -> tuple[GazetteerEntry, ...]:
        """Return the roads that end at both places, the shortest first."""
        roads = [e for e in self._roads if _ends_at(e, first, last) or _ends_at(e, last, first)]
        return tuple(sorted(roads, key=lambda road: (road.footprint.uncertainty_m, road.id)))

    def holding(self) -> Holding:
        """Say what this part holds."""
        sources = "; ".join(sorted({entry.source.split(" ")[0] for entry in self._entries}))
        licences = "; ".join(sorted({entry.licence for entry in self._entries}))
        rows = len(self._entries)
        return Holding(name=self._name, rows=rows, source=sources, licence=licences, size_bytes=0)


class CountryStore(EntryStore):
    """The world's countries, by name."""

    def __init__(self) -> None:
        super().__init__(_countries(), name="countries")


class TownStore:
    """The towns of one country, or the larger ones of the world, in their index."""

    def __init__(self, country: str, connection: sqlite3.Connection) -> None:
        self._country, self._connection = country, connection

    def matches(self, name: str) -> Iterator[Found]:
        """Give the entries that a name may mean, best spelling first."""
        return (_found(self._entry(m.entry), m) for m in match(self._connection, name))

    def known(self, spoken: Iterable[str]) -> set[WordKey]:
        """Return the keys of names in running text, of those asked for by their sound."""
        return known_keys(self._connection, spoken)

    def get(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id, None where this part has none."""
        source, _, number = entry_id.partition(":")
        if source != "geonames" or not (number.isascii() and number.isdigit()):
            return None
        row = self._row(int(number))
        return _town(row) if row else None

    def area_around(self, entry: GazetteerEntry) -> GazetteerEntry | None:
        """Return the hull of the towns that share a town's first-level area; None for too few."""
        row = self._row(int(entry.id.partition(":")[2])) if self.get(entry.id) else None
        if row is None or not row[6]:
            return None
        query = "SELECT lon, lat FROM place WHERE country = ? AND admin1 = ?"
        towns = self._connection.execute(query, (row[5], row[6])).fetchall()
        return _area(entry, row[6], towns) if len(towns) >= _LEAST_TOWNS else None

    def holding(self) -> Holding:
        """Say what this part holds."""
        rows = self._connection.execute("SELECT count(*) FROM place").fetchone()[0]
        pages = self._connection.execute("PRAGMA page_count").fetchone()[0]
        size_bytes = pages * self._connection.execute("PRAGMA page_size").fetchone()[0]
        return Holding(
            name=self._country, rows=rows, source=_SOURCE, licence=_LICENCE, size_bytes=size_bytes
        )

    def _entry(self, number: int) -> GazetteerEntry:
        row = self._row(number)
        assert row is not None, "every name belongs to a place"  # noqa: S101  our own table
        return _town(row)

    def _row(self, number: int) -> tuple[int, float, float, int, str, str, str, str] | None:
        query = "SELECT * FROM place WHERE id = ?"
        row: tuple[int, float, float, int, str, str, str, str] | None
        row = self._connection.execute(query, (number,)).fetchone()
        return row


def _ends_at(road: GazetteerEntry, first: GazetteerEntry, last: GazetteerEntry) -> bool:
    start, end = road.footprint.geometry.coords[0], road.footprint.geometry.coords[-1]
    return _at(start, first.footprint) and _at(end, last.footprint)


def _at(point: tuple[float, ...], place: Footprint) -> bool:
    lon, lat = point[:2]
    # A quarter of a degree settles nearly all pairs without a geodesic.
    if abs(lat - place.lat) > 0.25:
        return False
    apart_m = distance_m(lon=lon, lat=lat, to_lon=place.lon, to_lat=place.lat)
    return apart_m <= max(place.uncertainty_m, _ROAD_END_M)


def _found(entry: GazetteerEntry, met: NameMatch) -> Found:
    return Found(entry, met.score, met.spelling, met.text)


def _town(row: tuple[int, float, float, int, str, str, str, str]) -> GazetteerEntry:
    number, lon, lat, population, code, country, _, names = row
    radius_m = town_radius_m(population)
    texts = names.split("|")
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
        population=population,
        source=f"{_SOURCE} {number}",
        licence=_LICENCE,
    )  # fmt: skip


def town_radius_m(population: int) -> float:
    """Return the radius of a town in metres from its inhabitants.

    Eight thousand people to the square kilometre, at least 1.5 km for the spread of a village and
    of GeoNames' own point: Hama's 460,000 give 4.3 km, Aleppo's 2.1 million 9.1 km.
    """
    return max(1_500.0, 1_000 * math.sqrt(population / 8_000 / math.pi))


def _area(
    entry: GazetteerEntry, code: str, towns: list[tuple[float, float]]
) -> GazetteerEntry | None:
    hull = MultiPoint(towns).convex_hull
    if hull.geom_type != "Polygon":
        return None
    centre = shapely.minimum_bounding_circle(hull).centroid
    radius_m = enclosing_radius_m(hull, lon=centre.x, lat=centre.y)
    return GazetteerEntry(
        id=f"{entry.id}#adm1",
        toponyms=entry.toponyms,
        feature_class=FeatureClass.ADMIN,
        feature_code="ADM1",
        footprint=Footprint(
            geometry=hull, lon=centre.x, lat=centre.y, uncertainty_m=radius_m, method="gazetteer",
            note=f"drawn around the {len(towns)} towns of GeoNames' area {entry.country}.{code}",
        ),
        country=entry.country,
        source=entry.source,
        licence=entry.licence,
        note="no border: the hull of the towns that share a first-level code with this one",
    )  # fmt: skip


def _script(text: str) -> str:
    first = next((char for char in text if char.isalpha()), "")
    if "\u0600" <= first <= "\u06ff":
        return "Arab"
    return "Cyrl" if "\u0400" <= first <= "\u052f" else "Latn"


def _countries() -> tuple[GazetteerEntry, ...]:
    return tuple(
        GazetteerEntry(
            id=f"geonames:{row.id}",
            toponyms=tuple(Toponym(text=name) for name in row.names),
            feature_class=FeatureClass.ADMIN,
            feature_code="PCLI",
            footprint=_box_footprint(row.box, row.names[0]),
            country=row.code,
            population=row.population,
            source=f"{_SOURCE} {row.id}",
            licence=_LICENCE,
            note="no border: the box of its towns",
        )
        for row in country_rows()
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
