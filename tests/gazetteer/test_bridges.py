"""Bridges and refineries that are not known, by what bears their name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer.entry import GazetteerEntry
from gazetteer.expression import parse_place
from gazetteer.homes.stores import EntryStore
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution
from gazetteer.resolve import resolve_all
from tests.gazetteer.villages import village

_TOWN = village(1, "Tazmal", 47.0, 39.5, population=200_000)
_CITY = village(2, "Gorbend", 47.2, 39.6, population=400_000)
_DAM = village(3, "Shirola", 46.9, 39.2, letter="S", code="DAM")
_FAR = village(4, "Vorluk", 52.0, 36.0)
_AFAR = village(5, "Myrdin", 58.0, 51.0, population=840_000)
_AFAR = replace(_AFAR, footprint=replace(_AFAR.footprint, uncertainty_m=6_000.0))
_SITE = village(6, "Qabda Refinery", 60.0, 52.0, letter="S", code="OILR")


def _meant(text: str, *rows: GazetteerEntry, beside: str = "Tazmal") -> GazetteerEntry | None:
    gazetteer = Gazetteer(stores=(EntryStore(rows),))
    answer, *_ = resolve_all([parse_place(text), parse_place(beside)], gazetteer)
    return answer.chosen[0].entry if isinstance(answer, Resolution) else None


def test_a_bridge_lies_by_the_only_place_of_its_name_that_the_text_is_near() -> None:
    assert _meant("the Shirola Bridge", _TOWN, _DAM) == _DAM


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("the Vorluk bridge", _FAR),
        ("the Gorbend bridge", _CITY),  # there is one in other towns
    ],
)
def test_a_bridge_is_by_no_place_far_off_and_no_city(text: str, row: GazetteerEntry) -> None:
    assert _meant(text, _TOWN, row) is None


def test_a_bridge_of_two_namesakes_is_by_neither() -> None:
    other = village(7, "Shirola", 47.1, 39.8)
    assert _meant("the Shirola Bridge", _TOWN, _DAM, other) is None


def test_a_refinery_may_leave_out_what_it_refines() -> None:
    assert _meant("the Qabda Oil Refinery", _TOWN, _SITE) == _SITE


def test_drones_reach_a_refinery_of_a_city_far_off_and_nobody_its_mosque() -> None:
    assert _meant("the Myrdin oil refinery", _TOWN, _AFAR) == _AFAR
    assert _meant("the Myrdin mosque", _TOWN, _AFAR) is None


def test_an_island_lies_by_the_village_of_its_name() -> None:
    own = village(8, "Shirola", 46.9, 39.2)
    assert _meant("Shirola Island", _TOWN, own) == own
