"""Every figure that the georeferencing guides print, to the digits that they print it with."""

import math

import pytest

from geo.errors import GeometryError
from geo.geodesy import COMPASS
from geo.point_radius import (
    UNKNOWN_DATUM_M,
    along_path_uncertainty_m,
    between_uncertainty_m,
    coordinate_precision_m,
    distance_at_heading_uncertainty_m,
    distance_only_uncertainty_m,
    distance_precision,
    feature_uncertainty_m,
    frazier_precision,
    orthogonal_uncertainty_m,
)


@pytest.mark.parametrize(
    ("precision_deg", "lat", "printed_km"),
    [(0.01, 10.27, "1.5568"), (0.01, 10.27, "1.557"), (0.5, 10.0, "77.87")],
)
def test_a_rounded_coordinate_is_as_far_off_as_the_guide_prints(precision_deg, lat, printed_km):
    decimals = len(printed_km.partition(".")[2])
    error_km = coordinate_precision_m(precision_deg=precision_deg, lat=lat) / 1000
    assert f"{error_km:.{decimals}f}" == printed_km


@pytest.mark.parametrize(
    ("precision_deg", "printed_m"),
    [
        (1.0, (156_904, 146_962, 124_605, 112_109)),
        (0.1, (15_691, 14_697, 12_461, 11_211)),
        (0.01, (1_570, 1_470, 1_246, 1_121)),
        (0.001, (157, 147, 125, 112)),
        (0.0001, (16, 15, 13, 12)),
        (0.00001, (2, 2, 2, 2)),
        (1 / 60, (2_615, 2_450, 2_077, 1_869)),
        (1 / 3600, (44, 41, 35, 32)),
    ],
)
def test_the_table_of_coordinate_precision_is_the_guides_to_a_metre(precision_deg, printed_m):
    # The guide rounds some of these figures up and others to the nearest metre.
    found = [coordinate_precision_m(precision_deg=precision_deg, lat=a) for a in (0, 30, 60, 85)]
    for each, printed in zip(found, printed_m, strict=True):
        assert printed in {math.floor(each), math.ceil(each)}


@pytest.mark.parametrize(
    ("stated", "half_precision", "in_practice"),
    [
        (10.1, 0.05, 0.1),
        (10.25, 0.125, 0.01),
        (10.5, 0.25, 0.1),
        (10.6, 0.05, 0.1),
        (10.75, 0.125, 0.01),
        (10, 0.5, 1.5),
        (15, 0.5, 1),
        (30, 0.5, 4.5),
        (33, 0.5, 1),
        (100, 5, 15),
        (140, 5, 21),
        (200, 5, 30),
        (1000, 50, 150),
        (2000, 50, 300),
    ],
)
def test_distance_precision_follows_both_columns_of_the_guide(stated, half_precision, in_practice):
    assert distance_precision(stated) == pytest.approx(half_precision)
    assert frazier_precision(stated) == pytest.approx(in_practice)


@pytest.mark.parametrize("wrong", [-1, math.inf, math.nan])
def test_a_distance_that_is_none_has_no_precision(wrong):
    for precision in (distance_precision, frazier_precision):
        with pytest.raises(GeometryError, match="zero or more"):
            precision(wrong)


def test_an_unknown_datum_costs_what_the_guide_prints():
    assert UNKNOWN_DATUM_M == 5_359
    assert feature_uncertainty_m(radial_m=0, datum_m=UNKNOWN_DATUM_M) == 5_359


def test_a_place_alone_is_the_sum_of_its_errors():
    parts = {"datum_m": 79, "measurement_m": 10, "scale_m": 25, "coordinate_m": 40}
    assert feature_uncertainty_m(radial_m=3_000, **parts) == 3_154
    assert along_path_uncertainty_m(radial_m=3_000, precision_m=500, **parts) == 3_654


def test_fifteen_kilometres_from_a_city_are_within_the_printed_radius():
    assert distance_only_uncertainty_m(distance_m=15_000, radial_m=6_000, precision_m=500) == 21_500


def test_a_distance_without_direction_is_the_sum_of_everything():
    parts = {"precision_m": 500, "radial_m": 6_000, "datum_m": 79, "measurement_m": 10}
    found = distance_only_uncertainty_m(distance_m=15_000, coordinate_m=40, scale_m=3, **parts)
    assert found == 21_632


def test_orthogonal_distances_are_off_by_the_diagonal_that_the_guide_prints():
    assert f"{orthogonal_uncertainty_m(precision_m=500) / 1000:.3f}" == "0.707"
    parts = {"radial_m": 3_000, "datum_m": 79, "measurement_m": 10, "scale_m": 5}
    found = orthogonal_uncertainty_m(precision_m=500, coordinate_m=40, **parts)
    assert found == pytest.approx(707.107 + 3_134, abs=0.001)


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


@pytest.mark.parametrize(
    ("wind", "half_width"), [("north", 45), ("northeast", 22.5), ("north-northeast", 11.25)]
)
def test_a_heading_is_as_wide_as_its_word(wind, half_width):
    assert COMPASS[wind][1] == half_width
    radius = distance_at_heading_uncertainty_m(distance_m=10_000, half_width_deg=half_width)
    assert radius == pytest.approx(20_000 * math.sin(math.radians(half_width / 2)))


def test_between_two_places_is_half_of_their_distance():
    assert between_uncertainty_m(distance_m=118_000) == 59_000
