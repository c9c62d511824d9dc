"""What a sentence or paragraph is about settles names that are unclear, or clear far off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Gazetteer, PlaceExpression, Resolution, Unresolved, parse_place
from gazetteer.entry import GazetteerEntry
from gazetteer.homes.stores import EntryStore
from gazetteer.resolve import Context, resolve, resolve_all
from tests.gazetteer.villages import village

ROWS = (
    village(1, "Hirsk", 30.00, 48.00, population=30_000),
    village(2, "Lypivka", 30.25, 48.05),  # 19 km from Hirsk
    village(3, "Lypivka", 34.00, 49.00),
    village(4, "Dolyna", 30.10, 47.95),
    village(5, "Dolyna", 27.00, 49.80, population=24_000),
    village(6, "Sosnivka", 30.10, 48.10),
    village(7, "Sosnivka", 29.90, 47.90),
    village(8, "Velyke Misto", 34.50, 48.50, population=600_000, code="PPLA"),
    village(9, "Velyke Misto", 30.05, 47.98),
    village(10, "Hirsk", 33.00, 48.60, population=4_000),
    village(11, "Vilshana", 32.10, 49.30),  # 200 km from Hirsk
    village(12, "Kamianka", 32.20, 49.30, population=8_000),
    village(13, "Zalissia", 30.00, 50.00, population=30_000),  # 170 km from Vilshana
)
SECTOR, ELSEWHERE = parse_place("the Hirsk sector"), parse_place("the Zalissia sector")


@pytest.fixture(scope="module")
def plain() -> Gazetteer:
    return Gazetteer(stores=[EntryStore(ROWS, name="plain")])


def _there(name: str, ground: PlaceExpression | None = SECTOR) -> PlaceExpression:
    return replace(parse_place(name), ground=ground)


def _id(answer: Resolution | Unresolved) -> str:
    return answer.chosen[0].entry.id if isinstance(answer, Resolution) else answer.status


def test_a_front_is_called_after_the_larger_town(plain: Gazetteer) -> None:
    answer = resolve(SECTOR, plain)
    assert isinstance(answer, Resolution)
    assert _id(answer) == "geonames:1"
    assert "the front at Hirsk" in answer.footprint.note
    assert 25_000 < answer.footprint.uncertainty_m < 40_000


@pytest.mark.parametrize("words", ["the Hirsk axis", "the Hirsk direction", "the Hirsk front"])
def test_every_word_for_a_front_is_heard(plain: Gazetteer, words: str) -> None:
    assert parse_place(words).is_front
    assert _id(resolve(parse_place(words), plain)) == "geonames:1"


def test_the_ground_settles_an_unclear_name(plain: Gazetteer) -> None:
    assert _id(resolve(_there("Lypivka", None), plain)) == "ambiguous"
    assert _id(resolve(_there("near Lypivka"), plain)) == "geonames:2"


def test_the_village_on_the_ground_is_meant_and_not_the_town_far_off(plain: Gazetteer) -> None:
    assert _id(resolve(_there("Dolyna", None), plain)) == "geonames:5"
    assert _id(resolve(_there("Dolyna"), plain)) == "geonames:4"


def test_a_city_is_meant_wherever_the_ground_is(plain: Gazetteer) -> None:
    assert _id(resolve(_there("Velyke Misto"), plain)) == "geonames:8"


def test_the_ground_stands_in_for_what_stays_unclear(plain: Gazetteer) -> None:
    answer = resolve(_there("Sosnivka"), plain)
    assert isinstance(answer, Resolution)
    assert _id(answer) == "geonames:1"
    assert "'Sosnivka' is not known more closely" in answer.footprint.note


def test_a_village_off_the_ground_is_a_namesake_and_the_ground_stands_in(plain: Gazetteer) -> None:
    near = Context(near=((32.15, 49.28),))
    assert _id(resolve(_there("Vilshana", None), plain, near)) == "geonames:11"
    answer = resolve(_there("Vilshana", ELSEWHERE), plain, near)
    assert isinstance(answer, Resolution)
    assert _id(answer) == "geonames:13"
    assert [each.entry.id for each in answer.rejected] == ["geonames:11"]


def test_a_town_is_meant_off_the_ground_too(plain: Gazetteer) -> None:
    near = Context(near=((32.15, 49.28),))
    assert _id(resolve(_there("Kamianka", ELSEWHERE), plain, near)) == "geonames:12"


def test_what_was_written_down_by_hand_is_meant_off_the_ground_too() -> None:
    curated = Gazetteer(ROWS[10:11], stores=[EntryStore(ROWS[11:], name="plain")])
    near = Context(near=((32.15, 49.28),))
    assert _id(resolve(_there("Vilshana", ELSEWHERE), curated, near)) == "geonames:11"


def test_an_unknown_ground_changes_nothing(plain: Gazetteer) -> None:
    answer = resolve(_there("Lypivka", parse_place("the Nowhere sector")), plain)
    assert isinstance(answer, Unresolved)
    assert answer.status == "ambiguous"


def test_a_town_spoken_of_holds_a_mosque_that_nobody_knows_and_moves_none_that_is_known(
    plain: Gazetteer,
) -> None:
    town = parse_place("Kamianka")
    unknown = resolve(_there("the Vorluk mosque", town), plain)
    assert isinstance(unknown, Resolution)
    assert unknown.chosen[0].entry.id == "geonames:12"
    assert "not known more closely" in unknown.chosen[0].why
    known = resolve(_there("Vilshana", town), plain)
    assert isinstance(known, Resolution)
    assert known.chosen[0].entry.id == "geonames:11"
    assert isinstance(resolve(_there("the Vorluk mosque", None), plain), Unresolved)


def test_a_suburb_known_in_another_land_alone_lies_in_the_town_spoken_of() -> None:
    far = village(20, "Novo Horodske|Sarmak", 38.00, 52.00, population=250_000)
    near = village(21, "Zalissia", 30.00, 50.00, population=30_000)
    town = parse_place("Zalissia")
    answer, _ = resolve_all(
        (_there("the suburb of Sarmak", town), town), Gazetteer(stores=[_store(far, near)])
    )
    assert _id(answer) == "geonames:21"


def test_a_suburb_of_its_own_renown_or_beside_a_place_of_the_text_is_left_where_it_is() -> None:
    near = village(21, "Zalissia", 30.00, 50.00, population=30_000)
    suburb = _there("the suburb of Sarmak", parse_place("Zalissia"))
    town = village(20, "Sarmak", 38.00, 52.00, population=60_000)
    assert _id(resolve(suburb, Gazetteer(stores=[_store(town, near)]))) == "geonames:20"
    small, other = village(20, "Sarmak", 38.00, 52.00), village(22, "Holm", 38.1, 52.0)
    beside = resolve_all(
        (suburb, parse_place("Holm")), Gazetteer(stores=[_store(small, near, other)])
    )
    assert _id(beside[0]) == "geonames:20"


def _store(*rows: GazetteerEntry) -> EntryStore:
    return EntryStore(rows, name="plain")


def test_a_city_may_lie_nearer_than_the_length_of_the_road_to_it() -> None:
    town = village(21, "Zalissia", 30.00, 50.00, population=30_000)
    city = village(23, "Sarmak", 30.00, 52.20, population=300_000)  # 245 km by air
    namesake = village(24, "Sarmaq", 30.00, 52.70)
    told = parse_place("Sarmak, 300 km north of Zalissia")
    assert _id(resolve(told, Gazetteer(stores=[_store(town, city, namesake)]))) == "geonames:23"


def test_a_province_that_is_told_tells_its_district_from_a_town_of_the_very_name() -> None:
    province = village(30, "Velin", 30.00, 50.00, letter="A", code="ADM1")
    district = village(31, "Sarmaq", 30.05, 50.00, letter="A", code="ADM2")
    town = village(32, "Sarmak", 34.00, 48.00, code="PPLA4", population=20_000)
    rows = Gazetteer(stores=[_store(province, district, town)])
    assert _id(resolve(parse_place("Sarmak district, Velin province"), rows)) == "geonames:31"
    assert _id(resolve(parse_place("Sarmak"), rows)) == "geonames:32"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("the Vorluk power plant", "unresolved"),
        ("the Vorluk port", "unresolved"),
        ("the Vorluk barracks", "geonames:1"),
    ],
)
def test_no_front_holds_what_is_struck_from_afar(plain: Gazetteer, name: str, meant: str) -> None:
    assert _id(resolve(_there(name), plain)) == meant
