"""Cities of the world, and towns across a border, in texts on one country."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, Resolution, parse_place, resolve_all
from gazetteer.homes.abroad import CITIES, abroad
from gazetteer.homes.stores import EntryStore
from gazetteer.place import Unresolved
from gazetteer.resolve import Context
from tests.gazetteer.villages import village

YEMEN = Context(countries=("YE",))


def _named(text: str, gazetteer: Gazetteer, *beside: str, context: Context = YEMEN) -> str:
    """Return the name of what a text means beside other names, or why there is none."""
    answer, *_ = resolve_all(
        [parse_place(each) for each in (text, *beside)], gazetteer, context=context
    )
    return answer.chosen[0].entry.name if isinstance(answer, Resolution) else answer.status


@pytest.fixture(scope="module")
def yemen() -> Gazetteer:
    return Gazetteer(countries=("YE",), abroad=True)


@pytest.mark.parametrize("city", ["Riyadh", "Jeddah", "Damascus", "Tehran"])
def test_a_city_of_the_world_is_meant_wherever_the_text_is(yemen: Gazetteer, city: str) -> None:
    assert _named(city, yemen, "Sanaa", "Marib") == city


def test_without_them_a_city_elsewhere_is_not_looked_for() -> None:
    assert _named("Riyadh", Gazetteer(countries=("YE",)), "Sanaa", "Marib") != "Riyadh"


def test_a_town_across_the_border_is_known_near_what_the_text_names() -> None:
    syria, context = Gazetteer(countries=("SY",), abroad=True), Context(countries=("SY",))
    for town in ("Kilis", "Reyhanlı"):
        assert _named(town, syria, "Azaz", "Afrin", context=context) == town
    # One of 15,000 at the other end of the country is rather a village that nobody has listed.
    far = resolve_all(
        [parse_place(each) for each in ("Kilis", "Daraa", "Suwayda")], syria, context=context
    )[0]
    assert isinstance(far, Unresolved)
    assert "far off" in far.reason


def test_a_place_of_the_country_comes_before_a_city_of_its_name() -> None:
    hamlet = replace(village(1, "Medina", 44.2, 15.4), country="YE")
    yemen = Gazetteer((hamlet,), countries=("YE",), abroad=True)
    answer, *_ = resolve_all([parse_place("Medina"), parse_place("Sanaa")], yemen, context=YEMEN)
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.country == "YE"


def test_what_lies_beside_a_country_is_near_it_and_not_in_it() -> None:
    beside = {town.name for town in abroad("SY")}
    assert {"Kilis", "Tripoli", "Irbid"} <= beside
    assert not {"Aleppo", "Istanbul", "Tehran"} & beside
    assert {"Tehran", "Aleppo", "Juba"} <= {town.name for town in abroad(CITIES)}


def test_an_ordinary_word_is_no_city_elsewhere() -> None:
    syria = Gazetteer(countries=("SY",), abroad=True)
    assert _named("Lion", syria, "Homs", context=Context(countries=("SY",))) == "unresolved"


def test_a_metropolis_abroad_is_meant_before_a_hamlet_far_from_all_the_text_names() -> None:
    hamlet = replace(village(1, "Jeddah", 52.0, 16.5), country="YE")
    yemen = Gazetteer(stores=[EntryStore((hamlet,), name="rows")], countries=("YE",), abroad=True)
    answer, *_ = resolve_all(
        [parse_place(each) for each in ("Jeddah", "Sanaa", "Marib")], yemen, context=YEMEN
    )
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.country == "SA"
