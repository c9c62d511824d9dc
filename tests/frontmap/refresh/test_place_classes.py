from __future__ import annotations

from dataclasses import replace

import pytest

from claims.claim import Action, Claim, Span
from frontmap.refresh.place_classes import PlaceClasses, fold
from frontmap.refresh.project import PLACE_CLASSES, Policy
from gazetteer.entry import Toponym
from gazetteer.expression import parse_place
from tests.frontmap.refresh.grounds import VILLAGE

DEFAULT = PlaceClasses.of(Policy().withhold)

WORDS = [
    ("hospitals", "the Northern Cardiac Hospital"),
    ("hospitals", "a field hospital south of Bakhmut"),
    ("hospitals", "the Rutshuru health centre"),
    ("hospitals", "a dressing-station behind the ridge"),
    ("hospitals", "l’hôpital de Goma"),
    ("hospitals", "Devlet Hastanesi"),
    ("hospitals", "дитяча лікарня"),
    ("hospitals", "районная больница"),
    ("hospitals", "مشفى المدينة"),
    ("hospitals", "بالمستشفى الوطني"),
    ("hospitals", "وللمشفى الميداني"),
    ("hospitals", "שבבית חולים"),
    ("hospitals", "בית חולים סורוקה"),
    ("hospitals", "မြို့နယ်ဆေးရုံ"),
    ("shelters", "a bomb shelter"),
    ("shelters", "the camp for displaced families"),
    ("shelters", "an IDP site"),
    ("shelters", "the evacuation corridor"),
    ("shelters", "бомбосховище"),
    ("shelters", "ملجأ البلدة"),
    ("aid", "an aid distribution point"),
    ("aid", "the UNRWA warehouse"),
    ("aid", "Red Crescent office"),
    ("aid", "гуманітарний штаб"),
    ("individuals", "the house of the teacher"),
    ("individuals", "the mayor's home"),
    ("individuals", "Abu Omar’s farmhouse"),
    ("camps", "Shatila refugee camp"),
    ("camps", "مخيم اليرموك"),
]


@pytest.mark.parametrize(("name", "text"), WORDS)
def test_a_word_of_a_class_is_met_in_any_language(name: str, text: str) -> None:
    assert PlaceClasses.of([name]).in_words(text)
    assert DEFAULT.in_words(text) is (name != "camps")


@pytest.mark.parametrize(
    "text",
    [
        "Hama",
        "the northern outskirts of Aleppo",
        "Clinton",
        "Aidabasalala",
        "the White House",
        "the parliament",
        "Al-Raqqah",
        "Homestead Junction",
        "Raid Hill",
        "the military airport",
        "a training camp",
        "the Fourth Division's positions",
        "Хама",
        "حماة",
        "الفشقة",  # holds the letters of an apartment
    ],
)
def test_other_places_are_left(text: str) -> None:
    assert not PlaceClasses.of(PLACE_CLASSES).in_words(text)


AROUND = [
    ("Jets struck a hospital in Suran", "Suran", True),
    ("Jets struck a hospital in the town of Suran", "Suran", True),
    ("Jets struck Suran's main hospital", "Suran", True),
    ("Fighting raged around the Suran University hospital", "the Suran University", True),
    ("Shells hit a camp for displaced people near Suran", "Suran", True),
    ("They shot at an aid convoy on the road to Suran", "Suran", True),
    ("Rebels cleared the hospital and took Suran", "Suran", False),
    ("Rebels took Suran and surrounded a hospital in Morek", "Suran", False),
    ("Doctors left the hospital. Rebels took Suran", "Suran", False),
    ("Displaced people spoke of how rebels took Suran", "Suran", False),
]


@pytest.mark.parametrize(("text", "place", "withheld"), AROUND)
def test_what_the_words_around_a_place_make_of_it(text: str, place: str, withheld: bool) -> None:
    claim = Claim(
        id="c", doc="d", quote=text, span=Span(start=0, end=len(text)), claimant="x",
        action=Action.STRIKE, place=parse_place(place),
    )  # fmt: skip
    assert DEFAULT.around(claim, text) is withheld
    assert DEFAULT.around(claim, "") is withheld


def test_a_name_is_folded_to_its_letters() -> None:
    assert fold("  Umm al-Qurā’s\u200f ") == "umm al qura s"


@pytest.mark.parametrize(("code", "withheld"), [("HSP", True), ("HSPC", True), ("PPL", False)])
def test_an_entry_is_met_by_its_feature_code(code: str, withheld: bool) -> None:
    entry = replace(VILLAGE, feature_code=code)
    assert DEFAULT.holds_entry(entry) is withheld
    assert DEFAULT.holds_entry(replace(entry, toponyms=(Toponym(text="Maardes clinic"),)))
