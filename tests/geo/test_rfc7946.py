"""Shapes are written as RFC 7946 wants them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import example, given
from hypothesis import strategies as st

from geo.rfc7946 import bbox_of, fit_shape

FIJI = shapely.Polygon([(177, -19), (181, -19), (181, -16), (177, -16)])
JUMPING = shapely.Polygon([(177, -19), (-179, -19), (-179, -16), (177, -16)])


@pytest.mark.parametrize("shape", [FIJI, JUMPING], ids=["beyond 180", "jumping"])
def test_an_area_over_the_antimeridian_is_cut_in_two(shape: shapely.Polygon) -> None:
    cut = fit_shape(shape)
    assert sorted(part.bounds for part in cut.geoms) == [
        (-180, -19, -179, -16),
        (177, -19, 180, -16),
    ]


def test_a_hole_beyond_the_antimeridian_stays_a_hole() -> None:
    hole = [(-179.8, -18), (-179.4, -18), (-179.4, -17), (-179.8, -17)]
    cut = fit_shape(shapely.Polygon(JUMPING.exterior.coords, [hole]))
    assert cut.area == pytest.approx(4 * 3 - 0.4, abs=1e-6)


def test_a_line_over_the_antimeridian_is_cut_where_it_crosses() -> None:
    cut = fit_shape(shapely.LineString([(179, 0), (-179, 2)]))
    assert {tuple(map(tuple, np.array(part.coords))) for part in cut.geoms} == {
        ((179, 0), (180, 1)),
        ((-180, 1), (-179, 2)),
    }


def test_the_box_of_a_cut_shape_runs_from_east_to_west() -> None:
    assert bbox_of([fit_shape(FIJI), shapely.Point(178, -10)]) == [177, -19, -179, -10]


def test_the_box_of_shapes_far_apart_is_a_plain_one() -> None:
    assert bbox_of([shapely.Point(-170, 1), shapely.Point(170, 2)]) == [-170, 1, 170, 2]
    assert bbox_of([]) is None


def test_a_shape_around_the_whole_earth_is_left_whole() -> None:
    assert fit_shape(shapely.box(-180, -80, 180, 80)).area == pytest.approx(360 * 160)


def test_a_shape_that_crosses_itself_is_mended() -> None:
    bow = shapely.Polygon([(36, 35), (37, 36), (37, 35), (36, 36)])
    assert fit_shape(bow).is_valid
    assert fit_shape(bow).area == pytest.approx(0.5)


corners = st.tuples(
    st.floats(-179, 179), st.floats(-80, 80), st.floats(0.01, 40), st.floats(0.01, 9), st.booleans()
)


@given(corner=corners)
@example(corner=(179.0, 0.0, 40.0, 9.0, True))
def test_outer_rings_turn_left_and_lie_on_the_earth(
    corner: tuple[float, float, float, float, bool],
) -> None:
    west, south, wide, high, ccw = corner
    shape = shapely.box(west, south, west + wide, south + high, ccw=ccw)
    fitted = fit_shape(shape)
    assert fitted.is_valid
    for part in shapely.get_parts(fitted):
        assert shapely.is_ccw(part.exterior)
        assert -180 <= part.bounds[0] < part.bounds[2] <= 180
    assert fitted.area == pytest.approx(shape.area, abs=1e-4)
