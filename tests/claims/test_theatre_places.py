"""Names of the news that others share, or that sets of settlements lack, mean the place in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.assess import open_gazetteer
from claims.sides.theatre_files import load_theatre
from gazetteer.expression import parse_place
from gazetteer.files import read_theatre_entries
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution
from gazetteer.resolve import resolve_all
from geo.geodesy import distance_m

PLACES = """
ukraine | Artyomovsk | 38.00 48.59
ukraine | Ugledar | 37.25 47.78
ukraine | Dymytrov | 37.26 48.29
ukraine | Kakhovka dam | 33.37 46.78
ukraine | Snake Island | 30.20 45.26
ukraine | Azovstal | 37.61 47.10
ukraine | Antonovsky Bridge | 32.72 46.67
ukraine | Engels-2 | 46.21 51.48
donbas | Donetsk airport | 37.74 48.07
donbas | Debaltsevo | 38.41 48.34
gaza-lebanon | Khan Yunus | 34.30 31.34
gaza-lebanon | Meiss el-Jabal | 35.53 33.17
gaza-lebanon | Rafah crossing | 34.26 31.25
gaza-lebanon | Ain al-Hilweh | 35.38 33.54
gaza-lebanon | Kafr Kila | 35.56 33.28
gaza-lebanon | northern Israel | 35.40 33.00
gaza-lebanon | Israel's south | 34.65 31.40
iraq | Ain al-Asad | 42.44 33.79
iraq | Shingal | 41.87 36.32
iraq | Bayji oil refinery | 43.49 34.98
iraq | Rutba | 40.28 33.04
iraq | Mosul dam | 42.82 36.63
"""


@pytest.fixture(scope="module")
def opened(shipped_home: Path) -> dict[str, Gazetteer]:
    names = {row.split(" | ")[0] for row in PLACES.strip().splitlines()}
    return {name: open_gazetteer(load_theatre(name), home=shipped_home) for name in names}


@pytest.mark.parametrize("row", PLACES.strip().splitlines())
def test_a_name_of_the_news_is_found(row: str, opened: dict[str, Gazetteer]) -> None:
    theatre, words, at = row.split(" | ")
    lon, lat = map(float, at.split())
    (answer,) = resolve_all([parse_place(words)], opened[theatre])
    assert isinstance(answer, Resolution), answer
    found = answer.footprint
    assert distance_m(lon=lon, lat=lat, to_lon=found.lon, to_lat=found.lat) < 5_000


@pytest.mark.parametrize("theatre", ["ukraine", "donbas", "gaza-lebanon", "iraq"])
def test_no_two_places_of_a_theatre_share_a_name(theatre: str) -> None:
    owners: dict[str, set[str]] = {}
    folder = Path(str(load_theatre(theatre).folder))
    for entry in read_theatre_entries(folder):
        for toponym in entry.toponyms:
            owners.setdefault(toponym.text.casefold(), set()).add(entry.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}
