"""Names of countries on a picture, each in the widest free part of its land."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from maps.land.basemap import Basemap
from maps.land.orientation import Surroundings
from maps.picture.boxes import Boxes, box_around
from maps.picture.lettering import Letters, measure
from maps.picture.paper import Paper
from maps.picture.sheet import Sheet
from maps.picture.signs import HALO

__all__ = ["Country", "paint_country", "place_countries"]

_LETTERS = Letters(size=8.0, colour="#85867f")
_LEAST_PART = 0.025
_GRID = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's name with the middle of where it stands on paper."""

    name: str
    x: float
    y: float


def place_countries(
    basemap: Basemap, around: Surroundings, *, paper: Paper, boxes: Boxes
) -> tuple[Country, ...]:
    """Name the countries whose land is a fair part of the picture, where nothing is in the way.

    The land between borders is that of the country that most of its towns lie in; land without a
    town has no name. Borders that are not agreed part nothing here.
    """
    spots = paper.spots(around.spots) if len(around.spots) else around.spots
    found: dict[str, Country] = {}
    for land in _lands(basemap, paper):
        name = _name(land, spots, around)
        if name and name not in found:
            found |= _placed(name, land, boxes)
    return tuple(found.values())


def paint_country(sheet: Sheet, country: Country) -> None:
    """Write a country's name."""
    sheet.text(country.name.upper(), country.x, country.y, _LETTERS, align="center", halo=HALO)


def _lands(basemap: Basemap, paper: Paper) -> Iterator[BaseGeometry]:
    """Yield the pieces of land between borders on paper, the largest first."""
    frame = shapely.box(paper.left, paper.top, paper.left + paper.width, paper.top + paper.height)
    lines = [frame.exterior]
    for layer in ("coast", "borders"):
        parts = [paper.spots(part / basemap.scale) for part in basemap.layer(layer).parts]
        lines += [shapely.linestrings(part) for part in parts]
    # A line that ends a hair before the next one must still part two countries.
    network = shapely.union_all(shapely.set_precision(lines, 0.5))
    pieces = shapely.get_parts(shapely.polygonize(shapely.get_parts(network)))
    least = _LEAST_PART * frame.area
    whole = [shapely.intersection(piece, frame) for piece in pieces]
    yield from sorted((p for p in whole if p.area > least), key=lambda p: -p.area)


def _name(land: BaseGeometry, spots: NDArray[np.float64], around: Surroundings) -> str:
    if not len(spots):
        return ""
    inside = shapely.contains_xy(land, spots[:, 0], spots[:, 1])
    held = Counter(around.countries[row] for row in np.flatnonzero(inside))
    return held.most_common(1)[0][0] if held else ""


def _placed(name: str, land: BaseGeometry, boxes: Boxes) -> dict[str, Country]:
    width = measure(name.upper(), _LETTERS) + 8
    left, top, right, bottom = land.bounds
    x, y = np.meshgrid(np.linspace(left, right, _GRID), np.linspace(top, bottom, _GRID))
    points = shapely.points(x.ravel(), y.ravel())
    points = points[shapely.contains(land, points)]
    room = shapely.distance(shapely.boundary(land), points)
    for number in np.argsort(-room, kind="stable"):
        if room[number] < _LETTERS.size:
            break
        x0, y0 = float(points[number].x), float(points[number].y)
        box = box_around(x0, y0, across=width, down=_LETTERS.size * 1.6)
        if boxes.hit(box) is None and land.contains(shapely.box(*box)):
            boxes.add(box)
            return {name: Country(name=name, x=x0, y=y0)}
    return {}
