"""Names of several places, told between two that lie close together."""

from __future__ import annotations

from gazetteer.expression import parse_place
from gazetteer.homes.stores import EntryStore
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution, Unresolved
from gazetteer.resolve import resolve_all
from tests.gazetteer.villages import village

_TOWNS = (
    village(1, "Tazmal", 36.9, 50.3, population=20_000),
    village(2, "Vorkuna", 36.5, 50.3, population=20_000),
    village(3, "Gorbend", 37.8, 48.6, population=20_000),
    village(4, "Krasne", 36.6, 50.2),
    village(5, "Krasne", 37.75, 48.55),
    village(6, "Krasne", 31.0, 47.0),
)


def _told(*texts: str) -> Resolution | Unresolved:
    gazetteer = Gazetteer(stores=(EntryStore(_TOWNS),))
    answers = resolve_all([parse_place(text) for text in texts], gazetteer)
    return answers[texts.index("Krasne")]


def test_a_name_of_several_lies_beside_those_that_it_is_told_between() -> None:
    answer = _told("Tazmal", "Krasne", "Vorkuna", "Gorbend")
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.id == "geonames:4"


def test_between_two_that_lie_apart_it_stays_ambiguous() -> None:
    assert isinstance(_told("Tazmal", "Vorkuna", "Krasne", "Gorbend"), Unresolved)
    assert isinstance(_told("Krasne", "Tazmal", "Vorkuna", "Gorbend"), Unresolved)
