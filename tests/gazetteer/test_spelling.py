from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from gazetteer.spellings.families import family
from gazetteer.spellings.likeness import likeness
from gazetteer.spellings.spelling import (
    MAX_NAME_CHARS,
    mixed_scripts,
    name_keys,
    without_feature_words,
)

# Pairs as newspapers and agencies print them for one place.
ONE_PLACE = [
    ("Al-Safira", "As-Safirah"),
    ("Assafira", "as Safīrah"),
    ("Deir el-Zour", "Deir ez-Zor"),
    ("Deirezzor", "Deir Ezzor"),
    ("Hama", "Ḩamāh"),
    ("Idlib", "Idleb"),
    ("Kobani", "Kobane"),
    ("Suran", "Sawran"),
    ("Khan Sheikhoun", "Khan Shaykhun"),
    ("Tell Rifaat", "Tal Rif'at"),
    ("Jisr al-Shughur", "Jisr ash-Shughour"),
    ("Ma’arrat al-Nu‘man", "Maarat an-Numan"),
    ("El Fasher", "Al-Fashir"),
    ("Avdiivka", "Avdeevka"),
    ("Chasiv Yar", "Часів Яр"),
    ("Bakhmut", "Бахмут"),
    ("Kherson", "Херсон"),
    ("دير الزور", "Deir ez-Zor"),
    ("HAMA", "Hama"),
    ("Je\u00adbel Zeinedin", "Jabal Zeinedin"),
]


@pytest.mark.parametrize(("first", "second"), ONE_PLACE)
def test_press_spellings_of_one_place_are_near_certain(first: str, second: str) -> None:
    assert likeness(first, second) >= 0.93


@pytest.mark.parametrize(
    ("first", "second"),
    [("Hama", "Homs"), ("Hama", "Hamra"), ("Idlib", "Azaz"), ("Hama", "Hema"), ("Homs", "Hims")],
)
def test_different_places_are_not_taken_for_one(first: str, second: str) -> None:
    assert likeness(first, second) < 0.93


def test_same_consonants_with_other_vowels_ask_for_support() -> None:
    # A bridge east of Hama and a town in Daraa, 250 km apart.
    assert 0.80 <= likeness("Al-Mazarib", "Muzayrib") < 0.93


@pytest.mark.parametrize(("latin", "arabic"), [("Manbij", "منبج"), ("Qusayr", "القصير")])
def test_arabic_script_meets_latin_without_an_alias(latin: str, arabic: str) -> None:
    assert likeness(latin, arabic) >= 0.90


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [("Sahl", "سهل"), ("Al-Kahf", "الكهف"), ("Suhail", "سهيل"), ("Dahab", "دهب"),
     ("Shihab", "شهاب"), ("Tahta", "تحتا"), ("Batha", "بطحا"), ("Mashhad", "مشهد")],
)  # fmt: skip
def test_two_letters_side_by_side_are_not_read_as_one(latin: str, arabic: str) -> None:
    assert likeness(latin, arabic) >= 0.84


def test_missing_short_vowels_do_not_make_a_typing_error_a_name() -> None:
    assert likeness("Hma", "حماة") < 0.93


@pytest.mark.parametrize(("russian", "ukrainian"), [("Харьков", "Харків"), ("Луганск", "Луганськ")])
def test_russian_and_ukrainian_spellings_meet(russian: str, ukrainian: str) -> None:
    assert likeness(russian, ukrainian) >= 0.85


def test_an_article_counts_only_where_it_assimilates() -> None:
    assert name_keys("As-Safira")[0].plain == "safira"
    assert name_keys("As-Bab")[0].plain == "asbab"


@pytest.mark.parametrize("word", ["Hаma", "Ноms", "Dаmascus"])  # one or two letters are Cyrillic
def test_a_word_of_two_scripts_is_flagged(word: str) -> None:
    assert mixed_scripts(f"near {word}")


@pytest.mark.parametrize("text", ["Hama حماة", "M5 طريق", "Ḩamāh", "Луганськ", "Sa'n"])
def test_words_of_one_script_are_not_flagged(text: str) -> None:
    assert mixed_scripts(text) == ()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Jabal Zeinedin", "zeinedin"),
        ("Al-Mazarib Bridge", "al mazarib"),
        ("Ciudad Delgado", "delgado"),
        ("Vanni jungle", "vanni"),
        ("Hama", ""),
    ],
)
def test_feature_words_are_left_out(text: str, left: str) -> None:
    assert without_feature_words(text) == left


@pytest.mark.parametrize("text", ["", " ", "-", "'", "!?", "a" * (MAX_NAME_CHARS + 1)])
def test_what_is_no_name_has_no_keys(text: str) -> None:
    assert name_keys(text) == ()


def test_a_hostile_name_of_200_000_characters_is_no_name() -> None:
    assert name_keys("а̀" * 100_000) == ()
    assert likeness("x" * 200_000, "x" * 200_000) == 0.0
    assert without_feature_words("bridge " * 30_000) == ""


@given(st.text(max_size=MAX_NAME_CHARS))
@example("ﷺ" * MAX_NAME_CHARS)
@example("l'l'l")
@example("al al al")
def test_any_text_has_keys_or_none_and_equals_itself(text: str) -> None:
    assert likeness(text, text) == (1.0 if name_keys(text) else 0.0)


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_a_share_and_has_no_direction(first: str, second: str) -> None:
    assert 0.0 <= likeness(first, second) == likeness(second, first) <= 1.0


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz '-ʿāīūḥṣ", max_size=30))
def test_case_and_composition_do_not_matter(text: str) -> None:
    assert name_keys(unicodedata.normalize("NFD", text)) == name_keys(text)
    assert name_keys(text.upper()) == name_keys(text)


@given(st.lists(st.text(alphabet="abdehiklmnorstuyz", min_size=1, max_size=6), max_size=3))
def test_equal_sound_means_equal_skeletons(words: list[str]) -> None:
    split, joined = name_keys(" ".join(words)), name_keys("".join(words))
    for a in split:
        for b in joined:
            if a.spoken == b.spoken:
                assert (a.strict, a.loose) == (b.strict, b.loose)


@pytest.mark.parametrize(
    ("of", "name", "press"),
    [
        ("slavic", "Goražde", "Gorazde"),
        ("slavic", "Foča", "Foca"),
        ("slavic", "Goražde", "Gorazhde"),
        ("turkic", "Çanakkale", "Canakkale"),
        ("general", "San José del Guaviare", "San Jose del Guaviare"),
    ],
)
def test_a_name_with_marks_is_read_without_them_as_well(of: str, name: str, press: str) -> None:
    keys = {key.plain for key in name_keys(name, family(of))}
    assert name_keys(press, family(of))[0].plain in keys
