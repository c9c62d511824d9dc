from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import Gazetteer
from gazetteer.errors import PlaceNotFoundError
from gazetteer.files import read_theatre_entries
from gazetteer.homes.towns import towns as towns_of
from tests.gazetteer.towns_alone import towns_alone


@pytest.mark.parametrize(
    ("name", "entry_id"),
    [
        ("Hama", "levant:hama"),
        ("Al-Safirah", "levant:safira"),  # the entry is spelled As-Safira
        ("Sfireh", "levant:safira"),
        ("السفيرة", "levant:safira"),
        ("Zayn al-Abidin hill", "levant:zayn"),  # the entry is a Jabal
        ("Khanaser", "levant:khanasir"),
        ("Ithriya-Khanasir road", "levant:khanasir-ithriya"),
    ],
)
def test_lookup_meets_press_spellings(curated: Gazetteer, name: str, entry_id: str) -> None:
    assert curated.lookup(name)[0].entry.id == entry_id


def test_a_curated_entry_stands_for_the_row_it_was_made_from(towns: Gazetteer) -> None:
    found = towns.lookup("Hama")
    assert found[0].entry.id == "levant:hama"
    assert found[0].score == 1.0
    assert [other.id for other in found[0].entry.also] == ["geonames:170017"]
    assert "geonames:170017" not in {each.entry.id for each in found}
    # A spelling that only the world's list knows leads to the curated entry as well.
    assert towns.lookup("Epiphania")[0].entry.id == "levant:hama"


def test_prominence_breaks_a_tie_and_nothing_else(towns: Gazetteer) -> None:
    names = [c.entry.id for c in towns.lookup("Suran") if c.score == 1.0]
    assert names[:2] == ["levant:suran", "levant:suran-azaz"]
    # A village that is spelled so stands before a city that is spelled otherwise.
    assert towns.lookup("Suran")[0].entry.population < 460_602


def test_each_candidate_says_why(curated: Gazetteer) -> None:
    (why,) = {c.why for c in curated.lookup("Sawran") if c.entry.id == "levant:suran"}
    assert why == "spelled so; a populated place"
    assert curated.lookup("Sooren")[0].why == "like 'Souran' (0.85); a populated place"


@pytest.mark.parametrize("name", ["Hаma", "", "   ", "?!", "x" * 200_000])
def test_what_is_no_name_finds_nothing(towns: Gazetteer, name: str) -> None:
    assert towns.lookup(name) == ()


def test_limit_bounds_the_answer(towns: Gazetteer) -> None:
    assert len(towns.lookup("Suran", limit=3)) == 3


def test_entries_are_found_by_id(towns: Gazetteer) -> None:
    assert towns.get("levant:hama").name == "Hama"
    assert towns.get("geonames:170017").population == 460_602
    assert towns.get("geonames:163843").feature_code == "PCLI"


@pytest.mark.parametrize("entry_id", ["levant:nowhere", "geonames:1", "geonames:x", "geonames:٣"])
def test_an_unknown_id_is_an_error_that_says_what_to_do(towns: Gazetteer, entry_id: str) -> None:
    with pytest.raises(PlaceNotFoundError, match="look its name up"):
        towns.get(entry_id)


def test_countries_are_known_by_name(towns: Gazetteer) -> None:
    for name, code in (("Syria", "SY"), ("Türkiye", "TR"), ("UAE", "AE"), ("Burma", "MM")):
        assert towns.lookup(name)[0].entry.country == code


def _names(gazetteer: Gazetteer, text: str) -> list[str]:
    return [text[start:end] for start, end in gazetteer.spans(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fighters entered Hama and As Safirah.", ["Hama", "As Safirah"]),
        ("Clashes near Al-Safirah continue", ["Al-Safirah"]),
        ("clashes near al-Safira, Aleppo", ["al-Safira", "Aleppo"]),
        ("Hama’s outskirts; A'zaz", ["Hama", "A'zaz"]),
        ("Jabal Zayn al-Abidin, north of Hama", ["Jabal Zayn al-Abidin", "Hama"]),
        ("the Khanaser–Athriya road", ["Khanaser", "Athriya"]),
        ("along the M5 toward Hama", ["M5", "Hama"]),
        ("دخلت القوات حماة", ["حماة"]),
        ("hama and aleppo in small letters", []),
        ("Hamas and Alepponians", []),
        ("", []),
    ],
)
def test_spans_find_known_names(curated: Gazetteer, text: str, names: list[str]) -> None:
    assert _names(curated, text) == names


def test_the_longest_name_wins(curated: Gazetteer) -> None:
    assert _names(curated, "from Hama Military Airport") == ["Hama Military Airport"]


def test_a_name_does_not_reach_over_punctuation(curated: Gazetteer) -> None:
    assert _names(curated, "In Hama. Military Airport staff") == ["Hama"]


# All are towns: Central (ZA), March (GB), Reading (GB), Most (CZ), Mobile (US), Of (TR).
# Olive Branch (US) has two such words, and Siryan (YE) sounds like a people.
@pytest.mark.parametrize(
    "word",
    ["Central", "March", "Victory", "Reading", "Most", "Mobile", "Of", "Olive Branch", "Syrian"],
)
def test_english_words_are_no_places(world_towns: Gazetteer, word: str) -> None:
    assert _names(world_towns, f"{word} said so") == []


@pytest.mark.parametrize("city", ["Paris", "Tripoli", "Moscow", "Kharkiv", "Goma"])
def test_large_cities_are_places_even_where_a_dictionary_has_them(
    world_towns: Gazetteer, city: str
) -> None:
    assert _names(world_towns, f"He left {city} on Monday") == [city]


def test_an_agency_in_capitals_is_not_the_town_of_that_name(world_towns: Gazetteer) -> None:
    assert _names(world_towns, "SANA reported from Sana") == ["Sana"]


def test_a_curated_entry_may_bear_an_english_word(curated: Gazetteer, theatre_folder: Path) -> None:
    path = theatre_folder / "places.csv"
    path.write_text(path.read_text("utf-8").replace("azaz,Azaz,", "azaz,Victory,"), "utf-8")
    own = Gazetteer(read_theatre_entries(theatre_folder))
    assert _names(own, "Victory fell") == ["Victory"]
    assert _names(curated, "Victory fell") == []


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_spans_lie_in_the_text_in_order_and_apart(curated: Gazetteer, text: str) -> None:
    spans = curated.spans(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


def test_describe_tells_each_part_with_its_licence(towns: Gazetteer) -> None:
    told = {part.name: part for part in towns.describe()}
    assert list(told) == ["curated", "SY", "countries"]
    assert told["SY"].rows > 300
    assert (told["SY"].source, told["SY"].licence) == ("GeoNames", "CC BY 4.0")
    assert told["SY"].size_bytes > 100_000


def test_a_province_is_drawn_around_its_towns(tmp_path: Path) -> None:
    alone = towns_alone("SY", towns_of("SY"), tmp_path)
    area = alone.area_around(alone.get("geonames:170017"))
    assert area is not None
    assert area.feature_code == "ADM1"
    assert "no border" in area.note
    suran, azaz = alone.get("geonames:163915"), alone.get("geonames:163913")
    assert area.footprint.geometry.covers(suran.footprint.geometry)
    assert not area.footprint.geometry.covers(azaz.footprint.geometry)
