"""The airfields that are shipped: found by their names, and small places that are known by them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from gazetteer.entry import FeatureClass
from gazetteer.expression import parse_place
from gazetteer.homes.airfields import airfield_count, airfields
from gazetteer.homes.towns import WORLD
from gazetteer.homes.world import set_path, shipped_beside
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution
from gazetteer.resolve import resolve

AIRFIELDS = {e.id for e in airfields("BF") if e.feature_class is FeatureClass.SPOT}
COUNTRIES = ("AF", "CD", "LR", "LY", "BF")


@pytest.fixture(scope="module")
def opened(shipped_home: Path) -> Mapping[str, Gazetteer]:
    return {code: Gazetteer(countries=[code], home=shipped_home) for code in COUNTRIES}


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_airfield_of_a_country_has_an_id_of_its_own(country: str) -> None:
    ids = [airfield.id for airfield in airfields(country)]
    assert len(ids) == airfield_count(country)
    assert 0 < len(ids) == len(set(ids))


def test_the_world_of_larger_towns_has_no_airfields() -> None:
    assert airfield_count(WORLD) == 0
    assert not list(airfields(WORLD))


@pytest.mark.parametrize(
    ("country", "text", "name"),
    [
        ("AF", "Bagram airbase", "Bagram Air Base"),
        ("AF", "the airport of Farah", "Farah Airport"),
        ("LY", "Maitiga airport", "Mitiga Airport"),  # as papers spell it
        ("LY", "Mitiga International Airport", "Mitiga Airport"),  # and not that of Tripoli
        ("LY", "Benina airport", "Benina International Airport"),
        ("LR", "Roberts airport", "Roberts International Airport"),
        ("CD", "Bunia airport", "Bunia Airport"),  # and neither Punia's nor Beni's
        ("CD", "Goma airport", "Goma International Airport"),
    ],
)
def test_airfields_are_found_by_their_names(
    opened: Mapping[str, Gazetteer], country: str, text: str, name: str
) -> None:
    answer = resolve(parse_place(text), opened[country])
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.name == name
    assert answer.chosen[0].entry.feature_class is FeatureClass.SPOT


@pytest.mark.parametrize(
    ("country", "text", "of_source"),
    [("CD", "Goma", "GeoNames"), ("LY", "Tripoli", "GeoNames"), ("AF", "Farah", "GeoNames")],
)
def test_a_town_is_no_airfield_by_its_bare_name(
    opened: Mapping[str, Gazetteer], country: str, text: str, of_source: str
) -> None:
    answer = resolve(parse_place(text), opened[country])
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.source.startswith(of_source)


def test_a_small_place_that_no_list_knows_stands_within_twelve_kilometres_of_its_airfield(
    opened: Mapping[str, Gazetteer],
) -> None:
    answer = resolve(parse_place("Barsalogho"), opened["BF"])
    assert isinstance(answer, Resolution), answer
    where = answer.footprint
    assert where.uncertainty_m == 12_000
    assert where.note.endswith("known by its airfield")


def test_a_country_that_was_added_keeps_its_airfields_and_has_its_own_villages(
    tmp_path: Path,
) -> None:
    """Lists of settlements hold no airfields, and know more than where one lies."""
    assert not any(each.id in AIRFIELDS for each in shipped_beside(["BF"], tmp_path))
    added = set_path("BF", tmp_path)
    added.parent.mkdir(parents=True)
    added.touch()
    assert {each.id for each in shipped_beside(["BF"], tmp_path)} >= AIRFIELDS
    assert not any(each.id.endswith("-town") for each in shipped_beside(["BF"], tmp_path))
