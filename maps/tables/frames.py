"""Claims as a table of geopandas, and from it GeoPackage and GeoParquet."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from claims.situation import Situation
from geo.tables import CRS
from maps.beside.credits import credits_in
from maps.beside.labels import limits
from maps.errors import ExtraMissingError
from maps.tables.rows import COLUMNS, rows_of
from maps.text import plain

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

__all__ = ["claims_frame", "gpkg", "parquet"]

_WHOLE = ("char_start", "char_end", "place_start", "place_end", "uncertainty_m", "voices")
_CLOCK = "OGR_CURRENT_DATE"


def claims_frame(situation: Situation) -> GeoDataFrame:
    """Return all claims as a table on ``OGC:CRS84``; what has no place has no geometry."""
    import geopandas as gpd

    rows = list(rows_of(situation))
    cells = {name: [row.cells[name] for row in rows] for name in COLUMNS}
    frame = gpd.GeoDataFrame(cells, geometry=[row.shape for row in rows], crs=CRS)
    # Without a type of their own, whole numbers with a gap would turn into fractions.
    return frame.astype(dict.fromkeys(_WHOLE, "Int64"))


def gpkg(situation: Situation, *, title: str) -> bytes:
    """Return a GeoPackage with the layer ``claims``.

    Title, credits and limits stand in ``gpkg_contents.description`` of the layer, which every
    programme shows first, and as the metadata of the whole file (table ``gpkg_metadata``).
    """
    import pyogrio

    # Old programmes know EPSG:4326 alone; in a GeoPackage it too has longitude first.
    frame = claims_frame(situation).set_crs("EPSG:4326", allow_override=True)
    about = _about(situation, title)
    with tempfile.TemporaryDirectory() as folder, _clock(situation.as_of):
        path = Path(folder) / "claims.gpkg"
        pyogrio.write_dataframe(
            frame,
            path,
            layer="claims",
            driver="GPKG",
            geometry_type="Unknown",
            dataset_metadata=about,
            layer_options={
                "IDENTIFIER": about["title"] or "claims",
                "DESCRIPTION": f"{about['credits']}. {limits()}",
            },
        )
        return path.read_bytes()


def parquet(situation: Situation, *, title: str) -> bytes:
    """Return GeoParquet 1.0 with title, credits and limits under ``frontmap`` in its schema.

    Raises
    ------
    ExtraMissingError
        Where pyarrow is not installed.
    """
    try:
        import pyarrow.parquet as pq
    except ImportError:
        raise ExtraMissingError("Parquet", "pyarrow") from None
    bare, written = io.BytesIO(), io.BytesIO()
    claims_frame(situation).to_parquet(bare, index=False)
    table = pq.read_table(bare)
    about = json.dumps(_about(situation, title), ensure_ascii=False, sort_keys=True)
    metadata = {**(table.schema.metadata or {}), b"frontmap": about.encode("utf-8")}
    pq.write_table(table.replace_schema_metadata(metadata), written)
    return written.getvalue()


def _about(situation: Situation, title: str) -> dict[str, str]:
    return {
        "title": plain(title),
        "as_of": situation.as_of.isoformat() if situation.as_of else "",
        "credits": plain("; ".join(credits_in(situation))),
        "limits": limits(),
    }


@contextmanager
def _clock(as_of: datetime | None) -> Iterator[None]:
    """Let GDAL write the moment of the map as the time of the last change: equal in, equal out."""
    import pyogrio

    moment = (as_of or datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC)
    before = pyogrio.get_gdal_config_option(_CLOCK)
    pyogrio.set_gdal_config_options({_CLOCK: moment.strftime("%Y-%m-%dT%H:%M:%S.000Z")})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({_CLOCK: before})
