"""Distances and headings: what reporters mean lies in what is drawn, nine times in ten."""

import numpy as np
import pytest

from geo import relations
from tests.geo.reporters import (
    COUNT,
    chances,
    coverage,
    inside,
    judge,
    normal,
    outside,
    press_step_km,
    roses,
    rounded_km,
    spread,
    towns,
    walked,
    winds,
)


@towns
def test_a_town(town):
    where, turn = chances(COUNT, 2)
    spots = inside(town, where, turn)
    judge(coverage(spots, [()] * COUNT, lambda: town))


@towns
def test_a_distance(town):
    where, turn, far, heading = chances(COUNT, 4)
    length = spread(far, 2, 70)
    spots = walked(inside(town, where, turn), 360 * heading, 1000 * length)
    words = [(km,) for km in rounded_km(length)]

    def drawn(km):
        return relations.ring(town, name="X", least_m=1000 * km, greatest_m=1000 * km)

    judge(coverage(spots, words, drawn))


@towns
def test_a_distance_from_the_outskirts(town):
    far, heading = chances(COUNT, 2)
    length = spread(far, 2, 70)
    spots = outside(town, 360 * heading, 1000 * length)
    words = [(km,) for km in rounded_km(length)]

    def drawn(km):
        least = greatest = 1000 * km
        return relations.ring(town, name="X", least_m=least, greatest_m=greatest, from_edge=True)

    judge(coverage(spots, words, drawn))


@towns
def test_within_a_distance(town):
    where, turn, far, heading = chances(COUNT, 4)
    length = spread(far, 0.5, 30)
    spots = walked(inside(town, where, turn), 360 * heading, 1000 * length)
    step = press_step_km(length)
    words = [(km,) for km in step * np.ceil(length / step)]

    def drawn(km):
        return relations.ring(town, name="X", least_m=0, greatest_m=1000 * km)

    judge(coverage(spots, words, drawn))


@towns
def test_more_than_a_distance(town):
    where, turn, far, heading = chances(COUNT, 4)
    length = spread(far, 5, 90)
    spots = walked(inside(town, where, turn), 360 * heading, 1000 * length)
    words = [(km,) for km in 5 * np.floor(length / 5)]

    def drawn(km):
        return relations.ring(town, name="X", least_m=1000 * km, greatest_m=np.inf)

    judge(coverage(spots, words, drawn))


@towns
def test_a_range_of_distances(town):
    where, turn, far, heading = chances(COUNT, 4)
    length = spread(far, 5, 70)
    spots = walked(inside(town, where, turn), 360 * heading, 1000 * length)
    words = [(5 * np.floor(km / 5), 5 * np.floor(km / 5) + 5) for km in length]

    def drawn(least, greatest):
        return relations.ring(town, name="X", least_m=1000 * least, greatest_m=1000 * greatest)

    judge(coverage(spots, words, drawn))


@roses
@towns
def test_a_distance_at_a_heading(town, rose):
    where, turn, far, heading, off, again = chances(COUNT, 6)
    length = spread(far, 2, 70)
    spots = walked(inside(town, where, turn), 360 * heading, 1000 * length)
    named = winds(360 * heading, normal(off, again), rose)
    words = list(zip(rounded_km(length), named, strict=True))

    def drawn(km, wind):
        least = greatest = 1000 * km
        return relations.offset(
            town, name="X", directions=(wind,), least_m=least, greatest_m=greatest
        )

    judge(coverage(spots, words, drawn))


@roses
@towns
def test_a_heading_alone(town, rose):
    # The nearest of towns that are strewn at random is a Rayleigh distance away.
    far, heading, off, again = chances(COUNT, 4)
    spots = outside(town, 360 * heading, 6_000 * np.sqrt(-2 * np.log1p(-far)))
    words = [(wind,) for wind in winds(360 * heading, normal(off, again), rose)]

    def drawn(wind):
        return relations.offset(town, name="X", directions=(wind,))

    judge(coverage(spots, words, drawn))


@pytest.mark.parametrize("preposition", ["to", "by"])
@towns
def test_pushed_back_from_a_town(town, preposition):
    where, turn, before, way, heading = chances(COUNT, 5)
    length = spread(way, 2, 40)
    if preposition == "by":
        spots = outside(town, 360 * heading, 1000 * (9 * before + length))
    else:
        spots = walked(inside(town, where, turn), 360 * heading, 1000 * length)
    words = [(km,) for km in rounded_km(length)]

    def drawn(km):
        least = greatest = 1000 * km
        return relations.pushed_back(
            town, name="X", least_m=least, greatest_m=greatest, preposition=preposition
        )

    judge(coverage(spots, words, drawn))
