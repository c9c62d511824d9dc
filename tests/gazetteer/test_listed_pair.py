"""Two names of several places that one phrase lists."""

from __future__ import annotations

import pytest
from shapely.geometry import Point

from gazetteer.expression import parse_place
from gazetteer.homes.stores import EntryStore
from gazetteer.index import Gazetteer
from gazetteer.meaning.areas import Area
from gazetteer.meaning.listed_pair import listed_pair
from gazetteer.place import Resolution
from gazetteer.resolve import resolve
from tests.gazetteer.villages import village

_KRASNE = (
    village(1, "Krasne", 35.3, 47.5),
    village(2, "Krasne", 36.4, 47.78),
    village(3, "Krasne", 36.6, 47.06),
)
_VORKUNE = (
    village(4, "Vorkune", 35.9, 47.97),
    village(5, "Vorkune", 36.44, 47.77),
    village(6, "Vorkune", 35.7, 47.11),
)
_ALIKE = village(7, "Vorkune", 36.6, 47.03)
_LONE = village(8, "Tazmal", 36.42, 47.8)


def _meant(*texts: str, also: bool = False, area: Area | None = None) -> dict[str, str]:
    rows = (*_KRASNE, *_VORKUNE, _LONE, *([_ALIKE] if also else []))
    gazetteer = Gazetteer(stores=(EntryStore(rows),))
    alone = {told: resolve(told, gazetteer) for told in map(parse_place, texts)}
    found = listed_pair(
        alone,
        lambda told, one: Resolution(expression=told, footprint=one.entry.footprint, chosen=(one,)),
        lambda _: area,
    )
    return {
        told.heads[0]: answer.chosen[0].entry.id
        for told, answer in found
        if isinstance(answer, Resolution)
    }


def test_of_two_names_in_one_land_the_namesakes_side_by_side_are_meant() -> None:
    told = _meant("near Krasne in eastern Zzyzx", "Vorkune in eastern Zzyzx")
    assert told == {"Krasne": "geonames:2", "Vorkune": "geonames:5"}


def test_a_name_that_is_clear_tells_the_other_and_stays() -> None:
    told = _meant("Krasne in eastern Zzyzx", "Tazmal in eastern Zzyzx")
    assert told == {"Krasne": "geonames:2"}


@pytest.mark.parametrize(
    "texts",
    [
        ("Krasne", "Vorkune"),  # no phrase holds both
        ("Krasne in eastern Zzyzx", "Vorkune in northern Zzyzx"),
        ("Krasne in eastern Zzyzx", "the village of Krasne in eastern Zzyzx"),
        ("15 km north of Krasne in eastern Zzyzx", "Vorkune in eastern Zzyzx"),
    ],
)
def test_names_that_no_phrase_lists_together_stay_open(texts: tuple[str, str]) -> None:
    assert _meant(*texts) == {}


def test_where_two_pairs_lie_side_by_side_nobody_tells_which() -> None:
    assert _meant("Krasne in eastern Zzyzx", "Vorkune in eastern Zzyzx", also=True) == {}


def test_a_pair_elsewhere_than_the_phrase_says_is_not_meant() -> None:
    texts = "Krasne in eastern Zzyzx", "Vorkune in eastern Zzyzx"
    assert _meant(*texts, area=Area("Zzyzx", Point(35.5, 47.5), 60.0)) == {}
    assert len(_meant(*texts, area=Area("Zzyzx", Point(36.4, 47.7), 60.0))) == 2
