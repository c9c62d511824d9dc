import subprocess
import sys

import pytest

from geo.errors import GeometryError
from geo.tables import to_table
from tests.zoo import GOMA, HAMA


def test_rows_become_a_table_with_their_columns_first():
    table = to_table([{"side": "a", "footprint": HAMA}, {"side": "b", "footprint": GOMA}])
    assert list(table.columns)[:3] == ["side", "lon", "lat"]
    assert table.crs.to_string() == "OGC:CRS84"
    assert list(table.geometry.x) == [HAMA.lon, GOMA.lon]


def test_no_rows_make_an_empty_table_with_a_crs():
    table = to_table([])
    assert len(table) == 0
    assert table.crs.to_string() == "OGC:CRS84"


def test_a_row_without_a_footprint_is_named():
    with pytest.raises(GeometryError, match="row 1"):
        to_table([{"footprint": HAMA}, {"footprint": None}])


def test_geo_is_imported_without_geopandas():
    code = "import geo.tables, geo.relations, sys; print('geopandas' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
