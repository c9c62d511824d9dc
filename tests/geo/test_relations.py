"""What the phrases allow lies inside what is drawn."""

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import relations
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.geodesy import COMPASS, bearing_deg, destination, distance_m
from geo.point_radius import (
    between_uncertainty_m,
    distance_at_heading_uncertainty_m,
    distance_only_uncertainty_m,
)
from geo.stated import distance_error_m
from tests.geo.phrases import everything, km2
from tests.zoo import (
    ALEPPO,
    ANADYR,
    BAKHMUT,
    GOMA,
    HAMA,
    M5_HAMA_ALEPPO,
    PROVINCE,
    SAKE,
    TAVEUNI,
    point,
)

places = st.builds(
    point,
    lon=st.floats(-170, 170),
    lat=st.floats(-75, 75),
    radius_m=st.floats(200, 8_000),
)
lengths = st.floats(1_000, 80_000)


def holds(shape: Footprint, lon: float, lat: float) -> bool:
    return bool(shape.geometry.buffer(1e-6).contains(shapely.Point(lon, lat)))


@pytest.mark.parametrize("anchor", [HAMA, GOMA, ANADYR, PROVINCE, M5_HAMA_ALEPPO])
def test_the_point_radius_encloses_every_shape(anchor):
    for shape in everything(anchor):
        for lon, lat in shapely.get_coordinates(shape.geometry):
            away = distance_m(lon=shape.lon, lat=shape.lat, to_lon=lon, to_lat=lat)
            assert away <= shape.uncertainty_m, shape.note


@pytest.mark.parametrize("anchor", [HAMA, GOMA, BAKHMUT, PROVINCE])
def test_no_shape_is_larger_than_its_point_radius(anchor):
    for shape in everything(anchor):
        assert km2(shape) <= math.pi * (shape.uncertainty_m / 1000) ** 2 * 1.001, shape.note


@pytest.mark.parametrize("anchor", [HAMA, GOMA, BAKHMUT])
@pytest.mark.parametrize("wind", ["north", "southwest", "east-northeast"])
# Nearer to a large town than its own radial, the circle of the guides loses some of the sector.
@pytest.mark.parametrize("length_m", [10_000, 15_000, 70_000])
def test_no_shape_is_larger_than_the_circle_of_the_guides(anchor, wind, length_m):
    stated = {"name": "X", "least_m": length_m, "greatest_m": length_m}
    errors = {
        "distance_m": length_m,
        "precision_m": distance_error_m(length_m),
        "radial_m": anchor.uncertainty_m,
    }
    ring = relations.ring(anchor, **stated)
    sector = relations.offset(anchor, directions=(wind,), **stated)
    circle_of_ring = distance_only_uncertainty_m(**errors)
    circle_of_sector = distance_at_heading_uncertainty_m(half_width_deg=COMPASS[wind][1], **errors)
    assert km2(ring) <= math.pi * (circle_of_ring / 1000) ** 2
    assert km2(sector) <= math.pi * (circle_of_sector / 1000) ** 2


def test_a_corridor_is_far_smaller_than_the_circle_of_the_guides():
    corridor = relations.between(HAMA, ALEPPO, names=("Hama", "Aleppo"))
    ends = {"lon": HAMA.lon, "lat": HAMA.lat, "to_lon": ALEPPO.lon, "to_lat": ALEPPO.lat}
    circle = between_uncertainty_m(distance_m=distance_m(**ends))
    assert km2(corridor) < 0.4 * math.pi * (circle / 1000) ** 2


@settings(max_examples=10)
@given(lon=st.floats(-179.9, 179.9), lat=st.floats(-75, 75))
def test_shapes_are_the_same_size_at_every_longitude(lon, lat):
    here = [km2(shape) for shape in everything(point(0, lat, 4_000))]
    there = [km2(shape) for shape in everything(point(lon, lat, 4_000))]
    assert there == pytest.approx(here, rel=2e-3)


@settings(max_examples=10)
@given(anchor=places, length=lengths)
def test_a_sector_is_as_large_in_every_direction_of_the_same_width(anchor, length):
    sizes = [
        km2(relations.offset(anchor, name="X", directions=(w,), least_m=length, greatest_m=length))
        for w in ("north", "east", "south", "west")
    ]
    assert sizes == pytest.approx([sizes[0]] * 4, rel=2e-3)


def test_vaguer_words_are_never_surer():
    at = {"name": "Hama", "least_m": 15_000}
    exact = relations.offset(HAMA, directions=("northeast",), greatest_m=15_000, **at)
    wider = relations.offset(HAMA, directions=("north",), greatest_m=15_000, **at)
    ring = relations.ring(HAMA, greatest_m=15_000, **at)
    open_end = relations.ring(HAMA, greatest_m=math.inf, **at)
    radii = [shape.uncertainty_m for shape in (exact, wider, ring, open_end)]
    assert radii == sorted(radii)
    assert km2(exact) < km2(wider) < km2(ring) < km2(open_end)


def test_a_stated_distance_is_a_ring_and_never_a_disc():
    ring = relations.ring(HAMA, name="Hama", least_m=15_000, greatest_m=15_000)
    assert not holds(ring, HAMA.lon, HAMA.lat)
    assert (ring.lon, ring.lat) == (HAMA.lon, HAMA.lat)
    assert ring.note == "ring 15 km ± 2.5 km around Hama; direction not stated"
    assert ring.uncertainty_m == pytest.approx(15_000 + 2_500 + 4_000, abs=20)


@pytest.mark.parametrize("from_edge", [False, True])
@pytest.mark.parametrize("anchor", [GOMA, PROVINCE, M5_HAMA_ALEPPO])
def test_within_some_distance_is_a_disc_from_the_edge(anchor, from_edge):
    disc = relations.ring(anchor, name="X", least_m=0, greatest_m=5_000, from_edge=from_edge)
    assert holds(disc, anchor.lon, anchor.lat)
    assert disc.note == "up to 5 km from X; direction not stated"
    if anchor is GOMA:
        assert disc.uncertainty_m == pytest.approx(5_000 + 5_000 + 1_250, abs=2)


def test_a_sector_from_the_outskirts_starts_at_the_edge():
    at = {"name": "Hama", "directions": ("north",), "least_m": 20_000, "greatest_m": 20_000}
    plain, edge = (relations.offset(HAMA, from_edge=each, **at) for each in (False, True))
    near = destination(lon=HAMA.lon, lat=HAMA.lat, bearing_deg=0, distance_m=18_000)
    assert holds(plain, *near)
    assert not holds(edge, *near)
    assert edge.note == "sector 20 km ± 2.5 km north of the edge of Hama"


def test_more_than_a_distance_starts_there_and_ends_at_twice_it():
    ring = relations.ring(HAMA, name="Hama", least_m=20_000, greatest_m=math.inf, from_edge=True)
    inner, outer = (
        destination(lon=HAMA.lon, lat=HAMA.lat, bearing_deg=0, distance_m=d)
        for d in (24_000 - 3_000, 44_000 + 500)
    )
    assert not holds(ring, *inner)
    assert not holds(ring, *outer)
    assert "more than 20 km" in ring.note


def test_northern_outskirts_lie_north_at_the_edge():
    north = relations.outskirts(HAMA, name="Hama", directions=("north",))
    edge = destination(lon=HAMA.lon, lat=HAMA.lat, bearing_deg=10, distance_m=4_500)
    south = destination(lon=HAMA.lon, lat=HAMA.lat, bearing_deg=180, distance_m=4_500)
    assert holds(north, *edge)
    assert not holds(north, *south)
    assert not holds(north, HAMA.lon, HAMA.lat)
    assert north.lat > HAMA.lat + 0.02


def test_the_northern_part_of_an_area_is_its_northern_half():
    north = relations.part(PROVINCE, name="X", directions=("north",))
    assert km2(north) == pytest.approx(km2(PROVINCE) / 2, rel=0.01)
    assert north.geometry.bounds[1] > PROVINCE.lat - 0.01
    assert north.lat > PROVINCE.lat + 0.1


def test_a_part_fades_out_beyond_its_edge():
    north = relations.part(PROVINCE, name="X", directions=("north",))
    soft_deg = 0.1 * PROVINCE.uncertainty_m / 111_000
    south_of_it = PROVINCE.lat - north.sample.points[:, 1]
    assert 0.02 < np.mean(south_of_it > 0) < 0.1
    assert soft_deg / 2 < south_of_it.max() < soft_deg


def test_the_countryside_of_a_town_lies_outside_it():
    rural = relations.part(HAMA, name="Hama", directions=("north",), rural=True)
    suran = (36.748, 35.292)
    assert holds(rural, *suran)
    assert not holds(rural, HAMA.lon, HAMA.lat)


def test_a_movement_toward_a_place_is_not_in_it():
    zone = relations.toward(HAMA, name="Hama", axes=("north",))
    assert not holds(zone, HAMA.lon, HAMA.lat)
    assert (zone.lon, zone.lat) == (HAMA.lon, HAMA.lat)
    bearing = bearing_deg(
        lon=HAMA.lon,
        lat=HAMA.lat,
        to_lon=zone.geometry.centroid.x,
        to_lat=zone.geometry.centroid.y,
    )
    assert min(bearing, 360 - bearing) < 1


def test_between_two_towns_leaves_both_out():
    corridor = relations.between(HAMA, ALEPPO, names=("Hama", "Aleppo"))
    assert holds(corridor, corridor.lon, corridor.lat)
    assert not holds(corridor, HAMA.lon, HAMA.lat)
    assert not holds(corridor, ALEPPO.lon, ALEPPO.lat)


def test_towns_that_touch_still_have_something_between_them():
    wide = [point(HAMA.lon, HAMA.lat, 20_000), point(HAMA.lon + 0.02, HAMA.lat, 20_000)]
    assert km2(relations.between(*wide, names=("A", "B"))) > 0


def test_a_known_road_stays_a_line():
    road = relations.along(M5_HAMA_ALEPPO, name="the M5")
    assert road.geometry.geom_type == "LineString"
    assert road.geometry.equals_exact(M5_HAMA_ALEPPO.geometry, 1e-9)


def test_a_road_of_unknown_course_is_a_corridor_that_holds_both_ends():
    road = relations.along(GOMA, SAKE, name="the Goma-Sake road")
    assert holds(road, GOMA.lon, GOMA.lat)
    assert holds(road, SAKE.lon, SAKE.lat)
    assert "not known" in road.note


def test_a_stretch_of_a_road_is_what_of_it_lies_there():
    road = relations.along(M5_HAMA_ALEPPO, name="the M5")
    where = relations.offset(
        HAMA, name="Hama", directions=("north",), least_m=15_000, greatest_m=15_000
    )
    part = relations.stretch(road, where, name="15 km north of Hama")
    assert part.geometry.geom_type == "LineString"
    assert part.geometry.within(where.geometry.buffer(1e-6))
    assert part.uncertainty_m < road.uncertainty_m / 5
    assert part.note == "course of the M5, where it lies '15 km north of Hama'"


def test_a_road_that_passes_by_is_taken_where_it_is_near_and_nowhere_else():
    road = relations.along(M5_HAMA_ALEPPO, name="the M5")
    west = M5_HAMA_ALEPPO.geometry.interpolate(0.5, normalized=True)
    beside = relations.stretch(road, point(west.x - 0.05, west.y, 500), name="a village")
    assert 0 < beside.geometry.length < road.geometry.length
    assert relations.stretch(road, point(40.0, 35.0, 500), name="a town far off") is None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: relations.between(HAMA, HAMA, names=("Hama", "Hama")),
        lambda: relations.along(HAMA, name="the road"),
        lambda: relations.ring(HAMA, name="Hama", least_m=5_000, greatest_m=1_000),
        lambda: relations.outskirts(HAMA, name="Hama", directions=("upwards",)),
        lambda: relations.near(point(0, 90, 100), name="the pole"),
        lambda: relations.pushed_back(
            HAMA, name="Hama", least_m=1, greatest_m=1, preposition="past"
        ),
    ],
)
def test_what_cannot_be_drawn_is_refused(wrong):
    with pytest.raises(GeometryError):
        wrong()


def test_pushed_back_a_distance_has_two_readings():
    both = relations.pushed_back(HAMA, name="Hama", least_m=15_000, greatest_m=15_000)
    (by,) = both.alternatives
    assert both.note == "ring 15 km ± 2.5 km around Hama; direction not stated"
    assert by.note == "ring 15 km to 25 km outside Hama; direction not stated"
    assert both.weight > by.weight
    assert both.weight + by.weight == pytest.approx(1)


@pytest.mark.parametrize(
    ("preposition", "note"),
    [
        ("to", "sector 15 km ± 2.5 km north of Hama"),
        ("by", "sector 15 km to 25 km north of the edge of Hama"),
    ],
)
def test_a_preposition_settles_how_far_they_were_pushed_back(preposition, note):
    found = relations.pushed_back(
        HAMA,
        name="Hama",
        least_m=15_000,
        greatest_m=15_000,
        directions=("north",),
        preposition=preposition,
    )
    assert (found.note, found.alternatives, found.weight) == (note, (), 1)


def test_shapes_at_the_antimeridian_are_as_large_as_elsewhere():
    there = [km2(shape) for shape in everything(TAVEUNI)]
    here = [km2(shape) for shape in everything(point(0, TAVEUNI.lat, TAVEUNI.uncertainty_m))]
    assert there == pytest.approx(here, rel=2e-3)
