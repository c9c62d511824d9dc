"""What a text says once of a name holds whenever it names that place again."""

from __future__ import annotations

import pytest

from gazetteer import Gazetteer, Resolution, parse_place, resolve_all
from gazetteer.homes.stores import EntryStore
from tests.gazetteer.villages import village

ROWS = (
    village(1, "Zoumar", 17.03, 20.97),
    village(2, "Kaduva", 21.5, 17.0, population=200_000),
    village(3, "Tibira", 17.0, 21.0, letter="A", code="ADM1"),
    village(4, "Bardat", 22.0, 17.2, letter="A", code="ADM1"),
)


def _answers(*texts: str) -> list[str]:
    gazetteer = Gazetteer(stores=[EntryStore(ROWS, name="rows")])
    answers = resolve_all([parse_place(text) for text in texts], gazetteer)
    return [a.chosen[0].entry.id if isinstance(a, Resolution) else a.status for a in answers]


def test_a_name_that_was_told_with_its_province_is_that_place_again() -> None:
    assert _answers("Zoumar", "Kaduva") == ["unresolved", "geonames:2"]
    told = _answers("Zoumar in Tibira province", "Zoumar", "Kaduva")
    assert told == ["geonames:1", "geonames:1", "geonames:2"]


@pytest.mark.parametrize("again", ["Zoumar", "near Zoumar"])
def test_a_name_that_two_provinces_hold_stays_open(again: str) -> None:
    told = _answers("Zoumar in Tibira province", "Zoumar in Bardat province", again, "Kaduva")
    assert told[2] == "unresolved"


def test_what_nobody_knows_lies_again_where_the_text_put_it() -> None:
    told = _answers("the Vorluk district of Kaduva", "Vorluk", "near Vorluk")
    assert told == ["geonames:2", "geonames:2", "geonames:2"]
