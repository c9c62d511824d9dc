"""Footprints as a table for export, plotting and notebooks: the rim where GeoDataFrames begin."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from geo.errors import GeometryError
from geo.footprint import Footprint

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

__all__ = ["CRS", "to_table"]

CRS = "OGC:CRS84"
_COLUMNS = ("lon", "lat", "uncertainty_m", "method", "note")


def to_table(rows: Iterable[Mapping[str, Any]]) -> GeoDataFrame:
    """Turn rows that each hold a footprint into a table with its geometry.

    Parameters
    ----------
    rows
        Mappings with the key ``footprint`` and any further columns, which come first and keep
        their order.

    Returns
    -------
    A ``GeoDataFrame`` on ``OGC:CRS84`` with the columns of the rows, then ``lon``, ``lat``,
    ``uncertainty_m``, ``method``, ``note`` of the footprint (a column of the row wins), then
    ``geometry``. No rows give an empty table.

    Raises
    ------
    GeometryError
        Where a row has no footprint.
    """
    # geopandas takes half a second to import; the command line must not pay for it on --help.
    import geopandas as gpd

    flat, shapes = [], []
    for number, row in enumerate(rows):
        footprint = row.get("footprint")
        if not isinstance(footprint, Footprint):
            raise GeometryError(f"row {number} has no footprint; resolve its place first")
        rest = {key: value for key, value in row.items() if key != "footprint"}
        stated = {name: getattr(footprint, name) for name in _COLUMNS if name not in rest}
        flat.append(rest | stated)
        shapes.append(footprint.geometry)
    return gpd.GeoDataFrame(flat, geometry=shapes, crs=CRS)
