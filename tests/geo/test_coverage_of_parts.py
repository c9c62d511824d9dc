"""Parts and corridors: what reporters mean lies in what is drawn, nine times in ten."""

import numpy as np
import pytest
import shapely

from geo import relations
from geo.projection import Plane
from tests.geo.reporters import (
    COUNT,
    chances,
    coverage,
    inside,
    judge,
    normal,
    outside,
    rounded_km,
    spread,
    towns,
    walked,
    winds,
)
from tests.zoo import ALEPPO, GOMA, HAMA, M5_HAMA_ALEPPO, PROVINCE, SAKE, point


@pytest.mark.parametrize("side", [False, True], ids=["all", "side"])
@towns
def test_the_outskirts(town, side):
    far, heading, off, again = chances(COUNT, 4)
    least, greatest = -0.2 * town.uncertainty_m, 0.8 * max(2_000, town.uncertainty_m / 2)
    spots = outside(town, 360 * heading, least + (greatest - least) * far)
    words = [(wind,) for wind in winds(360 * heading, normal(off, again), 8)]
    words = words if side else [()] * COUNT

    def drawn(*directions):
        return relations.outskirts(town, name="X", directions=directions)

    judge(coverage(spots, words, drawn))


@towns
def test_near_a_town(town):
    where, turn, far, heading = chances(COUNT, 4)
    reach = min(5_000, max(1_000, town.uncertainty_m))
    spots = walked(inside(town, where, turn), 360 * heading, reach * far)
    judge(coverage(spots, [()] * COUNT, lambda: relations.near(town, name="X")))


@towns
def test_at_the_gates(town):
    far, heading = chances(COUNT, 2)
    spots = outside(town, 360 * heading, 3_000 * far)
    judge(coverage(spots, [()] * COUNT, lambda: relations.gates(town, name="X")))


@pytest.mark.parametrize("side", [False, True], ids=["all", "side"])
@towns
def test_the_countryside(town, side):
    far, heading, off, again = chances(COUNT, 4)
    spots = outside(town, 360 * heading, 24_000 * np.sqrt(far))
    words = [(wind,) for wind in winds(360 * heading, normal(off, again), 8)]
    words = words if side else [()] * COUNT

    def drawn(*directions):
        return relations.part(town, name="X", directions=directions, rural=True)

    judge(coverage(spots, words, drawn))


@towns
def test_the_middle_of_a_town(town):
    where, turn = chances(COUNT, 2)
    spots = inside(point(town.lon, town.lat, town.uncertainty_m / 2), where, turn)
    judge(coverage(spots, [()] * COUNT, lambda: relations.centre(town, name="X")))


def half_of(spots, anchor, off):
    """Name the half that an event lies in, with an error of a twentieth of the radial."""
    plane = Plane(lon=anchor.lon, lat=anchor.lat)
    north = np.array([plane.to_plane(shapely.Point(spot)).y for spot in spots])
    return np.where(north + off * anchor.uncertainty_m / 20 > 0, "north", "south")


@towns
def test_a_part_of_a_town(town):
    where, turn, off, again = chances(COUNT, 4)
    spots = inside(town, where, turn)
    words = [(str(half),) for half in half_of(spots, town, normal(off, again))]

    def drawn(half):
        return relations.part(town, name="X", directions=(half,))

    judge(coverage(spots, words, drawn))


def test_a_part_of_a_province():
    east, north, off, again = chances(COUNT, 4)
    plane = Plane(lon=PROVINCE.lon, lat=PROVINCE.lat)
    spots = plane.spots(120_000 * np.column_stack([east, north]) - 60_000)
    words = [(str(half),) for half in half_of(spots, PROVINCE, normal(off, again))]

    def drawn(half):
        return relations.part(PROVINCE, name="X", directions=(half,))

    judge(coverage(spots, words, drawn))


def test_a_distance_from_a_province():
    side, along, far = chances(COUNT, 3)
    length = spread(far, 2, 70)
    aside, out = 120_000 * along - 60_000, 60_000 + 1000 * length
    turn = np.floor(4 * side) * np.pi / 2
    east, north = (
        aside * np.cos(turn) + out * np.sin(turn),
        out * np.cos(turn) - aside * np.sin(turn),
    )
    spots = Plane(lon=PROVINCE.lon, lat=PROVINCE.lat).spots(np.column_stack([east, north]))
    words = [(km,) for km in rounded_km(length)]

    def drawn(km):
        return relations.ring(PROVINCE, name="X", least_m=1000 * km, greatest_m=1000 * km)

    judge(coverage(spots, words, drawn))


@towns
def test_a_side_of_the_surroundings(town):
    far, heading, off, again = chances(COUNT, 4)
    spots = outside(town, 360 * heading, (town.uncertainty_m + 9_000) * far - town.uncertainty_m)
    words = [(wind,) for wind in winds(360 * heading, normal(off, again), 8)]

    def drawn(wind):
        return relations.surroundings(town, name="X", directions=(wind,))

    judge(coverage(spots, words, drawn))


@pytest.mark.parametrize("side", [False, True], ids=["all", "side"])
@towns
def test_toward_a_town(town, side):
    far, heading, off, again = chances(COUNT, 4)
    spots = outside(town, 360 * heading, 1000 * spread(far, 1, 9.5))
    words = [(wind,) for wind in winds(360 * heading, normal(off, again), 8)]
    words = words if side else [()] * COUNT

    def drawn(*axes):
        return relations.toward(town, name="X", axes=axes)

    judge(coverage(spots, words, drawn))


@pytest.mark.parametrize(("first", "second"), [(HAMA, ALEPPO), (GOMA, SAKE)], ids=["far", "close"])
@pytest.mark.parametrize("words", ["between", "along"])
def test_between_two_towns_and_along_their_road(first, second, words):
    on, off, again = chances(COUNT, 3)
    ends = {"lon": (first.lon, second.lon), "lat": (first.lat, second.lat)}
    plane = Plane(lon=sum(ends["lon"]) / 2, lat=sum(ends["lat"]) / 2)
    start, goal = (
        np.array(plane.to_plane(shapely.Point(end.lon, end.lat)).coords[0])
        for end in (first, second)
    )
    way, length = goal - start, float(np.hypot(*(goal - start)))
    gaps = (first.uncertainty_m / length, second.uncertainty_m / length)
    share = gaps[0] + on * (1 - sum(gaps)) if words == "between" else on
    # Roads wander to the sides, least near their ends.
    aside = 0.06 * normal(off, again) * np.sin(np.pi * share)
    right = np.array([way[1], -way[0]])
    spots = plane.spots(start + share[:, None] * way + aside[:, None] * right)

    def drawn():
        if words == "between":
            return relations.between(first, second, names=("A", "B"))
        return relations.along(first, second, name="the A-B road")

    judge(coverage(spots, [()] * COUNT, drawn))


def test_along_a_known_road():
    on, off, turn = chances(COUNT, 3)
    line = M5_HAMA_ALEPPO.geometry
    spots = shapely.get_coordinates(line.interpolate(on, normalized=True))
    spots = walked(spots, 360 * turn, 300 * off)
    drawn = relations.along(M5_HAMA_ALEPPO, name="the M5")
    judge(coverage(spots, [()] * COUNT, lambda: drawn))
