"""From a place expression and the footprints of its toponyms to the footprint it means."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from gazetteer.place import PlaceExpression, Relation
from geo import relations
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.parts import COUNTRYSIDE_REACH_M

__all__ = ["SHORT_RIVER_M", "is_plain", "shape"]

_RURAL = re.compile(r"\b(?:countryside|rural|hinterland)\b", re.IGNORECASE)
_EDGE = re.compile(r"\b(?:outskirts|suburbs|edge|limits|entrance)\b", re.IGNORECASE)
_NEARBY_KINDS = frozenset(("area", "front", "axis", "direction", "sector"))
#: How likely a side of a town's name means its countryside: our judgement, no guide gives it.
_COUNTRY_WEIGHT = 0.3
_JUST = re.compile(
    r"\b(?:just|immediately|right)\s(?:to\sthe\s)?(?:north|south|east|west)", re.IGNORECASE
)
_JUST_M = 5_000.0
#: A river as short as this may be given as a point that reaches to both its ends.
SHORT_RIVER_M = 60_000.0
_BANK = re.compile(r"\bbanks?\b", re.IGNORECASE)
# "Three villages", "a nearby village": without a name, and not the town that they are told by.
_VILLAGES = re.compile(
    r"(?:(?:more than|over|at least|about|some|nearly|around|an?|the|other)\s+)*"
    r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|dozens?|scores|hundreds"
    r"|several|many|few|nearby|neighbou?ring|surrounding|adjacent|outlying)\s+"
    r"(?:of\s+)?(?:[a-z-]+\s+){0,2}?(?:villages?|towns|settlements?|hamlets?)\b",
    re.IGNORECASE,
)
_SIDE = re.compile(r"\bsides?\b", re.IGNORECASE)


def shape(
    expression: PlaceExpression,
    anchors: Sequence[Footprint],
    *,
    name: str,
    middle: Footprint | None = None,
) -> Footprint:
    """Return the footprint of a place expression.

    Parameters
    ----------
    anchors
        Footprints of the expression's heads, in their order. For a road either the road itself
        (one line) or its ends.
    name
        What the note calls the anchor: "Hama", or "Khanasir" and "Ithriya" joined as the reader
        should see them.

    middle
        The town that a province is named after: its parts are counted from there.

    Raises
    ------
    GeometryError
        Where an anchor is missing, or the shape cannot be drawn.

    Notes
    -----
    A plain name keeps its anchor's footprint. "X's countryside" and "northern rural X" of a town
    lie beyond its edge; of an area they are the area or its half. The side of a town ("southern
    Aleppo") keeps its countryside as another reading. See ``geo.relations`` for every
    size and its source.
    """
    if not anchors:
        raise GeometryError(f"{expression.text!r} has no anchor; resolve its toponym first")
    if expression.relation is Relation.PART:
        return _part(expression, anchors, name, middle)
    return _SHAPES[expression.relation](expression, anchors, name)


def is_plain(expression: PlaceExpression) -> bool:
    """Tell whether an expression is a place itself: no "two villages" told of by their town."""
    if expression.relation is not Relation.AT:
        return False
    told = expression.heads[0] in expression.text or len(expression.heads) > 1
    return told or _VILLAGES.match(expression.text) is None


def _is_area(anchor: Footprint) -> bool:
    return bool(anchor.geometry.geom_type.endswith("Polygon"))


def _along(_: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    if len(anchors) == 1 and anchors[0].geometry.geom_type == "Point":
        # A road named by one place on it ("the route to Homs") is no more than the way near there.
        return relations.near(anchors[0], name=name)
    return relations.along(*anchors, name=name)


def _measured(expression: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    anchor = anchors[0]
    if expression.distance_km is None:
        close = {"least_m": 0.0, "greatest_m": _JUST_M} if _JUST.search(expression.text) else {}
        return relations.offset(
            anchor, name=name, directions=expression.directions, from_edge=bool(close), **close
        )
    least, greatest = (length * 1000 for length in expression.distance_km)
    edge = bool(_EDGE.search(expression.text))
    if not expression.directions:
        return relations.ring(anchor, name=name, least_m=least, greatest_m=greatest, from_edge=edge)
    return relations.offset(
        anchor,
        name=name,
        directions=expression.directions,
        least_m=least,
        greatest_m=greatest,
        from_edge=edge,
    )


def _part(
    expression: PlaceExpression, anchors: Sequence[Footprint], name: str, middle: Footprint | None
) -> Footprint:
    anchor = anchors[0]
    if expression.feature_word == "centre":
        return relations.centre(anchor, name=name)
    line = anchor.geometry.geom_type.endswith("LineString")
    # Of a short river half of its circle says no more; half of the Euphrates' does.
    short = expression.feature_word == "river" and anchor.uncertainty_m <= SHORT_RIVER_M
    if (line or short) and _BANK.search(expression.text):
        return anchor  # a bank runs all along the river, and no half of its course is meant
    rural = expression.feature_word == "countryside" or bool(_RURAL.search(expression.text))
    nearby = expression.feature_word in _NEARBY_KINDS or bool(_SIDE.search(expression.text))
    if not _is_area(anchor) and nearby:
        # "the eastern Hama area" lies east of the town's middle, in and around the town.
        return relations.surroundings(anchor, name=name, directions=expression.directions)
    if anchor.sample is not None and expression.directions:
        return relations.outer_part(anchor, name=name, directions=expression.directions)
    found = relations.part(
        anchor, name=name, directions=expression.directions, rural=rural, middle=middle
    )
    if _is_area(anchor) or rural or not expression.directions:
        return found
    # Where only the city is known, "southern Aleppo" may still mean the country south of it.
    country = relations.part(anchor, name=name, directions=expression.directions, rural=True)
    other = replace(country, weight=_COUNTRY_WEIGHT)
    return replace(found, weight=1 - _COUNTRY_WEIGHT, alternatives=(other,))


def _between(expression: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    if len(anchors) < 2:
        raise GeometryError(f"{expression.text!r} needs both ends; only {name} was found")
    names = expression.heads if len(expression.heads) == 2 else (name, "the other end")
    return relations.between(anchors[0], anchors[1], names=names)


def _toward(expression: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    goal = anchors[0]
    if expression.directions and _is_area(goal):
        side = relations.part(goal, name=name, directions=expression.directions)
        return relations.toward(side, name=f"the {' and '.join(expression.directions)} of {name}")
    return relations.toward(goal, name=name, axes=expression.directions)


def _at(expression: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    if is_plain(expression) or _is_area(anchors[0]):
        return anchors[0]
    return relations.ring(anchors[0], name=name, least_m=0.0, greatest_m=COUNTRYSIDE_REACH_M)


def _near(expression: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    shaped = relations.front if expression.is_front else relations.near
    return shaped(anchors[0], name=name)


def _gates(_: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    return relations.gates(anchors[0], name=name)


def _outskirts(expression: PlaceExpression, anchors: Sequence[Footprint], name: str) -> Footprint:
    return relations.outskirts(anchors[0], name=name, directions=expression.directions)


_SHAPES: Mapping[Relation, Callable[[PlaceExpression, Sequence[Footprint], str], Footprint]] = {
    Relation.AT: _at,
    Relation.ALONG: _along,
    Relation.DISTANCE: _measured,
    Relation.OFFSET: _measured,
    Relation.OUTSKIRTS: _outskirts,
    Relation.NEAR: _near,
    Relation.BETWEEN: _between,
    Relation.TOWARD: _toward,
    Relation.GATES: _gates,
}
