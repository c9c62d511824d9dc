"""Borders between states, as reports speak of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gazetteer import Context, Gazetteer, Resolution, Unresolved, parse_place
from gazetteer.meaning.borders import border_line, land_borders
from gazetteer.resolve import resolve_all
from tests.gazetteer.towns_alone import towns_alone
from tests.gazetteer.villages import village

HERE = Context()


def _answer(
    gazetteer: Gazetteer, text: str, *around: str, context: Context = HERE
) -> Resolution | Unresolved:
    asked = [parse_place(words) for words in (text, *around)]
    return resolve_all(asked, gazetteer, context=context)[0]


def _resolved(gazetteer: Gazetteer, text: str, *around: str, context: Context = HERE) -> Resolution:
    answer = _answer(gazetteer, text, *around, context=context)
    assert isinstance(answer, Resolution), answer
    return answer


@pytest.mark.parametrize(
    ("text", "around", "pair"),
    [
        ("the Chad-Niger border", (), "NE-TD"),
        ("the border between Peru and Ecuador", (), "EC-PE"),
        ("the Thai-Cambodian border", (), "KH-TH"),
        ("Burundi's border with Rwanda", (), "BI-RW"),
        ("the border with Pakistan", ("Jalalabad", "Kandahar"), "AF-PK"),
        ("near the Turkish border", ("Gaziantep", "Hasakah"), "SY-TR"),
        ("the Armenian border", ("Ganja",), "AM-AZ"),
    ],
)
def test_a_border_is_that_of_the_countries_named_and_spoken_of(
    world_towns: Gazetteer, text: str, around: tuple[str, ...], pair: str
) -> None:
    answer = _resolved(world_towns, text, *around)
    assert answer.chosen[0].entry.id == f"naturalearth:{pair}"
    assert "Line" in answer.footprint.geometry.geom_type


def test_countries_of_the_text_tell_whose_border_is_meant(world_towns: Gazetteer) -> None:
    answer = _resolved(world_towns, "the border with Libya", context=Context(countries=("TN",)))
    assert answer.chosen[0].entry.id == "naturalearth:LY-TN"


def test_only_the_stretch_beside_the_places_of_the_text_is_meant(world_towns: Gazetteer) -> None:
    whole = _resolved(world_towns, "the Russian-Ukrainian border").footprint
    near = _resolved(world_towns, "the border with Russia", "Kharkiv").footprint
    assert whole.uncertainty_m > 300_000
    assert near.uncertainty_m < 80_000
    assert shapely.Point(near.lon, near.lat).distance(shapely.Point(36.23, 49.99)) < 0.6
    assert "within 60 km of the text's places" in near.note


def test_without_a_neighbour_all_borders_of_the_country_are_meant(world_towns: Gazetteer) -> None:
    answer = _resolved(world_towns, "the border with Syria", "Damascus")
    assert "does not say with whom" in answer.chosen[0].why
    assert answer.footprint.uncertainty_m > 300_000


@pytest.mark.parametrize(
    "text", ["the border between Peru and Chad", "the border with France", "the border with Cuba"]
)
def test_a_border_that_is_none_or_everywhere_is_not_drawn(
    world_towns: Gazetteer, text: str
) -> None:
    answer = _answer(world_towns, text)
    assert isinstance(answer, Unresolved)


def test_a_distance_from_a_border_is_a_band_along_it(world_towns: Gazetteer) -> None:
    answer = _resolved(world_towns, "20 km from the Russian border", "Kharkiv")
    assert answer.footprint.geometry.geom_type.endswith("Polygon")
    assert answer.footprint.method == "ring"


def test_most_states_maps_decide_which_lines_are_borders() -> None:
    line = border_line(("RU", "UA"))
    assert line.bounds[1] > 46.5  # the line across the neck of Crimea is none
    assert len(land_borders()) > 300


def test_a_border_near_a_place_is_its_stretch_beside_that_alone(world_towns: Gazetteer) -> None:
    near = _resolved(world_towns, "the border with Russia near Kharkiv", "Sumy").footprint
    assert shapely.Point(near.lon, near.lat).distance(shapely.Point(36.23, 49.99)) < 0.4
    assert near.uncertainty_m < 80_000


@pytest.mark.parametrize(
    "text", ["the border with Russia near Xarqol", "the border with Russia near Lviv"]
)
def test_a_border_near_what_is_unknown_or_far_from_it_is_not_drawn(
    world_towns: Gazetteer, text: str
) -> None:
    assert isinstance(_answer(world_towns, text, "Kharkiv"), Unresolved)


@pytest.fixture(scope="module")
def provinces(shipped_home: Path) -> Gazetteer:
    return Gazetteer(countries=["UA"], home=shipped_home)


@pytest.mark.parametrize(
    ("text", "lon", "lat", "most_m"),
    [
        ("the border between Kharkiv and Luhansk regions", 38.0, 49.5, 70_000),
        ("the Zaporizhzhia-Donetsk border", 36.9, 47.6, 100_000),
    ],
)
def test_the_border_between_two_regions_is_where_they_meet(
    provinces: Gazetteer, text: str, lon: float, lat: float, most_m: float
) -> None:
    found = _resolved(provinces, text).footprint
    assert shapely.Point(found.lon, found.lat).distance(shapely.Point(lon, lat)) < 0.4
    assert found.uncertainty_m < most_m
    assert "Line" in found.geometry.geom_type


def test_the_border_with_a_region_is_its_stretch_beside_the_places_of_the_text(
    provinces: Gazetteer,
) -> None:
    whole = _resolved(provinces, "the border with Kharkiv region").footprint
    near = _resolved(provinces, "the border with Kharkiv region", "Izium").footprint
    assert whole.uncertainty_m > 150_000
    assert near.uncertainty_m < 80_000
    assert shapely.Point(near.lon, near.lat).distance(shapely.Point(37.25, 49.21)) < 0.6


def test_regions_that_do_not_meet_have_no_border(provinces: Gazetteer) -> None:
    answer = _answer(provinces, "the border between Lviv and Luhansk regions")
    assert isinstance(answer, Unresolved)


def test_no_border_is_drawn_along_the_hull_of_the_places_of_a_region(tmp_path: Path) -> None:
    """An added country knows its regions as points: their outlines are those that are shipped."""
    region = village(1, "Sumy", 34.0, 51.0, letter="A", code="ADM1", admin=("Sumy",))
    spots = [(34.0 + x / 50, 51.0 + y / 50) for x in range(10) for y in range(10)]
    around = [
        village(number, f"Selo {number}", lon, lat, admin=("Sumy",))
        for number, (lon, lat) in enumerate(spots, start=2)
    ]
    gazetteer = towns_alone("UA", (region, *around), tmp_path)
    assert gazetteer.area_around(region) is not None
    answer = _resolved(gazetteer, "the border with Sumy region")
    assert answer.chosen[0].entry.source == "GeoNames, outlines by Natural Earth"
    assert answer.footprint.uncertainty_m > 100_000
