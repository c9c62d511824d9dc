"""Small places of wars that are shipped: known where no list of towns has them, and never twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.expression import parse_place
from gazetteer.homes.small_places import small_place_count, small_places
from gazetteer.homes.towns import WORLD
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution
from gazetteer.resolve import Context, resolve, resolve_all


@pytest.mark.parametrize("country", ["TD", "SO", "AZ"])
def test_every_small_place_of_a_country_has_an_id_of_its_own(country: str) -> None:
    ids = [place.id for place in small_places(country)]
    assert len(ids) == small_place_count(country)
    assert 0 < len(ids) == len(set(ids))


def test_the_world_of_larger_towns_has_no_small_places() -> None:
    assert small_place_count(WORLD) == 0
    assert not list(small_places(WORLD))


@pytest.mark.parametrize(
    ("country", "text", "beside", "at"),
    [
        ("AZ", "Hadrut", (47.1, 39.6), (47.03, 39.52)),
        ("SO", "Villa Somalia", (45.5, 2.8), (45.33, 2.04)),
        ("TD", "Ouadi Doum air base", (19.1, 17.9), (20.19, 18.53)),
        ("TD", "10 km north of Wadi Doum", (19.1, 17.9), (20.19, 18.62)),  # as papers spell it
    ],
)
def test_a_small_place_is_found_with_what_it_may_be_off(
    shipped_home: Path,
    country: str,
    text: str,
    beside: tuple[float, float],
    at: tuple[float, float],
) -> None:
    gazetteer = Gazetteer(countries=[country], home=shipped_home)
    answer = resolve(parse_place(text), gazetteer, Context(near=(beside,)))
    assert isinstance(answer, Resolution), answer
    assert answer.footprint.lon == pytest.approx(at[0], abs=0.05)
    assert answer.footprint.lat == pytest.approx(at[1], abs=0.05)
    assert answer.footprint.uncertainty_m >= 2_000
    assert answer.chosen[0].entry.source.startswith("frontmap")


def test_the_name_of_a_small_place_is_enough_wherever_its_country_is_told_of(
    shipped_home: Path,
) -> None:
    afghanistan = Gazetteer(countries=("AF",), home=shipped_home)
    texts = [parse_place(text) for text in ("Marjah", "Kandahar", "Kunduz")]
    answer = resolve_all(texts, afghanistan, context=Context(countries=("AF",)))[0]
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.id == "frontmap:AF-marjah"
