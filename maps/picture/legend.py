"""The legend below a picture: sides, signs, and how sure each shape is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import shapely

from claims.claim import Action
from maps.looks.layers import LAYERS
from maps.looks.sides import Book
from maps.looks.style import SideStyle
from maps.picture.areas import GAP
from maps.picture.lettering import Letters, shortened
from maps.picture.marks import SEVERAL, Mark, Segment
from maps.picture.movements import Look, is_alone, paint_arrow
from maps.picture.places import Place
from maps.picture.sheet import Ink, Sheet
from maps.picture.signs import DASHES, line_ink, paint_disputed, paint_segments, sign
from maps.picture.strokes import arrow, circle, hatching
from maps.wording.language import Language

__all__ = ["Column", "Legend", "Swatch", "legend_of", "paint_column", "paint_legend"]

_HEAD = Letters(size=7.2, bold=True, colour="#2b2e31")
_ROW = Letters(size=7.2, colour="#2b2e31")
_ROW_HEIGHT, _HEAD_HEIGHT = 16.0, 14.0
_SWATCH = 28.0
_MOST_ROWS, _MOST_SIGNS = 10, 6

Swatch = Callable[[Sheet, float, float], None]
"""Draws a sample on a sheet, from its left and around a height."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading with rows of a swatch and words; ``swatch`` is the width of the swatches."""

    head: str
    rows: tuple[tuple[Swatch, str], ...]
    swatch: float
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """What a legend shows: only what the picture has."""

    columns: tuple[Column, ...]

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
    reading = tuple(_reading(places, marks, styles, book.tongue))
    say = book.tongue.say
    deeds = [(_sign_swatch(a), say(f"picture.action.{a.value}")) for a in actions]
    columns = [
        *_columns(say("picture.sides"), [(_side_swatch(s), s.name) for s in styles], swatch=68),
        *_columns(say("picture.actions"), deeds, swatch=16),
        Column(head=say("picture.reading"), rows=reading, swatch=_SWATCH + 6, share=0.39),
    ]
    return Legend(columns=tuple(columns))


def _columns(head: str, rows: Sequence[tuple[Swatch, str]], *, swatch: float) -> Iterator[Column]:
    """Break many rows into columns of about equal height under one heading."""
    most = _MOST_ROWS if swatch > _SWATCH else _MOST_SIGNS
    count = max(1, -(-len(rows) // most))
    height = -(-len(rows) // count)
    for number in range(count):
        yield Column(
            head="" if number else head,
            rows=tuple(rows[number * height : (number + 1) * height]),
            swatch=swatch,
            share=0.31 if swatch > _SWATCH else 0.15,
        )


def paint_legend(
    sheet: Sheet, legend: Legend, *, left: float, top: float, width: float, rtl: bool = False
) -> None:
    """Draw a legend below ``top``, from the side where lines of the language begin."""
    total = sum(column.share for column in legend.columns)
    start = 0.0
    for column in legend.columns:
        room = width * column.share / total
        edge = left + width - start if rtl else left + start
        paint_column(sheet, column, edge=edge, top=top, room=room, rtl=rtl)
        start += room


def paint_column(
    sheet: Sheet, column: Column, *, edge: float, top: float, room: float, rtl: bool = False
) -> None:
    """Draw a heading with its rows; ``edge`` is where its lines begin."""
    way, align = (-1, "right") if rtl else (1, "left")
    sheet.text(column.head, edge, top + 5, _HEAD, align=align)
    for number, (swatch, words) in enumerate(column.rows):
        y = top + _HEAD_HEIGHT + _ROW_HEIGHT * number + _ROW_HEIGHT / 2
        # A swatch is drawn from its left, and as wide as its column has room for less the gap.
        swatch(sheet, edge - column.swatch + 6 if rtl else edge, y)
        line = shortened(words, _ROW, width=room - column.swatch - 8)
        sheet.text(line, edge + way * column.swatch, y, _ROW, align=align)


def _sign_swatch(action: Action) -> Swatch:
    return lambda sheet, x, y: sign(sheet, action, x + 4, y, size=3.6, colour="#2b2e31")


def _pill(style: SideStyle, text: str, *, hollow: bool = False) -> tuple[Segment, ...]:
    return (Segment(side=style, action=None, text=text, hollow=hollow),)


def _side_swatch(style: SideStyle) -> Swatch:
    """Show a side's letter, line and hatching, for eyes and printers without colour."""

    def paint(sheet: Sheet, x: float, y: float) -> None:
        paint_segments(sheet, _pill(style, style.abbreviation), x + 13, y)
        sheet.line([(x + 28, y), (x + 44, y)], line_ink(style, fact=True, width=1.8))
        _hatched(sheet, style, x + 48, y, 14)

    return paint


def _hatched(sheet: Sheet, style: SideStyle, x: float, y: float, width: float) -> None:
    area = shapely.box(x, y - 4.5, x + width, y + 4.5)
    sheet.shape(area, Ink(fill=style.colour, alpha=0.06))
    lines = hatching(area, angle_deg=style.angle_deg, gap=GAP * 0.6)
    sheet.lines(lines, Ink(stroke=style.colour, width=0.65, alpha=0.7))
    sheet.shape(area, line_ink(style, fact=True, width=0.7))


def _reading(
    places: Sequence[Place],
    marks: Sequence[Mark],
    styles: Sequence[SideStyle],
    tongue: Language,
) -> list[tuple[Swatch, str]]:
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
        "alone": any(is_alone(item) for item in items if item.tail or item.claim.axes),
        "disputed": any(mark.disputed for mark in marks),
        "several": any(segment.side is SEVERAL for segment in segments),
        "wide": any(place.wide for place in places),
    }
    shown = [key for key, there in has.items() if there]
    return [(_sample(key, style), tongue.say(f"picture.{key}")) for key in shown]


def _sample(key: str, style: SideStyle) -> Swatch:
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
            case "arrow" | "retreat" | "axis" | "alone":
                start = x + middle if key == "axis" else x
                shape = arrow((start, y + 1.5), (x + _SWATCH, y - 0.5), bow=0.06, head=8, half=2.6)
                look = Look(hollow=key == "retreat", alone=key == "alone")
                paint_arrow(sheet, shape, style, look)
            case "disputed":
                paint_disputed(sheet, x + middle, y)
            case "several":
                paint_segments(sheet, _pill(SEVERAL, "+2"), x + middle, y)
            case _:
                pill = _pill(style, style.abbreviation)
                paint_segments(sheet, pill, x + middle, y, square=True)

    return paint
