"""The districts that are shipped: found by name, told from their towns, as wide as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.expression import parse_place
from gazetteer.homes.districts import district_count, district_mark, districts
from gazetteer.homes.towns import WORLD
from gazetteer.index import Gazetteer
from gazetteer.nearness import apart_km
from gazetteer.place import Resolution
from gazetteer.resolve import Context, resolve, resolve_all
from tests.gazetteer.villages import village


@pytest.fixture(scope="module")
def opened(shipped_home: Path) -> dict[str, Gazetteer]:
    return {
        code: Gazetteer(countries=[code], home=shipped_home) for code in ("AF", "MZ", "SO", "SS")
    }


def _placed(text: str, gazetteer: Gazetteer) -> Resolution:
    answer = resolve(parse_place(text), gazetteer, Context())
    assert isinstance(answer, Resolution), answer
    return answer


@pytest.mark.parametrize("country", ["AF", "CD", "ET", "ML", "PK"])
def test_every_district_has_an_id_of_its_own_and_an_area(country: str) -> None:
    found = list(districts(country, {}))
    assert len(found) == district_count(country) > 0
    assert len({each.id for each in found}) == len(found)
    assert all(2_000 < each.footprint.uncertainty_m < 500_000 for each in found)
    assert {each.country for each in found} == {country}


@pytest.mark.parametrize("country", ["BD", "IN", "MY", "RU"])
def test_no_district_crosses_itself_though_its_outline_is_coarse(country: str) -> None:
    assert all(each.footprint.geometry.is_valid for each in districts(country, {}))


def test_the_world_has_none_and_a_small_state_may_have_none() -> None:
    assert district_count(WORLD) == district_mark(WORLD) == 0
    assert not list(districts(WORLD, {}))
    assert not list(districts("MC", {}))


@pytest.mark.parametrize(
    ("country", "text", "lon", "lat"),
    [
        ("AF", "Garmser district", 63.9, 30.6),
        ("MZ", "Nangade district", 39.7, -11.1),
        ("SS", "Ulang county", 32.8, 8.6),
        ("SS", "Nasir county", 33.2, 8.9),  # "Luakpiny/Nasir" by its second name
    ],
)
def test_districts_are_found_by_name(
    opened: dict[str, Gazetteer], country: str, text: str, lon: float, lat: float
) -> None:
    answer = _placed(text, opened[country])
    assert answer.chosen[0].entry.source.startswith("geoBoundaries")
    away = apart_km(answer.footprint.lon, answer.footprint.lat, lon, lat)
    assert away < answer.footprint.uncertainty_m / 1_000


def test_a_bare_name_means_the_town_and_the_word_its_district(
    opened: dict[str, Gazetteer],
) -> None:
    town, district = (_placed(text, opened["MZ"]) for text in ("Mueda", "Mueda district"))
    assert town.chosen[0].entry.feature_class == "P"
    assert district.chosen[0].entry.feature_class == "A"
    assert district.footprint.uncertainty_m > 10 * town.footprint.uncertainty_m


def test_a_bare_name_of_a_district_alone_says_that_it_is_one(
    opened: dict[str, Gazetteer],
) -> None:
    names = ("Longochuk", "Malakal", "Longochuk county")
    bare, _, told = resolve_all([parse_place(name) for name in names], opened["SS"])
    assert isinstance(bare, Resolution)
    assert isinstance(told, Resolution)
    assert "taken for the district of this name" in bare.footprint.note
    assert "taken for" not in told.footprint.note


def test_a_district_names_the_area_that_holds_it(opened: dict[str, Gazetteer]) -> None:
    assert _placed("Nangade district", opened["MZ"]).chosen[0].entry.admin == (
        "Cabo Delgado Province",
    )


def test_a_district_known_as_a_point_is_not_drawn_as_its_province(
    opened: dict[str, Gazetteer],
) -> None:
    answer = _placed("Mogadishu's Yaqshid district", opened["SO"])
    assert "drawn around" not in answer.footprint.note
    assert apart_km(answer.footprint.lon, answer.footprint.lat, 45.36, 2.07) < 8


def _in(text: str, *towns: str, near: str = "") -> Resolution:
    known = tuple(village(n, name, 20 + n / 20, 10, population=9_000)
                  for n, name in enumerate(towns))  # fmt: skip
    said = [parse_place(text), *([parse_place(near)] if near else [])]
    answer = resolve_all(said, Gazetteer(known))[0]
    assert isinstance(answer, Resolution), answer
    return answer


@pytest.mark.parametrize(
    ("text", "reach_km"),
    [
        ("Marun district", 30),
        ("Marun county", 30),
        ("Marun woreda", 30),
        ("villages in Marun cercle", 30),
        ("Marun township", 30),
        ("Marun locality", 30),
        ("Marun municipality", 20),
        ("the municipality of Marun", 20),
        ("the commune of Marun", 20),
    ],
)
def test_a_district_of_which_the_seat_alone_is_known_reaches_beyond_it(
    text: str, reach_km: int
) -> None:
    assert _in(text, "Marun").footprint.uncertainty_m == reach_km * 1_000


@pytest.mark.parametrize("text", ["Marun", "the town of Marun", "the village of Marun"])
def test_a_town_reaches_no_farther_than_a_town(text: str) -> None:
    assert _in(text, "Marun").footprint.uncertainty_m < 5_000


def test_what_may_be_a_quarter_of_a_town_that_is_named_reaches_no_farther() -> None:
    answer = _in("Marun district", "Marun", "Orusk", near="the town of Orusk")
    assert answer.footprint.uncertainty_m < 5_000


def test_a_municipality_or_township_is_the_area_of_its_name(shipped_home: Path) -> None:
    bosnia = Gazetteer(countries=["BA"], home=shipped_home)
    assert _placed("Bihac municipality", bosnia).chosen[0].entry.feature_class == "A"
    assert _placed("Bihac", bosnia).chosen[0].entry.feature_class == "P"
