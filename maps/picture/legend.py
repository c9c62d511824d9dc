"""The legend below a picture: sides, signs, and how sure each shape is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import shapely

from claims.claim import Action
from maps.labels import ACTIONS, SIGNS
from maps.layers import LAYERS
from maps.looks import Book
from maps.picture.areas import GAP
from maps.picture.lettering import Letters, shortened
from maps.picture.marks import SEVERAL, Mark, Segment
from maps.picture.movements import paint_arrow
from maps.picture.places import Place
from maps.picture.sheet import Ink, Sheet
from maps.picture.signs import DASHES, line_ink, paint_disputed, paint_segments, sign
from maps.picture.strokes import arrow, circle, hatching
from maps.style import SideStyle

__all__ = ["Legend", "legend_of", "paint_legend"]

_HEAD = Letters(size=7.2, bold=True, colour="#2b2e31")
_ROW = Letters(size=7.2, colour="#2b2e31")
_ROW_HEIGHT, _HEAD_HEIGHT = 16.0, 14.0
_SWATCH = 28.0
_MOST_ROWS, _MOST_SIGNS = 10, 6

_Swatch = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """A heading with rows of a swatch and words; ``swatch`` is the width of the swatches."""

    head: str
    rows: tuple[tuple[_Swatch, str], ...]
    swatch: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What a legend shows: only what the picture has."""

    columns: tuple[_Column, ...]

    @property
    def height(self) -> float:
        """Height in points."""
        return _HEAD_HEIGHT + _ROW_HEIGHT * max(len(column.rows) for column in self.columns)


def legend_of(places: Sequence[Place], marks: Sequence[Mark], *, book: Book) -> Legend:
    """Collect the sides, signs and shapes that a picture has."""
    sides = {book.style(item.claim.actor_side).id for p in places for item in p.claims}
    styles = [book.styles[side] for side in sorted(sides, key=book.rank)]
    used = {item.claim.action for p in places for item in p.claims}
    actions = [action for layer in LAYERS for action in layer.actions if action in used]
    reading = tuple(_reading(places, marks, styles))
    columns = [
        *_columns(SIGNS["sides"], [(_side_swatch(s), s.name) for s in styles], swatch=62),
        *_columns(SIGNS["actions"], [(_sign_swatch(a), ACTIONS[a]) for a in actions], swatch=16),
        _Column(head=SIGNS["reading"], rows=reading, swatch=_SWATCH + 6, share=0.39),
    ]
    return Legend(columns=tuple(columns))


def _columns(head: str, rows: Sequence[tuple[_Swatch, str]], *, swatch: float) -> Iterator[_Column]:
    """Break many rows into columns of about equal height under one heading."""
    most = _MOST_ROWS if swatch > _SWATCH else _MOST_SIGNS
    count = max(1, -(-len(rows) // most))
    height = -(-len(rows) // count)
    for number in range(count):
        yield _Column(
            head="" if number else head,
            rows=tuple(rows[number * height : (number + 1) * height]),
            swatch=swatch,
            share=0.31 if swatch > _SWATCH else 0.15,
        )


def paint_legend(sheet: Sheet, legend: Legend, *, left: float, top: float, width: float) -> None:
    """Draw a legend from its upper left corner."""
    total = sum(column.share for column in legend.columns)
    for column in legend.columns:
        room = width * column.share / total
        sheet.text(column.head, left, top + 5, _HEAD)
        for number, (swatch, words) in enumerate(column.rows):
            y = top + _HEAD_HEIGHT + _ROW_HEIGHT * number + _ROW_HEIGHT / 2
            swatch(sheet, left, y)
            space = room - column.swatch - 8
            sheet.text(shortened(words, _ROW, width=space), left + column.swatch, y, _ROW)
        left += room


def _sign_swatch(action: Action) -> _Swatch:
    return lambda sheet, x, y: sign(sheet, action, x + 4, y, size=3.6, colour="#2b2e31")


def _pill(style: SideStyle, text: str, *, hollow: bool = False) -> tuple[Segment, ...]:
    return (Segment(side=style, action=None, text=text, hollow=hollow),)


def _side_swatch(style: SideStyle) -> _Swatch:
    """Show a side's letter, line and hatching, for eyes and printers without colour."""

    def paint(sheet: Sheet, x: float, y: float) -> None:
        paint_segments(sheet, _pill(style, style.abbreviation), x + 10, y)
        sheet.line([(x + 22, y), (x + 39, y)], line_ink(style, fact=True, width=1.8))
        _hatched(sheet, style, x + 43, y, 14)

    return paint


def _hatched(sheet: Sheet, style: SideStyle, x: float, y: float, width: float) -> None:
    area = shapely.box(x, y - 4.5, x + width, y + 4.5)
    sheet.shape(area, Ink(fill=style.colour, alpha=0.06))
    lines = hatching(area, angle_deg=style.angle_deg, gap=GAP * 0.6)
    sheet.lines(lines, Ink(stroke=style.colour, width=0.65, alpha=0.7))
    sheet.shape(area, line_ink(style, fact=True, width=0.7))


def _reading(
    places: Sequence[Place], marks: Sequence[Mark], styles: Sequence[SideStyle]
) -> list[tuple[_Swatch, str]]:
    """Return the rows for what this picture has, drawn in the first side's look."""
    if not styles:
        return []
    style, items = styles[0], [item for place in places for item in place.claims]
    retreats = any(item.tail and item.claim.action in ("retreat", "push_back") for item in items)
    segments = [segment for mark in marks for segment in mark.segments]
    has = {
        "hollow": any(not item.claim.status.is_fact for item in items),
        "halo": any(place.shape is None and not place.wide for place in places),
        "area": any(p.shape is not None and p.shape.area > 0 and not p.wide for p in places),
        "line": any(place.site.kind == "line" for place in places),
        "arrow": any(item.tail for item in items),
        "retreat": retreats,
        "axis": any(item.claim.axes and not item.tail for item in items),
        "disputed": any(mark.disputed for mark in marks),
        "several": any(segment.side is SEVERAL for segment in segments),
        "wide": any(place.wide for place in places),
    }
    return [(_sample(key, style), SIGNS[key]) for key, there in has.items() if there]


def _sample(key: str, style: SideStyle) -> _Swatch:
    middle = _SWATCH / 2

    def paint(sheet: Sheet, x: float, y: float) -> None:
        match key:
            case "hollow":
                paint_segments(sheet, _pill(style, style.abbreviation, hollow=True), x + middle, y)
            case "halo":
                rim = circle(x + middle, y, 5.5)
                sheet.outline(rim, Ink(fill=style.colour, alpha=0.08))
                sheet.outline(rim, Ink(stroke=style.colour, width=0.7, dash=DASHES["short"]))
            case "area":
                _hatched(sheet, style, x + 3, y, _SWATCH - 6)
            case "line":
                sheet.line([(x, y), (x + _SWATCH, y)], line_ink(style, fact=True, width=2.4))
            case "arrow" | "retreat" | "axis":
                start = x + middle if key == "axis" else x
                shape = arrow((start, y + 1.5), (x + _SWATCH, y - 0.5), bow=0.06, head=8, half=2.6)
                paint_arrow(sheet, shape, style, hollow=key == "retreat", fact=True)
            case "disputed":
                paint_disputed(sheet, x + middle, y)
            case "several":
                paint_segments(sheet, _pill(SEVERAL, "+2"), x + middle, y)
            case _:
                pill = _pill(style, style.abbreviation)
                paint_segments(sheet, pill, x + middle, y, square=True)

    return paint
