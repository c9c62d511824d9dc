"""Of many places that a name is like, those that are worth a look."""

from __future__ import annotations

from itertools import product

import pytest

from gazetteer import Gazetteer
from gazetteer.homes.found import Spot
from gazetteer.homes.query import Query
from gazetteer.homes.stores import EntryStore
from tests.gazetteer.villages import village

_MANY = 40
_SAME = [village(n, "Barzawi", 30 + n / 10, 48, country="SY") for n in range(_MANY)]
# The same consonants, and hardly a vowel.
_ROUGH = [
    village(100 + n, f"B{one}r{two}z{three}w{four}", 30 + n / 10, 49, country="SY")
    for n, (one, two, three, four) in enumerate(product("ui", "aiu", "ui", "au"))
]
_BRIDGES = [
    village(200 + n, "Buruzuwu", 30 + n / 10, 50, country="SY", letter="S", code="BDG")
    for n in range(3)
]


def test_all_that_share_a_name_are_found_and_of_the_merely_similar_the_best_few() -> None:
    found = EntryStore((*_SAME[:2], *_ROUGH)).matches("Barzawi")
    assert [each.text for each in found[:2]] == ["Barzawi"] * 2
    assert len(found) == 10
    assert len(EntryStore((*_SAME, *_ROUGH)).matches("Barzawi")) == _MANY


@pytest.mark.parametrize(
    ("scores", "chosen"),
    [
        ([1.0, 0.66], 2),
        ([1.0, 0.64], 1),
        ([1.0] + [0.8] * 20, 12),
        ([1.0] + [0.86] * 20, 21),
        ([0.8] * 120, 100),
        ([0.95] * 120, 120),
    ],
)
def test_how_many_of_a_class_are_chosen_goes_by_their_scores(
    scores: list[float], chosen: int
) -> None:
    row = ("", "", "", "", 0, 0, 0, 0, 0, "P", 0)
    query = Query([], best={at: (score, score, row) for at, score in enumerate(scores)})
    assert sorted(query.chosen()) == [*range(chosen)]


def test_rough_spellings_of_another_class_are_kept_behind_others() -> None:
    found = EntryStore((*_SAME[:2], *_ROUGH, *_BRIDGES)).matches("Barzawi")
    assert sum(each.feature_class == "S" for each in found) == len(_BRIDGES)


def test_where_one_part_knows_a_name_the_others_look_for_nothing_similar() -> None:
    other = EntryStore((village(301, "Barzamwi", 30.0, 48.0),))
    for near in ((), ((30.1, 48.0),)):
        found = [_ids(Gazetteer(known, stores=[other]), near) for known in ((), _SAME[:1])]
        assert found == [{"geonames:301"}, {"geonames:0"}]


def test_a_name_known_far_off_leaves_those_similar_around_the_text() -> None:
    both = Gazetteer(_SAME[:1], stores=[EntryStore((village(301, "Barzamwi", 39.0, 48.0),))])
    assert _ids(both, ()) == {"geonames:0"}
    assert _ids(both, ((39.1, 48.0),)) == {"geonames:0", "geonames:301"}


def _ids(gazetteer: Gazetteer, near: tuple[Spot, ...]) -> set[str]:
    return {found.id for found in gazetteer.matches("Barzawi", near)}
