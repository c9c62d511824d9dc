"""Names of several places, told between two that lie close together."""

from __future__ import annotations

import pytest

from gazetteer.expression import parse_place
from gazetteer.homes.stores import EntryStore
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution, Unresolved
from gazetteer.resolve import resolve_all
from tests.gazetteer.villages import resolved, village

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


@pytest.mark.parametrize(
    ("lat", "like", "meant"),
    [
        (49.2, "Velykorady", 2),  # a text may err by a wind
        (49.2, "Velykorrad", 3),  # the same name
        (47.0, "Velykorady", 3),  # at the other end of the land
    ],
)
def test_a_city_is_no_village_like_it_though_a_text_has_it_on_the_wrong_side(
    lat: float, like: str, meant: int
) -> None:
    towns = (
        village(1, "Zorin", 36.0, 50.0, population=300_000),
        village(2, "Velykorad", 36.0, lat, population=150_000),
        village(3, like, 36.0, 50.3),
    )
    gazetteer = Gazetteer(stores=(EntryStore(towns),))
    answer = resolved(gazetteer, "near Velykorad, north of Zorin")
    assert answer.chosen[0].entry.id == f"geonames:{meant}"


@pytest.mark.parametrize(
    ("text", "least_m", "most_m"),
    [
        ("the village of Zzyzx, Hama", 12_000, 16_000),
        ("Zzyzx in Hama", 12_000, 16_000),
        ("the Zzyzx neighbourhood of Hama", 4_000, 6_000),
        ("the village of Zzyzx in the city of Hama", 4_000, 6_000),
    ],
)
def test_a_village_in_the_name_of_a_city_may_lie_about_it(
    curated: Gazetteer, text: str, least_m: float, most_m: float
) -> None:
    assert least_m <= resolved(curated, text).footprint.uncertainty_m <= most_m
