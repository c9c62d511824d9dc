"""One village in Ukrainian and in Russian; and names that only look like the two forms of one."""

from __future__ import annotations

import pytest

from gazetteer.homes.query import BARE_FACTOR
from gazetteer.homes.stores import EntryStore
from gazetteer.spellings.affixes import parted
from gazetteer.spellings.families import family
from gazetteer.spellings.keying import asked_under
from gazetteer.spellings.likeness import SAME_SOUND, likeness
from tests.gazetteer.villages import village

SLAVIC = family("slavic")

# By the difference between the languages that each pair shows.
ONE_NAME = {
    "a name behind Novo-, Staro-, Velyko-": [
        ("Novomykolaivka", "Novonikolayevka"),
        ("Novo-Olenivka", "Новоеленовка"),
        ("Staromykhailivka", "Старомихайловка"),
        ("Velykooleksandrivka", "Velikoaleksandrovka"),
        ("Novo-Petrivka", "Novopetrivka"),
    ],
    "pid- and pod-, roz- and raz-": [
        ("Pidlisne", "Podlesnoye"),
        ("Підгородне", "Podgorodnoye"),
        ("Rozdolne", "Раздольное"),
    ],
    "v for l": [
        ("Vovche", "Volchye"),
        ("Вовкове", "Volkovo"),
        ("Dovhe", "Dolgoye"),
        ("Zhovti Vody", "Желтые Воды"),
        ("Tovste", "Tolstoye"),
    ],
    "v and h before a first vowel": [
        ("Vilkhivka", "Olkhovka"),
        ("Вільшани", "Ol'shany"),
        ("Horikhove", "Orekhovo"),
        ("Hannivka", "Annovka"),
        ("Відрадне", "Otradnoye"),
    ],
    "i for o": [
        ("Ternopil", "Тернополь"),
        ("Krasnohirka", "Krasnogorka"),
        ("Svitlohirsk", "Svetlogorsk"),
        ("Vilne", "Volnoye"),
        ("Dibrova", "Dubrova"),
        ("Кривий Ріг", "Krivoy Rog"),
        ("Staryi Brid", "Staryy Brod"),
        ("Sukha Slobidka", "Sukhaya Slobodka"),
        ("Kindratove", "Kondratovo"),
        ("Birkove", "Borkovo"),
        ("Krasnyi Podil", "Krasnyy Podol"),
    ],
    "adjectives of names in -iv": [
        ("Lukashivske", "Lukashovskoye"),
        ("Ткачівський", "Tkachevskiy"),
        ("Bondarivshchyna", "Bondarovshchina"),
    ],
    "u for o": [("Lozuvatka", "Lozovatka"), ("Piskuvate", "Piskovatoye")],
    "-uv of Polish -ów": [("Danyliv", "Danyluv"), ("Кутів", "Kutuw")],
    "o for e behind ch and zh": [("Dovhyi Luzhok", "Dolgiy Luzhek"), ("Klochok", "Клочек")],
    "h at the end": [("Zelenyi Luh", "Zelyonyy Lug"), ("Kryvyi Rih", "Kryvyi Rig")],
    "neuters in -no": [("Rokytne", "Rokitno"), ("Pisochne", "Pesochno")],
    "y as õ": [("Лимани", "Limanõ")],
    "nouns in -ye": [
        ("Zarichchia", "Zarechye"),
        ("Zaporizhzhia", "Запорожье"),
        ("Zaruddia", "Zarud'ye"),
        ("Zalissia", "Zales'ye"),
    ],
    "places in -yne": [("Bilokurakyne", "Белокуракино"), ("Chornukhyne", "Chernukhino")],
    "first names": [
        ("Pylypivka", "Filippovka"),
        ("Prokopivka", "Прокофьевка"),
        ("Опанасівка", "Afanas'yevka"),
        ("Mykytivka", "Nikitovka"),
        ("Omelianivka", "Yemelyanovka"),
    ],
    "v as w": [("Товсте", "Towste")],
    "ch as tš": [("Зарічне", "Zaritšne")],
    "words": [("Rivne", "Rovno"), ("Bila Tserkva", "Белая Церковь"), ("Kamianka", "Kamenka")],
}


@pytest.mark.parametrize(
    ("ukrainian", "russian"), [pair for pairs in ONE_NAME.values() for pair in pairs]
)
def test_both_languages_give_one_sound(ukrainian: str, russian: str) -> None:
    assert likeness(ukrainian, russian, SLAVIC) >= SAME_SOUND


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Krasnohrad", "Chervonohrad"),
        ("Novopavlivka", "Staropavlivka"),
        ("Velykooleksandrivka", "Malooleksandrivka"),
        ("Pidlisne", "Zalisne"),
        ("Novohrad", "Bilohrad"),
        ("Podil", "Podol'sk"),
        ("Petrivske", "Petrivka"),
        ("Kovshove", "Kivshyn"),
    ],
)
def test_other_villages_stay_apart(first: str, second: str) -> None:
    assert likeness(first, second, SLAVIC) < 0.93


@pytest.mark.parametrize("name", ["Malove", "Belovo", "Podil", "Novohr", "Bilovod"])
def test_what_is_left_of_a_short_word_is_no_name(name: str) -> None:
    assert parted(name.casefold(), SLAVIC) == ("", "")


@pytest.mark.parametrize(
    ("ukrainian", "russian"),
    [
        ("Нова Балка", "Новая Балка"),
        ("Nova Balka", "Новая Балка"),
        ("Stari Luky", "Старые Луки"),
        ("Krutyi Yar", "Крутой Яр"),
        ("Verkhnie Selo", "Верхнее Село"),
    ],
)
def test_adjectives_agree_in_either_script(ukrainian: str, russian: str) -> None:
    assert likeness(ukrainian, russian, SLAVIC) >= SAME_SOUND


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Yakova", "Khutor Yakova"),
        ("Khutir Zelenyi", "Zelenyy"),
        ("Кути Другі", "Kuty"),
        ("Хмельницьке", "Khmelnitskoye Nomer Pervyy"),
        ("Imeni Shevchenka", "Шевченка"),
        ("Trudo-Fadeyevka", "Posyolok Trudo-Fadeyevka"),
    ],
)
def test_a_hamlet_is_found_without_the_word_for_one(listed: str, asked: str) -> None:
    store = EntryStore((village(1, listed, 33.0, 47.0),))
    (found,) = store.matches(asked)
    assert found.id == "geonames:1"
    assert 0.9 * BARE_FACTOR <= found.score <= BARE_FACTOR


@pytest.mark.parametrize(
    ("listed", "asked"),
    [
        ("Дружба", "Droujba"),
        ("Оружайне", "Oroujaïné"),
        ("Жабове", "Schabowe"),
        ("Каховка", "Kachowka"),
        ("Чухнове", "Tschuchnowe"),
        ("Мацокове", "Maţocove"),
        ("Добрянка", "Dobrzanka"),
        ("Красна Поляна", "Krasznaja Poljana"),
        ("Городище", "Horodychtche"),
        ("Лозниця", "Loznica"),
        ("Чернече", "Cernece"),
        ("Калачава", "Kalaceava"),
        ("Млачі", "Mlacsi"),
        ("Ковачі", "Kovatji"),
        ("Шишаки", "Sjisjaky"),
        ("Дубки", "Doebky"),
        ("Голубецьк", "Holubezk"),
        ("Ольхове", "Olhhove"),
        ("Gruzskoye", "Hruzke"),
        ("Грузьке", "Gruzskoye"),
        ("Запорізьке", "Zaporozhskoye"),
        ("Zaporozhskoye", "Zaporizke"),
    ],
)
def test_a_village_is_found_as_maps_in_other_languages_write_it(listed: str, asked: str) -> None:
    (found,) = EntryStore((village(1, listed, 33.0, 47.0),)).matches(asked)
    assert found.score >= SAME_SOUND


def test_what_reads_the_same_abroad_is_asked_for_once() -> None:
    keys = [key for key, _ in asked_under("Morzhove", SLAVIC)]
    assert len(keys) == len(set(keys))


def test_zh_behind_r_is_no_polish_rz() -> None:
    found = EntryStore((village(1, "Оргів", 33.0, 47.0),)).matches("Orzhiv")
    assert all(each.score < SAME_SOUND for each in found)


def test_of_very_many_namesakes_all_nearby_are_found() -> None:
    first = village(1, "Mykolaivka", 36.3, 47.0)
    far = [village(n, "Mykolaivka", 24.0 + n % 30 / 4, 48.0 + n // 30 / 8) for n in range(2, 600)]
    more = [village(600, "Mykolaivka", 36.2, 47.0), village(601, "Николаевка", 36.1, 47.1)]
    found = EntryStore((first, *far, *more)).matches("Mykolaivka", near=((36.0, 47.0),))
    assert {"geonames:1", "geonames:600", "geonames:601"} <= {each.id for each in found}
