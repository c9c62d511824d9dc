"""Names of places that are no places: sentences written for this table, about many wars."""

import re

import pytest

from gazetteer.wording.mentions import find_mentions
from tests.gazetteer.reading import KNOWN

MORE = (
    "Tver|Azov|Minsk|Dayton|Geneva|Oslo|Jeddah|Istanbul|Astana|Jerusalem|Washington|London|"
    "Brussels|Beijing|Tehran|Riyadh|Cairo|Jordan|Chad|Georgia|Austin|Grad|Moskva|Kherson|Versailles|Paris|"
    "Juba|Kursk|Gaza|Severodonetsk|Makarov|Victoria|Lincoln|Florence|Sinjar|Afghanistan|Rafah|"
    "Vienna|Arusha|Lusaka|Vietnam|Kuwait|Al Jazeera|Al Arabiya|Barzani|Dostum|Massoud|Yemen|"
    "Somalia|"
    "Ethiopia|Eritrea|China|Japan|France|Germany|Saudi Arabia|Pakistan|India|United States|Myanmar|"
    "Saleh|Hadi|Budanov|Tavria|Bradley|District|Castle|Air Base|Damascus|Deep State|On Jan"
)
_PLACES = re.compile(rf"(?<![\w-])(?:{KNOWN}|{MORE})(?![\w])")


def places(text: str) -> list[str]:
    spans = [match.span() for match in _PLACES.finditer(text)]
    return [text[m.start : m.end] for m in find_mentions(text, known_spans=spans)]


NO_PLACES = """
The Tver regiment lost two tanks.
The Tver motor rifle regiment was sent in.
Fighters of the Azov Brigade dug in.
The 1st Severodonetsk brigade was sent in.
The Kabul, Kandahar and Ghazni brigades met.
The Tavria group repelled attacks.
Both sides signed the Minsk agreements.
They cited the Dayton accords and the Oslo Accords.
Under the Geneva Conventions this is a crime.
The Treaty of Versailles was older.
The Istanbul grain deal lapsed.
The Juba peace agreement was signed.
The Lusaka and Arusha accords failed.
The Vienna talks and the Cairo summit ended.
The Kursk incursion was a surprise for Moscow.
The Gaza war went on.
The frigate Admiral Makarov and the cruiser Moskva fired missiles.
The USS Lincoln turned back.
Grad rockets were fired and a Grad launcher burned.
Bradley vehicles burned.
The Kyiv Independent and the Moscow Times wrote about it.
The Jerusalem Post quoted him.
Troops moved in. (Al Jazeera)
He said so. (Reuters via Al Arabiya)
Source: Al Arabiya
By Florence Lincoln
Al Jazeera's correspondent saw it and an Al Jazeera reporter as well.
Ankara and Moscow agreed on a ceasefire.
Riyadh and Cairo condemned it.
Tehran's proxies denied it.
Moscow-installed officials left.
Washington wants talks.
They spoke with Moscow and Beijing.
He called on Tehran to stop.
They accused Ethiopia and Eritrea of aiding them.
The militia has backing from Iran.
An alliance composed of Syria, Iran and others.
Kuwait, Saudi Arabia and the United States took part.
The talks were attended by France, Germany, China and Japan.
They want to oust Israel.
He is loyal to Assad.
Assad resigned. Assad's brutal regime fell.
The forces of Dostum and Massoud met.
Fighters backed by Turkey or led by Barzani.
Saleh was killed. Hadi fled.
According to Budanov, the raid was planned.
He met Saleh and Hadi.
Georgia Meloni and Jordan Peterson met.
Defence Secretary Lloyd Austin spoke.
Deep State, a mapping project, recorded no change.
Doctors Without Borders closed.
It was nine o'clock Kyiv time.
The Islamic State of Iraq and the Levant claimed it.
The Islamic Emirate of Afghanistan said so.
The Bank of Khartoum closed.
The Communist Party of India objected.
On Jan. 8 they went home.
He struck a Russian Tornado launcher.
Two border patrol vessels of the Okhotnik class sank.
The campaign against Damascus and strikes against Tehran went on.
The offensive against Ukraine went on.
A missile hit the Kharkiv, a Soviet-flagged tanker, at dawn.
Gunboats raked the Marib City, a U.S.-flagged oil tanker which burned.
"""


@pytest.mark.parametrize("text", NO_PLACES.strip().splitlines())
def test_what_is_named_after_a_place_is_none(text):
    assert places(text) == []


PLACES = [
    ("In Goma soldiers looted shops.", ["Goma"]),
    ("Jets bombed Marib, a tanker terminal.", ["Marib"]),
    ("Jets bombed Marib, a port where tankers load.", ["Marib"]),
    ("In Marib, a tanker was hit.", ["Marib"]),
    ("In the Volga, a ferry carrying troops sank.", ["the Volga"]),
    ("They hit Marib, a ship and a depot burned.", ["Marib"]),
    ("Over Kharkiv drones were shot down.", ["Kharkiv"]),
    ("People from Sake and Masisi fled.", ["Sake", "Masisi"]),
    ("Damascus's military airport was hit.", ["Damascus"]),
    ("The Battle of Kharkiv ended.", ["Kharkiv"]),
    ("Rebels entered the Damascus suburb of Jaramana.", ["the Damascus suburb of Jaramana"]),
    ("They said that Marib was calm.", ["Marib"]),
    (
        "They fought for the city of Tver, the Volga and Kursk.",
        ["the city of Tver", "the Volga", "Kursk"],
    ),
    ("Strikes on Syria, Iraq and Yemen went on.", ["Syria", "Iraq", "Yemen"]),
    ("Shells fell in Ethiopia and Eritrea.", ["Ethiopia", "Eritrea"]),
    ("They were born in the Castle District.", []),
    ("Troops left Kabul (Kabul province) in haste.", ["Kabul (Kabul province)"]),
    ("Guards fled to the Sudanese-Chadian border.", ["the Sudanese-Chadian border"]),
    ("They are two hours' drive from Marib.", ["Marib"]),
    ("They met in Vienna. Talks in Cairo failed.", ["Vienna", "Cairo"]),
    ("On the outskirts of Hama, Syrian army troops dug in.", ["the outskirts of Hama"]),
    (
        "They hold the left bank of the Volga near Tver.",
        ["the left bank of the Volga near Tver"],
    ),
    ("The offensive against Tripoli went on.", ["Tripoli"]),
    ("They joined the march against Damascus.", ["Damascus"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_place_stays_one_next_to_such_words(text, expected):
    assert places(text) == expected
