"""No exact coordinate can be read from what is published with rounding."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import assume, example, given
from hypothesis import strategies as st
from shapely import affinity
from shapely.geometry import LineString, Point, box

from claims.situation import ResolvedClaim, Situation
from frontmap.refresh.coarse import Grid, coarsened
from frontmap.refresh.policy import apply_policy
from frontmap.refresh.project import Policy
from geo.footprint import Footprint
from geo.geodesy import distances_m
from tests.frontmap.refresh.grounds import NOW, SPOT, VILLAGE, told
from tests.frontmap.refresh.outputs import read, written
from tests.maps.situations import hama

OPEN = Policy(minimum_age=timedelta(0), withhold=())
GRIDS = [replace(OPEN, round_m=5_000), replace(OPEN, round_decimals=1)]

LONS = st.floats(-180, 180)
LATS = st.floats(-89, 89)
STEPS = st.sampled_from([Policy(round_decimals=d) for d in range(5)] + [
    Policy(round_m=m) for m in (100, 1_000, 5_000, 50_000, 100_000)
])  # fmt: skip


def grid_of(policy: Policy) -> Grid:
    grid = Grid.of(policy)
    assert grid
    return grid


def away_m(lon: float, lat: float, other: tuple[float, float]) -> float:
    return float(distances_m(np.array([other]), lon=lon, lat=lat)[0])


@given(LONS, LATS, STEPS)
@example(180.0, 89.0, Policy(round_m=100_000))
@example(-180.0, 0.0, Policy(round_decimals=0))
def test_a_point_moves_to_a_node_no_farther_than_is_told(
    lon: float, lat: float, policy: Policy
) -> None:
    grid = grid_of(policy)
    node = grid.node(lon=lon, lat=lat)
    assert -180 <= node[0] <= 180
    assert -90 <= node[1] <= 90
    assert grid.node(lon=node[0], lat=node[1]) == node
    # At the antimeridian the last node gives way to the one before: no war has come there.
    assume(abs(lon) + grid.lon_step(lat) < 180)
    assume(abs(lat) + grid.step_deg < 90)
    assert away_m(lon, lat, node) <= grid.reach_m(node[1])


def test_decimals_are_what_is_left() -> None:
    assert grid_of(Policy(round_decimals=2)).node(lon=36.91237, lat=35.27641) == (36.91, 35.28)


def test_a_grid_in_metres_is_square() -> None:
    grid = grid_of(Policy(round_m=5_000))
    lon, lat = grid.node(lon=36.9, lat=60.0)
    assert away_m(lon, lat, (lon + grid.lon_step(lat), lat)) == pytest.approx(5_000, rel=0.01)
    assert away_m(lon, lat, (lon, lat + grid.step_deg)) == pytest.approx(5_000, rel=0.01)


@pytest.mark.parametrize("policy", GRIDS)
def test_the_stated_uncertainty_holds_what_it_held_before(policy: Policy) -> None:
    before = apply_policy(told(), OPEN, now=NOW).situation.drawn
    after = apply_policy(told(), policy, now=NOW).situation.drawn
    for old, new in zip(before, after, strict=True):
        place, rough = old.footprint, new.footprint
        moved_m = away_m(place.lon, place.lat, (rough.lon, rough.lat))
        assert rough.uncertainty_m >= place.uncertainty_m + moved_m
        vertices = shapely.get_coordinates(rough.geometry)
        far_m = distances_m(vertices, lon=rough.lon, lat=rough.lat).max(initial=0)
        assert far_m <= rough.uncertainty_m * 1.01 or place.method == "gazetteer"


@pytest.mark.parametrize("policy", GRIDS)
def test_every_coordinate_of_every_shape_is_a_node(policy: Policy) -> None:
    grid = grid_of(policy)
    seen = apply_policy(told(), policy, now=NOW).situation
    for item in seen.drawn:
        entries = [c.entry for c in (*item.resolution.chosen, *item.resolution.rejected)]
        places = [item.footprint, item.resolution.footprint, *(e.footprint for e in entries)]
        for place in [*places, *([item.tail] if item.tail else [])]:
            assert grid.node(lon=place.lon, lat=place.lat) == (place.lon, place.lat)
            lon_step = grid.lon_step(place.lat)
            steps = shapely.get_coordinates(place.geometry) / (lon_step, grid.step_deg)
            assert np.abs(steps - np.rint(steps)).max() < 1e-6


@pytest.mark.parametrize("policy", GRIDS, ids=["metres", "decimals"])
def test_no_form_has_an_exact_coordinate(policy: Policy, tmp_path: Path) -> None:
    free = apply_policy(told(), OPEN, now=NOW).situation
    exact = {(item.footprint.lon, item.footprint.lat) for item in free.drawn}
    exact = {spot for spot in exact if len(str(spot[0])) > 6} | {SPOT}
    assert len(exact) >= 4
    seen = apply_policy(told(), policy, now=NOW).situation
    for path in written(seen, tmp_path, pictures=policy.round_m > 0):
        text, spots = read(path)
        for lon, lat in exact:
            away_deg = np.abs(spots - (lon, lat)).max(axis=1, initial=0)
            assert not len(spots) or away_deg.min() > 2e-4, path.name
            assert f"{lon:.4f}"[:-1] not in text or path.suffix in (".svg", ".pdf"), path.name
        assert "test:" not in text
        assert f"GeoNames {VILLAGE.source.split()[1]}" not in text
        assert VILLAGE.id not in text


def around(spot: tuple[float, float], number: int) -> list[ResolvedClaim]:
    """Return claims at a place and around it: a ring, a sector, a road from it."""
    lon, lat = spot
    here = _place(Point(0, 0), spot, spot, "gazetteer")
    entry = replace(VILLAGE, id=f"geonames:{number}", source=f"GeoNames {number}", footprint=here)
    shapes = [
        (Point(0, 0), (lon, lat), "gazetteer"),
        (Point(0, 0).buffer(0.2).difference(Point(0, 0).buffer(0.1)), (lon, lat), "ring"),
        (box(-0.05, 0.05, 0.05, 0.2), (lon, lat + 0.12), "offset"),
        (box(0.07, -0.03, 0.15, 0.03), (lon + 0.11, lat), "offset"),
        (LineString([(0, 0), (0.123, 0.321)]).buffer(0.02), (lon + 0.06, lat + 0.16), "between"),
    ]
    base = hama().drawn[0]
    found = []
    for row, (shape, at, method) in enumerate(shapes):
        footprint = _place(shape, spot, at, method)
        resolution = replace(
            base.resolution,
            footprint=footprint,
            chosen=tuple(replace(c, entry=entry) for c in base.resolution.chosen),
        )
        claim = replace(base.claim, id=f"a{row}")
        found.append(
            replace(base, claim=claim, footprint=footprint, resolution=resolution, tail=None)
        )
    return found


def _place(
    shape: shapely.Geometry, spot: tuple[float, float], at: tuple[float, float], method: str
) -> Footprint:
    return Footprint(
        geometry=affinity.translate(shape, *spot),
        lon=at[0],
        lat=at[1],
        uncertainty_m=30_000,
        method=method,
        note=f"near {spot[0]:.5f} east",
    )


@given(st.floats(-0.0099, 0.0099), st.floats(-0.0099, 0.0099), st.integers(1, 400))
@example(0.0099, -0.0099, 400)
def test_two_places_of_one_cell_are_one(east: float, north: float, number: int) -> None:
    # Whatever is said around a place: five shapes at five distances would else tell where it is.
    base = replace(hama(), not_drawn=())
    grid = Grid(step_deg=0.02)
    one, other = (
        coarsened(replace(base, drawn=tuple(around(spot, n))), grid)
        for spot, n in (((36.9, 35.28), 0), ((36.9 + east, 35.28 + north), number))
    )
    assert _said(one) == _said(other)


def _said(situation: Situation) -> list[object]:
    return [
        (place.geometry.normalize().wkt, place.lon, place.lat, place.uncertainty_m, place.note)
        for item in situation.drawn
        for place in (item.footprint, item.resolution.chosen[0].entry.footprint)
    ] + [item.resolution.chosen[0].entry.id for item in situation.drawn]


def test_what_is_smaller_than_the_grid_becomes_a_point() -> None:
    small = around((36.9, 35.28), 0)
    (item, *_) = coarsened(
        replace(hama(), drawn=tuple(small), not_drawn=()), Grid(step_deg=2.0)
    ).drawn[1:]
    assert item.footprint.geometry == Point(36.0, 36.0)
    assert item.footprint.uncertainty_m > 100_000
