"""Where markers stand when names take all the room."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from maps import draw
from tests.browser import Browser
from tests.maps.ground import entry
from tests.maps.situations import hama


def test_a_lone_claim_among_many_cities_still_has_its_marker(
    browser: Browser, tmp_path: Path
) -> None:
    suran = entry("Suran")
    spot = suran.footprint
    cities = tuple(
        replace(
            suran,
            id=f"city:{east}/{north}",
            population=900_000,
            footprint=replace(spot, lon=spot.lon + east * 0.01, lat=spot.lat + north * 0.005),
        )
        for east in range(-30, 30)
        for north in range(-30, 30)
    )
    base = hama()
    lone = tuple(item for item in base.drawn if item.claim.id == "c004")
    draw(replace(base, drawn=lone, not_drawn=()), towns=cities).save(tmp_path / "lone.html")
    browser.open(tmp_path / "lone.html")
    for zoom in (7, 9, 11):
        marks = browser.run(f"frontmap.layout({zoom}).marks.map((m) => m.claims[0].id)")
        assert marks == ["c004"]
    assert browser.complaints == []
