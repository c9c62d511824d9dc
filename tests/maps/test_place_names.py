"""Places are called as the map's readers write them, where the gazetteer knows that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.situation import Situation
from gazetteer.entry import Toponym
from maps import draw
from maps.looks.theme import Theme
from maps.packed.pack import unpack
from maps.wording.language import language
from maps.wording.place_names import both_names
from maps.wording.words import title
from tests.browser import Browser
from tests.maps.ground import TOWNS
from tests.maps.situations import hama

ARABIC = Toponym(text="بلدة", script="Arab", language="ar")
# Of another language, though of the same script.
PERSIAN = Toponym(text="شهر", script="Arab", language="fa")


def _named() -> Situation:
    """Return a situation in which every place has an Arabic name as well."""
    situation = hama()
    drawn = []
    for item in situation.drawn:
        chosen = item.resolution.chosen[0]
        entry = replace(chosen.entry, toponyms=(*chosen.entry.toponyms, PERSIAN, ARABIC))
        resolution = replace(item.resolution, chosen=(replace(chosen, entry=entry),))
        note = "Suran, a point with a radius of 1.5 km"
        footprint = replace(item.footprint, uncertainty_m=1_500, note=note)
        drawn.append(replace(item, resolution=resolution, footprint=footprint))
    return replace(situation, drawn=tuple(drawn))


@pytest.mark.parametrize(("code", "known"), [("ar", True), ("en", False), ("uk", False)])
def test_towns_have_the_names_of_the_language(code: str, known: bool) -> None:
    towns = [replace(town, toponyms=(*town.toponyms, PERSIAN, ARABIC)) for town in TOWNS]
    head, _, _ = unpack(draw(hama(), towns=towns, theme=Theme(tongue=language(code))).packed)
    names = {town["name"] for town in head["towns"]}
    assert ("بلدة" in names, "شهر" in names) == (known, False)
    assert "Hama" in names  # none of its names is Arabic


def test_a_card_gives_both_names_and_the_radius_once(browser: Browser, tmp_path: Path) -> None:
    situation = _named()
    path = tmp_path / "ar.html"
    draw(situation, theme=Theme(tongue=language("ar"))).save(path)
    browser.open(path)
    item = situation.drawn[1]
    browser.run(f"frontmap.selectClaim(frontmap.data.ids.indexOf({item.claim.id!r}))")
    said = browser.run("document.querySelector('#fm-card').textContent")
    name = item.resolution.chosen[0].entry.name
    assert f"بلدة / {name}" in said
    assert "a radius of 1.5 km" in said
    assert "±" not in said


def test_a_name_that_is_the_same_stands_once() -> None:
    entry = hama().drawn[0].resolution.chosen[0].entry
    assert both_names(entry, language("ar")) == entry.name


def test_a_title_after_a_place_names_it_in_the_language() -> None:
    situation = _named()
    bare = replace(situation, theatre=replace(situation.theatre, sides=()))
    assert "بلدة" in title(bare, language("ar"))
    assert "بلدة" not in title(bare)
