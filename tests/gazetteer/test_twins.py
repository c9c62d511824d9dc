"""Rows that a curated entry was made from stand for it, by the names that still hold."""

from __future__ import annotations

from dataclasses import replace

from gazetteer import Gazetteer, Resolution, parse_place, resolve_all
from gazetteer.entry import Provenance
from gazetteer.homes.stores import EntryStore
from tests.gazetteer.villages import village

CITY = replace(
    village(1, "Melitor", 35.4, 46.9, population=150_000),
    id="east:melitor",
    also=(Provenance(id="geonames:1", source="GeoNames 1", licence="CC BY 4.0"),),
)
ROW = village(1, "Melitor|Melitor City|Novo Oleksa", 35.4, 46.9, population=150_000)


def _id(*rows: object, name: str) -> str:
    gazetteer = Gazetteer((CITY,), stores=[EntryStore((ROW, *rows), name="rows")])
    (answer,) = resolve_all([parse_place(name)], gazetteer)
    return answer.chosen[0].entry.id if isinstance(answer, Resolution) else answer.status


def test_a_name_of_its_row_is_one_of_the_entry() -> None:
    assert _id(name="Melitor City") == "east:melitor"
    assert _id(name="Novo Oleksa") == "east:melitor"


def test_a_name_that_it_once_had_is_that_of_the_village_which_bears_it_now() -> None:
    now = village(2, "Novo Oleksa", 37.1, 48.3)
    assert _id(now, name="Novo Oleksa") != "east:melitor"
    assert _id(now, name="Melitor City") == "east:melitor"
