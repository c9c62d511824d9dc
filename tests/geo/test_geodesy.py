import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geodesy import (
    COMPASS,
    bearing_deg,
    coordinate_precision_m,
    destination,
    distance_at_heading_uncertainty_m,
    distance_m,
    distance_only_uncertainty_m,
    distance_precision,
)


def test_a_rounded_coordinate_is_as_far_off_as_the_guide_prints():
    assert f"{coordinate_precision_m(precision_deg=0.01, lat=10.27) / 1000:.3f}" == "1.557"


def test_ten_kilometres_north_east_is_as_uncertain_as_the_guide_prints():
    radius = distance_at_heading_uncertainty_m(distance_m=10_000, half_width_deg=22.5)
    assert f"{radius / 1000:.2f}" == "3.90"


def test_all_errors_of_a_distance_at_a_heading_add_up_as_the_guide_prints():
    radius = distance_at_heading_uncertainty_m(
        distance_m=10_000,
        half_width_deg=22.5,
        radial_m=3_000,
        precision_m=1_000,
        datum_m=79,
        coordinate_m=40,
    )
    assert f"{radius / 1000:.3f}" == "6.210"


def test_a_distance_without_direction_is_the_sum_of_everything():
    parts = {"precision_m": 500, "radial_m": 6_000, "datum_m": 79, "measurement_m": 10}
    assert distance_only_uncertainty_m(distance_m=15_000, coordinate_m=40, **parts) == 21_629


@pytest.mark.parametrize(
    ("stated", "half_precision"),
    [
        (10.1, 0.05),
        (10.5, 0.25),
        (10.25, 0.125),
        (10.75, 0.125),
        (10, 0.5),
        (15, 0.5),
        (30, 0.5),
        (33, 0.5),
        (100, 5),
        (140, 5),
        (200, 5),
        (1000, 50),
    ],
)
def test_distance_precision_follows_the_table_of_the_guide(stated, half_precision):
    assert distance_precision(stated) == pytest.approx(half_precision)


@pytest.mark.parametrize(
    ("word", "bearing", "half_width"),
    [
        ("north", 0, 45),
        ("northern", 0, 45),
        ("north-east", 45, 22.5),
        ("northeastern", 45, 22.5),
        ("south-western", 225, 22.5),
        ("north-northeast", 22.5, 11.25),
        ("west-southwest", 247.5, 11.25),
        ("westward", 270, 45),
        ("eastwards", 90, 45),
        ("northwesterly", 315, 22.5),
    ],
)
def test_compass_words_have_the_bearing_and_width_of_the_guide(word, bearing, half_width):
    assert COMPASS[word] == (bearing, half_width)


def test_all_sixteen_winds_cover_the_circle_evenly():
    assert sorted({bearing for bearing, _ in COMPASS.values()}) == [22.5 * i for i in range(16)]


@given(
    lon=st.floats(-180, 180),
    lat=st.floats(-80, 80),
    bearing=st.floats(0, 359.9),
    length=st.floats(10, 100_000),
)
def test_walking_a_distance_is_measured_as_that_distance_and_bearing(lon, lat, bearing, length):
    there = destination(lon=lon, lat=lat, bearing_deg=bearing, distance_m=length)
    back = {"lon": lon, "lat": lat, "to_lon": there[0], "to_lat": there[1]}
    assert distance_m(**back) == pytest.approx(length, abs=0.01)
    turn = (bearing_deg(**back) - bearing + 180) % 360 - 180
    assert abs(turn) < 1e-3


@pytest.mark.parametrize(("lon", "lat"), [(181, 0), (0, 91), (math.nan, 0)])
def test_a_coordinate_off_the_earth_is_refused(lon, lat):
    with pytest.raises(GeometryError, match="not on the Earth"):
        destination(lon=lon, lat=lat, bearing_deg=0, distance_m=1)
