from __future__ import annotations

from dataclasses import replace
from itertools import accumulate

from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from claims.situation import ResolvedClaim
from geo.footprint import Footprint
from maps.frame import extent_of, frame_of
from maps.sites import SCALE, encode, site_key, site_of
from tests.maps.ground import HAMA, RING, disc, point
from tests.maps.situations import hama

DRAWN = {item.claim.id: item for item in hama().drawn}


def _at(footprint: Footprint, claim: str = "c000") -> ResolvedClaim:
    return replace(DRAWN[claim], footprint=footprint)


def _decoded(numbers: tuple[int, ...]) -> list[tuple[float, float]]:
    lons, lats = accumulate(numbers[::2]), accumulate(numbers[1::2])
    return [(lon / SCALE, lat / SCALE) for lon, lat in zip(lons, lats, strict=True)]


def test_encoded_paths_decode_to_within_six_metres() -> None:
    path = [(36.12345678, 35.87654321), (36.2, 35.8), (36.2, 35.8), (-10.5, -3.25)]
    decoded = _decoded(encode(path))
    assert len(decoded) == 3
    for (x, y), (u, v) in zip([path[0], path[1], path[3]], decoded, strict=True):
        assert abs(x - u) <= 0.5 / SCALE + 1e-9
        assert abs(y - v) <= 0.5 / SCALE + 1e-9


def test_each_phrase_gets_the_shape_it_means() -> None:
    kinds = {claim: site_of(item).kind for claim, item in DRAWN.items()}
    assert kinds["c000"] == "ring"
    assert kinds["c001"] == "sector"
    assert kinds["c004"] == "point"
    assert kinds["c009"] == "wide"
    assert kinds["c012"] == "line"
    assert kinds["c014"] == "corridor"


def test_a_vague_point_is_a_badge_and_not_a_dot() -> None:
    assert site_of(_at(point("Hama", km=60))).kind == "wide"
    assert site_of(_at(point("Hama", km=5))).kind == "point"


def test_the_marker_of_a_ring_stands_on_the_band_and_not_in_its_hole() -> None:
    site = site_of(_at(RING))
    assert len(site.anchors) == 8
    for lon, lat in site.anchors:
        assert RING.geometry.buffer(0.001).contains(Point(lon / SCALE, lat / SCALE))


def test_the_marker_of_an_area_stands_in_it() -> None:
    horseshoe = Polygon([(36, 35), (37, 35), (37, 36), (36.9, 36), (36.9, 35.1), (36, 35.1)])
    site = site_of(_at(replace(RING, geometry=MultiPolygon([horseshoe, box(40, 35, 40.1, 35.1)]),
                               method="gazetteer", uncertainty_m=9_000)))  # fmt: skip
    (lon, lat) = site.anchors[0]
    assert horseshoe.contains(Point(lon / SCALE, lat / SCALE))
    assert len(site.paths) == 2


def test_a_hole_stays_a_hole() -> None:
    ring = Polygon(disc(*HAMA, 20).exterior, [disc(*HAMA, 10).exterior])
    assert len(site_of(_at(replace(RING, geometry=ring))).paths) == 2


def test_the_marker_of_a_road_stands_on_it() -> None:
    road = LineString([(36, 35), (36.5, 35.2), (37, 35)])
    site = site_of(_at(replace(RING, geometry=road, method="along")))
    assert site.kind == "line"
    for lon, lat in site.anchors:
        assert road.distance(Point(lon / SCALE, lat / SCALE)) < 2 / SCALE


def test_equal_places_share_a_key_and_others_do_not() -> None:
    assert site_key(point("Hama")) == site_key(point("Hama", note="other words"))
    assert site_key(point("Hama")) != site_key(point("Hama", km=9))
    assert site_key(point("Hama")) != site_key(point("Suran"))


def test_a_far_claim_does_not_widen_the_first_view() -> None:
    west, south, east, north = frame_of(hama())
    assert min(west - 36, south - 34, 38.5 - east, 37 - north) > 0
    assert extent_of(hama())[2] > 40.1


def test_a_situation_without_places_shows_the_earth() -> None:
    empty = replace(hama(), drawn=())
    assert frame_of(empty) == extent_of(empty) == (-180.0, -60.0, 180.0, 75.0)
