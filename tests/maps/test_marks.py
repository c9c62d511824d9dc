"""Where markers and names stand when they want the same room, and what a card says of places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from gazetteer.entry import Toponym
from maps import draw
from tests.browser import Browser
from tests.maps.ground import entry, point
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


UNDER_DOTS = """(() => {
  const k = 256 * 2 ** 9, { marks, towns } = frontmap.layout(9);
  const dots = marks.flatMap(({ sites, box }) => sites
    .filter(({ kind }) => kind !== "ring" && kind !== "wide")
    .map(({ anchors: [[x, y]] }) => [x * k, y * k])
    .filter(([x, y]) => x < box[0] || x > box[2] || y < box[1] || y > box[3]));
  const under = towns.filter(({ x, y, width }) => dots.some(
    ([a, b]) => Math.abs(a - x) < width / 2 + 3 && Math.abs(b - y) < 9));
  return [dots.length, under.map(({ town }) => town.name)];
})()"""


def test_a_city_is_named_beside_the_dots_of_markers_that_stand_off(
    browser: Browser, hama_page: Path
) -> None:
    browser.open(hama_page)
    dots, under = browser.run(UNDER_DOTS)
    assert dots > 5
    assert under == []
    assert "Hama" in browser.run("frontmap.layout(9).towns.map(({ town }) => town.name)")


def test_a_card_gives_the_radius_of_a_point_once(browser: Browser, tmp_path: Path) -> None:
    situation, note = hama(), "Suran, a point with a radius of 3 km"
    drawn = tuple(replace(item, footprint=point("Suran", note=note)) for item in situation.drawn)
    draw(replace(situation, drawn=drawn)).save(tmp_path / "page.html")
    browser.open(tmp_path / "page.html")
    browser.run("frontmap.selectClaim(frontmap.data.ids.indexOf('c004'))")
    card = browser.run("document.querySelector('#fm-card').textContent")
    assert note in card
    assert "±" not in card


# What is written on the map while its marker stands so far above the lower edge.
WRITTEN = """((above) => {
  const { map } = frontmap, { prototype } = CanvasRenderingContext2D, own = prototype.fillText;
  const written = [];
  map.setView(map.getCenter(), 9, { animate: false });
  const [mark] = frontmap.layout(9).marks, corner = map.getPixelBounds().min, size = map.getSize();
  const by = [mark.x - corner.x - size.x / 2, mark.y - corner.y - size.y + above];
  map.panBy(by, { animate: false });
  prototype.fillText = function (text, ...rest) {
    written.push(text);
    own.call(this, text, ...rest);
  };
  map.fire("moveend");
  prototype.fillText = own;
  return written;
})"""


def test_a_marker_that_the_edge_pushes_over_a_name_has_it_left_out(
    browser: Browser, tmp_path: Path
) -> None:
    suran = entry("Suran")
    spot = suran.footprint
    north = replace(
        suran, id="north", toponyms=(Toponym(text="Northtown"),), population=900_000,
        footprint=replace(spot, lat=spot.lat + 0.0585),
    )  # fmt: skip
    base = hama()
    lone = tuple(item for item in base.drawn if item.claim.id == "c004")
    draw(replace(base, drawn=lone, not_drawn=()), towns=[north]).save(tmp_path / "edge.html")
    browser.open(tmp_path / "edge.html")
    assert "Northtown" in browser.run(f"{WRITTEN}(200)")
    assert "Northtown" not in browser.run(f"{WRITTEN}(1)")
    assert browser.complaints == []
