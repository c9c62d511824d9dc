"""Areas that are said to hold the places looked for, and whether they do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.homes.found import Found
from gazetteer.nearness import apart_km

__all__ = ["Area", "containment", "inside_words", "off_areas"]


@dataclass(frozen=True, slots=True)
class Area:
    """A place that is said to hold the one looked for, or to lie ``beside`` it.

    ``country`` is the code of one that is a country: it holds what lies in it, islets as well.
    """

    name: str
    geometry: BaseGeometry
    slack_km: float
    beside: bool = False
    country: str = ""

    def holds(self, lon: float, lat: float) -> bool:
        """Tell whether a point lies inside, or nearly."""
        return self.gap_km(lon, lat) <= self.slack_km

    def gap_km(self, lon: float, lat: float) -> float:
        """Return how far a point lies outside, in kilometres."""
        line = shapely.shortest_line(self.geometry, shapely.Point(lon, lat))
        return apart_km(lon, lat, *line.coords[0])


def containment(found: Sequence[Found], areas: Sequence[Area]) -> Iterable[Sequence[bool]]:
    """Tell for each feature which areas hold it, or nearly do."""
    if not areas or not found:
        return [()] * len(found)
    return zip(*(_held_by(area, found) for area in areas), strict=True)


def _held_by(area: Area, found: Sequence[Found]) -> list[bool]:
    # All points at once: each alone takes ten times as long.
    points = shapely.points([(each.lon, each.lat) for each in found])
    ways = shapely.get_coordinates(shapely.shortest_line(area.geometry, points))
    nearest = zip(found, ways[::2].tolist(), strict=True)
    return [
        each.country == area.country != "" or _gap_km(each, *spot) <= area.slack_km
        for each, spot in nearest
    ]


def off_areas(
    found: Sequence[Found],
    holding: Sequence[Sequence[bool]],
    areas: Sequence[Area],
    *,
    least: float,
) -> Sequence[bool]:
    """Tell which places lie off what a text says of where they are, where a namesake lies there.

    "X, to the west of Y" is the village there and no city at the other end of the land; so is "X
    district, Y province" that of Y. A namesake is one whose spelling scores ``least``.
    """
    if not areas:
        return [False] * len(found)
    kinds = "P" if any(area.beside for area in areas) else "PA"
    off = [not all(held) for held in holding]
    settled = [each.feature_class in kinds for each in found]
    there = any(
        place and each.score >= least and not gone
        for each, place, gone in zip(found, settled, off, strict=True)
    )
    return [there and place and gone for place, gone in zip(settled, off, strict=True)]


def inside_words(areas: Sequence[Area], inside: Sequence[bool]) -> str:
    """Say which areas hold a feature and which do not."""
    pairs = zip(areas, inside, strict=True)
    return ", ".join(f"{'inside' if within else 'outside'} {area.name}" for area, within in pairs)


def _gap_km(found: Found, lon: float, lat: float) -> float:
    """Return roughly how far a feature lies from a point: all of a village, the edge of others."""
    extent_km = 0.0 if found.feature_class == "P" else found.radius_m / 1_000
    return apart_km(found.lon, found.lat, lon, lat) - extent_km
