"""Where things are said to be: areas hatched per side, lines along roads, circles of doubt."""

from __future__ import annotations

from collections.abc import Sequence

import shapely

from maps.looks.sides import Book
from maps.looks.style import SideStyle
from maps.picture.marks import SEVERAL
from maps.picture.paper import Paper
from maps.picture.places import Place
from maps.picture.sheet import Ink, Sheet
from maps.picture.signs import DASHES, DOTTED, line_ink
from maps.picture.strokes import circle, hatching

__all__ = ["GAP", "hatched_places", "paint_place"]

GAP = 5.5
"""Points between the lines of a hatching."""

_LEAST_HALO = 6.0

# An area that fills the picture is an outline: its hatching would only grey out the map.
_LARGEST_HATCHED = 0.45


def hatched_places(places: Sequence[Place], paper: Paper) -> frozenset[Place]:
    """Choose the areas that are hatched: three hatchings over each other are mud.

    The smaller areas have theirs; a larger one that covers two of them is an outline.
    """
    areas = [p for p in places if p.shape is not None and p.shape.area > 0 and not p.wide]
    chosen: list[Place] = []
    for place in sorted(areas, key=lambda p: p.shape.area if p.shape is not None else 0):
        assert place.shape is not None  # noqa: S101 - as chosen above; tells mypy so
        box = shapely.box(*place.shape.bounds)
        below = [other for other in chosen if _shares(box, other)]
        if len(below) < 2 and place.radius < _LARGEST_HATCHED * min(paper.width, paper.height):
            chosen.append(place)
    return frozenset(chosen)


def _shares(box: shapely.Polygon, other: Place) -> bool:
    theirs = shapely.box(*other.shape.bounds) if other.shape is not None else box
    return bool(box.intersection(theirs).area > 0.3 * theirs.area)


def paint_place(sheet: Sheet, place: Place, *, paper: Paper, book: Book, hatched: bool) -> None:
    """Draw the shape of a place, once per side that claims something there."""
    if place.wide:
        return
    looks = place.looks(book)
    if len(looks) > 2:  # three hatchings would be mud
        looks = [(SEVERAL, any(fact for _, fact in looks))]
    for step, (side, fact) in enumerate(looks):
        if place.shape is None:
            _halo(sheet, place, side, fact, step)
        elif place.shape.area > 0:
            _area(sheet, place, side, fact, step, paper=paper, hatched=hatched)
        else:
            _road(sheet, place, side, fact, step)


def _area(
    sheet: Sheet,
    place: Place,
    side: SideStyle,
    fact: bool,
    step: int,
    *,
    paper: Paper,
    hatched: bool,
) -> None:
    shape = _near(place, paper)
    if shape.is_empty:
        return
    if hatched and fact:
        sheet.shape(shape, Ink(fill=side.colour, alpha=0.06))
        lines = hatching(shape, angle_deg=side.angle_deg, gap=GAP)
        sheet.lines(lines, Ink(stroke=side.colour, width=0.65, alpha=0.6))
    # The second side's outline is set in, so that both are seen.
    edge = shapely.buffer(shape, -0.9 * step) if step else shape
    sheet.shape(edge, Ink(stroke="#ffffff", width=1.9, alpha=0.7))
    sheet.shape(edge, line_ink(side, fact=fact, width=0.9))


def _near(place: Place, paper: Paper) -> shapely.Geometry:
    """Cut what lies far outside the picture: a file need not carry half a country."""
    assert place.shape is not None  # noqa: S101 - asked by the caller; tells mypy so
    edge = 12
    box = shapely.box(
        paper.left - edge,
        paper.top - edge,
        paper.left + paper.width + edge,
        paper.top + paper.height + edge,
    )
    return shapely.intersection(place.shape, box)


def _road(sheet: Sheet, place: Place, side: SideStyle, fact: bool, step: int) -> None:
    assert place.shape is not None  # noqa: S101 - asked by the caller; tells mypy so
    sheet.shape(place.shape, Ink(stroke="#ffffff", width=4.6, alpha=0.85))
    sheet.shape(place.shape, line_ink(side, fact=fact, width=2.4 - 0.8 * step))


def _halo(sheet: Sheet, place: Place, side: SideStyle, fact: bool, step: int) -> None:
    radius = place.radius + 1.4 * step
    if radius < _LEAST_HALO:
        return
    rim = circle(*place.anchors[0], radius)
    if fact:
        sheet.outline(rim, Ink(fill=side.colour, alpha=0.06))
    dash = DASHES["short"] if fact else DOTTED
    sheet.outline(rim, Ink(stroke=side.colour, width=0.7, alpha=0.6, dash=dash))
