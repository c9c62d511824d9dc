"""The north of a country: the farthest part of its ground, marked amid the towns there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from geo import relations
from geo.errors import GeometryError
from geo.footprint import Footprint
from geo.spread import Points, Sample

LAND = Footprint(
    geometry=shapely.box(30.0, 10.0, 34.0, 14.0), lon=32.0, lat=12.0, uncertainty_m=320_000,
    method="gazetteer",
)  # fmt: skip


def _lived_in(*towns: tuple[float, float]) -> Footprint:
    def rows() -> Points:
        return np.array(towns)

    return replace(LAND, sample=Sample(rows))


def test_the_north_is_the_farther_half() -> None:
    north = relations.outer_part(LAND, name="X", directions=["northern"])
    share = north.geometry.area / LAND.geometry.area
    assert share == pytest.approx(0.5, abs=0.02)
    assert north.geometry.bounds[1] == pytest.approx(12.0, abs=0.1)
    assert north.lat > 13.0
    assert north.lon == pytest.approx(32.0, abs=0.1)


def test_two_words_of_the_rose_cut_aslant() -> None:
    corner = relations.outer_part(LAND, name="X", directions=["southwestern"])
    assert corner.geometry.contains(shapely.Point(30.2, 10.2))
    assert not corner.geometry.contains(shapely.Point(33.5, 10.5))
    assert not corner.geometry.contains(shapely.Point(32.5, 12.5))


def test_two_directions_have_both_parts() -> None:
    both = relations.outer_part(LAND, name="X", directions=["north", "east"])
    assert both.geometry.contains(shapely.Point(30.2, 13.8))
    assert both.geometry.contains(shapely.Point(33.8, 10.2))
    assert not both.geometry.contains(shapely.Point(30.2, 10.2))
    assert "north and east part of X" in both.note


def test_what_is_nearer_to_the_cut_is_less_likely() -> None:
    north = relations.outer_part(LAND, name="X", directions=["north"])
    assert north.sample is not None
    lat = north.sample.points[:, 1]
    assert np.mean(lat < 12.5) < 0.12
    assert np.mean(lat > 13.3) > 0.45


def test_the_mark_stands_amid_the_towns() -> None:
    coast = [(30.1 + 0.05 * step, 13.9) for step in range(8)]
    north = relations.outer_part(_lived_in(*coast, (33.0, 10.5)), name="X", directions=["north"])
    assert north.lon == pytest.approx(30.275, abs=0.05)
    assert north.lat == pytest.approx(13.9, abs=0.05)
    assert north.u90_m < 30_000


def test_few_towns_say_nothing_of_where_people_live() -> None:
    north = relations.outer_part(_lived_in((30.1, 13.9)), name="X", directions=["north"])
    assert north.lon == pytest.approx(32.0, abs=0.1)


@pytest.mark.parametrize("words", [[], ["upwards"]])
def test_no_direction_is_no_part(words: list[str]) -> None:
    with pytest.raises(GeometryError, match="north"):
        relations.outer_part(LAND, name="X", directions=words)
