from __future__ import annotations

from dataclasses import replace

import numpy as np
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box

from claims.situation import ResolvedClaim
from geo.footprint import Footprint
from maps.land.frame import extent_of, frame_of
from maps.places.ground import ground_of
from maps.places.paths import SCALE, paths_of
from maps.places.sites import Site, sites_of
from tests.maps.ground import HAMA, RING, disc, point
from tests.maps.situations import hama

DRAWN = {item.claim.id: item for item in hama().drawn}


def _at(footprint: Footprint, claim: str = "c000") -> ResolvedClaim:
    return replace(DRAWN[claim], footprint=footprint)


def site_of(item: ResolvedClaim) -> Site:
    (site,), _ = sites_of(ground_of([item]))
    return site


def test_encoded_paths_are_within_six_metres_and_repeat_no_point() -> None:
    line = [(36.12345678, 35.87654321), (36.2, 35.8), (36.200001, 35.8), (-10.5, -3.25)]
    ((path,),) = paths_of(np.array([LineString(line)])).each()
    assert len(path) == 3
    for (lon, lat), (x, y) in zip([line[0], line[1], line[3]], path, strict=True):
        assert abs(lon - x / SCALE) <= 0.5 / SCALE + 1e-9
        assert abs(lat - y / SCALE) <= 0.5 / SCALE + 1e-9


def test_paths_of_shapes_of_every_kind_keep_their_order() -> None:
    shapes = [Point(1, 1), box(0, 0, 1, 1), LineString([(5, 5), (6, 6)]), Point(2, 2)]
    paths = paths_of(np.array(shapes))
    assert paths.counts.tolist() == [0, 1, 1, 0]
    assert paths.each()[2][0].tolist() == [[50_000, 50_000], [60_000, 60_000]]
    assert paths_of(np.empty(0, object)).each() == []


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


def test_equal_places_are_one_and_others_are_not() -> None:
    spots = [point("Hama"), point("Hama", note="other words"), point("Hama", km=9), point("Suran")]
    sites, numbers = sites_of(ground_of([_at(spot) for spot in spots]))
    assert (len(sites), numbers) == (3, [0, 0, 1, 2])


def test_a_far_claim_does_not_widen_the_first_view() -> None:
    west, south, east, north = frame_of(ground_of(hama().drawn))
    assert min(west - 36, south - 34, 38.5 - east, 37 - north) > 0
    assert extent_of(ground_of(hama().drawn))[2] > 40.1


def test_a_situation_without_places_shows_the_earth() -> None:
    empty = ground_of(())
    assert frame_of(empty) == extent_of(empty) == (-180.0, -60.0, 180.0, 75.0)


def test_a_band_that_does_not_reach_around_its_middle_has_a_place_for_its_marker() -> None:
    aside = replace(RING, geometry=box(HAMA[0] + 0.1, HAMA[1] + 0.1, HAMA[0] + 0.3, HAMA[1] + 0.4))
    (first, *_) = site_of(_at(aside)).anchors
    assert aside.geometry.contains(Point(first[0] / SCALE, first[1] / SCALE))


def test_what_is_vague_has_a_say_in_the_view_where_most_is() -> None:
    def west(*spots: Footprint) -> float:
        return frame_of(ground_of([_at(spot, f"c{n:03}") for n, spot in enumerate(spots)]))[0]

    town = point("Hama", km=2)
    regions = [replace(point("Hama", km=80), lon=town.lon - gap) for gap in (0.5, 0.6, 0.7)]
    assert west(town, *regions) < town.lon - 0.7
    assert west(town, town, *regions[:1]) > town.lon - 0.1
