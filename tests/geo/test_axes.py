import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.axes import axis_of_advance, head_only
from geo.errors import GeometryError
from geo.geodesy import destination, distance_m
from geo.projection import Plane
from tests.zoo import ALEPPO, HAMA, point


@given(
    lon=st.floats(-170, 170),
    lat=st.floats(-70, 70),
    bearing=st.floats(0, 360),
    length=st.floats(2_000, 200_000),
    bend=st.floats(-0.35, 0.35),
)
def test_every_arrow_is_one_valid_polygon(lon, lat, bearing, length, bend):
    end = destination(lon=lon, lat=lat, bearing_deg=bearing, distance_m=length)
    arrow = axis_of_advance(point(lon, lat, 1), point(*end, 1), bend)
    assert arrow.is_valid
    assert arrow.geom_type == "Polygon"


def test_the_tip_stops_three_percent_short_of_the_goal():
    arrow = axis_of_advance(HAMA, ALEPPO)
    whole = distance_m(lon=HAMA.lon, lat=HAMA.lat, to_lon=ALEPPO.lon, to_lat=ALEPPO.lat)
    plane = Plane(lon=ALEPPO.lon, lat=ALEPPO.lat)
    gap = plane.to_plane(arrow).distance(shapely.Point(0, 0))
    assert gap == pytest.approx(0.03 * whole, rel=0.02)


def test_arrows_bent_to_both_sides_fan_out():
    left, right = (axis_of_advance(HAMA, ALEPPO, bend).centroid for bend in (-0.15, 0.15))
    assert left.x < right.x


def test_a_head_alone_is_as_long_as_asked_and_shows_no_tail():
    mark = head_only(HAMA, 180, 5_000)
    plane = Plane(lon=HAMA.lon, lat=HAMA.lat)
    flat = plane.to_plane(mark)
    assert mark.is_valid
    assert flat.bounds[1] == pytest.approx(0.03 * 5_000, abs=1)
    assert flat.bounds[3] == pytest.approx(5_000, abs=1)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: axis_of_advance(HAMA, HAMA),
        lambda: axis_of_advance(HAMA, ALEPPO, 0.9),
        lambda: head_only(HAMA, 0, 0),
    ],
)
def test_an_arrow_without_a_shape_is_refused(wrong):
    with pytest.raises(GeometryError):
        wrong()
