"""Colours of sides are told apart by every eye and stand out from the map, light and dark."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from claims.sides.invented import invented_sides
from claims.sides.theatre import Theatre
from claims.sides.theatre_files import load_theatre, theatre_names
from maps.looks.colour import contrast, dark_of, edge_on, ink_on
from maps.looks.style import side_styles
from tests.browser import Browser
from tests.claims.sight import worst

_INVENTED = Theatre(id="x", name="X", timezone="UTC", sides=invented_sides("abcdefghijkl"))
THEATRES = {**{name: load_theatre(name) for name in theatre_names()}, "invented": _INVENTED}
# Land and sea.
GROUND = {"light": ("#f2f3f0", "#dbe6ec"), "dark": ("#23292d", "#151c21")}


def _colours(name: str, scheme: str) -> list[str]:
    """Return the colours of a theatre's sides and of the unknown side."""
    light = [style.colour for style in side_styles(THEATRES[name], ())]
    return light if scheme == "light" else [dark_of(colour) for colour in light]


@pytest.mark.parametrize("scheme", GROUND)
@pytest.mark.parametrize("name", THEATRES)
def test_any_two_sides_differ_for_every_kind_of_sight(name: str, scheme: str) -> None:
    colours = _colours(name, scheme)
    assert min(worst(a, b) for a, b in itertools.combinations(colours, 2)) >= 14


@pytest.mark.parametrize("scheme", GROUND)
@pytest.mark.parametrize("name", THEATRES)
def test_every_side_stands_out_from_land_and_sea(name: str, scheme: str) -> None:
    colours = _colours(name, scheme)
    assert min(contrast(colour, ground) for colour in colours for ground in GROUND[scheme]) >= 3
    for colour in colours:
        assert contrast(ink_on(colour), colour) >= 3
        assert contrast(ink_on(colour), edge_on(colour) or colour) >= 4.5


@pytest.mark.parametrize("colour", ["#000000", "#123456", "#800000", "#ffffff", "#a88300"])
def test_a_colour_of_a_users_own_theatre_stands_out_on_the_dark_map(colour: str) -> None:
    assert min(contrast(dark_of(colour), ground) for ground in GROUND["dark"]) >= 4.5


@pytest.mark.parametrize("scheme", GROUND)
def test_the_page_has_the_grounds_that_these_tests_speak_of(
    browser: Browser, hama_page: Path, scheme: str
) -> None:
    browser.open(hama_page, fragment=f"#scheme={scheme}")
    ink = browser.run("frontmap.ink")
    assert (ink["land"], ink["sea"]) == GROUND[scheme]
    for ground in GROUND[scheme]:
        assert contrast(ink["text"], ground) >= 4.5
        assert contrast(ink["faint"], ground) >= 3
        assert contrast(ink["several"], ground) >= 3
