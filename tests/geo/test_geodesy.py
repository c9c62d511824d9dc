import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geodesy import (
    COMPASS,
    bearing_deg,
    destination,
    distance_m,
)


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
