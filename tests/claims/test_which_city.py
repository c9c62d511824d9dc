"""Which of several towns "the city" is, in reports of our own on several wars."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.with_towns import claims_in


def heads(text: str, where: str, home: Path) -> list[str]:
    placed = (claim.place for claim in claims_in(text, where, home))
    return [place.heads[0] for place in placed if place and place.heads]


@pytest.mark.parametrize(
    ("where", "text", "city"),
    [
        ("syria", "Rebels entered Aleppo. They took Saraqib on the way. Jets bombed the city.",
         "Aleppo"),
        ("SL", "Rebels attacked Freetown. Jets bombed Waterloo. Rebels shelled the city.",
         "Freetown"),
        ("congo", "Rebels captured Goma. They took Kibumba on Sunday. The city fell quickly.",
         "Goma"),
        ("ET", "Troops entered Mekelle. They had taken Wukro before. The city was shelled.",
         "Mekelle"),
        ("yemen", "Rebels entered Crater, a district of Aden. Troops shelled the city.", "Aden"),
        # What is a city itself is the last one, and so is what nobody knows the people of.
        ("iraq", "Iran shelled Basra. Jets hit Abadan. The city was bombed again.", "Abadan"),
        ("iraq", "Militants took Mosul. They seized Tikrit. The city was captured at once.",
         "Tikrit"),
        ("syria", "Rebels captured Aleppo. They took Gnarpa. Jets bombed the city.", "Gnarpa"),
        ("syria", "Rebels entered Aleppo. They took Saraqib. Jets bombed the town.", "Saraqib"),
    ],
)  # fmt: skip
def test_the_city_is_the_last_city_that_is_told_of(
    where: str, text: str, city: str, shipped_home: Path
) -> None:
    assert heads(text, where, shipped_home)[-1] == city


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("BA", "Guns shelled Sarajevo. In Zagreb, UN officials protested. Shells hit the city."),
        ("BA", "Guns shelled Sarajevo. In Geneva, diplomats met. Shells hit the city market."),
        ("SD", "Rebels attacked Nyala. In Addis Ababa, leaders debated. Shells hit the city."),
    ],
)
def test_where_only_words_are_told_of_is_not_the_city(
    where: str, text: str, shipped_home: Path
) -> None:
    first, *rest = heads(text, where, shipped_home)
    assert set(rest) == {first}


def test_an_alliance_that_speaks_in_its_seat_tells_of_nothing_there(shipped_home: Path) -> None:
    text = "NATO jets bombed Nis. In Brussels, the alliance said a bridge had been hit."
    assert "Brussels" not in heads(text, "RS", shipped_home)


@pytest.mark.parametrize(
    ("where", "text", "town"),
    [
        ("ukraine", "Kharkiv Mayor Ihor Roe said a missile hit the city.", "Kharkiv"),
        ("congo", "Goma Governor Jan Roe said rebels had entered the city.", "Goma"),
        ("ukraine", "Irpin mayor Jan Roe said troops retook the city, Kyiv Oblast.", "Irpin"),
        ("ML", "Troops retook Konna. The army held all of the town, Mopti region.", "Konna"),
    ],
)
def test_the_city_is_that_of_its_mayor_and_not_the_land_behind_it(
    where: str, text: str, town: str, shipped_home: Path
) -> None:
    assert heads(text, where, shipped_home)[-1:] == [town]


@pytest.mark.parametrize(
    ("where", "text", "town"),
    [
        ("ML", "Troops took the rebel stronghold of Kidal. The army holds the city.", "Kidal"),
        ("NG", "Troops took the militant bastion of Gwoza. They hold the town.", "Gwoza"),
    ],
)
def test_a_stronghold_is_the_town_of_the_next_sentence(
    where: str, text: str, town: str, shipped_home: Path
) -> None:
    assert heads(text, where, shipped_home) == [town, town]
