import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st

from geo.errors import GeometryError
from geo.geodesy import destination, distance_m
from geo.projection import Plane
from tests.zoo import LONGYEARBYEN, TAVEUNI


@given(
    lon=st.floats(-180, 180),
    lat=st.floats(-85, 85),
    bearing=st.floats(0, 360),
    length=st.floats(1_000, 100_000),
)
@example(lon=0, lat=85, bearing=0, length=100_000)
@example(lon=180, lat=0, bearing=90, length=100_000)
def test_distances_in_the_plane_are_within_half_a_percent(lon, lat, bearing, length):
    there = destination(lon=lon, lat=lat, bearing_deg=bearing, distance_m=length)
    flat = Plane(lon=lon, lat=lat).to_plane(shapely.Point(there))
    assert flat.distance(shapely.Point(0, 0)) == pytest.approx(length, rel=0.005)


@given(
    lon=st.floats(-170, 170),
    lat=st.floats(-80, 80),
    x=st.floats(-100_000, 100_000),
    y=st.floats(-100_000, 100_000),
)
def test_there_and_back_ends_within_a_centimetre(lon, lat, x, y):
    plane = Plane(lon=lon, lat=lat)
    back = plane.to_plane(plane.to_earth(shapely.Point(x, y)))
    assert back.distance(shapely.Point(x, y)) < 0.01


def test_a_shape_over_the_antimeridian_is_cut_in_two_and_keeps_its_area():
    plane = Plane(lon=TAVEUNI.lon, lat=TAVEUNI.lat)
    disc = shapely.Point(0, 0).buffer(20_000)
    cut = plane.to_earth(disc)
    west, _, east, _ = cut.bounds
    assert (cut.geom_type, west, east) == ("MultiPolygon", -180, 180)
    assert plane.to_plane(cut).area == pytest.approx(disc.area, rel=1e-3)


def test_a_shape_over_the_pole_is_refused():
    plane = Plane(lon=LONGYEARBYEN.lon, lat=89)
    with pytest.raises(GeometryError, match="pole"):
        plane.to_earth(shapely.Point(0, 0).buffer(200_000))


def test_a_plane_at_the_pole_is_refused():
    with pytest.raises(GeometryError, match="pole"):
        Plane(lon=0, lat=-90)


def test_a_shape_that_stays_short_of_the_pole_is_drawn():
    plane = Plane(lon=LONGYEARBYEN.lon, lat=LONGYEARBYEN.lat)
    shape = plane.to_earth(shapely.Point(0, 0).buffer(100_000))
    north = distance_m(lon=15.636, lat=78.223, to_lon=15.636, to_lat=shape.bounds[3])
    assert north == pytest.approx(100_000, rel=0.005)


def test_an_outline_that_crosses_itself_is_laid_down_as_what_it_covers():
    bow_tie = shapely.Polygon([(37.0, 48.0), (37.1, 48.1), (37.1, 48.0), (37.0, 48.1)])
    laid = Plane(lon=37.05, lat=48.05).to_plane(bow_tie)
    assert laid.is_valid
    assert laid.geom_type == "MultiPolygon"
    # Two of the four triangles of a box of 7.45 by 11.12 kilometres.
    assert laid.area == pytest.approx(7_455 * 11_120 / 2, rel=0.01)
    assert laid.intersection(shapely.box(-9_000, -9_000, 0, 9_000)).area > 0
