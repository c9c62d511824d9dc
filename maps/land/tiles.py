"""How the base map lies in its file: shapes cut into square tiles, one zip member a tile.

A member ``fine/03_07`` holds tile column 3, row 7 of the level ``fine``, counted from the corner
180 W 90 S. It lists the layers in the order of ``LAYERS``; each is the GeoArrow ragged form of its
shapes: how many parts, how many points each, then the points as 16-bit steps. The first step
starts at the tile's corner, every other at the point before it, over the borders of parts. Steps
are small, so deflate packs them well, and one ``cumsum`` brings a whole layer back.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

__all__ = [
    "COARSE",
    "FINE",
    "LAYERS",
    "POLYGON_LAYERS",
    "Level",
    "Shapes",
    "read_tiles",
    "write_tiles",
]

LAYERS = ("land", "lakes", "borders", "disputed", "admin1", "rivers")
POLYGON_LAYERS = frozenset({"land", "lakes"})

# Zip members carry a date; this one, the earliest a zip can hold, keeps two builds identical.
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)

Shapes = NDArray[np.object_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of detail: ``units`` to a degree and tiles of ``tile_deg`` degrees a side."""

    name: str
    units: int
    tile_deg: int

    def __post_init__(self) -> None:
        if self.units * self.tile_deg > np.iinfo(np.int16).max or 180 % self.tile_deg:
            raise ValueError(f"level {self.name!r}: a tile must divide 180° and fit 16-bit steps")

    @property
    def tile_units(self) -> int:
        """The side of a tile in units."""
        return self.units * self.tile_deg

    def corner(self, column: int, row: int) -> tuple[int, int]:
        """Return the south-west corner of a tile in units."""
        return column * self.tile_units - 180 * self.units, row * self.tile_units - 90 * self.units

    def tiles(
        self, west: float, south: float, east: float, north: float
    ) -> Iterator[tuple[int, int]]:
        """Give column and row of every tile that a box in degrees touches, row by row."""
        last_column, last_row = 360 // self.tile_deg - 1, 180 // self.tile_deg - 1
        for row in range(
            int((south + 90) // self.tile_deg), int((north + 90) // self.tile_deg) + 1
        ):
            for column in range(
                int((west + 180) // self.tile_deg), int((east + 180) // self.tile_deg) + 1
            ):
                if column <= last_column and row <= last_row:
                    yield column, row


FINE = Level(name="fine", units=1000, tile_deg=10)
COARSE = Level(name="coarse", units=100, tile_deg=60)


def write_tiles(path: Path, levels: Mapping[Level, Mapping[str, Iterable[BaseGeometry]]]) -> None:
    """Cut shapes into tiles and write them; the same shapes give the same bytes.

    Parameters
    ----------
    path
        The zip file to write.
    levels
        For each level, the shapes of each layer in degrees; a layer that is missing is empty.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for level, layers in levels.items():
            grids = {name: _on_grid(level, layers.get(name, ()), name) for name in LAYERS}
            for column, row in level.tiles(-180, -90, 180, 90):
                pieces = [_cut(level, grids[name], column, row, name) for name in LAYERS]
                if any(map(len, pieces)):
                    member = zipfile.ZipInfo(_member(level, column, row), _ZIP_EPOCH)
                    member.compress_type = zipfile.ZIP_DEFLATED
                    corner = level.corner(column, row)
                    archive.writestr(member, _encode(corner, pieces), compresslevel=9)


def read_tiles(
    archive: zipfile.ZipFile, level: Level, bounds: tuple[float, float, float, float]
) -> dict[str, Shapes]:
    """Read the shapes, in units, of every tile that ``bounds`` (west to north) touches."""
    found: dict[str, list[Shapes]] = {name: [] for name in LAYERS}
    members = set(archive.namelist())
    for column, row in level.tiles(*bounds):
        if _member(level, column, row) in members:
            packed = archive.read(_member(level, column, row))
            for name, shapes in _decode(level.corner(column, row), packed):
                found[name].append(shapes)
    return {name: np.concatenate([np.empty(0, object), *many]) for name, many in found.items()}


def _member(level: Level, column: int, row: int) -> str:
    return f"{level.name}/{column:02}_{row:02}"


def _on_grid(level: Level, shapes: Iterable[BaseGeometry], layer: str) -> Shapes:
    scaled = shapely.transform(np.array(list(shapes), object), lambda xy: xy * level.units)
    if layer in POLYGON_LAYERS:
        # Some of the source's polygons overlap (land in the Gulf, lakes drawn twice).
        return _parts(np.array([shapely.union_all(scaled, grid_size=1)]), layer)
    return _parts(shapely.set_precision(scaled, 1), layer)


def _parts(shapes: Shapes, layer: str) -> Shapes:
    """Take collections apart and keep what the layer is made of, without leftovers of a cut."""
    single = shapely.get_parts(shapely.get_parts(shapes))
    kind = (
        shapely.GeometryType.POLYGON if layer in POLYGON_LAYERS else shapely.GeometryType.LINESTRING
    )
    kept: Shapes = single[(shapely.get_type_id(single) == kind) & ~shapely.is_empty(single)]
    return kept


def _cut(level: Level, shapes: Shapes, column: int, row: int, layer: str) -> Shapes:
    x, y = level.corner(column, row)
    tile = shapely.box(x, y, x + level.tile_units, y + level.tile_units)
    near = shapes[shapely.intersects(shapes, tile)]
    # The grid keeps both sides of a cut on the same integers, so reading can join them again.
    return _parts(shapely.intersection(near, tile, grid_size=1), layer)


def _encode(corner: tuple[int, int], pieces: Sequence[Shapes]) -> bytes:
    return b"".join(_encode_layer(corner, shapes) for shapes in pieces)


def _encode_layer(corner: tuple[int, int], shapes: Shapes) -> bytes:
    if not len(shapes):
        return np.zeros(1, "<u4").tobytes()
    _, points, offsets = shapely.to_ragged_array(shapes, include_z=False)
    steps = np.diff(np.rint(points).astype(np.int64), axis=0, prepend=np.array([corner]))
    # Offsets run from the innermost outwards: points in rings, then rings in polygons.
    counts = [np.diff(each).astype("<u4") for each in reversed(offsets)]
    head = np.array([len(shapes)], "<u4")
    return b"".join(array.tobytes() for array in (head, *counts, steps.astype("<i2")))


def _decode(corner: tuple[int, int], packed: bytes) -> Iterator[tuple[str, Shapes]]:
    at = 0

    def take(count: int, kind: str) -> NDArray[np.int64]:
        nonlocal at
        array = np.frombuffer(packed, kind, count, at)
        at += array.nbytes
        return array.astype(np.int64)

    for layer in LAYERS:
        count = int(take(1, "<u4")[0])
        if not count:
            continue
        depth = 2 if layer in POLYGON_LAYERS else 1
        offsets: list[NDArray[np.int64]] = []
        for _ in range(depth):
            counts = take(count, "<u4")
            offsets.insert(0, np.concatenate([[0], np.cumsum(counts)]))
            count = int(counts.sum())
        points = np.cumsum(take(2 * count, "<i2").reshape(-1, 2), axis=0) + corner
        kind = shapely.GeometryType.POLYGON if depth == 2 else shapely.GeometryType.LINESTRING
        yield layer, shapely.from_ragged_array(kind, points.astype(float), tuple(offsets))
