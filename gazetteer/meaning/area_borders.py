"""Borders of provinces and regions, as far as their outlines are known."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from gazetteer.entry import GazetteerEntry, Provenance
from gazetteer.homes.provinces import provinces
from gazetteer.index import Gazetteer
from gazetteer.meaning.borders import beside, drawn_border
from gazetteer.meaning.rank import EXACT, Scene
from gazetteer.place import Candidate, PlaceExpression, Unresolved
from geo.anchors import joined
from geo.projection import Plane

__all__ = ["area_border_meant"]

#: How far the outlines of two neighbours, each made simpler on its own, lie apart at most.
_APART_M = 6_000.0


def area_border_meant(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene
) -> Candidate | Unresolved | None:
    """Return the border of the first-level areas that a phrase names; None where it names others.

    Notes
    -----
    "The border between A and B" is the part of A's outline that lies along B, "the border with B"
    all of B's. Of it the stretch within 60 km of the text's sure places counts where there is any.
    """
    areas = [_area(head, gazetteer, scene) for head in expression.heads]
    known = [area for area in areas if area is not None]
    if not known or len(known) != len(areas):
        return None
    line = known[0].footprint.geometry.boundary
    for other in known[1:]:
        line = _along(line, other)
    if line.is_empty:
        reason = f"{joined(expression.heads)} do not meet; no border is theirs"
        return Unresolved(expression=expression, status="unresolved", reason=reason)
    line, stretch = beside(line, scene)
    name = f"border of {joined(expression.heads)}{stretch}"
    source = Provenance(
        id="border:" + "+".join(area.id for area in known),
        source=known[0].source,
        licence=known[0].licence,
    )
    why = "the outline of the area that is named"
    return Candidate(entry=drawn_border(line, name, source), score=1.0, why=why)


def _area(head: str, gazetteer: Gazetteer, scene: Scene) -> GazetteerEntry | None:
    """Return the one first-level area of this name in the text's countries, with its outline."""
    found = [
        each
        for each in gazetteer.sounding(head)
        if each.feature_code == "ADM1" and each.score >= EXACT
    ]
    found = [each for each in found if each.country in scene.countries] or found
    if len(found) != 1:
        return None
    entry = gazetteer.get(found[0].id)
    return entry if _has_outline(entry) else _shipped(entry)


def _shipped(entry: GazetteerEntry) -> GazetteerEntry | None:
    """Return the shipped area around a point; the hull of an area's places has no border."""
    spot = shapely.Point(entry.footprint.lon, entry.footprint.lat)
    areas = filter(_has_outline, provinces(entry.country) if entry.country else ())
    return next((area for area in areas if area.footprint.geometry.contains(spot)), None)


def _has_outline(entry: GazetteerEntry) -> bool:
    outlined: bool = entry.footprint.geometry.geom_type.endswith("Polygon")
    return outlined


def _along(line: BaseGeometry, other: GazetteerEntry) -> BaseGeometry:
    """Return the part of an outline that lies along another area."""
    plane = Plane(lon=other.footprint.lon, lat=other.footprint.lat)
    reach = plane.to_plane(other.footprint.geometry).buffer(_APART_M)
    part = plane.to_plane(line).intersection(reach)
    return part if part.is_empty else shapely.line_merge(plane.to_earth(part))
