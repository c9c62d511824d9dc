"""Markers and their signs drawn on a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from math import hypot

from claims.claim import Action
from maps.looks.style import SideStyle
from maps.picture.lettering import Letters
from maps.picture.marks import LETTER, PILL, WORD, Mark, Segment, segment_width
from maps.picture.sheet import Ink, Sheet
from maps.picture.strokes import Spot, circle, rounded

__all__ = [
    "DASHES",
    "DOTTED",
    "HALO",
    "line_ink",
    "paint_disputed",
    "paint_leaders",
    "paint_mark",
    "paint_segments",
    "sign",
]

# The line around white letters and signs on a side of middling light, half of which shows.
_EDGE = 1.3

DASHES: Mapping[str, tuple[float, ...]] = {
    "solid": (),
    "long": (4.5, 2.0),
    "short": (2.4, 1.8),
    "dot": (0.8, 1.6),
}
"""Dashes of the sides, in line widths as matplotlib counts them."""

DOTTED = (0.9, 1.5)
HALO = "#f7f8f6"

_Stroke = tuple[tuple[Spot, ...], bool]


def _chevron(at: float, to: float) -> _Stroke:
    return ((at - 0.3 * to, -0.75), (at + 0.3 * to, 0.0), (at - 0.3 * to, 0.75)), False


def _bar(*ends: Spot) -> _Stroke:
    return ends, False


def _disc(radius: float) -> _Stroke:
    return tuple(circle(0, 0, radius)), True


def _ring(radius: float) -> _Stroke:
    corners = circle(0, 0, radius)
    return (*corners, corners[0]), False


_SIGNS: Mapping[Action, tuple[_Stroke, ...]] = {
    Action.ADVANCE: (_chevron(-0.5, 1), _chevron(0.3, 1)),
    Action.CAPTURE: (_disc(0.75),),
    Action.RECAPTURE: (_disc(0.4), _ring(0.85)),
    Action.RETREAT: (_chevron(-0.3, -1), _chevron(0.5, -1)),
    Action.PUSH_BACK: (_chevron(0.1, -1), _bar((0.75, -0.8), (0.75, 0.8))),
    Action.ATTACK: (_chevron(-0.25, 1), _bar((0.75, -0.8), (0.75, 0.8))),
    Action.CLASH: (_bar((-0.7, -0.7), (0.7, 0.7)), _bar((-0.7, 0.7), (0.7, -0.7))),
    Action.STRIKE: (
        _bar((0, -0.9), (0, 0.9)),
        _bar((-0.8, -0.45), (0.8, 0.45)),
        _bar((-0.8, 0.45), (0.8, -0.45)),
    ),
    Action.HOLD: ((((-0.62, -0.62), (0.62, -0.62), (0.62, 0.62), (-0.62, 0.62)), True),),
    Action.DEPLOY: (_bar((0, -0.8), (0, 0.8)), _bar((-0.8, 0), (0.8, 0))),
    Action.ENCIRCLE: (_ring(0.8), _disc(0.2)),
    Action.CUT: (_bar((-0.7, 0.8), (0.1, -0.8)), _bar((-0.1, 0.8), (0.7, -0.8))),
}


def sign(
    sheet: Sheet,
    action: Action,
    x: float,
    y: float,
    *,
    size: float,
    colour: str,
    around: float = 0.0,
) -> None:
    """Draw the sign of an action, ``size`` points from its middle to its edge.

    All its lines are wider by ``around`` points.
    """
    for corners, filled in _SIGNS[action]:
        laid = [(x + size * a, y + size * b) for a, b in corners]
        if filled:
            sheet.outline(laid, Ink(fill=colour, stroke=colour if around else None, width=around))
        else:
            sheet.line(laid, Ink(stroke=colour, width=max(1.0, size * 0.34) + around))


def paint_segments(
    sheet: Sheet,
    segments: tuple[Segment, ...],
    x: float,
    y: float,
    *,
    square: bool = False,
) -> None:
    """Draw a row of segments around a middle."""
    width = sum(segment_width(segment) for segment in segments)
    left, top, bottom = x - width / 2, y - PILL / 2, y + PILL / 2
    radius = 2.0 if square else PILL / 2
    edge = rounded(left - 1, top - 1, left + width + 1, bottom + 1, radius=radius + 1)
    sheet.outline(edge, Ink(fill="#ffffff", stroke="#5c6166", width=0.35))
    at = left
    for number, segment in enumerate(segments):
        ends = (number == 0, number == len(segments) - 1)
        span = segment_width(segment)
        body = rounded(at, top, at + span, bottom, radius=radius, ends=ends)
        _segment(sheet, segment, at, y, body)
        at += span
    if all(segment.hollow for segment in segments):
        inner = rounded(left + 0.6, top + 0.6, left + width - 0.6, bottom - 0.6, radius=radius)
        sheet.outline(inner, Ink(stroke=segments[0].side.colour, width=1.2, dash=DOTTED))


def _segment(sheet: Sheet, segment: Segment, left: float, y: float, body: list[Spot]) -> None:
    side = segment.side
    ink, edge = (side.colour, "") if segment.hollow else (side.ink, side.edge)
    sheet.outline(body, Ink(fill="#ffffff" if segment.hollow else side.colour))
    at = left + 4.0
    if segment.action:
        if edge:
            sign(sheet, segment.action, at + 3.2, y, size=3.1, colour=edge, around=_EDGE)
        sign(sheet, segment.action, at + 3.2, y, size=3.1, colour=ink)
        at += 9.5
    letters = Letters(size=LETTER.size, bold=True, colour=ink)
    sheet.text(segment.text, at, y, letters, halo=edge or None, around=_EDGE)


def paint_mark(sheet: Sheet, mark: Mark) -> None:
    """Draw a marker with its words."""
    if mark.name:
        _word(sheet, mark.name, mark.x, mark.y - PILL / 2 - 5.5, "#3c3f42")
    paint_segments(sheet, mark.segments, mark.x, mark.y, square=bool(mark.name))
    if mark.word:
        _word(sheet, mark.word, mark.x, mark.y + PILL / 2 + 5.5, mark.segments[0].side.colour)
    if mark.disputed:
        paint_disputed(sheet, mark.x + mark.width / 2 + 0.5, mark.y - PILL / 2)


def _word(sheet: Sheet, words: str, x: float, y: float, colour: str) -> None:
    letters = Letters(size=WORD.size, bold=WORD.bold, italic=WORD.italic, colour=colour)
    sheet.text(words, x, y, letters, align="center", halo=HALO)


def paint_disputed(sheet: Sheet, x: float, y: float) -> None:
    """Draw the sign that another claim contradicts one of the claims of a marker."""
    sheet.outline(circle(x, y, 4.0), Ink(fill="#ffffff", stroke="#1d2226", width=0.6))
    ink = Ink(stroke="#1d2226", width=0.9)
    for start, end in (((-2, -1), (2, -1)), ((-2, 1), (2, 1)), ((1.2, -2.4), (-1.2, 2.4))):
        sheet.line([(x + start[0], y + start[1]), (x + end[0], y + end[1])], ink)


def paint_leaders(sheet: Sheet, mark: Mark) -> None:
    """Tie a marker that stands off its places to them."""
    tied = len(mark.places) < 3
    for place in mark.places:
        if place.wide or place.site.kind == "ring":
            continue
        x, y = min(place.anchors, key=lambda spot: hypot(spot[0] - mark.x, spot[1] - mark.y))
        if hypot(x - mark.x, y - mark.y) < 8:
            continue
        if tied:
            sheet.line([(x, y), (mark.x, mark.y)], Ink(stroke="#1e2226", width=0.6, alpha=0.65))
        sheet.outline(circle(x, y, 1.3), Ink(fill="#1e2226"))


def line_ink(side: SideStyle, *, fact: bool, width: float) -> Ink:
    """Return how a side's lines are stroked; dotted where nothing is said to have happened."""
    return Ink(stroke=side.colour, width=width, dash=DASHES[side.dash] if fact else DOTTED)
