from __future__ import annotations

from dataclasses import replace

import pytest

from claims.sides.theatre import Side, Theatre
from maps.looks.colour import edge_on, ink_on
from maps.looks.style import side_styles
from tests.maps.situations import THEATRE, hama


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        values = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_no_two_sides_share_their_letters() -> None:
    names = ("Government", "Guard", "Gulf", "Guards", "GU", "?", "", "政府")
    theatre = replace(
        THEATRE,
        sides=tuple(Side(id=str(n), name=name, colour="#000000") for n, name in enumerate(names)),
    )
    letters = [style.abbreviation for style in side_styles(theatre, ())]
    assert len(set(letters)) == len(letters) == len(names) + 1
    assert all(1 <= len(letter) <= 4 for letter in letters)


def test_sides_of_a_theatre_differ_in_a_sign_beside_colour() -> None:
    signs = [(s.dash, s.head, s.angle_deg) for s in side_styles(THEATRE, ())]
    assert len(set(signs)) == len(signs)
    for channel in zip(*signs, strict=True):
        assert len(set(channel)) >= 3


def test_sides_that_only_claims_name_get_a_look_too() -> None:
    styles = side_styles(Theatre(id="x", name="X", timezone="UTC"), hama().claims)
    assert [style.name for style in styles] == [
        "Government", "Kurdish-led forces", "Opposition", "Side not stated",
    ]  # fmt: skip
    assert len({style.colour for style in styles}) == 4


def test_every_colour_of_ours_stands_out_from_the_land() -> None:
    claims = [replace(hama().claims[0], actor_side=f"side {n}") for n in range(10)]
    for style in side_styles(Theatre(id="x", name="X", timezone="UTC"), claims):
        assert _contrast(style.colour, "#f2f3f0") >= 3
        assert _contrast(style.ink, style.edge or style.colour) >= 4.5


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#000000;background:url(x)", ""])
def test_a_colour_that_is_none_becomes_grey(colour: str) -> None:
    theatre = replace(THEATRE, sides=(Side(id="a", name="A", colour=colour, dash="x", head="y"),))
    style = side_styles(theatre, ())[0]
    assert (style.colour, style.dash, style.head) == ("#696969", "solid", "solid")


@pytest.mark.parametrize("colour", ["#a63c06", "#0b6fa4", "#a88300", "#ffffff", "#000000"])
def test_ink_reads_on_its_colour(colour: str) -> None:
    assert _contrast(ink_on(colour), colour) >= 3
    assert _contrast(ink_on(colour), edge_on(colour) or colour) >= 4.5
