"""Regions, ranges and seas that are shipped: known by the names that the press has for them."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from gazetteer import Gazetteer, Resolution, parse_place
from gazetteer.homes.regions import region_count, regions
from gazetteer.homes.towns import WORLD, country_rows
from gazetteer.resolve import Context, resolve
from gazetteer.wording.mentions import find_mentions


def test_each_region_is_one_in_all_its_countries_and_has_a_shape() -> None:
    codes = {row.code for row in country_rows()} | {"XK", "EH"}
    everywhere = list(regions(WORLD))
    assert len({region.id for region in everywhere}) == len(everywhere) == region_count(WORLD)
    for region in everywhere:
        assert region.country in codes, region.id
        assert not region.footprint.geometry.is_empty, region.id
        assert region.footprint.uncertainty_m >= 4_000, region.id
    hermon = {c: [r.id for r in regions(c) if r.name == "Mount Hermon"] for c in ("IL", "SY", "LB")}
    assert set(map(tuple, hermon.values())) == {("frontmap:mount-hermon",)}


def test_a_region_of_whole_provinces_has_their_outlines(shipped_home: Path) -> None:
    donbas = next(region for region in regions("UA") if region.name == "Donbas")
    shape = donbas.footprint.geometry
    assert shape.contains(shapely.Point(37.80, 48.02))  # Donetsk
    assert shape.contains(shapely.Point(39.31, 48.57))  # Luhansk
    assert not shape.contains(shapely.Point(36.23, 49.99))  # Kharkiv


@pytest.mark.parametrize(
    ("country", "text", "name"),
    [
        ("UA", "the Donbas", "Donbas"),
        ("UA", "the Crimean peninsula", "Crimean peninsula"),
        ("IL", "the western Galilee", "Galilee"),
        ("IL", "Mount Hermon", "Mount Hermon"),
        ("IL", "the Gaza envelope", "Gaza envelope"),
        ("AF", "the Panjshir valley", "Panjshir Valley"),
        ("LY", "the Nafusa mountains", "Nafusa Mountains"),
        ("SV", "the Guazapa volcano", "Guazapa"),
    ],
)
def test_a_region_is_found_as_the_press_calls_it(
    shipped_home: Path, country: str, text: str, name: str
) -> None:
    gazetteer = Gazetteer(countries=(country,), home=shipped_home)
    answer = resolve(parse_place(text), gazetteer, Context(countries=(country,)))
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.name == name


@pytest.mark.parametrize("word", ["Peninsula", "peninsula"])
def test_a_peninsula_is_called_after_its_people(word: str) -> None:
    text = f"They bombed the Crimean {word}."
    known = [(text.index("Crimean"), len(text) - 1)] if word.istitle() else []
    heads = [each.expression.heads for each in find_mentions(text, known_spans=known)]
    assert heads == [(f"Crimean {word}",)]
