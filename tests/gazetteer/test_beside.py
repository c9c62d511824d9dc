"""An unclear name is settled by what stands beside it, or stays unclear."""

from __future__ import annotations

import pytest

from gazetteer import Context, Gazetteer, Resolution, Unresolved, parse_place, resolve_all
from gazetteer.beside import is_open, resolve_beside
from gazetteer.homes.stores import EntryStore
from tests.gazetteer.villages import village

# One Petrivka beside Hirsk, another beside Berehove, 400 km off; Stavky is like Stavki alone.
ROWS = (
    village(1, "Petrivka", 30.10, 48.00),
    village(2, "Petrivka", 35.10, 48.00),
    village(3, "Hirsk", 30.00, 48.00, population=90_000),
    village(4, "Berehove", 35.00, 48.00, population=90_000),
    village(5, "Zorin", 39.00, 50.00, population=90_000),
    village(6, "Stavkove", 35.05, 48.10),
)
TOWNS = ("Hirsk", "Berehove")


@pytest.fixture(scope="module")
def valleys() -> Gazetteer:
    return Gazetteer(stores=[EntryStore(ROWS, name="valleys")])


def _first(gazetteer: Gazetteer, name: str) -> Resolution | Unresolved:
    return resolve_all([parse_place(each) for each in (name, *TOWNS)], gazetteer)[0]


def _again(gazetteer: Gazetteer, name: str, *beside: str) -> Resolution | Unresolved:
    first = _first(gazetteer, name)
    assert isinstance(first, Unresolved)
    named = [parse_place(each) for each in beside]
    return resolve_beside(first, named, gazetteer, context=Context())


@pytest.mark.parametrize(("beside", "meant"), [("Hirsk", 1), ("Berehove", 2)])
def test_what_stands_beside_a_name_settles_it(valleys: Gazetteer, beside: str, meant: int) -> None:
    first = _first(valleys, "Petrivka")
    assert isinstance(first, Unresolved)
    assert first.status == "ambiguous"
    assert is_open(first, valleys)
    answer = _again(valleys, "Petrivka", beside)
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.id == f"geonames:{meant}"


@pytest.mark.parametrize("beside", [(), TOWNS, ("Zorin",), ("Nowhere",), ("near Petrivka",)])
def test_nothing_near_leaves_it_as_it_was(valleys: Gazetteer, beside: tuple[str, ...]) -> None:
    assert _again(valleys, "Petrivka", *beside) == _first(valleys, "Petrivka")


def test_a_name_that_is_merely_like_a_known_one_is_not_open(valleys: Gazetteer) -> None:
    assert not is_open(_first(valleys, "Stavkovo"), valleys)
    assert not is_open(_first(valleys, "Hirsk"), valleys)
