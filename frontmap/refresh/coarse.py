"""Coordinates rounded to a grid, so that no exact one can be read from what is published."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import shapely
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from claims.situation import NotDrawn, ResolvedClaim, Situation
from frontmap.refresh.project import Policy
from gazetteer.entry import GazetteerEntry
from gazetteer.place import Candidate
from geo.footprint import Footprint

__all__ = ["Grid", "coarsened", "holds_coordinates"]

Located = ResolvedClaim | NotDrawn

# Metres to a degree: at the equator along a parallel, and along a meridian at the poles, where they
# are most (WGS84). With these a bound on a length is never too small.
_M_PER_DEG = 111_320.0
_MOST_M_PER_DEG = 111_700.0
_LEAST_COSINE = 0.01  # of 89.4 degrees; nearer to a pole a step would go around the Earth
_NUMBERED = re.compile(r"[-+]?\d{1,3}(?:\.\d{3,}|,\d{4,})")
_ROW = re.compile(r"\s+#?\d+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A grid of degrees; ``square_m`` makes its steps of longitude as long as those of latitude.

    >>> Grid(step_deg=0.5).node(lon=36.7578, lat=35.1318)
    (37.0, 35.0)
    """

    step_deg: float
    square: bool = False

    @classmethod
    def of(cls, policy: Policy) -> Grid | None:
        """Return the grid that a policy asks for, None where it asks for none."""
        if policy.round_decimals is not None:
            return cls(step_deg=10.0**-policy.round_decimals)
        if policy.round_m:
            return cls(step_deg=policy.round_m / _M_PER_DEG, square=True)
        return None

    def node(self, *, lon: float, lat: float) -> tuple[float, float]:
        """Return longitude and latitude of the nearest node."""
        row = _nearest(lat, self.step_deg, 90)
        return _nearest(lon, self.lon_step(row), 180), row

    def lon_step(self, lat: float) -> float:
        """Return the step of longitude, in degrees, on the row of a latitude."""
        if not self.square:
            return self.step_deg
        return self.step_deg / max(math.cos(math.radians(lat)), _LEAST_COSINE)

    def reach_m(self, lat: float) -> float:
        """Return how far a point may be moved on the row of a latitude, at most."""
        # The row's neighbour towards the equator has the longer parallel.
        cosine = math.cos(math.radians(max(0.0, abs(lat) - self.step_deg / 2)))
        east, north = self.lon_step(lat) * cosine, self.step_deg
        return _MOST_M_PER_DEG * math.hypot(east, north) / 2

    def snapped(self, shape: BaseGeometry, lat: float) -> BaseGeometry:
        """Return a shape whose vertices are all nodes, empty where nothing is left of it."""
        ratio = self.step_deg / self.lon_step(lat)
        scaled = affinity.scale(shape, xfact=ratio, origin=(0, 0))
        snapped = shapely.set_precision(shapely.make_valid(scaled), self.step_deg)
        return affinity.scale(snapped, xfact=1 / ratio, origin=(0, 0))


def coarsened(situation: Situation, grid: Grid) -> Situation:
    """Return a situation in which nothing says more exactly than a grid where something is.

    Shapes that were made around a place are made around its node; ids and numbers of gazetteer
    rows, by which the exact place could be looked up, are left out.
    """
    rounder = _Rounder(grid)
    return replace(
        situation,
        drawn=tuple(map(rounder.drawn, situation.drawn)),
        not_drawn=tuple(map(rounder.listed, situation.not_drawn)),
    )


@dataclass(slots=True)
class _Rounder:
    """Rounds one situation. Not frozen: each place that is met gets the next number."""

    grid: Grid
    entries: dict[str, GazetteerEntry] = field(default_factory=dict)
    shapes: dict[tuple[object, ...], Footprint] = field(default_factory=dict)

    def drawn(self, item: ResolvedClaim) -> ResolvedClaim:
        """Round all that a drawn claim says about places."""
        chosen = item.resolution.chosen
        anchor = chosen[0].entry.footprint if chosen else None
        footprint = self.footprint(item.footprint, anchor)
        return replace(
            item,
            footprint=footprint,
            tail=self.footprint(item.tail) if item.tail else None,
            resolution=replace(
                item.resolution,
                footprint=footprint,
                chosen=self.candidates(chosen),
                rejected=self.candidates(item.resolution.rejected),
            ),
        )

    def listed(self, item: NotDrawn) -> NotDrawn:
        """Round all that a claim which is not drawn says about places."""
        return replace(
            item,
            detail=_plain(item.detail),
            candidates=self.candidates(item.candidates),
            footprint=self.footprint(item.footprint) if item.footprint else None,
        )

    def candidates(self, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
        return tuple(
            replace(each, entry=self.entry(each.entry), why=_plain(each.why)) for each in candidates
        )

    def entry(self, entry: GazetteerEntry) -> GazetteerEntry:
        if entry.id not in self.entries:
            self.entries[entry.id] = replace(
                entry,
                id=f"place-{len(self.entries) + 1}",
                footprint=self.footprint(entry.footprint),
                source=_ROW.sub("", entry.source),
                note=_plain(entry.note),
                also=tuple(
                    replace(row, id="", source=_ROW.sub("", row.source)) for row in entry.also
                ),
            )
        return self.entries[entry.id]

    def footprint(self, place: Footprint, anchor: Footprint | None = None) -> Footprint:
        """Round a footprint; one that was made around an anchor moves with it."""
        key = (id(place), id(anchor))
        if key not in self.shapes:
            self.shapes[key] = _rounded(place, anchor or place, self.grid)
        return self.shapes[key]


def _rounded(place: Footprint, anchor: Footprint, grid: Grid) -> Footprint:
    """Move a footprint as its anchor moves to its node, then everything in it to nodes.

    What was made around one place in several ways (5 km north, 7 km east) would otherwise tell
    more about it than the grid lets anyone know.
    """
    to_lon, to_lat = grid.node(lon=anchor.lon, lat=anchor.lat)
    east, north = to_lon - anchor.lon, to_lat - anchor.lat
    lon, lat = grid.node(lon=_within(place.lon + east, 180), lat=_within(place.lat + north, 90))
    moved_m = grid.reach_m(lat) + (grid.reach_m(to_lat) if anchor is not place else 0.0)
    step_m = grid.reach_m(lat)
    return replace(
        place,
        geometry=_shape(place, east, north, grid, (lon, lat)),
        lon=lon,
        lat=lat,
        # Whole steps: the radius of one gazetteer row would tell which it is.
        uncertainty_m=math.ceil((place.uncertainty_m + moved_m) / step_m) * step_m,
        note=_plain(place.note),
        sample=None,
        alternatives=tuple(_rounded(each, anchor, grid) for each in place.alternatives),
    )


def _shape(
    place: Footprint, east: float, north: float, grid: Grid, node: tuple[float, float]
) -> BaseGeometry:
    if place.geometry.geom_type == "Point":
        return shapely.Point(node)
    moved = affinity.translate(place.geometry, xoff=east, yoff=north)
    snapped = grid.snapped(moved, node[1])
    west, south, far_east, far_north = snapped.bounds if not snapped.is_empty else (181,) * 4
    same_kind = shapely.get_dimensions(snapped) == shapely.get_dimensions(place.geometry)
    if snapped.is_empty or not same_kind or not _on_earth(west, south, far_east, far_north):
        return shapely.Point(node)
    return snapped


def _on_earth(west: float, south: float, east: float, north: float) -> bool:
    return -180 <= west <= east <= 180 and -90 <= south <= north <= 90


def _nearest(value: float, step: float, most: float) -> float:
    nearest = round(round(value / step) * step, 9)
    # A node beyond the pole or the antimeridian gives way to the last one before it.
    if abs(nearest) > most:
        nearest = round(math.copysign(math.floor(most / step) * step, value), 9)
    return nearest


def _within(value: float, most: float) -> float:
    return max(-most, min(most, value))


def holds_coordinates(text: str) -> bool:
    """Tell whether a text has numbers that are as long as coordinates."""
    return bool(_NUMBERED.search(text))


def _plain(text: str) -> str:
    """Take numbers out that are as long as coordinates."""
    return _NUMBERED.sub("…", text)
