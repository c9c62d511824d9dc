"""Areas that are said to hold the places looked for, and whether they do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.homes.found import Found
from gazetteer.nearness import apart_km
from gazetteer.place import PlaceExpression, Relation, Resolution
from gazetteer.wording.words import SETTLEMENTS

__all__ = ["Area", "containment", "inside_words", "may_lie_about", "off_areas"]

#: Off what a text says by no more than this a well-known place may be meant: our judgement.
_NOT_FAR_KM = 100.0
_PLAIN = SETTLEMENTS - {"suburb"} | {""}


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
    better: float,
    firm: Collection[str],
) -> Sequence[bool]:
    """Tell which places lie off what a text says of where they are, where a namesake lies there.

    "X, to the west of Y" is the village there and no city at the other end of the land; so is "X
    district, Y province" that of Y. A namesake is one whose spelling scores ``least``; a
    ``firm`` place not far off gives way to none but a ``better`` one: texts err by a wind or two.
    """
    if not areas:
        return [False] * len(found)
    kinds = "P" if any(area.beside for area in areas) else "PA"
    off = [not all(held) for held in holding]
    settled = [each.feature_class in kinds for each in found]
    best = max(
        (each.score for each, at, gone in zip(found, settled, off, strict=True) if at and not gone),
        default=0.0,
    )
    own = {each.id for each in found if each.id in firm and _is_close(each, areas)}
    return [
        at and gone and best >= (better if each.id in own else least)
        for each, at, gone in zip(found, settled, off, strict=True)
    ]


def _is_close(found: Found, areas: Sequence[Area]) -> bool:
    return all(area.gap_km(found.lon, found.lat) <= _NOT_FAR_KM for area in areas)


def may_lie_about(said: PlaceExpression, holder: Resolution) -> bool:
    """Tell whether a place may lie about the town that holds it: "the village of X, Homs".

    Provinces are often called after their city, and no village lies in the midst of one.
    """
    told, town = holder.expression, holder.chosen[0].entry.feature_class == "P"
    bare = told.relation is Relation.AT and not (told.feature_word or told.within)
    return town and bare and said.feature_word in _PLAIN


def inside_words(areas: Sequence[Area], inside: Sequence[bool]) -> str:
    """Say which areas hold a feature and which do not."""
    pairs = zip(areas, inside, strict=True)
    return ", ".join(f"{'inside' if within else 'outside'} {area.name}" for area, within in pairs)


def _gap_km(found: Found, lon: float, lat: float) -> float:
    """Return roughly how far a feature lies from a point: all of a village, the edge of others."""
    extent_km = 0.0 if found.feature_class == "P" else found.radius_m / 1_000
    return apart_km(found.lon, found.lat, lon, lat) - extent_km
