"""Where a namesake may as well be meant, no place is given; where it hardly is, one is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Context, Gazetteer, Resolution, Unresolved, parse_place, resolve_all
from gazetteer.entry import GazetteerEntry
from gazetteer.homes.stores import EntryStore
from gazetteer.spellings.spelling import opens_with_article
from tests.gazetteer.villages import village


def _gazetteer(*rows: GazetteerEntry) -> Gazetteer:
    return Gazetteer(stores=[EntryStore(rows, name="rows")])


def _ask(
    gazetteer: Gazetteer, name: str, near: tuple[float, float] | None = None
) -> Resolution | Unresolved:
    context = Context(near=(near,) if near else ())
    return resolve_all([parse_place(name)], gazetteer, context=context)[0]


def _id(answer: Resolution | Unresolved) -> str:
    return answer.chosen[0].entry.id if isinstance(answer, Resolution) else answer.status


def _namesakes(how_many: int) -> list[GazetteerEntry]:
    return [village(100 + at, "Kalynivka", 24.0 + at / 4, 49.0) for at in range(how_many)]


@pytest.mark.parametrize(
    ("people", "villages", "meant"),
    [
        (19_000, 1, "geonames:1"),
        (19_000, 40, "ambiguous"),
        (36_000, 4, "geonames:1"),
        (36_000, 40, "ambiguous"),
        (400_000, 40, "geonames:1"),
    ],
)
def test_many_villages_of_one_name_outweigh_a_town(people: int, villages: int, meant: str) -> None:
    town = village(1, "Kalynivka", 28.5, 46.5, population=people, code="PPLA2")
    assert _id(_ask(_gazetteer(town, *_namesakes(villages)), "Kalynivka")) == meant


def test_a_seat_whose_people_nobody_counted_is_meant_before_one_village_not_before_nine() -> None:
    names = "Jdeideh|Jdaide|Jdaideh|Jdeide|Djedeide|El Jdeideh|الجديدة"
    seat = village(1, names, 35.6, 33.9, country="LB", code="PPLA2")
    others = [village(10 + at, "Jdaideh", 36.0 + at, 34.2, country="LB") for at in range(9)]
    assert _id(_ask(_gazetteer(seat, *others[:1]), "Jdaideh")) == "geonames:1"
    assert _id(_ask(_gazetteer(seat, *others), "Jdaideh")) == "ambiguous"


@pytest.mark.parametrize(
    ("people", "code", "meant"),
    [
        (0, "PPLA2", "geonames:2"),
        (15_500, "PPL", "ambiguous"),
        (300_000, "PPLA", "geonames:1"),
    ],
)
def test_a_village_by_the_place_given_speaks_against_a_town_farther_off(
    people: int, code: str, meant: str
) -> None:
    town = village(1, "Wadhilah", 44.0, 15.0, country="YE", population=people, code=code)
    hamlet = village(2, "Wadhilah", 44.75, 15.0, country="YE")
    gazetteer = _gazetteer(town, hamlet)
    assert _id(_ask(gazetteer, "Wadhilah", near=(44.8, 15.0))) == meant
    # By the town itself there is no doubt, whatever its size.
    assert _id(_ask(gazetteer, "Wadhilah", near=(44.1, 15.0))) == "geonames:1"


def test_a_place_that_may_be_meant_nearby_speaks_against_a_town_farther_off() -> None:
    town = village(1, "Wadhilah", 44.0, 15.0, country="YE", population=15_500)
    hamlet = village(2, "Wadhilah", 44.75, 15.0, country="YE")
    # Two of this name, so that neither is sure: one beside the hamlet, one beside nothing.
    harqash = (village(3, "Harqash", 44.8, 15.0, country="YE"),
             village(4, "Harqash", 44.0, 15.6, country="YE"))  # fmt: skip
    asked = [parse_place("Wadhilah"), parse_place("Harqash")]
    assert _id(resolve_all(asked, _gazetteer(town, hamlet, *harqash))[0]) == "ambiguous"
    assert _id(resolve_all(asked, _gazetteer(town, *harqash))[0]) == "geonames:1"


def _list_where(share: float, *more: GazetteerEntry) -> Gazetteer:
    """Return a list of 1,300 names, of which a share is borne by a second village far off."""
    parts = [consonant + vowel for consonant in "bdfghklmnrst" for vowel in "aiu"]
    names = [f"{first}{second}r" for first in parts for second in parts]
    again = names[: int(share * len(names))]
    places = [*((name, 48.0) for name in names), *((name, 44.0) for name in again)]
    rows = [village(at, name, 30.0, lat, country="SD") for at, (name, lat) in enumerate(places)]
    return _gazetteer(*rows, village(9_001, "Wadhilah", 29.0, 40.0, country="SD"), *more)


@pytest.mark.parametrize(
    ("share", "km", "meant"),
    [
        (0.02, 15, "geonames:9001"),
        (0.02, 45, "geonames:9001"),
        (0.15, 15, "geonames:9001"),
        (0.15, 45, "unresolved"),
    ],
)
def test_the_more_names_recur_the_nearer_a_village_must_lie(
    share: float, km: float, meant: str
) -> None:
    answer = _ask(_list_where(share), "Wadhilah", near=(29.0, 40.0 + km / 111.2))
    assert _id(answer) == meant
    if isinstance(answer, Unresolved):
        assert f"names recur too often there to tell {km} km from the rest" in answer.reason
        assert answer.candidates[0].entry.id == "geonames:9001"


@pytest.mark.parametrize(("share", "meant"), [(0.02, "geonames:9001"), (0.2, "ambiguous")])
def test_the_more_names_recur_the_less_the_nearer_of_two_villages_is_meant(
    share: float, meant: str
) -> None:
    farther = village(9_002, "Wadhilah", 29.0, 40.0 + 35 / 111.2, country="SD")
    gazetteer = _list_where(share, farther)
    assert _id(_ask(gazetteer, "Wadhilah", near=(29.0, 40.0 + 10 / 111.2))) == meant
    assert _id(_ask(gazetteer, "Wadhilah", near=(29.0, 40.0))) == "geonames:9001"


def test_a_village_asked_for_alone_must_lead_by_more() -> None:
    gazetteer = _gazetteer(
        village(1, "Saqadi", 33.0, 13.0, country="SD"),
        village(2, "Seqqadi", 31.0, 14.0, country="SD"),
    )
    assert _id(_ask(gazetteer, "Saqadi")) == "ambiguous"
    assert _id(_ask(gazetteer, "Saqadi", near=(33.1, 13.0))) == "geonames:1"


@pytest.mark.parametrize(
    ("asked", "first"),
    [("Al Judaydah", "geonames:2"), ("Judaydah", "geonames:1"), ("الجديدة", "geonames:2")],
)
def test_the_article_tells_villages_of_one_name_apart(asked: str, first: str) -> None:
    rows = (
        village(1, "Judaydah|جديدة|Jdeidet", 36.0, 35.0, country="SY"),
        village(2, "Al Judaydah|الجديدة", 38.0, 36.0, country="SY"),
    )
    answer = _ask(_gazetteer(*rows), asked)
    assert isinstance(answer, Unresolved)
    assert answer.candidates[0].entry.id == first


@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("As-Safira", True),
        ("El Beïda", True),
        ("السفيرة", True),
        ("As Bab", False),
        ("Alma", False),
        ("الم", False),
        ("", False),
        ("Al", False),
    ],
)
def test_an_article_opens_a_name(name: str, has: bool) -> None:
    assert opens_with_article(name) is has


@pytest.mark.parametrize(
    ("name", "people", "placed"),
    [("Menaka", 9_000, True), ("Menaka", 900, False), ("Manaka", 9_000, False)],
)
def test_a_small_town_is_meant_by_its_very_name_far_from_the_rest(
    name: str, people: int, placed: bool
) -> None:
    far = village(1, "Menaka", 2.4, 15.9, population=people, country="ML")
    near = village(2, "Aguelhok", 0.86, 19.46, population=20_000, country="ML")
    asked = [parse_place(name), parse_place("Aguelhok")]
    context = Context(countries=("ML",))
    answer = resolve_all(asked, _gazetteer(far, near), context=context)[0]
    assert isinstance(answer, Resolution) is placed


def test_a_namesake_off_all_that_a_text_is_about_is_not_meant() -> None:
    sure = village(1, "Kaduva", 30.0, 49.0, population=200_000)
    north = village(4, "Todmora", 30.0, 53.0, population=200_000)
    near, far = village(2, "Bures", 30.8, 49.0), village(3, "Bures", 35.0, 49.0)
    asked = [parse_place(name) for name in ("Bures", "Kaduva", "Todmora")]
    assert _id(resolve_all(asked, _gazetteer(sure, north, near, far))[0]) == "geonames:2"


def test_what_is_only_like_a_town_of_just_this_name_is_not_meant_beside_it() -> None:
    sure = village(1, "Kaduva", 30.0, 49.0, population=200_000)
    town = village(2, "Toldepa", 30.6, 49.0, population=8_000)
    like = village(3, "Tildepu", 30.1, 49.0)
    asked = [parse_place("Toldepa"), parse_place("Kaduva")]
    answer = resolve_all(asked, _gazetteer(sure, town, like))[0]
    assert _id(answer) == "geonames:2"
    assert "geonames:3" in {candidate.entry.id for candidate in answer.rejected}


def test_the_capital_of_a_theatre_is_meant_and_no_hamlet_that_sounds_like_it() -> None:
    names = "Loimaro|Loymaro|Loi Maro|Lwimaro|Loimarou|Лоймаро"
    seat = replace(village(1, names, 36.0, 49.0, population=17_000), id="east:loimaro")
    hamlet = village(2, "Loi-maro", 30.05, 49.0)
    sure = village(3, "Kaduva", 30.0, 49.0, population=200_000)
    gazetteer = Gazetteer((seat,), stores=[EntryStore((hamlet, sure), name="rows")])
    asked = [parse_place("Loimaro"), parse_place("Kaduva")]
    assert _id(resolve_all(asked, gazetteer)[0]) == "east:loimaro"


def test_a_towns_own_airport_leaves_no_doubt_of_it() -> None:
    town = village(1, "Robersport", 30.0, 49.0)
    airport = village(2, "Robersport Airport", 29.9, 49.0, letter="S", code="AIRP")
    sure = village(3, "Kaduva", 30.6, 49.0, population=200_000)
    asked = [parse_place("the port of Robersport"), parse_place("Kaduva")]
    assert _id(resolve_all(asked, _gazetteer(town, airport, sure))[0]) == "geonames:1"


def test_mountains_and_the_province_called_after_them_are_one_land() -> None:
    massif = village(1, "Tibest", 30.0, 49.0, letter="T", code="MTS")
    province = village(2, "Tibest", 30.1, 49.0, letter="A", code="ADM1")
    province = replace(province, footprint=replace(province.footprint, uncertainty_m=90_000.0))
    assert _id(_ask(_gazetteer(massif, province), "the Tibest")) in ("geonames:1", "geonames:2")


def test_a_refinery_called_after_a_far_city_is_meant_where_drones_are_sent_to_it() -> None:
    refinery = village(1, "Sarabat Refinery", 46.0, 51.5, letter="S", code="OILR")
    sure = village(2, "Kaduva", 30.0, 49.0, population=200_000)
    asked = [parse_place("the oil refinery in Sarabat"), parse_place("Kaduva")]
    assert _id(resolve_all(asked, _gazetteer(refinery, sure))[0]) == "geonames:1"


def test_a_country_holds_what_lies_within_its_borders_not_in_the_box_of_its_towns() -> None:
    here = village(1, "Bagdari", 42.5, 33.9, country="IQ")
    across = village(2, "Bagdari", 40.4, 35.2, country="SY")  # in the box of Iraq's towns
    known = Gazetteer(stores=[EntryStore((here, across), name="rows")], countries=("IQ", "SY"))
    assert _id(_ask(known, "Bagdari in Iraq")) == "geonames:1"


def test_a_city_is_meant_though_a_town_that_is_called_like_it_lies_nearer() -> None:
    city = village(1, "Tyro", 35.2, 33.3, population=150_000)
    like = village(2, "Tirat|Tiro", 35.0, 32.8, population=18_000)
    sure = village(3, "Kaduva", 35.0, 32.75, population=200_000)
    asked = [parse_place("Tyro"), parse_place("Kaduva")]
    assert _id(resolve_all(asked, _gazetteer(city, like, sure))[0]) == "geonames:1"


def test_a_town_of_the_very_name_is_meant_before_one_by_hand_that_was_called_like_it() -> None:
    town = replace(village(1, "Lymno", 37.8, 49.0, population=20_000), id="east:lymno")
    like = replace(village(2, "Rodynko|Limno", 37.2, 48.35), id="east:rodynko")
    asked = [parse_place("Lymno"), parse_place("Rodynko")]
    assert _id(resolve_all(asked, Gazetteer((town, like)))[0]) == "east:lymno"


def test_an_island_that_reports_tell_of_is_meant_far_from_all_else_by_its_very_name() -> None:
    island = replace(
        village(1, "Abu Mira", 55.0, 25.9, country="IR", letter="T", code="ISL"),
        id="frontmap:IR-abu-mira",
    )
    like = village(2, "Albu Mira", 48.0, 30.5, country="IR")
    sure = village(3, "Kaduva", 48.5, 30.0, country="IR", population=200_000)
    asked = [parse_place("Abu Mira"), parse_place("Kaduva")]
    answer = resolve_all(asked, _gazetteer(island, like, sure), context=Context(countries=("IR",)))
    assert _id(answer[0]) == "frontmap:IR-abu-mira"
