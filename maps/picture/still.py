"""A situation as one sheet: title, map, legend, sources and limits, ready for print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.situation import Situation
from gazetteer.entry import GazetteerEntry
from maps.beside.credits import credits_on
from maps.land.basemap import Basemap, clip
from maps.land.frame import frame_of
from maps.land.orientation import Surroundings, surroundings_of
from maps.looks.sides import Book, book_of
from maps.looks.theme import Theme
from maps.picture.areas import hatched_places, paint_place
from maps.picture.boxes import Boxes
from maps.picture.countries import Country, paint_country, place_countries
from maps.picture.earth import paint_earth
from maps.picture.furniture import (
    Plate,
    beyond,
    lay_plates,
    paint_frame,
    paint_plate,
    paint_scale,
    scale_box,
)
from maps.picture.legend import legend_of, paint_legend
from maps.picture.margin import footer_of, header_of, height_of, paint_lines, rule
from maps.picture.marks import Mark, place_marks
from maps.picture.movements import keep_clear, paint_movements
from maps.picture.names import Name, place_cities, place_towns, towns_on
from maps.picture.paper import Paper, paper_for
from maps.picture.places import Place, places_of
from maps.picture.sheet import Ink, Sheet
from maps.picture.signs import HALO, paint_leaders, paint_mark
from maps.picture.strokes import circle
from maps.places.ground import ground_of
from maps.wording.language import ENGLISH, Language
from maps.wording.place_names import namer

__all__ = ["WIDTH", "draw_sheet"]

WIDTH = 720.0
"""Width of every picture in points: 10 inches."""

_EDGE, _GAP = 22.0, 8.0
_MOST_TOWNS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """Where everything on the map stands."""

    paper: Paper
    basemap: Basemap
    book: Book
    places: tuple[Place, ...]
    countries: tuple[Country, ...]
    away: tuple[Plate, ...]
    marks: tuple[Mark, ...]
    names: tuple[Name, ...]


def draw_sheet(
    situation: Situation,
    *,
    title: str,
    towns: Sequence[GazetteerEntry] = (),
    theme: Theme | None = None,
) -> Sheet:
    """Draw a situation under a title.

    ``towns`` are places to name beside those that claims are about and the larger ones around;
    ``theme`` has the language, and a subtitle and credit where they are set.
    """
    theme = theme or Theme()
    rtl = theme.tongue.direction == "rtl"
    width = WIDTH - 2 * _EDGE
    # The header's height moves the map down, not sideways: what lies beyond is known before.
    frame = frame_of(ground_of(situation.drawn))
    first = paper_for(frame, left=_EDGE, top=0, width=width)
    placed = places_of(situation, first)
    away = sum(len(p.claims) for group in beyond(placed, first).values() for p in group)
    header = header_of(situation, title=title, away=away, width=width, theme=theme)
    paper = paper_for(frame, left=_EDGE, top=_EDGE + height_of(header) + _GAP, width=width)
    around = surroundings_of(paper.bounds)
    towns = (*towns, *around.towns)
    layout = _lay_out(situation, paper, towns, around, theme.tongue)
    legend = legend_of(layout.places, layout.marks, book=layout.book)
    footer = footer_of(
        situation,
        named=credits_on(
            situation, towns=_named_of(layout, towns, theme.tongue), tongue=theme.tongue
        ),
        width=width,
        theme=theme,
    )
    bottom = paper.top + paper.height + _GAP
    height = bottom + legend.height + _GAP + height_of(footer) + _EDGE
    sheet = Sheet(width=WIDTH, height=height)
    paint_lines(sheet, header, left=_EDGE, top=_EDGE, width=width, rtl=rtl)
    _paint_map(sheet, layout)
    with sheet.group("legend"):
        paint_legend(sheet, legend, left=_EDGE, top=bottom, width=width, rtl=rtl)
    rule(sheet, left=_EDGE, y=bottom + legend.height + _GAP / 2, width=width)
    below = bottom + legend.height + _GAP
    paint_lines(sheet, footer, left=_EDGE, top=below, width=width, rtl=rtl)
    return sheet


def _lay_out(
    situation: Situation,
    paper: Paper,
    towns: Sequence[GazetteerEntry],
    around: Surroundings,
    tongue: Language = ENGLISH,
) -> _Layout:
    book = book_of(situation, tongue)
    every = places_of(situation, paper, tongue)
    groups = beyond(every, paper)
    outside = {place for group in groups.values() for place in group}
    inside = tuple(place for place in every if place not in outside)
    boxes = Boxes()
    boxes.add(scale_box(paper, tongue))
    used = [c.entry for item in situation.drawn for c in item.resolution.chosen]
    known = towns_on(paper, used=used, more=towns, tongue=tongue)
    cities = place_cities(known, places=inside, paper=paper, boxes=boxes)
    plates = lay_plates(groups, paper=paper, boxes=boxes, tongue=tongue)
    keep_clear(inside, boxes)
    marks = place_marks(inside, book=book, paper=paper, boxes=boxes)
    basemap = clip(paper.bounds)
    countries = place_countries(basemap, around, paper=paper, boxes=boxes)
    others = place_towns(known, done=cities, paper=paper, boxes=boxes, most=_MOST_TOWNS)
    return _Layout(
        paper=paper,
        basemap=basemap,
        book=book,
        places=every,
        countries=countries,
        away=plates,
        marks=marks,
        names=(*cities, *others),
    )


def _named_of(
    layout: _Layout, towns: Sequence[GazetteerEntry], tongue: Language
) -> list[GazetteerEntry]:
    """Return the towns that stand on the picture: only what is used is credited."""
    shown, name = {name.town.name for name in layout.names}, namer(tongue)
    return [town for town in towns if name(town) in shown]


def _paint_map(sheet: Sheet, layout: _Layout) -> None:
    paper = layout.paper
    paint_earth(sheet, paper, layout.basemap)
    hatched = hatched_places(layout.places, paper)
    with sheet.window(paper.left, paper.top, paper.width, paper.height):
        with sheet.group("place"):
            for place in sorted(layout.places, key=lambda p: -p.radius):
                paint_place(sheet, place, paper=paper, book=layout.book, hatched=place in hatched)
        with sheet.group("movement"):
            paint_movements(sheet, layout.places, paper=paper, book=layout.book)
        with sheet.group("country"):
            for country in layout.countries:
                paint_country(sheet, country)
        with sheet.group("town"):
            for name in layout.names:
                _paint_name(sheet, name)
        with sheet.group("marker"):
            for mark in layout.marks:
                paint_leaders(sheet, mark)
            for mark in layout.marks:
                paint_mark(sheet, mark)
        for plate in layout.away:
            paint_plate(sheet, plate)
        paint_scale(sheet, paper, layout.book.tongue)
    paint_frame(sheet, paper)


def _paint_name(sheet: Sheet, name: Name) -> None:
    dot = 1.9 if name.town.people >= 300_000 else 1.4
    ink = Ink(fill="#ffffff", stroke="#6a6d70", width=0.7)
    sheet.outline(circle(*name.town.spot, dot), ink)
    sheet.text(name.town.name, name.x, name.y, name.town.letters, align="center", halo=HALO)
