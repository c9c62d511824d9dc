"""Places in running text: sentences written for this table, in the style of the press."""

import pytest

from gazetteer.wording.mentions import find_mentions
from tests.gazetteer.reading import read, words

FOUND = [
    # Syria
    ("Troops pushed rebels back 15 kilometers from Hama.", ["15 kilometers from Hama"]),
    (
        "Units dug in on the northern outskirts of Hama and in northern rural Idlib.",
        ["the northern outskirts of Hama", "northern rural Idlib"],
    ),
    (
        "Battles raged near the Al-Mazarib Bridge in the eastern Hama area.",
        ["near the Al-Mazarib Bridge in the eastern Hama area"],
    ),
    (
        "The column moved along the Khanaser-Athriya road in the direction of Al-Safira.",
        ["along the Khanaser-Athriya road", "in the direction of Al-Safira"],
    ),
    ("Rebels cut the Syrian Desert road by evening.", ["the Syrian Desert road"]),
    ("Rebels captured Hama and the Homs road.", ["Hama", "the Homs road"]),
    ("Rebels took Suran, Hama and the M5 highway.", ["Suran", "Hama", "the M5 highway"]),
    ("Fighters attacked Jabal Zeinedin twice.", ["Jabal Zeinedin"]),
    (
        "They tried to storm seven villages in the countryside of Deir al-Zour.",
        ["seven villages in the countryside of Deir al-Zour"],
    ),
    (
        "A truck stood in the town of Suran, between Aleppo and Hama, on Tuesday.",
        ["the town of Suran, between Aleppo and Hama"],
    ),
    ("They hold the M5 highway.", ["the M5 highway"]),
    ("Prisoners fled from Aleppo Central Prison.", ["Aleppo Central Prison"]),
    ("Students left Aleppo University.", ["Aleppo University"]),
    (
        "Rebels entered several districts, including New Aleppo.",
        ["several districts, including New Aleppo"],
    ),
    # Ukraine
    (
        "Troops advanced 3 kilometers southwest of Vuhledar and took the village of Bohoyavlenka.",
        ["3 kilometers southwest of Vuhledar", "the village of Bohoyavlenka"],
    ),
    (
        "Fighting went on near Robotyne and Verbove, and on the T0504 highway.",
        ["near Robotyne", "Verbove", "the T0504 highway"],
    ),
    ("Drones hit a depot in occupied Melitopol.", ["occupied Melitopol"]),
    ("They pushed south and captured Suran and Hama.", ["Suran", "Hama"]),
    ("Troops crossed the Siverskyi Donets River.", ["the Siverskyi Donets River"]),
    ("Sappers cleared positions around Kupiansk.", ["positions around Kupiansk"]),
    # Sudan
    (
        "Gunmen stormed the Zamzam displacement camp, 15 km south of El Fasher in North Darfur.",
        ["the Zamzam displacement camp, 15 km south of El Fasher in North Darfur"],
    ),
    (
        "The army retook the Shambat Bridge and the southern outskirts of Khartoum.",
        ["the Shambat Bridge", "the southern outskirts of Khartoum"],
    ),
    ("Fighters pulled out of Wad Madani toward Al-Hasahisa.", ["Wad Madani", "toward Al-Hasahisa"]),
    # Congo
    (
        "Rebels captured Sake, about 25 km (15 miles) west of Goma.",
        ["Sake, about 25 km (15 miles) west of Goma"],
    ),
    (
        "They advanced towards Bukavu along the RN2 road after seizing Minova.",
        ["towards Bukavu", "along the RN2 road", "Minova"],
    ),
    (
        "Shells fell on the hills around Kibumba and in Masisi territory.",
        ["the hills around Kibumba", "Masisi territory"],
    ),
    # Myanmar
    ("The group took the town of Ann in Rakhine State.", ["the town of Ann in Rakhine State"]),
    (
        "Fighters attacked a police station in Kawlin Township, Sagaing Region.",
        ["Kawlin Township, Sagaing Region"],
    ),
    (
        "They seized four towns in northern Shan State: Hsenwi, Kunlong and Kutkai.",
        ["four towns in northern Shan State", "Hsenwi", "Kunlong", "Kutkai"],
    ),
    # Yemen
    (
        "Fighters advanced on Marib and shelled the al-Jawf front.",
        ["Marib", "the al-Jawf front"],
    ),
    ("They are at the gates of Taiz.", ["at the gates of Taiz"]),
    ("Forces came within 4 km of Hodeidah airport.", ["within 4 km of Hodeidah airport"]),
    # Afghanistan
    (
        "Insurgents cut the Kabul-Kandahar highway in Ghazni province.",
        ["the Kabul-Kandahar highway in Ghazni province"],
    ),
    (
        "They overran the district centre of Imam Sahib, some 60 km north of Kunduz city.",
        ["the district centre of Imam Sahib, some 60 km north of Kunduz city"],
    ),
    # Sri Lanka
    (
        "Troops crossed the bund between Kilinochchi and Mullaitivu and took Paranthan junction.",
        ["between Kilinochchi and Mullaitivu", "Paranthan junction"],
    ),
    # Central America
    (
        "Guerrillas attacked barracks at El Paraíso in Chalatenango department.",
        ["El Paraíso in Chalatenango department"],
    ),
    (
        "Rebels withdrew from Quilali towards the Honduran border.",
        ["Quilali", "towards the Honduran border"],
    ),
    # elsewhere
    (
        "Guns fired near Tell Abyad, Raqqa Governorate, and in Idlib.",
        ["near Tell Abyad, Raqqa Governorate", "Idlib"],
    ),
    (
        "Militants raided the Bulo Marer base, 110km southwest of Mogadishu.",
        ["the Bulo Marer base, 110km southwest of Mogadishu"],
    ),
    (
        "Forces were driven from al-Watiya air base, 125 km southwest of Tripoli.",
        ["al-Watiya air base, 125 km southwest of Tripoli"],
    ),
    ("The fall of Srebrenica followed weeks of siege.", ["Srebrenica"]),
    ("The battle for Mosul moved into the Old City.", ["Mosul", "the Old City"]),
    ("Fighting for Monrovia went into a second day.", ["Monrovia"]),
    ("The battle for Baghdad went on.", ["Baghdad"]),
    ("Villagers near Aguelhok in northern Mali fled.", ["near Aguelhok in northern Mali"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_places_are_found_with_their_whole_phrase(text, expected):
    assert words(text) == expected


NOTHING = [
    "President Bashar al-Assad met General Ali Haidar.",
    "Mohammed Said said the talks went well.",
    "Damascus's army denied it.",
    "The Kremlin said talks would go on.",
    "Moscow said its soldiers were ready.",
    "Ankara has denied the report.",
    "They assured Damascus of support.",
    "Baghdad would not stand idly by.",
    "Israel launched strikes; Russia condemned them.",
    "Rwanda-backed rebels and Iran-backed militias met.",
    "Kinshasa accused Rwanda of sending troops.",
    "The Syrian Observatory for Human Rights counted the dead.",
    "The Free Syrian Army and the Rapid Support Forces agreed.",
    "The Idlib ceasefire brokered by Turkey and Russia held.",
    "A ceasefire agreement between Israel and Lebanon followed.",
    "In December and in March, on Friday and in Arabic, officials met.",
    "Russian, Syrian and Turkish soldiers patrol together.",
    "Rescuers arrived. Fierce fighting followed. Meanwhile, reports came in.",
    "Rebels captured Colonel Mamadou Traore.",
    "He spoke to President Recep Tayyip Erdogan of Turkey.",
    "The Kabul government and the Assad regime protested.",
    "Iraq, which is worried, has sent troops.",
    "He spoke in Zorba Television and on Goma News.",
    "The Mosul Brigade joined the Hama Military Council.",
    "Jets struck two IED facilities and three TOW positions.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_people_governments_and_ordinary_words_are_no_places(text):
    assert words(text) == []


DATELINES = [
    ("DAMASCUS, Dec. 5 (Xinhua) — The army entered Hama.", ["Hama"]),
    ("KYIV, March 3 (Reuters) - Shells hit Bakhmut.", ["Bakhmut"]),
    ("DUBAI, UAE - Rebels left Suran.", ["Suran"]),
    ("LONDON (AP) — Shelling hit Goma.", ["Goma"]),
    ("Kyiv, Ukraine (CNN) — Shells hit Kharkiv.", ["Kharkiv"]),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_a_dateline_is_no_place_of_the_report(text, expected):
    assert words(text) == expected


def parts(text: str) -> list[tuple[tuple[str, ...], str, tuple[str, ...], str]]:
    return [
        (e.heads, e.relation.value, e.directions, e.feature_word)
        for e in (found.expression for found in read(text))
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They took the towns of Suran, Salamiyah and Kafr Zita.",
            [
                (("Suran",), "at", (), "town"),
                (("Salamiyah",), "at", (), "town"),
                (("Kafr Zita",), "at", (), "town"),
            ],
        ),
        (
            "Tanks burned across Hama, Idlib, and Aleppo provinces.",
            [((name,), "at", (), "province") for name in ("Hama", "Idlib", "Aleppo")],
        ),
        (
            "Groups fled the provinces of Hama and Idlib.",
            [((name,), "at", (), "province") for name in ("Hama", "Idlib")],
        ),
        (
            "They moved into southern Aleppo and eastern Idlib.",
            [(("Aleppo",), "part", ("south",), ""), (("Idlib",), "part", ("east",), "")],
        ),
        (
            "Fighting spread to the northern countryside of Hama and Idlib.",
            [((name,), "part", ("north",), "countryside") for name in ("Hama", "Idlib")],
        ),
        (
            "Clashes broke out near Goma and Sake.",
            [((name,), "near", (), "") for name in ("Goma", "Sake")],
        ),
        (
            "Troops stand between Aleppo and Hama.",
            [(("Aleppo", "Hama"), "between", (), "")],
        ),
        (
            "Shelling hit Robotyne, Verbove and Novopokrovka in Zaporizhzhia oblast.",
            [((name,), "at", (), "") for name in ("Robotyne", "Verbove", "Novopokrovka")],
        ),
    ],
)
def test_a_list_gives_one_place_each_with_what_all_share(text, expected):
    assert parts(text) == expected


def test_a_holder_at_the_end_of_a_list_holds_every_member():
    found = read("Shelling hit Robotyne, Verbove and Novopokrovka in Zaporizhzhia oblast.")
    holders = [mention.expression.within for mention in found]
    assert [holder and holder.heads for holder in holders] == [("Zaporizhzhia",)] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels entered the city.", [("the city", "city")]),
        (
            "They hold the town and nearby villages.",
            [("the town", "town"), ("nearby villages", "village")],
        ),
        (
            "Clashes in the province’s northern countryside.",
            [("the province’s northern countryside", "province")],
        ),
        ("Troops hold the front lines.", [("the front lines", "front line")]),
        ("They captured three villages.", [("three villages", "village")]),
        (
            "Shells fell on the outskirts of the capital.",
            [("the outskirts of the capital", "capital")],
        ),
    ],
)
def test_a_phrase_that_points_back_is_a_mention_without_head(text, expected):
    found = read(text)
    assert [(text[m.start : m.end], m.expression.feature_word) for m in found] == expected
    assert all(not m.expression.heads and m.head_span is None and not m.known for m in found)


def test_words_about_people_of_a_place_are_no_pointers_to_it():
    assert words("The city council and the town hall were shut.") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The army drove rebels out of Karsk.", ["Karsk"]),
        ("Troops pulled out of Karsk and Belo.", ["Karsk", "Belo"]),
        ("Fighting went on around Lubo-Centre on Monday.", ["Lubo-Centre"]),
        ("He spoke at the Lubo Centre on Monday.", []),
    ],
)
def test_an_unknown_name_is_a_place_where_its_words_say_so(text: str, names: list[str]) -> None:
    found = find_mentions(text, known_spans=())
    assert [name for mention in found for name in mention.expression.heads] == names


def test_capitals_of_a_list_of_provinces_are_towns() -> None:
    text = "They took the capitals of the Kunduz, Takhar and Balkh provinces."
    spans = [(text.index(name), text.index(name) + len(name)) for name in ("Kunduz", "Balkh")]
    found = find_mentions(text, known_spans=spans)
    assert [(m.expression.heads, m.expression.feature_word) for m in found] == [
        (("Kunduz",), "capital"), (("Takhar",), "capital"), (("Balkh",), "capital"),
    ]  # fmt: skip
