"""Quarters that a text names without their town."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer.entry import GazetteerEntry
from gazetteer.expression import parse_place
from gazetteer.homes.stores import EntryStore
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution, Unresolved
from gazetteer.resolve import resolve_all
from tests.gazetteer.villages import village

_TOWN = village(1, "Tazmal", 40.0, 36.0, population=200_000)
_OTHER = village(2, "Gorbend", 41.0, 36.5, population=90_000)
_VILLAGE = village(3, "Shamira", 40.3, 36.1)
_FAR = village(4, "Qomdar", 51.0, 30.0, population=900_000, letter="A", code="ADM1")


def _answers(*texts: str) -> dict[str, Resolution | Unresolved]:
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, _OTHER, _VILLAGE, _FAR)),))
    return dict(zip(texts, resolve_all([*map(parse_place, texts)], gazetteer), strict=True))


def _entry(answer: Resolution | Unresolved) -> GazetteerEntry | None:
    return answer.chosen[0].entry if isinstance(answer, Resolution) else None


@pytest.mark.parametrize(
    "told", ["the Qabda district of Tazmal", "eastern Tazmal", "the Qabda quarter in Tazmal"]
)
@pytest.mark.parametrize("kind", ["quarter", "neighbourhood", "suburb", "district"])
def test_a_quarter_that_is_not_known_lies_in_the_town_whose_parts_are_told(
    told: str, kind: str
) -> None:
    answer = _answers(told, f"the Vorluk {kind}")[f"the Vorluk {kind}"]
    assert _entry(answer) == _TOWN
    assert "not known more closely" in answer.chosen[0].why


def test_a_village_of_its_name_is_no_quarter_and_may_be_a_district() -> None:
    found = _answers("eastern Tazmal", "the Shamira quarter")
    assert _entry(found["the Shamira quarter"]) == _TOWN
    found = _answers("eastern Tazmal", "Shamira")
    assert _entry(found["Shamira"]) == _VILLAGE


def test_a_suburb_may_be_a_town_of_its_own_beside_its_city() -> None:
    near = village(5, "Murrana", 40.2, 36.0, population=60_000)
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, near)),))
    for told in ("the suburb of Murrana", "Murrana, a suburb of Tazmal"):
        asked = [*map(parse_place, ("the Qabda district of Tazmal", told))]
        assert _entry(resolve_all(asked, gazetteer)[1]) == near


@pytest.mark.parametrize(
    "told",
    [
        ("Tazmal",),  # no part of it is told
        ("eastern Tazmal", "northern Gorbend"),  # of which of the two?
        ("the village of Vash near Tazmal",),
    ],
)
def test_in_any_other_text_it_stays_unresolved(told: tuple[str, ...]) -> None:
    assert isinstance(_answers(*told, "the Vorluk quarter")["the Vorluk quarter"], Unresolved)


def test_a_province_of_another_land_is_no_district_of_a_town() -> None:
    found = _answers("the Qomdar district of Tazmal", "Qomdar province")
    assert _entry(found["the Qomdar district of Tazmal"]) == _TOWN
    assert _entry(found["Qomdar province"]) == _FAR


def test_the_town_that_holds_another_place_speaks_against_a_namesake_far_off() -> None:
    far = village(5, "Murrana", -97.0, 35.0, country="US", population=60_000)
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, far)),))
    alone, _ = resolve_all([parse_place("Murrana"), parse_place("the hills")], gazetteer)
    assert _entry(alone) == far
    beside = [parse_place("Murrana"), parse_place("near the Vorluk quarter in Tazmal")]
    assert isinstance(resolve_all(beside, gazetteer)[0], Unresolved)


@pytest.mark.parametrize(("beside", "known"), [("Shamira", True), ("Qabda", False)])
def test_a_district_in_the_east_of_a_name_is_a_quarter_where_another_one_is(
    beside: str, known: bool
) -> None:
    asked = [
        replace(parse_place(f"the {name} district"), within=parse_place("eastern Tazmal"))
        for name in (beside, "Vorluk")
    ]
    quarter = village(4, "Shamira", 40.02, 36.01, code="PPLX")
    province = village(5, "Tazmal", 40.3, 36.2, letter="A", code="ADM1")
    wide = replace(province, footprint=replace(province.footprint, uncertainty_m=80_000.0))
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, _OTHER, quarter, wide)),))
    answer = resolve_all(asked, gazetteer)[1]
    assert _entry(answer) == (_TOWN if known else None)


@pytest.mark.parametrize("told", ["the city", "the edge of Tazmal"])
def test_a_district_lies_in_what_the_text_calls_the_city(told: str) -> None:
    city = replace(parse_place(told), heads=("Tazmal",))
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, _OTHER)),))
    found = resolve_all([city, parse_place("the Vorluk district")], gazetteer)
    assert _entry(found[1]) == _TOWN


def test_a_district_told_behind_another_town_is_none_of_the_city_told_later() -> None:
    city = replace(parse_place("the city"), heads=("Tazmal",))
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, _OTHER)),))
    asked = [parse_place("Gorbend"), parse_place("the Vorluk district"), city]
    assert _entry(resolve_all(asked, gazetteer)[1]) is None


def test_a_quarter_told_beside_another_town_is_none_of_the_one_whose_parts_are_told() -> None:
    beside = replace(parse_place("the Vorluk quarter"), ground=parse_place("the town of Gorbend"))
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, _OTHER)),))
    for asked, meant in (beside, _OTHER), (replace(beside, ground=None), _TOWN):
        found = resolve_all([parse_place("eastern Tazmal"), asked], gazetteer)
        assert _entry(found[1]) == meant


def test_a_village_some_way_off_a_town_is_no_district_of_it() -> None:
    away = village(6, "Sarmaq", 40.45, 36.1)  # 42 km
    beside = village(6, "Sarmaq", 40.1, 36.0)
    for row, meant in (away, _TOWN), (beside, beside):
        gazetteer = Gazetteer(stores=(EntryStore((_TOWN, row)),))
        (answer,) = resolve_all([parse_place("the Sarmaq district of Tazmal")], gazetteer)
        assert _entry(answer) == meant


def test_a_district_of_another_land_is_none_of_the_town_that_its_sentence_opens_with() -> None:
    far = village(6, "Sarmaq", 51.0, 30.0, letter="A", code="ADM2")
    asked = replace(parse_place("the Sarmaq district"), ground=parse_place("Tazmal"))
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, _FAR, far)),))
    found = resolve_all([asked, parse_place("Qomdar province")], gazetteer)
    assert _entry(found[0]) == _TOWN
    near = village(6, "Sarmaq", 40.4, 36.1, letter="A", code="ADM2")
    gazetteer = Gazetteer(stores=(EntryStore((_TOWN, near)),))
    assert _entry(resolve_all([asked], gazetteer)[0]) == near
