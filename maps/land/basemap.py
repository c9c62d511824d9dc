"""The base map: land, borders, rivers and lakes under the claims, taken from a file of the package.

The data is Natural Earth (public domain), cut and packed by ``scripts/build_basemap.py``; see
``maps/data/SOURCES.md``. Nothing is fetched and GDAL is not used.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from maps.land.tiles import COARSE, FINE, POLYGON_LAYERS, Level, Shapes, read_tiles

__all__ = ["Basemap", "BasemapLayer", "Bounds", "clip"]

Bounds = tuple[float, float, float, float]

# Past this side the detailed level only fattens the page: 30° on a 1500-pixel screen is 2 km a
# pixel, which is what the 1:50m scale of Natural Earth is drawn for.
_COARSE_FROM_DEG = 30.0

# A screen of 2000 pixels cannot show a detail of less than half of one of its pixels.
_DETAILS_PER_SIDE = 4000

# Points without which a line or a ring is none.
_LINE, _RING = 2, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class BasemapLayer:
    """One layer: the points of its parts, one part after the other, and how many each has.

    Points are rows of longitude and latitude in ``1 / scale`` degrees. The parts of a ``polygon``
    layer are closed rings, outer rings and holes alike: fill them together by the even-odd rule.
    """

    name: str
    kind: Literal["line", "polygon"]
    points: NDArray[np.int64]
    sizes: NDArray[np.int64]

    @property
    def parts(self) -> tuple[NDArray[np.int64], ...]:
        """Its parts as ``(n, 2)`` arrays."""
        return tuple(np.split(self.points, np.cumsum(self.sizes))[:-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Basemap:
    """What lies inside ``bounds`` (west, south, east, north in degrees), and who is to be credited.

    Layers, lowest first: ``land``, ``lakes``, ``rivers``, ``admin1``, ``coast``, ``borders`` and
    ``disputed`` (borders that are not agreed: draw them apart). Coordinates are integers in
    ``1 / scale`` degrees.
    """

    bounds: Bounds
    scale: int
    layers: tuple[BasemapLayer, ...]
    credit: str

    def layer(self, name: str) -> BasemapLayer:
        """Return the layer with this name; raise KeyError where there is none."""
        return {layer.name: layer for layer in self.layers}[name]


@lru_cache(maxsize=8)  # what a run writes in several forms and languages is of one extent
def clip(bounds: Bounds) -> Basemap:
    """Take the base map of an extent out of the package.

    Parameters
    ----------
    bounds
        West, south, east and north in degrees. Extents above 30° a side get the coarse level,
        smaller ones the detailed level, thinned to what a screen can show.

    Raises
    ------
    GeometryError
        Where ``bounds`` is not a box on the Earth. A box over the antimeridian counts as none:
        ask for its two halves.
    """
    _check(bounds)
    west, south, east, north = bounds
    side_deg = max(east - west, north - south)
    level = COARSE if side_deg > _COARSE_FROM_DEG else FINE
    with (
        files("maps").joinpath("data/basemap.zip").open("rb") as file,
        zipfile.ZipFile(file) as archive,
    ):
        shapes = read_tiles(archive, level, bounds)
    return Basemap(
        bounds=bounds,
        scale=level.units,
        layers=tuple(
            _layers(shapes, _box(bounds, level), level.units * side_deg / _DETAILS_PER_SIDE)
        ),
        credit="Base map: Natural Earth, public domain",
    )


def _check(bounds: Bounds) -> None:
    west, south, east, north = bounds
    if not (-180 <= west < east <= 180 and -90 <= south < north <= 90):
        raise GeometryError(
            f"bounds {bounds} are no box on the Earth; give west < east, south < north"
        )


def _box(bounds: Bounds, level: Level) -> BaseGeometry:
    west, south, east, north = (value * level.units for value in bounds)
    # Outwards to whole units, so that the smallest extent still has a surface.
    return shapely.box(math.floor(west), math.floor(south), math.ceil(east), math.ceil(north))


def _layers(
    shapes: dict[str, Shapes], box: BaseGeometry, tolerance: float
) -> Iterable[BasemapLayer]:
    # Tiles share their edges exactly, so the quick union for such coverages holds.
    land = shapely.coverage_union_all(shapes["land"])
    drawn = {
        "land": _rings(land, box),
        "lakes": _rings(shapely.coverage_union_all(shapes["lakes"]), box),
        "rivers": _lines(shapes["rivers"], box),
        "admin1": _lines(shapes["admin1"], box),
        # Cut as a line, so that the frame of the extent does not become a coast.
        "coast": _lines(shapely.get_parts(shapely.boundary(land)), box),
        "borders": _lines(shapes["borders"], box),
        "disputed": _lines(shapes["disputed"], box),
    }
    for name, shape in drawn.items():
        polygon = name in POLYGON_LAYERS
        # Lines may cross where they are thinned; to watch over that would take ten times as long.
        thinned = shapely.get_parts(shapely.simplify(shape, tolerance, preserve_topology=False))
        points, sizes = _laid(thinned, least=_RING if polygon else _LINE)
        kind: Literal["line", "polygon"] = "polygon" if polygon else "line"
        yield BasemapLayer(name=name, kind=kind, points=points, sizes=sizes)


def _rings(shape: BaseGeometry, box: BaseGeometry) -> BaseGeometry:
    # The quick cut may leave rings that touch themselves, which are filled like any other.
    return shapely.boundary(shapely.clip_by_rect(shape, *box.bounds))


def _lines(shapes: Shapes, box: BaseGeometry) -> BaseGeometry:
    west, south, east, north = shapely.bounds(shapes).T
    left, bottom, right, top = box.bounds
    within = (west >= left) & (south >= bottom) & (east <= right) & (north <= top)
    parts = [shapes[within], shapely.get_parts(shapely.clip_by_rect(shapes[~within], *box.bounds))]
    # Tiles cut lines in two; joined again they are shorter to write and simplify better.
    return shapely.line_merge(shapely.multilinestrings(np.concatenate(parts)))


def _laid(parts: Shapes, *, least: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the points of lines and how many each has; not of those that shrank to nothing."""
    xy, of = shapely.get_coordinates(parts, return_index=True)
    points = np.rint(xy).astype(np.int64)
    moves = np.zeros(len(points), bool)
    moves[1:] = (np.diff(points, axis=0) != 0).any(axis=1) & (np.diff(of) == 0)
    sizes = np.bincount(of, minlength=len(parts))
    lasting = (sizes >= least) & (np.bincount(of[moves], minlength=len(parts)) > 0)
    return points[lasting[of]], sizes[lasting]
