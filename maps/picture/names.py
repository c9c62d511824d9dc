"""Names of towns on a picture: the big ones first, none over a marker or another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gazetteer.entry import FeatureClass, GazetteerEntry
from maps.picture.boxes import Box, Boxes, box_around
from maps.picture.lettering import Letters, measure
from maps.picture.marks import PILL
from maps.picture.paper import Paper
from maps.picture.places import Place
from maps.picture.strokes import Spot
from maps.wording.language import ENGLISH, Language
from maps.wording.place_names import namer

__all__ = ["Name", "Town", "place_cities", "place_towns", "towns_on"]

_CITY, _LARGE = 100_000, 300_000
_SAME = 6.0
_INK = "#3c3f42"


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town on paper; ``named`` where a claim is about it."""

    name: str
    people: int
    spot: Spot
    named: bool

    @property
    def letters(self) -> Letters:
        """How its name is written: by its people."""
        if self.people >= _LARGE:
            return Letters(size=8.6, bold=True, colour=_INK)
        return Letters(size=7.6 if self.people >= 60_000 else 7.0, colour=_INK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A town's name with the middle of where it stands."""

    town: Town
    x: float
    y: float


def towns_on(
    paper: Paper,
    *,
    used: Sequence[GazetteerEntry],
    more: Sequence[GazetteerEntry],
    tongue: Language = ENGLISH,
) -> tuple[Town, ...]:
    """Lay towns on paper: those that claims name, then the others by their people."""
    rows: dict[str, tuple[Town, int]] = {}
    name = namer(tongue)
    for rank, entry in [(0, e) for e in used] + [(1, e) for e in more]:
        if entry.feature_class is not FeatureClass.POPULATED or entry.id in rows:
            continue
        spot = paper.spot(lon=entry.footprint.lon, lat=entry.footprint.lat)
        known = any(_close(spot, town.spot) for town, _ in rows.values())
        if paper.holds(*spot) and not known:  # two sources may both have a town
            town = Town(name=name(entry), people=entry.population, spot=spot, named=rank == 0)
            rows[entry.id] = town, rank
    ordered = sorted(rows.values(), key=lambda row: (row[1], -row[0].people, row[0].name))
    return tuple(town for town, _ in ordered)


def place_cities(
    towns: Sequence[Town], *, places: Sequence[Place], paper: Paper, boxes: Boxes
) -> tuple[Name, ...]:
    """Name the cities before any marker takes the room: readers find their way by them.

    A city that has a marker of its own is named under it.
    """
    found: list[Name] = []
    for town in towns:
        if town.people < (_CITY if town.named else _LARGE):
            continue
        width = measure(town.name, town.letters)
        x, y = town.spot
        if any(abs(p.anchors[0][0] - x) + abs(p.anchors[0][1] - y) < 14 for p in places):
            spots = [(x, y + PILL / 2 + 7.5)]
        else:
            spots = [(x + 5 + width / 2, y), (x - 5 - width / 2, y)]
        found += _first(town, spots, width, paper, boxes)
    return tuple(found)


def place_towns(
    towns: Sequence[Town], *, done: Sequence[Name], paper: Paper, boxes: Boxes, most: int
) -> tuple[Name, ...]:
    """Name the other towns where there is room beside markers and names.

    Towns that no claim names only help to find the way: at most ``most`` of them are named.
    """
    named = {name.town for name in done}
    found: list[Name] = []
    for town in towns:
        helping = sum(not name.town.named for name in (*done, *found))
        if town in named or (not town.named and helping >= most):
            continue
        width = measure(town.name, town.letters)
        found += _first(town, _stands(town, width, boxes), width, paper, boxes)
    return tuple(found)


def _stands(town: Town, width: float, boxes: Boxes) -> Iterator[Spot]:
    x, y = town.spot
    over = boxes.hit((x - 1.5, y - 1.5, x + 1.5, y + 1.5))
    if over is not None and not town.named:
        return  # its dot would lie under a marker of other places
    left, top, right, bottom = over or (x - 3, y - 3, x + 3, y + 3)
    yield right + 2 + width / 2, y
    yield left - 2 - width / 2, y
    yield x, bottom + 5
    yield x, top - 5
    yield right + width / 2, top - 3
    yield left - width / 2, bottom + 3


def _first(
    town: Town, spots: Sequence[Spot] | Iterator[Spot], width: float, paper: Paper, boxes: Boxes
) -> list[Name]:
    down = town.letters.size * 1.2
    for x, y in spots:
        box = box_around(x, y, across=width + 4, down=down)
        if boxes.hit(box) is None and _within(box, paper):
            boxes.add(box)
            boxes.add(box_around(*town.spot, across=4, down=4), town)
            return [Name(town=town, x=x, y=y)]
    return []


def _close(one: Spot, other: Spot) -> bool:
    return abs(one[0] - other[0]) + abs(one[1] - other[1]) < _SAME


def _within(box: Box, paper: Paper) -> bool:
    return paper.holds(box[0], box[1]) and paper.holds(box[2], box[3])
