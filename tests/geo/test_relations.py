"""What the phrases allow lies inside what is drawn."""

import math
import random

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import relations
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.geodesy import COMPASS, bearing_deg, destination, distance_m
from geo.projection import Plane
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
winds = st.sampled_from(["north", "southeast", "west-southwest", "east"])


def km2(shape: Footprint) -> float:
    plane = Plane(lon=shape.lon, lat=shape.lat)
    return plane.to_plane(shape.geometry).area / 1e6


def everything(anchor: Footprint) -> list[Footprint]:
    """Every relation of one anchor, with the same stated values."""
    return [
        relations.near(anchor, name="X"),
        relations.ring(anchor, name="X", least_m=15_000, greatest_m=15_000),
        relations.ring(anchor, name="X", least_m=20_000, greatest_m=math.inf, from_edge=True),
        relations.offset(anchor, name="X", directions=("north",)),
        relations.offset(
            anchor, name="X", directions=("northeast",), least_m=12_000, greatest_m=12_000
        ),
        relations.outskirts(anchor, name="X"),
        relations.outskirts(anchor, name="X", directions=("south",)),
        relations.part(anchor, name="X", directions=("east",)),
        relations.part(anchor, name="X", directions=("north", "west"), rural=True),
        relations.part(anchor, name="X", rural=True),
        relations.centre(anchor, name="X"),
        relations.surroundings(anchor, name="X", directions=("east",)),
        relations.toward(anchor, name="X"),
        relations.toward(anchor, name="X", axes=("north", "west")),
        relations.gates(anchor, name="X"),
    ]


def holds(shape: Footprint, lon: float, lat: float) -> bool:
    return bool(shape.geometry.buffer(1e-6).contains(shapely.Point(lon, lat)))


def reports(anchor: Footprint, bearings: tuple[float, float], length_m: float, count: int = 200):
    """Simulate reporters: anywhere in the place, rounding, any direction the word allows."""
    dice = random.Random(7)  # noqa: S311 - a simulation, the same each time
    for _ in range(count):
        inside = anchor.uncertainty_m * math.sqrt(dice.random())
        start = destination(
            lon=anchor.lon, lat=anchor.lat, bearing_deg=dice.uniform(0, 360), distance_m=inside
        )
        yield destination(
            lon=start[0],
            lat=start[1],
            bearing_deg=dice.uniform(*bearings),
            distance_m=length_m * dice.uniform(0.93, 1.07),
        )


@settings(max_examples=15)
@given(anchor=places, length=lengths)
def test_a_ring_holds_nine_of_ten_simulated_reporters(anchor, length):
    ring = relations.ring(anchor, name="X", least_m=length, greatest_m=length)
    inside = [holds(ring, *spot) for spot in reports(anchor, (0, 360), length)]
    assert sum(inside) >= 0.9 * len(inside)


@settings(max_examples=15)
@given(anchor=places, length=lengths, wind=winds)
def test_a_sector_holds_nine_of_ten_simulated_reporters(anchor, length, wind):
    sector = relations.offset(
        anchor, name="X", directions=(wind,), least_m=length, greatest_m=length
    )
    bearing, half = COMPASS[wind]
    inside = [
        holds(sector, *spot) for spot in reports(anchor, (bearing - half, bearing + half), length)
    ]
    assert sum(inside) >= 0.9 * len(inside)


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
    assert ring.note == "ring 15 km ± 2 km around Hama; direction not stated"
    assert ring.uncertainty_m == pytest.approx(15_000 + 2_000 + 4_000, abs=20)


def test_within_some_distance_is_a_disc():
    disc = relations.ring(GOMA, name="Goma", least_m=0, greatest_m=5_000)
    assert holds(disc, GOMA.lon, GOMA.lat)


def test_more_than_a_distance_starts_there_and_ends_at_twice_it():
    ring = relations.ring(HAMA, name="Hama", least_m=20_000, greatest_m=math.inf, from_edge=True)
    inner, outer = (
        destination(lon=HAMA.lon, lat=HAMA.lat, bearing_deg=0, distance_m=d)
        for d in (24_000 - 2_500, 44_000 + 500)
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


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: relations.between(HAMA, HAMA, names=("Hama", "Hama")),
        lambda: relations.along(HAMA, name="the road"),
        lambda: relations.ring(HAMA, name="Hama", least_m=5_000, greatest_m=1_000),
        lambda: relations.outskirts(HAMA, name="Hama", directions=("upwards",)),
        lambda: relations.near(point(0, 90, 100), name="the pole"),
    ],
)
def test_what_cannot_be_drawn_is_refused(wrong):
    with pytest.raises(GeometryError):
        wrong()


def test_shapes_at_the_antimeridian_are_as_large_as_elsewhere():
    there = [km2(shape) for shape in everything(TAVEUNI)]
    here = [km2(shape) for shape in everything(point(0, TAVEUNI.lat, TAVEUNI.uncertainty_m))]
    assert there == pytest.approx(here, rel=2e-3)
