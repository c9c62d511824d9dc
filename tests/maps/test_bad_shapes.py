"""Shapes as they should not be: drawn where the page can, else listed, and the page stays whole."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest
import shapely
from shapely.geometry import GeometryCollection, LineString, MultiPoint, MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from claims.sides.theatre import Side, Theatre
from claims.situation import Situation
from geo.footprint import Footprint
from maps import draw
from maps.places.drawable import drawable
from tests.browser import Browser
from tests.maps.situations import hama

SQUARE = [(36, 35), (37, 35), (37, 36), (36, 36)]
DRAWN: dict[str, tuple[BaseGeometry, float, float]] = {
    "reversed": (Polygon([*reversed(SQUARE)]), 36.5, 35.5),
    "reversed hole": (Polygon(SQUARE, [[(36.4, 35.4), (36.6, 35.4), (36.6, 35.6)]]), 36.5, 35.5),
    "self-crossing": (Polygon([(36, 35), (37, 36), (37, 35), (36, 36)]), 36.5, 35.5),
    "flat": (Polygon([(36, 35)] * 4), 36, 35),
    "line of one spot": (LineString([(36, 35), (36, 35)]), 36, 35),
    "of several kinds": (GeometryCollection([box(*SQUARE[0], 36.1, 35.1)]), 36, 35),
    "several points": (MultiPoint([(36, 35), (36.5, 35.5)]), 36.2, 35.2),
    "past the antimeridian": (box(179, 50, 181, 51), 180, 50.5),
    "cut at the antimeridian": (MultiPolygon([box(179, 0, 180, 1), box(-180, 0, -179, 1)]), 180, 1),
    "over the north pole": (box(-180, 80, 180, 90), 0, 90),
    "over the south pole": (box(-180, -90, 180, -80), 0, -90),
}


def _placed(shape: BaseGeometry, lon: float, lat: float, *, alone: bool = False) -> Situation:
    base = hama()
    place = Footprint(
        geometry=shape, lon=lon, lat=lat, uncertainty_m=2_000, method="gazetteer", note="a test"
    )
    moved = replace(base.drawn[0], footprint=place)
    return replace(base, drawn=(moved,) if alone else (moved, *base.drawn[1:]))


def _not_a_number() -> Polygon:
    # Bounds leave NaN out, so a footprint takes it.
    ring = shapely.linearrings([(36, 35), (37, math.nan), (37, 36), (36, 35)], handle_nan="allow")
    return Polygon(ring)


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("name", DRAWN)
def test_an_odd_shape_is_drawn_and_its_marker_can_be_reached(
    browser: Browser, tmp_path: Path, name: str, alone: bool
) -> None:
    shape, lon, lat = DRAWN[name]
    situation = _placed(shape, lon, lat, alone=alone)
    draw(situation).save(tmp_path / "odd.html")
    browser.open(tmp_path / "odd.html")
    first = situation.drawn[0].claim.id
    at = f"frontmap.data.ids.indexOf({first!r})"
    browser.run(f"frontmap.selectClaim({at})")
    box = "frontmap.map.getContainer().getBoundingClientRect()"
    spot = (
        f"(([x, y]) => {{ const c = frontmap.map.getPixelBounds().min, k = 256 * 2 ** "
        f"frontmap.map.getZoom(); return [x * k - c.x, y * k - c.y]; }})"
        f"(frontmap.sites[frontmap.claims[{at}].site].anchors[0])"
    )
    x, y = browser.run(spot)
    assert 0 <= x <= browser.run(f"{box}.width")
    assert -1 <= y <= browser.run(f"{box}.height")
    assert browser.run("document.querySelector('#fm-rescue').hidden") is True
    assert (browser.complaints, browser.requests) == ([], [])


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize(
    "make",
    [
        _not_a_number,
        lambda: box(36, 35, 700, 36),
        lambda: LineString([(36, 35), (36, 91)]),
        lambda: MultiPoint([(36, 35), (-400, 35)]),
    ],
)
def test_a_shape_off_the_earth_is_listed_with_its_reason(
    browser: Browser, tmp_path: Path, make: type[Polygon]
) -> None:
    situation = _placed(make(), 36, 35)
    claim = situation.drawn[0].claim
    draw(situation).save(tmp_path / "off.html")
    browser.open(tmp_path / "off.html")
    browser.run("document.querySelector('#fm-tab-listed').click()")
    listed = browser.run("document.querySelector('#fm-panel').innerText")
    assert "Shape not on the Earth" in listed
    found = browser.run(f"frontmap.claims.find((c) => c.id === {claim.id!r}).site === undefined")
    assert found is True
    assert browser.run("frontmap.claims.length") == len(situation.claims)
    assert browser.complaints == []


def test_nothing_but_shapes_off_the_earth_still_makes_a_page(
    browser: Browser, tmp_path: Path
) -> None:
    draw(_placed(box(36, 35, 700, 36), 36, 35, alone=True)).save(tmp_path / "none.html")
    browser.open(tmp_path / "none.html")
    assert browser.run("frontmap.claims.every((c) => c.site === undefined)") is True
    assert browser.complaints == []


def test_sound_situations_are_left_alone() -> None:
    situation = hama()
    assert drawable(situation)[0] is situation


def test_more_sides_than_any_palette_has_are_told_apart(browser: Browser, tmp_path: Path) -> None:
    base = hama()
    sides = tuple(
        Side(id=f"s{n}", name=f"Side {n}", colour="#a63c06", dash="solid", head="solid")
        for n in range(14)
    )
    drawn = tuple(
        replace(item, claim=replace(item.claim, actor_side=f"s{n % 14}"))
        for n, item in enumerate(base.drawn)
    )
    theatre = Theatre(id="many", name="Many", timezone="UTC", countries=(), sides=sides)
    draw(replace(base, theatre=theatre, drawn=drawn)).save(tmp_path / "sides.html")
    browser.open(tmp_path / "sides.html")
    signs = browser.run("frontmap.data.sides.map((side) => side.abbreviation)")
    assert len(set(signs)) == len(signs) >= 14
    assert browser.complaints == []
