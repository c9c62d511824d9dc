"""Spellings of one place in each family of languages, and what must stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.spellings.families import families_of, family
from gazetteer.spellings.likeness import likeness
from gazetteer.spellings.spelling import name_keys, name_sounds

FAMILIES = ("burmese", "general", "hebrew", "slavic", "turkic")

# Pairs as maps and agencies print them for one place.
ONE_PLACE = [
    ("general", "Haouîjet Khazné", "Huwayjat Khaznah", 0.80),
    ("general", "Zebdîne", "Zabdin", 0.85),
    ("general", "Ech Chémâliyé", "Ash Shamaliyah", 0.80),
    ("general", "Mourhla el Kébîré", "Mughla Kabirah", 0.80),
    ("general", "Sarhan", "سرحان", 0.90),
    ("general", "Raḩmānīyah", "رحمانية", 0.90),
    ("general", "Şalāḩ ad Dīn", "Salah al-Din", 0.93),
    ("general", "Penjwîn", "Panjwin", 0.85),
    ("general", "Çemçemal", "Chamchamal", 0.85),
    ("slavic", "Kharkiv", "Kharkov", 0.95),
    ("slavic", "Hryhorivka", "Grigoryevka", 0.90),
    ("slavic", "Oleksandrivka", "Aleksandrovka", 0.95),
    ("slavic", "Mykolaivka", "Nikolayevka", 0.90),
    ("slavic", "Velyka Novosilka", "Bolshaya Novosyolka", 0.85),
    ("slavic", "Krasnoye", "Червоне", 0.90),
    ("slavic", "Schewtschenkowe", "Шевченкове", 0.95),
    ("slavic", "Vuhledar", "Ugledar", 0.95),
    ("slavic", "Kalinówka", "Kalynivka", 0.80),
    ("slavic", "Zolota Balka", "Золотая Балка", 0.85),
    ("hebrew", "Kiryat Shmona", "Qiryat Shemona", 0.85),
    ("hebrew", "Metzada", "Mezada", 0.75),
    ("hebrew", "Ashkelon", "אשקלון", 0.85),
    ("turkic", "Diyarbakır", "Diyarbekir", 0.90),
    ("turkic", "Şırnak", "Shirnak", 0.95),
    ("burmese", "Kyauk Hpyu", "Kyaukphyu", 0.90),
    ("burmese", "Hpa-an", "Pa An", 0.90),
]


@pytest.mark.parametrize(("name", "first", "second", "least"), ONE_PLACE)
def test_spellings_of_one_place_meet_in_their_family(
    name: str, first: str, second: str, least: float
) -> None:
    assert likeness(first, second, family(name)) >= least


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("general", "Maskah Fawqani", "Maskah Tahtani"),  # the upper village and the lower
        ("general", "Kirkuk", "Kirkush"),
        ("slavic", "Petrivka", "Pavlivka"),
        ("slavic", "Stara Mykolaivka", "Nova Mykolaivka"),
        ("slavic", "Bakhmut", "Bakhmach"),
        ("hebrew", "Ashdod", "Ashkelon"),
        ("burmese", "Loikaw", "Loilem"),
    ],
)
def test_different_places_stay_apart(name: str, first: str, second: str) -> None:
    assert likeness(first, second, family(name)) < 0.93


def test_slavic_names_need_their_own_keys() -> None:
    pair = ("Mykolaivka", "Nikolayevka")
    assert likeness(*pair, family("slavic")) > likeness(*pair, family("general")) + 0.15


@pytest.mark.parametrize(
    ("country", "names"),
    [
        ("SY", ["general"]),
        ("UA", ["slavic"]),
        ("PS", ["general", "hebrew"]),
        ("MM", ["burmese"]),
        ("CD", ["general"]),
        ("", ["general"]),
    ],
)
def test_each_country_has_its_families(country: str, names: list[str]) -> None:
    assert sorted(of.id for of in families_of(country)) == names


@pytest.mark.parametrize("name", FAMILIES)
@given(text=st.text(max_size=60))
def test_keys_are_functions_of_the_ones_before(name: str, text: str) -> None:
    keys = name_keys(text, family(name))
    assert [(key.plain, key.spoken) for key in keys] == list(
        dict.fromkeys(name_sounds(text, family(name)))
    )
    assert len({key.spoken for key in keys}) >= len({key.strict for key in keys})
    assert len({key.strict for key in keys}) >= len({key.loose for key in keys})


@pytest.mark.parametrize("name", FAMILIES)
@given(text=st.text(min_size=1, max_size=40))
def test_a_name_is_like_itself_in_every_family(name: str, text: str) -> None:
    assert likeness(text, text, family(name)) == (1.0 if name_keys(text, family(name)) else 0.0)
