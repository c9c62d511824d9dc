"""Sides that no theatre describes have a neutral name and a look that every eye tells apart."""

from __future__ import annotations

import itertools
import re

import pytest

from claims.fighters.actors import ActorFinder
from claims.sides.countries import countries
from claims.sides.groups import groups, peoples
from claims.sides.invented import invented_sides, side_name
from claims.sides.theatre_files import neutral_theatre
from tests.claims.sight import contrast, worst

MAP = ("#F2F3F0", "#DBE6EC")  # its land and its sea
LOADED = re.compile(
    r"regime|terroris|bandit|takfir|zionis|gang|puppet|mercenar|occup", re.IGNORECASE
)


@pytest.mark.parametrize(
    ("side", "name"),
    [
        ("ltte", "LTTE"),
        ("sri-lanka-government", "Government of Sri Lanka"),
        ("afghan-gov", "Government of Afghanistan"),
        ("eritrea", "Eritrea"),
        ("tuareg", "Tuareg forces"),
        ("opposition", "Opposition"),
        ("freedom-of-the-coast-legion", "Freedom of the Coast Legion"),
    ],
)
def test_a_side_is_named_as_a_neutral_reader_would(side: str, name: str) -> None:
    assert side_name(side) == name


def test_no_label_of_ours_is_loaded() -> None:
    ids = {*groups(), *peoples().values(), *(country.id for country in countries())}
    assert [side_name(side) for side in ids if LOADED.search(side_name(side))] == []


def test_invented_sides_differ_for_every_kind_of_sight_and_beside_colour() -> None:
    sides = invented_sides(f"side-{letter}" for letter in "abcdefghijkl")
    colours = [side.colour for side in sides]
    assert min(worst(a, b) for a, b in itertools.combinations(colours, 2)) >= 14
    assert min(contrast(colour, ground) for colour in colours for ground in MAP) >= 3
    assert len({(side.dash, side.head) for side in sides}) == len(sides)


def test_the_order_in_which_sides_are_met_does_not_change_their_look() -> None:
    assert invented_sides(["ruf", "chad"]) == invented_sides(["chad", "ruf", "chad"])


def test_the_army_is_that_of_the_country_where_most_towns_of_a_text_lie() -> None:
    text = "Fighters from Nigeria had landed. The army burned houses."
    found = ActorFinder(neutral_theatre(("CM", "NG")), text).find(text)
    assert found[-1].side == "cameroon-government"
