"""Parts of a gazetteer over rows of keys and places: entries in memory, sets in files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point, Polygon

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.homes.filing import families_over
from gazetteer.homes.found import Found, Holding, Spot, WordKey
from gazetteer.homes.key_rows import KeyRows
from gazetteer.homes.memory_rows import MemoryRows
from gazetteer.homes.ordering import name_order
from gazetteer.homes.search import NameSearch
from gazetteer.spellings.families import Family
from gazetteer.spellings.keying import letter_of
from geo.footprint import Footprint
from geo.geodesy import distance_m, enclosing_radius_m

__all__ = ["EntryStore", "RowStore"]

_LEAST_TOWNS = 5
#: A place this many times as far from the middle as 99 in 100 of an area is none of its places.
_STRAY = 2.0
#: How many names of the administrative path an area of this code is known by.
_LEVELS = {"ADM1": 1, "ADM2": 2}
_ROAD_END_M = 2_000
#: Fewer keys do not tell how often names recur.
_LEAST_KEYS = 1_000
_KEPT_ENTRIES = 1_024
_KEPT_HULLS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hull:
    """The convex hull of the places of an area, its centre and the radius that holds it."""

    shape: Polygon
    centre: Point
    radius_m: float
    towns: int


class RowStore:
    """A part of a gazetteer over rows, wherever they are kept.

    Parameters
    ----------
    families
        The families of languages that its names are filed under.
    about
        ``name``, ``source`` and ``licence`` of the whole, for ``holding``.
    recurrence
        The property of this name where it is known; counted when it is asked for where not.
    """

    def __init__(
        self,
        rows: KeyRows,
        families: tuple[Family, ...],
        *,
        about: Mapping[str, str],
        size_bytes: int = 0,
        recurrence: float | None = None,
    ) -> None:
        self._recurrence = recurrence
        self.rows, self.about, self._families, self._size = rows, about, families, size_bytes
        self.get = lru_cache(maxsize=_KEPT_ENTRIES)(rows.entry)
        self._letters = {letter_of(of) for of in families}
        self._search = NameSearch(rows, families)
        self._hull_of = lru_cache(maxsize=_KEPT_HULLS)(partial(_drawn_hull, rows))

    @property
    def families(self) -> tuple[Family, ...]:
        """The families of languages whose keys its names are found by."""
        return self._families

    def matches(
        self, name: str, near: Sequence[Spot] = (), elsewhere: Sequence[Spot] = ()
    ) -> Sequence[Found]:
        """Return the features that a name may mean, best spelling first.

        ``elsewhere`` tells where other parts have good spellings of the name: then names that are
        only similar are not looked for.
        """
        return self._search.matches(name, near, elsewhere)

    def sounding(self, name: str) -> Sequence[Found]:
        """Return the features whose name sounds as the one given, the best spelling first."""
        return self._search.sounding(name)

    def known(self, sounds: Iterable[str]) -> set[WordKey]:
        """Return the names that running text may use, of those asked for by their sound."""
        return self.rows.words(sound for sound in sounds if sound[:1] in self._letters)

    @cached_property
    def recurrence(self) -> float:
        """The odds that the name of one village here is that of another far off as well.

        Notes
        -----
        After Good and Turing: where ``once`` names were met once and ``twice`` names twice, what
        was met once recurs among what was not met with the odds ``2 * twice / once``.
        """
        if self._recurrence is not None:
            return self._recurrence
        counts = [self.rows.recurring(letter) for letter in sorted(self._letters)]
        keys, once, twice = map(sum, zip(*counts, strict=True)) if counts else (0, 0, 0)
        return 2 * twice / max(1, once) if keys >= _LEAST_KEYS else 0.0

    def entries(self) -> Iterator[GazetteerEntry]:
        """Give every entry, in the order of their ids."""
        return self.rows.entries()

    def area_around(self, entry: GazetteerEntry) -> GazetteerEntry | None:
        """Return the outline or the hull of an area, or of the province that a town lies in.

        None for an entry of another part, or without an outline and with too few places around it.
        """
        if not entry.admin or self.get(entry.id) is None:
            return None
        levels = entry.admin[: (level := _LEVELS.get(entry.feature_code, 1))]
        if len(levels) < level:
            return None  # a district filed by its province alone: the hull would be the province's
        outlined = self._outlined(entry, levels)
        if outlined is not None:
            return outlined
        name = "|".join(levels)
        hull = self._hull_of(entry.country, name)
        return _area(entry, name, hull) if hull else None

    def _outlined(self, entry: GazetteerEntry, levels: tuple[str, ...]) -> GazetteerEntry | None:
        """Return the area of these names that has an outline around an entry, which may be it."""
        spot = Point(entry.footprint.lon, entry.footprint.lat)
        for found in self.sounding(levels[-1]):
            if _LEVELS.get(found.feature_code) == len(levels) and found.country == entry.country:
                area = self.get(found.id)
                if area and area.admin == levels and _is_outline(area, entry, spot):
                    return area
        return None

    def holding(self) -> Holding:
        """Say what this part holds."""
        return Holding(
            name=self.about.get("name", ""),
            rows=self.rows.count(),
            source=self.about.get("source", ""),
            licence=self.about.get("licence", ""),
            size_bytes=self._size,
        )


class EntryStore(RowStore):
    """Entries in memory, which know their roads. Of entries with one id the first counts.

    Their names are filed in the families given, in those of their countries where none are.
    """

    def __init__(
        self,
        entries: tuple[GazetteerEntry, ...],
        name: str = "curated",
        families: tuple[Family, ...] = (),
    ) -> None:
        entries = tuple({entry.id: entry for entry in reversed(entries)}.values())[::-1]
        # As a file has them, so that equals stand in one order.
        rows = MemoryRows(sorted(entries, key=name_order), families)
        about = {
            "name": name,
            "source": "; ".join(sorted({entry.source.split(" ")[0] for entry in entries})),
            "licence": "; ".join(sorted({entry.licence for entry in entries})),
        }
        used = families or families_over(entry.country for entry in entries)
        super().__init__(rows, used, about=about)
        self.get = {entry.id: entry for entry in entries}.get  # type: ignore[assignment]  # no rows to read
        self._twins = {other.id: entry for entry in entries for other in entry.also}
        self._areas = tuple(
            e
            for e in entries
            if e.feature_code == "ADM1" and "Polygon" in e.footprint.geometry.geom_type
        )
        self._roads = tuple(e for e in entries if e.footprint.geometry.geom_type == "LineString")

    def __contains__(self, entry_id: str) -> bool:
        return self.get(entry_id) is not None

    def twin_of(self, found: Found) -> GazetteerEntry | None:
        """Return the entry that describes the same place as a feature of another part.

        The one that was made from it; for a province, the one whose area holds its point.
        """
        if found.feature_code != "ADM1" or found.id in self._twins:
            return self._twins.get(found.id)
        spot = Point(found.lon, found.lat)
        return next((e for e in self._areas if e.footprint.geometry.contains(spot)), None)

    def roads_between(
        self, first: GazetteerEntry, last: GazetteerEntry
    ) -> tuple[GazetteerEntry, ...]:
        """Return the roads that end at both places, the shortest first."""
        roads = [e for e in self._roads if _ends_at(e, first, last) or _ends_at(e, last, first)]
        return tuple(sorted(roads, key=lambda road: (road.footprint.uncertainty_m, road.id)))


def _is_outline(area: GazetteerEntry, entry: GazetteerEntry, spot: Point) -> bool:
    shape = area.footprint.geometry
    outline: bool = shape.geom_type.endswith("Polygon")
    return outline and (area.id == entry.id or shape.contains(spot))


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


def _drawn_hull(rows: KeyRows, country: str, name: str) -> _Hull | None:
    towns = rows.towns_of(country, name)
    if len(towns) < _LEAST_TOWNS:
        return None
    near = _without_strays(np.asarray(towns, dtype=float))
    # A line has the hull of its points, which one by one would take seven times as long to make.
    shape = shapely.linestrings(near).convex_hull
    if shape.geom_type != "Polygon":
        return None
    centre = shapely.minimum_bounding_circle(shape).centroid
    radius_m = enclosing_radius_m(shape, lon=centre.x, lat=centre.y)
    return _Hull(shape=shape, centre=centre, radius_m=radius_m, towns=len(near))


def _without_strays(spots: NDArray[np.float64]) -> NDArray[np.float64]:
    """Leave out the few places that are far from all others, such as one filed under a wrong area.

    One such place would draw the middle of a whole region into the next.
    """
    middle = _quantile(spots, 0.5)
    off = (spots - middle) * (np.cos(np.radians(middle[1])), 1)
    apart = np.hypot(off[:, 0], off[:, 1])
    near: NDArray[np.float64] = spots[apart <= _STRAY * _quantile(apart, 0.99)]
    return near


def _quantile(values: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """Return what a share of the values does not exceed, between two of them in proportion.

    NumPy's own function loads all that masked arrays need, which takes 10 ms.
    """
    ordered = np.sort(values, axis=0)
    below, part = divmod(share * (len(ordered) - 1), 1)
    first, second = ordered[int(below)], ordered[min(int(below) + 1, len(ordered) - 1)]
    between: NDArray[np.float64] = first + (second - first) * part
    return between


def _area(entry: GazetteerEntry, name: str, hull: _Hull) -> GazetteerEntry:
    return GazetteerEntry(
        id=entry.id if entry.feature_class is FeatureClass.ADMIN else f"{entry.id}#adm1",
        toponyms=entry.toponyms,
        feature_class=FeatureClass.ADMIN,
        feature_code=entry.feature_code if entry.feature_code in _LEVELS else "ADM1",
        footprint=Footprint(
            geometry=hull.shape, lon=hull.centre.x, lat=hull.centre.y, uncertainty_m=hull.radius_m,
            method="gazetteer",
            note=f"drawn around the {hull.towns} places of {name.replace('|', ', ')}",
        ),
        country=entry.country,
        source=entry.source,
        licence=entry.licence,
        note="no border: the hull of the places that share a first-level area with this one",
    )  # fmt: skip
