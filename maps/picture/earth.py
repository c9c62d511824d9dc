"""The ground under a picture: sea, land, water, borders; quiet, so that the claims speak."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from maps.land.basemap import Basemap
from maps.picture.paper import Paper
from maps.picture.sheet import Ink, Sheet

__all__ = ["COLOURS", "paint_earth"]

COLOURS = {
    "sea": "#d9e5ec",
    "land": "#f5f4ef",
    "river": "#b9d0dd",
    "coast": "#a3b8c4",
    "admin1": "#d3d1c9",
    "border": "#8f8c86",
    "road": "#a9a294",
}


def paint_earth(sheet: Sheet, paper: Paper, basemap: Basemap) -> None:
    """Draw the base map of a rectangle."""
    with sheet.window(paper.left, paper.top, paper.width, paper.height):
        corner = [
            (paper.left, paper.top),
            (paper.left + paper.width, paper.top),
            (paper.left + paper.width, paper.top + paper.height),
            (paper.left, paper.top + paper.height),
        ]
        with sheet.group("sea"):
            sheet.outline(corner, Ink(fill=COLOURS["sea"]))
        _fill(sheet, paper, basemap, "land", COLOURS["land"])
        _fill(sheet, paper, basemap, "lakes", COLOURS["sea"])
        _stroke(sheet, paper, basemap, "rivers", Ink(stroke=COLOURS["river"], width=0.7))
        _stroke(sheet, paper, basemap, "coast", Ink(stroke=COLOURS["coast"], width=0.6))
        provinces = Ink(stroke=COLOURS["admin1"], width=0.6, dash=(5, 3))
        _stroke(sheet, paper, basemap, "admin1", provinces)
        _stroke(sheet, paper, basemap, "borders", Ink(stroke=COLOURS["border"], width=0.9))
        disputed = Ink(stroke=COLOURS["border"], width=0.9, dash=(1.6, 2.2))
        _stroke(sheet, paper, basemap, "disputed", disputed)


def _fill(sheet: Sheet, paper: Paper, basemap: Basemap, layer: str, colour: str) -> None:
    rings = [_laid(part, paper, basemap) for part in basemap.layer(layer).parts]
    with sheet.group(layer):
        sheet.rings(_wound(rings), Ink(fill=colour))


def _stroke(sheet: Sheet, paper: Paper, basemap: Basemap, layer: str, ink: Ink) -> None:
    with sheet.group(layer):
        sheet.lines((_laid(part, paper, basemap) for part in basemap.layer(layer).parts), ink)


def _laid(part: NDArray[np.int64], paper: Paper, basemap: Basemap) -> NDArray[np.float64]:
    return paper.spots(part / basemap.scale)


def _wound(rings: Sequence[NDArray[Any]]) -> Iterator[NDArray[Any]]:
    """Yield rings that turn one way where they are filled and the other where they are holes.

    The base map means the even-odd rule; matplotlib's renderers fill by the winding number.
    """
    closed = [shapely.linearrings(ring) for ring in rings if len(ring) > 3]
    if not closed:
        return
    areas = shapely.polygons(closed)
    shapely.prepare(areas)
    inner = shapely.point_on_surface(areas)
    _, holders = shapely.STRtree(inner).query(areas, predicate="intersects")
    depth = np.bincount(holders, minlength=len(areas)) - 1
    for area, deep in zip(areas, depth, strict=True):
        ring = shapely.get_coordinates(area)
        turns_left = shapely.is_ccw(area.exterior)
        yield ring if turns_left == (deep % 2 == 0) else ring[::-1]
