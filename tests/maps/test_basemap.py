"""The base map: what a reader sees under the claims, and that it is cheap to carry."""

from __future__ import annotations

import zipfile
import zlib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geo.errors import FrontmapError
from maps.land.basemap import Basemap, clip
from maps.land.tiles import COARSE, FINE, LAYERS, Level, read_tiles, write_tiles

SYRIA = (34.5, 31.5, 43.5, 38.0)


def surface(basemap: Basemap, name: str) -> BaseGeometry:
    """Fill a polygon layer by the even-odd rule, in degrees."""
    rings = [shapely.Polygon(part / basemap.scale) for part in basemap.layer(name).parts]
    # What is made valid by its lines is what the even-odd rule fills.
    return shapely.make_valid(shapely.MultiPolygon(rings))


def lines(basemap: Basemap, name: str) -> BaseGeometry:
    return shapely.MultiLineString([part / basemap.scale for part in basemap.layer(name).parts])


@pytest.mark.parametrize(
    ("bounds", "lon", "lat", "dry"),
    [
        (SYRIA, 36.76, 35.13, True),  # Hama
        (SYRIA, 35.0, 35.0, False),  # the sea off Latakia
        ((30.0, 44.0, 40.0, 50.0), 36.5, 46.0, False),  # the Sea of Azov
        ((30.0, 44.0, 40.0, 50.0), 34.1, 45.3, True),  # Crimea
        ((40.0, 30.0, 60.0, 50.0), 51.0, 42.0, False),  # the Caspian, a hole in the land
        ((-180.0, -90.0, 180.0, 90.0), 32.5, 15.6, True),  # Khartoum, coarse level
        ((-180.0, -90.0, 180.0, 90.0), -30.0, 30.0, False),  # the Atlantic, coarse level
        ((0.0, -60.0, 180.0, -1.0), 178.0, -38.3, True),  # New Zealand, at the last tile
    ],
)
def test_land_is_where_land_is(bounds, lon, lat, dry):
    assert surface(clip(bounds), "land").contains(shapely.Point(lon, lat)) is dry


def test_coast_lies_between_latakia_and_the_sea():
    assert lines(clip(SYRIA), "coast").intersects(shapely.LineString([(35.0, 35.5), (36.0, 35.5)]))


def test_border_of_syria_and_turkey_runs_between_azaz_and_kilis():
    crossing = shapely.LineString([(37.04, 36.58), (37.12, 36.72)])
    assert lines(clip(SYRIA), "borders").intersects(crossing)


def test_border_of_hama_governorate_runs_south_of_khan_shaykhun():
    crossing = shapely.LineString([(36.65, 35.44), (36.72, 35.25)])  # to Suran
    assert lines(clip(SYRIA), "admin1").intersects(crossing)


def test_lines_that_are_not_agreed_stand_apart_from_borders():
    golan = shapely.LineString([(35.70, 33.10), (35.95, 33.10)])
    basemap = clip(SYRIA)
    assert lines(basemap, "disputed").intersects(golan)
    assert not lines(basemap, "borders").intersects(golan)


def test_border_that_is_accepted_but_not_marked_is_a_border():
    to_tripoli = shapely.LineString([(35.95, 34.55), (36.10, 34.75)])  # Syria and Lebanon
    assert lines(clip(SYRIA), "borders").intersects(to_tripoli)


def test_euphrates_passes_raqqa_and_lake_assad_is_a_lake():
    basemap = clip(SYRIA)
    raqqa = shapely.Point(39.01, 35.95).buffer(0.1)
    assert lines(basemap, "rivers").intersects(raqqa)
    assert surface(basemap, "lakes").contains(shapely.Point(38.2, 36.0))


@pytest.mark.parametrize("bounds", [SYRIA, (30.0, 30.0, 40.0, 40.0), (25.0, 35.0, 33.0, 41.0)])
def test_frame_and_tile_edges_do_not_become_coast(bounds):
    # An island's shore may run exactly along 36° E, but not for 20 km.
    for part in clip(bounds).layer("coast").parts:
        for (x0, y0), (x1, y1) in pairwise(part.tolist()):
            assert not (x0 == x1 and abs(y1 - y0) > 200), (x0, y0, y1)
            assert not (y0 == y1 and abs(x1 - x0) > 200), (y0, x0, x1)


def test_land_has_no_seam_where_tiles_meet():
    over_the_seam = clip((38.0, 38.0, 42.0, 42.0))  # four tiles meet at 40 E 40 N, all land
    assert sum(len(part) for part in over_the_seam.layer("land").parts) < 200
    assert surface(over_the_seam, "land").contains(shapely.box(39.9, 39.9, 40.1, 40.1))


def test_map_of_a_country_costs_at_most_30_kb():
    points = np.concatenate([layer.points for layer in clip(SYRIA).layers])
    assert len(zlib.compress(np.diff(points, axis=0).astype("<i2").T.tobytes())) <= 30_000


def test_packaged_file_is_at_most_4_mb():
    assert (Path(__file__).parents[2] / "maps" / "data" / "basemap.zip").stat().st_size <= 4_000_000


def test_two_readings_give_the_same_layers():
    first = clip(SYRIA)
    clip.cache_clear()
    for one, other in zip(first.layers, clip(SYRIA).layers, strict=True):
        assert one is not other
        assert np.array_equal(one.points, other.points)
        assert np.array_equal(one.sizes, other.sizes)


def test_credit_names_natural_earth():
    assert "Natural Earth" in clip(SYRIA).credit


@pytest.mark.parametrize(
    "bounds",
    [
        (43.5, 31.5, 34.5, 38.0),  # west of east swapped, or over the antimeridian
        (34.5, 38.0, 43.5, 31.5),
        (34.5, 31.5, 34.5, 38.0),
        (-190.0, 0.0, 0.0, 10.0),
        (float("nan"), 0.0, 1.0, 1.0),
    ],
)
def test_bounds_that_are_no_box_are_refused_in_one_line(bounds):
    with pytest.raises(FrontmapError, match=r"bounds .* give west < east") as caught:
        clip(bounds)
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, ValueError)


@settings(max_examples=40, deadline=None)
@given(
    west=st.floats(-180, 179.9),
    south=st.floats(-90, 89.9),
    width=st.floats(0.0001, 29),
    height=st.floats(0.0001, 29),
)
@example(west=39.9999, south=39.9999, width=0.0001, height=0.0001)  # the meeting of four tiles
@example(west=170.0, south=80.0, width=10.0, height=10.0)  # the last tile
@example(west=-180.0, south=-90.0, width=10.0, height=10.0)  # the first tile
def test_any_extent_can_be_clipped_and_nothing_lies_outside(west, south, width, height):
    east, north = min(180, west + width), min(90, south + height)
    basemap = clip((west, south, east, north))
    grid = 1 / basemap.scale
    for layer in basemap.layers:
        for part in layer.parts:
            assert part[:, 0].min() / basemap.scale >= west - grid
            assert part[:, 0].max() / basemap.scale <= east + grid
            assert part[:, 1].min() / basemap.scale >= south - grid
            assert part[:, 1].max() / basemap.scale <= north + grid
            if layer.kind == "polygon":
                assert (part[0] == part[-1]).all()


LAKE_WITH_ISLAND = shapely.box(8, 8, 13, 12) - shapely.box(9, 9, 11, 11)
TINY = {
    "land": [shapely.box(-5, -5, 25, 15)],
    "lakes": [LAKE_WITH_ISLAND, LAKE_WITH_ISLAND],  # drawn twice, as in the source
    "borders": [shapely.LineString([(-3, 1.5), (22.25, 1.5)])],
}


def test_tiles_give_back_what_was_written(tmp_path):
    write_tiles(tmp_path / "t.zip", {FINE: TINY})
    with zipfile.ZipFile(tmp_path / "t.zip") as archive:
        shapes = read_tiles(archive, FINE, (-10, -10, 30, 20))
    read = {name: shapely.union_all(shapes[name]) for name in LAYERS}
    for name, geometries in TINY.items():
        expected = shapely.transform(shapely.union_all(geometries), lambda xy: xy * FINE.units)
        assert read[name].equals(expected)
        # Pieces do not overlap: what is drawn twice in the source is there once.
        assert sum(shapely.area(shapes[name])) == pytest.approx(expected.area)
    assert read["rivers"].is_empty


def test_only_the_tiles_that_are_touched_are_read(tmp_path):
    write_tiles(tmp_path / "t.zip", {FINE: TINY})
    with zipfile.ZipFile(tmp_path / "t.zip") as archive:
        shapes = read_tiles(archive, FINE, (12, 2, 18, 8))
    assert shapely.total_bounds(shapes["land"]).tolist() == [10_000, 0, 20_000, 10_000]


def test_same_shapes_give_the_same_bytes(tmp_path):
    for name in ("a.zip", "b.zip"):
        write_tiles(tmp_path / name, {FINE: TINY, COARSE: TINY})
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        assert {member.date_time[0] for member in archive.infolist()} == {1980}  # no clock


@pytest.mark.parametrize(("units", "tile_deg"), [(10_000, 10), (1000, 7)])
def test_level_whose_tiles_do_not_fit_is_refused(units, tile_deg):
    with pytest.raises(ValueError, match="16-bit"):
        Level(name="x", units=units, tile_deg=tile_deg)
