"""The base map: land, borders, rivers and lakes under the claims, taken from a file of the package.

The data is Natural Earth (public domain), cut and packed by ``scripts/build_basemap.py``; see
``maps/data/SOURCES.md``. Nothing is fetched and GDAL is not used.
"""

from __future__ import annotations

import math
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geo.errors import GeometryError
from maps.tiles import COARSE, FINE, POLYGON_LAYERS, Level, Shapes, read_tiles

__all__ = ["Basemap", "BasemapLayer", "Bounds", "clip", "to_payload"]

Bounds = tuple[float, float, float, float]

# Past this side the detailed level only fattens the page: 30° on a 1500-pixel screen is 2 km a
# pixel, which is what the 1:50m scale of Natural Earth is drawn for.
_COARSE_FROM_DEG = 30.0

# A screen of 2000 pixels cannot show a detail of less than half of one of its pixels.
_DETAILS_PER_SIDE = 4000


@dataclass(frozen=True, slots=True, kw_only=True)
class BasemapLayer:
    """One layer: its parts as ``(n, 2)`` arrays of longitude and latitude in ``1 / scale`` degrees.

    The parts of a ``polygon`` layer are closed rings, outer rings and holes alike: fill them
    together by the even-odd rule.
    """

    name: str
    kind: Literal["line", "polygon"]
    parts: tuple[NDArray[np.int64], ...]


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


def to_payload(basemap: Basemap) -> dict[str, object]:
    """Write a base map as plain lists for the page.

    ``{"scale": 1000, "layers": {"land": [[x0, y0, dx, dy, ...], ...], ...}}``: the first pair of
    each part is its start, every other pair the step from the point before.
    """
    return {
        "scale": basemap.scale,
        "layers": {
            layer.name: [
                np.diff(part, axis=0, prepend=np.zeros((1, 2), np.int64)).ravel().tolist()
                for part in layer.parts
            ]
            for layer in basemap.layers
        },
    }


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
        "land": shapely.intersection(land, box),
        "lakes": shapely.intersection(shapely.coverage_union_all(shapes["lakes"]), box),
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
        simple = shapely.simplify(shape, tolerance, preserve_topology=polygon)
        thinned = shapely.get_parts(simple)
        parts = shapely.get_rings(thinned) if polygon else thinned
        yield BasemapLayer(name=name, kind="polygon" if polygon else "line", parts=_arrays(parts))


def _lines(shapes: Shapes, box: BaseGeometry) -> BaseGeometry:
    inside = shapely.clip_by_rect(shapes, *box.bounds)
    # Tiles cut lines in two; joined again they are shorter to write and simplify better.
    return shapely.line_merge(shapely.multilinestrings(shapely.get_parts(inside)))


def _arrays(parts: Shapes) -> tuple[NDArray[np.int64], ...]:
    arrays = (np.rint(shapely.get_coordinates(part)).astype(np.int64) for part in parts)
    return tuple(array for array in arrays if len(array) > 1 and np.ptp(array, axis=0).any())
