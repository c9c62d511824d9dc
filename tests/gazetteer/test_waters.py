"""The rivers and lakes that are shipped: found by name, at the stretch that a text speaks of."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from gazetteer.expression import parse_place
from gazetteer.homes.towns import towns
from gazetteer.homes.waters import waters
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution
from gazetteer.resolve import resolve, resolve_all
from tests.gazetteer.towns_alone import towns_alone


@pytest.fixture(scope="module")
def opened(shipped_home: Path) -> Mapping[str, Gazetteer]:
    return {code: Gazetteer(countries=[code], home=shipped_home) for code in ("AF", "ES", "TD")}


@pytest.mark.parametrize("country", ["AF", "CD", "SY", "TJ", "UA"])
def test_every_water_of_a_country_has_an_id_of_its_own(country: str) -> None:
    ids = [water.id for water in waters(country)]
    assert ids
    assert len(ids) == len(set(ids))


def test_a_river_along_a_border_is_one_in_both_countries() -> None:
    both = [{water.id for water in waters(country)} for country in ("AF", "TJ")]
    assert "naturalearth:panj" in both[0] & both[1]


@pytest.mark.parametrize(
    ("country", "text", "name"),
    [
        ("AF", "the Pyanj river", "Panj River"),
        ("ES", "the Ebro", "Ebro River"),
        ("ES", "the Ebro River", "Ebro River"),
        ("TD", "Lake Chad", "Lake Chad"),
    ],
)
def test_waters_are_found_by_their_names(
    opened: Mapping[str, Gazetteer], country: str, text: str, name: str
) -> None:
    answer = resolve(parse_place(text), opened[country])
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.name == name


def test_a_country_or_province_is_no_river_by_its_bare_name(
    opened: Mapping[str, Gazetteer],
) -> None:
    answer = resolve(parse_place("Chad"), opened["TD"])
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.feature_code == "PCLI"


def test_a_long_river_stands_where_the_rest_of_the_text_is(
    opened: Mapping[str, Gazetteer],
) -> None:
    said = [parse_place(text) for text in ("the Ebro", "Zaragoza")]
    river, town = resolve_all(said, opened["ES"])
    assert isinstance(river, Resolution)
    assert isinstance(town, Resolution)
    assert abs(river.footprint.lon - town.footprint.lon) < 0.2
    assert abs(river.footprint.lat - town.footprint.lat) < 0.2


def test_a_set_without_rivers_has_those_that_are_shipped(tmp_path: Path) -> None:
    alone = towns_alone("ES", towns("ES"), tmp_path)
    answer = resolve(parse_place("the Ebro"), alone)
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.id == "naturalearth:ebro"


def test_a_river_of_several_countries_is_one_from_end_to_end(shipped_home: Path) -> None:
    both = Gazetteer(countries=["UA", "RU"], home=shipped_home)
    said = [parse_place(text) for text in ("the eastern bank of the Dnipro", "Kherson")]
    river, town = resolve_all(said, both)
    assert isinstance(river, Resolution)
    assert isinstance(town, Resolution)
    assert abs(river.footprint.lon - town.footprint.lon) < 0.3
    assert abs(river.footprint.lat - town.footprint.lat) < 0.3


@pytest.mark.parametrize("text", ["the Blue Nile", "the western bank of the Blue Nile"])
def test_what_has_an_article_or_a_bank_is_the_river_and_not_the_province(
    text: str, shipped_home: Path
) -> None:
    answer = resolve(parse_place(text), Gazetteer(countries=["SD"], home=shipped_home))
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.name == "Blue Nile River"
