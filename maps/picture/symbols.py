"""A sheet that shows every symbol of the map with what it means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import shapely

from claims.claim import Action, Status
from claims.sides.invented import invented_sides
from claims.sides.theatre import Theatre
from maps.looks.colour import edge_on, ink_on
from maps.looks.layers import LAYERS
from maps.looks.style import SideStyle, side_styles
from maps.picture.areas import GAP
from maps.picture.lettering import Letters, shortened
from maps.picture.margin import Line, height_of, paint_lines
from maps.picture.marks import LETTER, SEVERAL, Segment
from maps.picture.movements import Look, paint_arrow
from maps.picture.sheet import Ink, Sheet
from maps.picture.signs import DASHES, line_ink, paint_disputed, paint_segments, sign
from maps.picture.strokes import arrow, circle, hatching
from maps.wording.language import Language

__all__ = ["draw_symbols"]

_WIDTH, _EDGE, _GAP = 720.0, 26.0, 30.0
_ROW, _HEAD, _BETWEEN = 23.0, 20.0, 12.0
_SWATCH = 58.0
_TITLE = Letters(size=19, bold=True, serif=True, colour="#17191b")
_SUBTITLE = Letters(size=8.6, colour="#4a4e52")
_HEADING = Letters(size=8.6, bold=True)
_WORDS = Letters(size=8.2)
_LIMITS = Letters(size=7.6, bold=True, colour="#8a3208")

_Paint = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A heading with rows: what is painted around a middle, and its words."""

    head: str
    rows: Sequence[tuple[_Paint, str]]

    @property
    def height(self) -> float:
        return _HEAD + _ROW * len(self.rows) + _BETWEEN


def draw_symbols(tongue: Language) -> Sheet:
    """Draw the sheet in a language: signs, status, movements, shapes, badges and sides."""
    say = tongue.say
    rtl = tongue.direction == "rtl"
    columns = (
        (_deeds(tongue), _statuses(tongue), _sides(tongue)),
        (_shapes(tongue), _movements(tongue), _badges(tongue)),
    )
    lines = [
        Line(words=say("picture.symbols.title"), letters=_TITLE),
        Line(words=say("picture.symbols.subtitle"), letters=_SUBTITLE, above=3),
    ]
    top = _EDGE + height_of(lines) + 16
    tall = max(sum(block.height for block in blocks) for blocks in columns)
    sheet = Sheet(width=_WIDTH, height=top + tall + 12 + _EDGE)
    inner = _WIDTH - 2 * _EDGE
    paint_lines(sheet, lines, left=_EDGE, top=_EDGE, width=inner, rtl=rtl)
    # The second column has the longer words.
    widths = (inner * 0.38 - _GAP / 2, inner * 0.62 - _GAP / 2)
    starts = (0.0, widths[0] + _GAP)
    for blocks, start, width in zip(columns, starts, widths, strict=True):
        edge = _WIDTH - _EDGE - start if rtl else _EDGE + start
        _column(sheet, blocks, edge=edge, top=top, width=width, rtl=rtl)
    limits = [Line(words=say("static.limits"), letters=_LIMITS)]
    paint_lines(sheet, limits, left=_EDGE, top=top + tall, width=inner, rtl=rtl)
    return sheet


def _column(
    sheet: Sheet, blocks: Sequence[_Block], *, edge: float, top: float, width: float, rtl: bool
) -> None:
    way, align = (-1, "right") if rtl else (1, "left")
    for block in blocks:
        sheet.text(block.head, edge, top + 6, _HEADING, align=align)
        rule = [(edge, top + 14), (edge + way * width, top + 14)]
        sheet.line(rule, Ink(stroke="#c6c8ca", width=0.5))
        for number, (paint, words) in enumerate(block.rows):
            y = top + _HEAD + _ROW * number + _ROW / 2
            paint(sheet, edge + way * _SWATCH / 2, y)
            line = shortened(words, _WORDS, width=width - _SWATCH - 10)
            sheet.text(line, edge + way * (_SWATCH + 10), y, _WORDS, align=align)
        top += block.height


def _side(number: int, tongue: Language) -> SideStyle:
    """Return one of two sides that stand for all, in the colours that sides have on a map."""
    name = tongue.say("picture.symbols.other" if number else "picture.symbols.example")
    colour = invented_sides(("a", "b"))[number].colour
    return SideStyle(
        id=str(number), name=name, abbreviation=name.split()[-1], colour=colour,
        ink=ink_on(colour), edge=edge_on(colour), dash=("solid", "long")[number], head="solid",
        angle_deg=(45, 135)[number],
    )  # fmt: skip


def _pill(*segments: Segment, square: bool = False) -> _Paint:
    return lambda sheet, x, y: paint_segments(sheet, segments, x, y, square=square)


def _segment(side: SideStyle, text: str = "", *, hollow: bool = False) -> Segment:
    return Segment(side=side, action=None, text=text or side.abbreviation, hollow=hollow)


def _deeds(tongue: Language) -> _Block:
    actions = [action for layer in LAYERS for action in layer.actions]
    rows = [(_sign(action), tongue.say(f"picture.action.{action.value}")) for action in actions]
    return _Block(head=tongue.say("picture.actions"), rows=rows)


def _sign(action: Action) -> _Paint:
    return lambda sheet, x, y: sign(sheet, action, x, y, size=5.2, colour="#2b2e31")


def _statuses(tongue: Language) -> _Block:
    side = _side(0, tongue)
    rows = [
        (
            _pill(_segment(side, hollow=not status.is_fact)),
            tongue.say(f"page.status.{status.value}"),
        )
        for status in Status
    ]
    return _Block(head=tongue.say("picture.symbols.statuses"), rows=rows)


def _badges(tongue: Language) -> _Block:
    one, other, say = _side(0, tongue), _side(1, tongue), tongue.say
    three = _segment(one, f"{one.abbreviation} 3")
    rows = [
        (_pill(three), say("page.claims_here", n=3)),
        (_pill(three, _segment(other)), say("page.several_sides")),
        (_pill(_segment(SEVERAL, "+2")), say("picture.several").partition(":")[2].strip()),
        (lambda sheet, x, y: _crowd(sheet, x, y, one, other), say("picture.symbols.crowd")),
        (paint_disputed, say("page.contradicted")),
    ]
    return _Block(head=say("picture.symbols.badges"), rows=rows)


def _crowd(sheet: Sheet, x: float, y: float, one: SideStyle, other: SideStyle) -> None:
    box = [(x - 13, y - 7.5), (x + 13, y - 7.5), (x + 13, y + 7.5), (x - 13, y + 7.5)]
    sheet.outline(box, Ink(fill="#ffffff", stroke="#5c6166", width=0.35))
    for side, left, right in ((one, x - 13, x + 4), (other, x + 4, x + 13)):
        bar = [(left, y + 4), (right, y + 4), (right, y + 7.5), (left, y + 7.5)]
        sheet.outline(bar, Ink(fill=side.colour))
    sheet.text("38", x, y - 1.5, LETTER, align="center")


def _shapes(tongue: Language) -> _Block:
    kinds = (
        ("point", _halo), ("ring", _ring), ("sector", _sector), ("corridor", _corridor),
        ("line", _road), ("area", _area),
    )  # fmt: skip
    side, other, say = _side(0, tongue), _side(1, tongue), tongue.say
    rows: list[tuple[_Paint, str]] = [
        (_shown(paint, side), say(f"page.kind.{kind}")) for kind, paint in kinds
    ]
    rows += [
        (_pill(_segment(side), square=True), say("page.kind.wide")),
        (_both(side, other), say("picture.symbols.contested")),
    ]
    return _Block(head=say("picture.symbols.shapes"), rows=rows)


def _shown(paint: Callable[[Sheet, float, float, SideStyle], None], side: SideStyle) -> _Paint:
    return lambda sheet, x, y: paint(sheet, x, y, side)


def _hatched(sheet: Sheet, shape: shapely.Geometry, side: SideStyle) -> None:
    sheet.shape(shape, Ink(fill=side.colour, alpha=0.06))
    lines = hatching(shape, angle_deg=side.angle_deg, gap=GAP * 0.7)
    sheet.lines(lines, Ink(stroke=side.colour, width=0.65, alpha=0.7))
    sheet.shape(shape, line_ink(side, fact=True, width=0.9))


def _halo(sheet: Sheet, x: float, y: float, side: SideStyle) -> None:
    rim = circle(x, y, 9)
    sheet.outline(rim, Ink(fill=side.colour, alpha=0.08))
    sheet.outline(rim, Ink(stroke=side.colour, width=0.8, dash=DASHES["short"]))
    sheet.outline(circle(x, y, 1.6), Ink(fill="#1e2226"))


def _ring(sheet: Sheet, x: float, y: float, side: SideStyle) -> None:
    band = shapely.Point(x, y).buffer(10).difference(shapely.Point(x, y).buffer(5.5))
    _hatched(sheet, band, side)


def _sector(sheet: Sheet, x: float, y: float, side: SideStyle) -> None:
    rim = [(x + 18 * cos(radians(a)), y + 9 + 18 * sin(radians(a))) for a in range(-135, -44, 5)]
    _hatched(sheet, shapely.Polygon([(x, y + 9), *rim]), side)


def _corridor(sheet: Sheet, x: float, y: float, side: SideStyle) -> None:
    road = shapely.LineString([(x - 22, y + 3), (x - 4, y - 2), (x + 22, y + 1)])
    _hatched(sheet, road.buffer(5.5), side)


def _road(sheet: Sheet, x: float, y: float, side: SideStyle) -> None:
    road = [(x - 24, y + 3), (x - 4, y - 3), (x + 24, y + 2)]
    sheet.line(road, line_ink(side, fact=True, width=2.4))


def _area(sheet: Sheet, x: float, y: float, side: SideStyle) -> None:
    _hatched(sheet, shapely.box(x - 20, y - 7.5, x + 20, y + 7.5), side)


def _both(one: SideStyle, other: SideStyle) -> _Paint:
    def paint(sheet: Sheet, x: float, y: float) -> None:
        for side in (one, other):
            _area(sheet, x, y, side)

    return paint


def _movements(tongue: Language) -> _Block:
    say, side = tongue.say, _side(0, tongue)
    rows = [
        (_arrow(side), say("picture.arrow")),
        (_arrow(side, Look(hollow=True)), say("picture.retreat")),
        (_arrow(side, Look(alone=True)), say("page.key.alone")),
        (_arrow(side, short=True), say("page.key.axis")),
        (_arrow(side, Look(hollow=True, fact=False)), say("page.key.not_fact")),
    ]
    return _Block(head=say("picture.symbols.movements"), rows=rows)


def _arrow(side: SideStyle, look: Look | None = None, *, short: bool = False) -> _Paint:
    def paint(sheet: Sheet, x: float, y: float) -> None:
        start = (x + 2 if short else x - 24, y + 2)
        shape = arrow(start, (x + 24, y - 1), bow=0.06, head=11, half=3.8)
        paint_arrow(sheet, shape, side, look or Look())

    return paint


def _sides(tongue: Language) -> _Block:
    sides = (_side(0, tongue), _side(1, tongue), _unknown(tongue))
    rows = [(_look(side), side.name) for side in sides]
    return _Block(head=tongue.say("picture.symbols.sides"), rows=rows)


def _unknown(tongue: Language) -> SideStyle:
    return side_styles(Theatre(id="", name="", timezone="UTC"), (), tongue)[-1]


def _look(side: SideStyle) -> _Paint:
    def paint(sheet: Sheet, x: float, y: float) -> None:
        paint_segments(sheet, (_segment(side),), x - 20, y)
        sheet.line([(x - 8, y), (x + 10, y)], line_ink(side, fact=True, width=2))
        _hatched(sheet, shapely.box(x + 14, y - 6, x + 30, y + 6), side)

    return paint
