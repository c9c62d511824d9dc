"""Places that are not known, inside or beside places that are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shapely

from gazetteer import Gazetteer, Resolution, Unresolved, parse_place
from gazetteer.homes.stores import EntryStore
from gazetteer.meaning.called_after import town_of
from gazetteer.place import PlaceExpression
from gazetteer.resolve import Context, resolve_all
from gazetteer.wording.mentions import Searched, find_in_each, find_mentions
from tests.gazetteer.villages import resolved, village


def _answer(gazetteer: Gazetteer, text: str, *around: str) -> Resolution | Unresolved:
    return resolve_all([parse_place(words) for words in (text, *around)], gazetteer)[0]


@pytest.mark.parametrize(
    "text",
    [
        "the Presidential Palace in Hama",
        "the village of Zzyzx in the city of Hama",
        "near the Gnarp Hospital in Hama",
        "Qwertistan Street in Hama",
    ],
)
def test_what_is_unknown_lies_somewhere_in_the_town_that_holds_it(
    curated: Gazetteer, text: str
) -> None:
    answer = resolved(curated, text)
    assert answer.chosen[0].entry.id == "levant:hama"
    assert answer.footprint.uncertainty_m >= 4_000
    assert "not known more closely" in answer.chosen[0].why


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("the Gnarp roundabout in western Hama", "levant:hama"),
        ("the Gnarp neighbourhood in the west of Hama", "levant:hama"),
        ("Gnarp Street in northern Hama", "levant:hama"),
        ("the Gnarp square in northern Hama province", ""),
    ],
)
def test_a_street_or_quarter_in_the_west_of_a_name_is_in_the_city_and_not_in_its_province(
    curated: Gazetteer, text: str, entry: str
) -> None:
    answer = _answer(curated, text)
    if entry:
        assert isinstance(answer, Resolution)
        assert answer.chosen[0].entry.id == entry
        assert answer.footprint.uncertainty_m < 12_000
    else:
        assert not isinstance(answer, Resolution) or answer.chosen[0].entry.feature_class == "A"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Zzyzx near Hama", "somewhere near Hama"),
        ("Zzyzx, near Hama", "somewhere near Hama"),
        ("the village of Zzyzx (near Hama)", "somewhere near Hama"),
        ("Zzyzx, a small town just south of Hama", "somewhere just south of Hama"),
        ("Zzyzx, a village on the outskirts of Hama", "somewhere in Hama"),
        ("Zzyzx, which lies 15 km from Hama", "somewhere 15 km from Hama"),
        ("Zzyzx between Hama and Salamiyah", "somewhere between Hama and Salamiyah"),
    ],
)
def test_what_is_unknown_lies_where_the_text_says(
    curated: Gazetteer, text: str, where: str
) -> None:
    answer = resolved(curated, text)
    assert answer.chosen[0].entry.id == "levant:hama"
    assert f"{where}; 'Zzyzx' is not known" in answer.chosen[0].why


@pytest.mark.parametrize(
    "text",
    [
        "toward the Hama barracks",
        "toward Hama's prison",
        "toward the Gnarp market in Hama",
        "toward Hill 402 near Hama",
    ],
)
def test_who_heads_for_what_is_unknown_is_before_the_town_that_stands_in(
    curated: Gazetteer, text: str
) -> None:
    answer = resolved(curated, text)
    assert answer.chosen[0].entry.id == "levant:hama"
    assert answer.footprint.method == "toward"


@pytest.mark.parametrize(
    ("text", "around"), [("Hama hospital", ()), ("the Salamiyah mosque", ("Salamiyah",))]
)
def test_a_hospital_is_of_the_city_or_the_told_town_of_its_name(
    curated: Gazetteer, text: str, around: tuple[str, ...]
) -> None:
    answer = resolved(curated, text, *around)
    assert answer.chosen[0].entry.name in text
    assert "called after it and not known itself" in answer.chosen[0].why


def test_a_hospital_elsewhere_is_not_of_the_city_of_its_name(curated: Gazetteer) -> None:
    answer = resolved(curated, "the Homs hospital in Hama")
    assert answer.chosen[0].entry.id == "levant:hama"


@pytest.mark.parametrize("text", ["Qumhana hospital", "Al-Shifa hospital"])
def test_a_hospital_of_a_village_or_a_word_is_not_placed(curated: Gazetteer, text: str) -> None:
    assert isinstance(_answer(curated, text), Unresolved)


def test_a_known_name_keeps_what_stands_beside_it_apart(curated: Gazetteer) -> None:
    text = "They fought in Hama near Salamiyah."
    found = find_mentions(text, known_spans=curated.spans(text))
    assert [mention.expression.heads for mention in found] == [("Hama",), ("Salamiyah",)]


@pytest.mark.parametrize(
    "text",
    [
        "the village of Zzyzx in Hama province",  # 100 km wide: it says next to nothing
        "15 km from Zzyzx in Hama",
        "Zzyzx on the highway to Hama",  # which may be long
        "the Gnarp Hospital",
    ],
)
def test_a_holder_too_wide_or_none_leaves_a_place_unresolved(curated: Gazetteer, text: str) -> None:
    assert isinstance(_answer(curated, text), Unresolved)


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Goma International Airport", "Goma"),
        ("University of Gondar", "Gondar"),
        ("Kupiansk railway station", "Kupiansk"),
        ("Goma refugee camp", "Goma"),
        ("Kuito army camp", "Kuito"),
        ("Bunagana border post", "Bunagana"),
        ("Sinjar prison", "Sinjar"),
        ("Al-Shifa Hospital", "Al-Shifa"),  # whether that is a town is asked later
        ("mosque of Naqoura", "Naqoura"),
        ("junction of Naqoura", "Naqoura"),
        ("Bambari checkpoint", "Bambari"),
        ("Bambari outpost", "Bambari"),
        ("Palmyra roundabout", "Palmyra"),
        ("hospital of Naqoura", "Naqoura"),
        ("Kajaki dam", "Kajaki"),
        ("airport on the outskirts of Kuito", "Kuito"),
        ("air base on the western edge of Kuito", "Kuito"),
        ("Kalmadukulam reservoir", "Kalmadukulam"),
        ("Omar oil field", ""),
        ("Goma", ""),
    ],
)
def test_sites_called_after_their_town_tell_it(name: str, town: str) -> None:
    assert town_of(parse_place(f"the {name}")) == town


def test_a_site_called_after_a_known_town_lies_in_or_near_it(curated: Gazetteer) -> None:
    answer = resolved(curated, "Azaz prison")
    assert answer.chosen[0].entry.id == "levant:azaz"
    assert 10_000 < answer.footprint.uncertainty_m < 20_000
    assert "called after it and not known itself" in answer.footprint.note


def test_a_road_to_a_town_near_another_is_near_that(curated: Gazetteer) -> None:
    answer = resolved(curated, "the road to Azaz near Salamiyah")
    assert answer.chosen[0].entry.id == "levant:salamiyah"
    assert isinstance(_answer(curated, "the road to Azaz near Zzyzx"), Unresolved)


@pytest.mark.parametrize(
    "text",
    [
        "the road to Azaz, 160 km north of Hama",
        "the road to Azaz, about 1,500 km from Zzyzx",
    ],
)
def test_a_road_to_a_town_that_is_told_of_is_of_that_town(curated: Gazetteer, text: str) -> None:
    answer = resolved(curated, text, "Hama")
    assert answer.chosen[0].entry.id == "levant:azaz"


@pytest.mark.parametrize("text", ["the market of Azaz", "Azaz market"])
def test_a_market_called_after_a_town_lies_in_or_near_it(curated: Gazetteer, text: str) -> None:
    assert resolved(curated, text).chosen[0].entry.id == "levant:azaz"


@pytest.mark.parametrize("text", ["the road to Azaz", "roads leading to Azaz", "the Azaz road"])
def test_a_road_told_by_one_end_lies_in_or_near_it(curated: Gazetteer, text: str) -> None:
    answer = resolved(curated, text)
    assert answer.chosen[0].entry.id == "levant:azaz"
    assert 10_000 < answer.footprint.uncertainty_m < 20_000
    assert "a road of it that is not known itself" in answer.footprint.note


def test_a_site_called_after_one_of_two_towns_is_not_guessed() -> None:
    twins = (village(1, "Brod", 16.0, 45.0), village(2, "Brod", 19.0, 44.0))
    assert isinstance(_answer(Gazetteer(stores=[EntryStore(twins)]), "Brod airport"), Unresolved)


def test_a_site_of_another_kind_is_not_the_one_of_the_same_town() -> None:
    town = village(1, "Brod", 16.0, 45.0, population=40_000)
    prison = village(2, "Brod prison", 16.1, 45.0, letter="S", code="PRN")
    answer = resolved(Gazetteer(stores=[EntryStore((town, prison))]), "Brod university")
    assert answer.chosen[0].entry.id == "geonames:1"


def test_a_far_village_is_meant_where_the_text_names_its_region() -> None:
    region = village(3, "Carniola", 16.0, 45.0, letter="A", code="ADM1")
    land = replace(region.footprint, geometry=shapely.box(15, 44, 17, 46), uncertainty_m=140_000)
    rows = (
        village(1, "Brod", 16.1, 45.1),
        village(2, "Karst", 22.0, 45.0),
        replace(region, footprint=land),
    )
    gazetteer = Gazetteer(stores=[EntryStore(rows)])
    assert isinstance(_answer(gazetteer, "Brod", "Karst"), Unresolved)
    answer = resolved(gazetteer, "Brod in Carniola province", "Karst")
    assert answer.chosen[0].entry.id == "geonames:1"


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("Zzyzx, 35 km north of the capital", True),
        ("Zzyzx, 35 km north of the capital Monrovia", True),
        ("Zzyzx, 35 km north of the provincial seat", False),
    ],
)
def test_the_capital_that_an_unknown_place_lies_by_is_that_of_the_country(
    shipped_home: Path, text: str, placed: bool
) -> None:
    liberia = Gazetteer(countries=("LR",), home=shipped_home)
    answer = resolve_all([parse_place(text)], liberia, context=Context(countries=("LR",)))[0]
    assert isinstance(answer, Resolution) is placed
    if isinstance(answer, Resolution):
        assert (round(answer.footprint.lat, 1), round(answer.footprint.lon, 1)) == (6.5, -10.8)


def test_a_name_that_is_told_to_be_a_place_is_not_known_and_has_its_holder() -> None:
    text = "Bir Sannun, near Hama, fell on Monday."
    told = Searched(text, known_spans=[(17, 21)], told=[(0, 10)])
    (mention,) = find_in_each([told])[0]
    assert (mention.expression.heads, mention.known) == (("Bir Sannun",), False)
    assert mention.expression.within is not None
    assert mention.expression.within.heads == ("Hama",)


def test_a_town_that_is_known_by_its_airport_alone_lies_beside_that() -> None:
    near = village(1, "Aksa", 38.7, 14.1, population=60_000)
    field = village(2, "Shirola Airport", 38.3, 14.1, letter="S", code="AIRP")
    gazetteer = Gazetteer(stores=(EntryStore((near, field)),))
    town = resolved(gazetteer, "Shirola", "Aksa")
    assert town.chosen[0].entry.id == "geonames:2"
    assert "the town of its name is not known itself" in town.chosen[0].why
    assert town.footprint.uncertainty_m >= 5_000
    assert isinstance(_answer(gazetteer, "Shirola"), Unresolved)  # nothing near it is told
    assert isinstance(_answer(gazetteer, "the Shirola bridge", "Aksa"), Unresolved)


def test_what_a_text_says_is_in_a_town_far_off_is_no_namesake_of_it_nearer_by() -> None:
    towns = (
        village(1, "Tazmal", 40.0, 36.0, population=200_000),
        village(2, "Gorbend", 47.0, 31.0, population=90_000),
    )
    gazetteer = Gazetteer(stores=(EntryStore(towns),))
    for text in ("the palace in Gorbend", "Gorbend's main prison"):
        assert resolved(gazetteer, text, "Tazmal").chosen[0].entry == towns[1]
    assert isinstance(_answer(gazetteer, "the mosque of Gorbend", "Tazmal"), Unresolved)


@pytest.mark.parametrize(
    ("said", "head", "word", "town"),
    [
        ("Gnarp", "Gnarp", "base", "Gnarp"),  # of "the bases of Zzyzx and Gnarp"
        ("the bases of Gnarp", "Gnarp", "base", "Gnarp"),
        ("the air bases of Gnarp", "Gnarp", "air base", "Gnarp"),
        ("Gnarp", "Gnarp", "river", ""),
    ],
)
def test_of_several_sites_each_may_be_that_of_its_town(
    said: str, head: str, word: str, town: str
) -> None:
    assert town_of(PlaceExpression(text=said, heads=(head,), feature_word=word)) == town
