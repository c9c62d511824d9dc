"""The radii of a footprint, and the weights of its readings."""

import math
import pickle
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from geo import relations
from geo.anchors import core
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.projection import Plane
from geo.sampling import from_disc
from geo.spread import Sample
from geo.stated import stated
from tests.geo.phrases import everything
from tests.zoo import (
    ALEPPO,
    ANADYR,
    GOMA,
    HAMA,
    LONGYEARBYEN,
    M5_HAMA_ALEPPO,
    PROVINCE,
    TAVEUNI,
    line,
    point,
    square,
)


def on_earth(shape: shapely.Geometry) -> Footprint:
    geometry = Plane(lon=HAMA.lon, lat=HAMA.lat).to_earth(shape)
    return replace(HAMA, geometry=geometry, uncertainty_m=1e6)


@pytest.mark.parametrize(
    ("shape", "half_m", "most_m"),
    [
        (shapely.Point(0, 0).buffer(10_000, quad_segs=64), 7_071, 9_487),
        (shapely.box(-10_000, -10_000, 10_000, 10_000), 7_979, 11_150),
        (shapely.LineString([(-10_000, 0), (10_000, 0)]), 5_000, 9_000),
        (shapely.MultiLineString([[(0, 0), (0, 9_000)], [(0, 0), (0, -1_000)]]), 4_000, 8_000),
        (
            shapely.Point(0, 0).buffer(10_000).difference(shapely.Point(0, 0).buffer(9_900)),
            9_950,
            9_990,
        ),
    ],
    ids=["disc", "square", "line", "two lines", "thin ring"],
)
def test_radii_of_a_shape_are_those_of_its_area_or_length(shape, half_m, most_m):
    # The radii rather hold too much: up to 2.5 % of the area more than they say.
    found = on_earth(shape)
    assert half_m * 0.999 <= found.u50_m <= half_m * 1.05
    assert most_m * 0.999 <= found.u90_m <= most_m * 1.03


def test_a_point_stands_for_a_disc():
    assert (HAMA.u50_m, HAMA.u90_m) == pytest.approx((4_000 * 0.5**0.5, 4_000 * 0.9**0.5))


def test_a_plain_distance_has_its_radii_where_the_distance_is():
    ring = relations.ring(point(0, 0, 10), name="X", least_m=15_000, greatest_m=15_000)
    assert ring.u50_m == pytest.approx(15_000, rel=0.01)
    # 2.5 km of error to each side, alike: nine tenths lie within four fifths of it.
    assert ring.u90_m == pytest.approx(15_000 + 0.8 * 2_500, rel=0.01)


@pytest.mark.parametrize("town", [point(36.758, 35.132, 3_000), square(36.758, 35.132, 3_000)])
def test_north_of_a_town_what_lies_nearer_is_likelier_and_marked(town):
    north = relations.offset(town, name="X", directions=("north",))
    plane = Plane(lon=town.lon, lat=town.lat)
    likely = plane.to_plane(shapely.MultiPoint(north.sample.points))
    away = shapely.distance(core(town, plane), shapely.get_parts(likely))
    reach = relations.HEADING_REACH_M
    assert np.mean(away) == pytest.approx(reach / 3, rel=0.05)
    assert np.quantile(away, 0.9) == pytest.approx(reach * (1 - 0.1**0.5), rel=0.05)
    marked = shapely.distance(
        core(town, plane), plane.to_plane(shapely.Point(north.lon, north.lat))
    )
    assert reach / 4 <= marked <= reach / 2


def test_an_open_distance_is_likely_just_beyond_what_is_stated():
    ring = relations.ring(point(0, 0, 10), name="X", least_m=20_000, greatest_m=math.inf)
    assert ring.uncertainty_m == pytest.approx(40_000, abs=20)
    # An exponential fall over a quarter of the 20 km that are drawn: half within ln 2 of it.
    assert ring.u50_m == pytest.approx(20_000 + 5_000 * math.log(2), rel=0.02)
    assert ring.u90_m == pytest.approx(20_000 + 5_000 * math.log(10), rel=0.04)


@pytest.mark.parametrize(
    "anchor", [HAMA, GOMA, ANADYR, TAVEUNI, LONGYEARBYEN, PROVINCE, M5_HAMA_ALEPPO]
)
def test_half_lies_within_most_and_most_within_everything(anchor):
    for found in [anchor, *everything(anchor)]:
        assert 0 < found.u50_m < found.u90_m <= found.uncertainty_m, found.note


@pytest.mark.parametrize("anchor", [HAMA, TAVEUNI, LONGYEARBYEN, PROVINCE])
def test_likely_points_lie_in_the_shape_but_for_errors_of_heading(anchor):
    for found in everything(anchor):
        if found.sample is not None:
            inside = shapely.contains_xy(found.geometry.buffer(1e-6), found.sample.points)
            assert np.mean(inside) >= 0.9, found.note


def radii(anchor: Footprint) -> list[float]:
    return [radius for found in everything(anchor) for radius in (found.u50_m, found.u90_m)]


@settings(max_examples=10)
@given(lon=st.floats(-179.99, 179.99), lat=st.floats(-80, 80))
@example(lon=180, lat=-16.87)
@example(lon=-180, lat=78.2)
def test_radii_are_the_same_at_every_longitude(lon, lat):
    assert radii(point(lon, lat, 4_000)) == pytest.approx(radii(point(0, lat, 4_000)), rel=0.005)


@pytest.mark.parametrize("winds", ["north east south west", "northeast southeast northwest"])
@pytest.mark.parametrize("lat", [0, 35, -60, 78])
def test_radii_of_a_sector_do_not_change_with_its_direction(winds, lat):
    anchor = point(10, lat, 4_000)
    found = [
        relations.offset(anchor, name="X", directions=(w,), least_m=15_000, greatest_m=15_000)
        for w in winds.split()
    ]
    for name in ("u50_m", "u90_m"):
        sizes = [getattr(each, name) for each in found]
        assert sizes == pytest.approx([sizes[0]] * len(sizes), rel=0.005)


@given(length=st.floats(1_000, 80_000), radius=st.floats(200, 8_000), edge=st.booleans())
def test_a_turned_phrase_has_the_same_points_turned(length, radius, edge):
    lengths = stated(length, length)
    north, east = (
        from_disc(radius, lengths, directions=(wind,), from_edge=edge) for wind in ("north", "east")
    )
    turned = np.column_stack([north[:, 1], -north[:, 0]])
    assert np.allclose(east, turned, atol=0.01)


def test_the_same_phrase_has_the_same_points_each_time():
    first, again = everything(HAMA), everything(HAMA)
    assert first == again
    for one, other in zip(first, again, strict=True):
        assert (one.sample is None) == (other.sample is None)
        if one.sample is not None:
            assert np.array_equal(one.sample.points, other.sample.points)


def test_the_points_of_a_phrase_are_drawn_when_they_are_asked_for_and_once():
    drawn = []
    sample = Sample(lambda: drawn.append(1) or np.zeros((3, 2)))
    found = replace(relations.near(HAMA, name="Hama"), sample=sample)
    assert not drawn
    assert found.u50_m > 0
    assert found.sample.points is sample.points
    assert drawn == [1]


def test_a_phrase_is_handed_on_between_processes_with_its_points():
    for found in everything(HAMA):
        handed = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own
        assert (handed, handed.u90_m) == (found, found.u90_m)


def test_radii_follow_where_a_footprint_is_moved_to():
    road = relations.along(M5_HAMA_ALEPPO, name="the M5")
    moved = replace(road, lon=HAMA.lon, lat=HAMA.lat, uncertainty_m=130_000)
    assert moved.u90_m > 1.5 * road.u90_m


def test_a_line_that_turns_back_on_a_point_still_has_radii():
    there_and_back = line((36.758, 35.132), (36.758, 35.142), (36.758, 35.132))
    assert 0 < there_and_back.u50_m < there_and_back.u90_m < 2_000


def test_a_footprint_survives_being_pickled():
    ring = relations.ring(HAMA, name="Hama", least_m=15_000, greatest_m=15_000)
    again = pickle.loads(pickle.dumps(ring))  # noqa: S301 - our own bytes
    assert again == ring
    assert again.u90_m == ring.u90_m


def test_weights_of_all_readings_sum_to_one():
    town = replace(HAMA, weight=0.7, alternatives=(replace(GOMA, weight=0.3),))
    assert [town.weight, town.alternatives[0].weight] == pytest.approx([0.7, 0.3])
    more = replace(town, alternatives=(*town.alternatives, ALEPPO))
    assert [more.weight, *(other.weight for other in more.alternatives)] == pytest.approx(
        [0.35, 0.15, 0.5]
    )


def test_readings_of_a_reading_join_the_list():
    part = replace(HAMA, weight=0.7, alternatives=(replace(GOMA, weight=0.3),))
    found = replace(ALEPPO, alternatives=(part,))
    assert [other.lon for other in found.alternatives] == [HAMA.lon, GOMA.lon]
    assert [other.weight for other in found.alternatives] == pytest.approx([0.35, 0.15])
    assert found.weight == pytest.approx(0.5)


@pytest.mark.parametrize(
    "wrong",
    [
        {"weight": 0.0},
        {"weight": 1.5},
        {"lat": 91},
        {"uncertainty_m": 0},
        {"uncertainty_m": math.inf},
        {"geometry": shapely.Point()},
    ],
)
def test_what_is_no_footprint_is_refused(wrong):
    with pytest.raises(GeometryError):
        replace(HAMA, **wrong)
