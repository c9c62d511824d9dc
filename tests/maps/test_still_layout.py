"""Nothing on a still map covers what a reader needs to see."""

from __future__ import annotations

from itertools import combinations

import pytest

from maps.land.frame import frame_of
from maps.land.orientation import surroundings_of
from maps.picture.boxes import Box, Boxes, box_around
from maps.picture.furniture import scale_box, scale_km
from maps.picture.lettering import measure
from maps.picture.marks import PILL, WORD
from maps.picture.movements import bearing_of
from maps.picture.paper import paper_for
from maps.picture.still import _lay_out, _Layout
from maps.places.ground import ground_of
from tests.maps.situations import hama, many


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


@pytest.fixture(scope="module", params=["one of each", "four hundred"])
def layout(request: pytest.FixtureRequest) -> _Layout:
    situation = hama() if request.param == "one of each" else many(400)
    paper = paper_for(frame_of(ground_of(situation.drawn)), left=20, top=80, width=676)
    around = surroundings_of(paper.bounds)
    return _lay_out(situation, paper, around.towns, around)


def name_boxes(layout: _Layout) -> list[Box]:
    return [
        box_around(
            name.x, name.y, across=measure(name.town.name, name.town.letters),
            down=name.town.letters.size,
        )
        for name in layout.names
    ]  # fmt: skip


def test_markers_names_plates_and_scale_keep_clear_of_each_other(layout: _Layout) -> None:
    boxes = [
        *(mark.box(mark.x, mark.y) for mark in layout.marks),
        *(plate.box for plate in layout.away),
        *name_boxes(layout),
        scale_box(layout.paper),
    ]
    assert len(boxes) > 25
    for one, other in combinations(boxes, 2):
        assert not overlap(one, other), (one, other)


def test_no_name_stands_tight_below_the_word_of_a_marker(layout: _Layout) -> None:
    words = [mark for mark in layout.marks if mark.word]
    assert words
    for mark in words:
        *_, bottom = mark.box(mark.x, mark.y)
        # Its middle is 5.5 points below the marker.
        assert bottom - (mark.y + PILL / 2 + 5.5 + WORD.size / 2) > 3


def test_every_place_has_one_marker_or_one_plate(layout: _Layout) -> None:
    marked = [id(place) for mark in layout.marks for place in mark.places]
    assert len(marked) == len(set(marked))
    beyond = sum("Deir ez-Zor" in plate.words for plate in layout.away)
    assert len(marked) + beyond == len(layout.places)


def test_markers_stay_on_the_map(layout: _Layout) -> None:
    for mark in layout.marks:
        left, top, right, bottom = mark.box(mark.x, mark.y)
        assert layout.paper.holds(left, top)
        assert layout.paper.holds(right, bottom)


def test_countries_are_named_on_their_own_land(layout: _Layout) -> None:
    assert {country.name for country in layout.countries} == {"Syria", "Turkey"}


def test_a_city_is_named_and_not_its_quarters() -> None:
    names = [town.name for town in surroundings_of((37.0, 46.8, 38.4, 48.5)).towns]
    assert names[:2] == ["Donetsk", "Makiyivka"]
    assert "Mariupol" in names
    assert "Pravyi Bereh" not in names


def test_a_small_frame_is_widened_until_readers_find_their_way() -> None:
    paper = paper_for((29.2, -1.7, 29.21, -1.69), left=0, top=0, width=676)
    assert paper.length(170_000, lat=-1.7) <= 676
    assert scale_km(paper) == 30


@pytest.mark.parametrize(
    "frame", [(-180.0, -60.0, 180.0, 75.0), (179.9, -90.0, 180.0, 90.0), (0.0, 84.0, 0.1, 90.0)]
)
def test_a_frame_at_the_end_of_the_earth_is_still_a_map(
    frame: tuple[float, float, float, float],
) -> None:
    west, south, east, north = paper_for(frame, left=0, top=0, width=676).bounds
    assert -180 <= west < east <= 180
    assert -85 <= south < north <= 85


def test_a_conformal_map_keeps_a_circle_round() -> None:
    paper = paper_for((36, 34, 38, 36), left=0, top=0, width=676)
    x, y = paper.spot(lon=37, lat=35)
    metres = 1_000.0
    north = paper.spot(lon=37, lat=35 + metres / 111_195)[1]
    assert y - north == pytest.approx(paper.length(metres, lat=35), rel=2e-3)
    assert x == pytest.approx(paper.left + paper.width / 2)


@pytest.mark.parametrize(
    ("word", "bearing"),
    [("north", 0), ("North-East", 45), ("southern", 180), ("westward", 270), ("Hama", None)],
)
def test_a_compass_word_is_a_bearing(word: str, bearing: float | None) -> None:
    assert bearing_of(word) == bearing


def test_a_box_that_was_given_back_is_free() -> None:
    boxes = Boxes()
    boxes.add((0, 0, 100, 100), "a")
    assert boxes.hit((50, 50, 60, 60)) == (0, 0, 100, 100)
    assert boxes.hit((50, 50, 60, 60), but=("a",)) is None
    boxes.remove((0, 0, 100, 100), "a")
    assert boxes.hit((50, 50, 60, 60)) is None
