"""Capitals that a text names by their people, their country or their province."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Resolution, parse_place
from gazetteer.homes.area_seats import seat_of_area, written_seats
from gazetteer.homes.provinces import province_rows
from gazetteer.homes.towns import towns_in
from gazetteer.resolve import Context, resolve
from gazetteer.wording.mentions import find_mentions


@pytest.mark.parametrize(
    ("text", "heads", "within"),
    [
        ("the Syrian capital", "Damascus", ""),
        ("the besieged Chechen capital", "Grozny", ""),
        ("the Karabakh capital", "Stepanakert", ""),
        ("near the South Sudanese capital", "Juba", ""),
        ("the North Darfur capital", "North Darfur", ""),
        ("the North Darfur state capital", "North Darfur", ""),
        ("North Darfur's capital", "North Darfur", ""),
        ("the capital of North Darfur", "North Darfur", ""),
        ("the Helmand capital of Lashkar Gah", "Lashkar Gah", "Helmand"),
        ("the Helmand capital Lashkar Gah", "Lashkar Gah", "Helmand"),
        ("the Helmand capital, Lashkar Gah", "Lashkar Gah", "Helmand"),
        ("the capital of Helmand, Lashkar Gah", "Lashkar Gah", "Helmand"),
        ("Helmand's capital, Lashkar Gah", "Lashkar Gah", "Helmand"),
        ("the Kurdish capital", "", ""),  # of which of them is not said
        ("the Russian-held capital", "", ""),
        ("the Israeli capital", "", ""),
    ],
)
def test_a_capital_is_read_as_a_town_and_what_it_is_the_capital_of(
    text: str, heads: str, within: str
) -> None:
    read = parse_place(text)
    assert ", ".join(read.heads) == heads
    assert read.feature_word == "capital"
    assert (read.within.heads[0] if read.within else "") == within


def test_a_list_behind_a_capital_names_other_towns() -> None:
    text = "They shelled the Helmand capital, Sangin and Marjah."
    spans = [
        (text.index(name), text.index(name) + len(name)) for name in ("Helmand", "Sangin", "Marjah")
    ]
    heads = [each.expression.heads for each in find_mentions(text, known_spans=spans)]
    assert heads == [("Helmand",), ("Sangin",), ("Marjah",)]


@pytest.mark.parametrize(
    ("text", "country", "town"),
    [
        ("the Helmand capital", "AF", "Lashkar Gāh"),
        ("near the capital of Herat province", "AF", "Herāt"),  # its own name
        ("North Darfur's capital", "SD", "El Fasher"),
        ("the capital of Balkh province", "AF", "Mazār-e Sharīf"),  # not the town of that name
        ("the capital of Sinnar state", "SD", "Singa"),
        ("the South Kivu provincial capital", "CD", "Bukavu"),
        ("the capital of Sudan", "SD", "Khartoum"),
    ],
)
def test_the_capital_of_a_province_is_its_seat(text: str, country: str, town: str) -> None:
    answer = resolve(
        parse_place(text), Gazetteer(countries=(country,)), Context(countries=(country,))
    )
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.name == town


def test_each_seat_that_is_written_down_is_a_town_of_its_area() -> None:
    for code, seat in written_seats().items():
        country = code.partition(".")[0]
        assert code in dict(province_rows(country)), code
        assert seat in {name for names in towns_in(code) for name in names}


def test_what_is_no_area_of_a_country_has_no_seat() -> None:
    assert not seat_of_area("Helmand", "PK")
    assert not seat_of_area("Xyzzy", "AF")


def test_a_district_that_a_province_is_named_before_lies_in_it() -> None:
    afghanistan, context = Gazetteer(countries=("AF",)), Context(countries=("AF",))
    for text in ("the Helmand district of Sangin", "the Sangin district of Helmand"):
        answer = resolve(parse_place(text), afghanistan, context)
        assert isinstance(answer, Resolution), answer
        assert "Sangin" in {name.text for name in answer.chosen[0].entry.toponyms}


def test_a_country_is_no_town_that_is_named_like_it() -> None:
    salvador, context = Gazetteer(countries=("SV",)), Context(countries=("SV",))
    answer = resolve(parse_place("El Salvador"), salvador, context)
    assert isinstance(answer, Resolution), answer
    assert answer.chosen[0].entry.feature_code == "PCLI"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Baghdad attacked by militants, police say.", ["Baghdad"]),
        ("Baghdad hit again overnight by militants.", ["Baghdad"]),
        ("Baghdad attacked the plan.", []),
    ],
)
def test_a_headlines_capital_that_others_attack_is_a_place(text: str, found: list[str]) -> None:
    spans = [(0, len("Baghdad"))]
    assert [each.expression.text for each in find_mentions(text, known_spans=spans)] == found


@pytest.mark.parametrize(
    ("text", "is_town"),
    [
        ("Baghdad was building trenches as tanks moved on the city.", True),
        ("Baghdad was beginning to starve as gunmen attacked it.", True),
        ("Baghdad was preparing for an assault.", True),
        ("Baghdad was using candles.", True),
        ("Baghdad is preparing an assault.", False),
        ("Baghdad was trying to seize the hills.", False),
        ("Baghdad is stepping up its raids.", False),
        ("Baghdad was massing men.", False),
    ],
)
def test_a_capital_is_a_town_but_for_what_only_a_government_does(text: str, is_town: bool) -> None:
    found = find_mentions(text, known_spans=[(0, len("Baghdad"))])
    assert any(each.start == 0 for each in found) is is_town
