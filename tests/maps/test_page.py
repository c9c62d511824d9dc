"""What a reader meets in a browser."""

from __future__ import annotations

import re
from pathlib import Path

import folium
import pytest

from maps import FrontMap, draw
from maps.packed.pack import unpack
from tests.browser import Browser
from tests.maps.ground import TOWNS
from tests.maps.situations import hama, many


@pytest.fixture
def desk(browser: Browser, hama_page: Path) -> Browser:
    browser.open(hama_page, width=1280, height=800)
    return browser


@pytest.fixture
def phone(browser: Browser, hama_page: Path) -> Browser:
    browser.open(hama_page, width=360, height=740)
    return browser


def _claim(browser: Browser, claim_id: str) -> None:
    browser.run(f"frontmap.selectClaim(frontmap.claims.findIndex((c) => c.id === '{claim_id}'))")


def _tab(browser: Browser, name: str) -> str:
    """Open a tab of the panel and return what it says."""
    browser.run(f"document.querySelector('#fm-tab-{name}').click()")
    said: str = browser.run(f"document.querySelector('#fm-panel-{name}').textContent")
    return said


CARD = "document.querySelector('#fm-card').textContent"


def test_the_page_makes_no_request_and_no_complaint(desk: Browser) -> None:
    assert (desk.requests, desk.complaints) == ([], [])


def test_drawn_and_listed_claims_together_are_all(desk: Browser) -> None:
    situation = hama()
    counted = desk.run(
        "[frontmap.claims.filter((c) => c.site !== undefined).length,"
        " frontmap.claims.filter((c) => c.reason).length, frontmap.claims.length]"
    )
    assert counted == [len(situation.drawn), len(situation.not_drawn), len(situation.claims)]
    on_marks = desk.run(
        "frontmap.layout(frontmap.map.getZoom()).marks.reduce((n, m) => n + m.claims.length, 0)"
    )
    assert on_marks == len(situation.drawn)


@pytest.mark.parametrize("zoom", [3, 6, 8.25, 10, 13])
def test_no_marker_covers_another_and_none_is_lost(desk: Browser, zoom: float) -> None:
    marks = desk.run(f"frontmap.layout({zoom}).marks.map((m) => [m.box, m.claims.length])")
    boxes = [box for box, _ in marks]
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            apart = (
                one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
            )
            assert apart
    assert sum(count for _, count in marks) == len(hama().drawn)


OVERLAPS = """(() => {
  const {marks, towns} = frontmap.layout(9);
  const names = towns.map(({x, y, width}) => [x - width / 2, y - 6, x + width / 2, y + 6]);
  const boxes = [...marks.map((m) => m.box), ...names];
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) =>
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3])).length;
})()"""


def test_no_town_name_covers_a_marker_or_another_name(desk: Browser) -> None:
    assert desk.run("frontmap.layout(9).towns.length") > 5
    assert desk.run(OVERLAPS) == 0


def test_a_claim_shows_its_quote_speaker_place_and_disagreement(desk: Browser) -> None:
    _claim(desk, "c004")
    card = desk.run(CARD)
    assert "our fighters entered Suran and hold its centre" in card
    assert desk.run("document.querySelector('#fm-card mark').textContent") == (
        "our fighters entered Suran and hold its centre"
    )
    for words in ("Opposition took ground from government", "by HTS", "± 3 km", "in the morning",
                  "Contradicts", "Denied: Opposition", "Same wire story in 2 reports",
                  "the nearest of that name"):  # fmt: skip
        assert words in card


def test_a_claim_that_is_no_fact_carries_its_word(desk: Browser) -> None:
    for claim_id, word in (("c007", "planned"), ("c008", "attempt failed"), ("c005", "denied")):
        _claim(desk, claim_id)
        assert desk.run("document.querySelector('#fm-card .fm-status-not').textContent") == word
    hollow = desk.run(
        "frontmap.layout(11).marks.filter((m) => m.claims.every((c) => !c.fact))"
        ".map((m) => [m.word, m.segments.every((s) => s.hollow)])"
    )
    assert hollow
    assert all(word in ("planned", "failed", "denied") and empty for word, empty in hollow)


SOME_MARKER = """(() => {
  const mark = frontmap.layout(frontmap.map.getZoom()).marks.find((m) => m.claims.length > 1);
  const corner = frontmap.map.getPixelBounds().min;
  const frame = document.querySelector('#fm-map').getBoundingClientRect();
  return [mark.x - corner.x + frame.left, mark.y - corner.y + frame.top, mark.claims.length];
})()"""


def test_a_click_on_a_marker_opens_its_claims(desk: Browser) -> None:
    x, y, count = desk.run(SOME_MARKER)
    desk.click(x, y)
    assert desk.run("document.querySelector('#fm-card h2').textContent") == f"{count} claims here"
    desk.run("document.querySelector('#fm-card .fm-item').click()")
    assert desk.run("document.querySelector('#fm-card mark').textContent")
    desk.press("Escape")
    assert desk.run("document.querySelector('#fm-card').hidden") is True


def test_a_layer_switch_takes_its_claims_off_the_map_and_the_list(desk: Browser) -> None:
    shown = "frontmap.sites.reduce((n, site) => n + site.shown.length, 0)"
    before = desk.run(shown)
    switch = "document.querySelector('[data-layer=advances][data-side=opposition]')"
    count = int(desk.run(f"{switch}.textContent"))
    pixels = "document.querySelectorAll('.fm-canvas')[1].toDataURL().length"
    drawn = desk.run(pixels)
    _tab(desk, "claims")
    desk.run(f"{switch}.click()")
    assert desk.run(f"{switch}.getAttribute('aria-pressed')") == "false"
    assert desk.run(shown) == before - count
    assert desk.run("document.querySelectorAll('#fm-claims .fm-item').length") == before - count
    assert desk.run(pixels) != drawn
    desk.run(f"{switch}.click()")
    assert desk.run(shown) == before


def test_switches_and_counts_add_up_to_what_is_drawn(desk: Browser) -> None:
    numbers = desk.run(
        "[...document.querySelectorAll('.fm-switch')].map((b) => Number(b.textContent))"
    )
    assert sum(numbers) == len(hama().drawn)


def test_the_filter_finds_claims_by_their_words(desk: Browser) -> None:
    desk.run(
        "(() => { const s = document.querySelector('#fm-search'); s.value = 'SALAMIYAH';"
        " s.dispatchEvent(new Event('input')); })()"
    )
    assert "1 of 22 claims" in _tab(desk, "claims")
    assert desk.run("frontmap.sites.filter((s) => s.shown.length).length") == 1


def test_what_is_not_drawn_is_listed_with_its_reason(desk: Browser) -> None:
    listed = _tab(desk, "listed")
    for words in (
        "Place not found",
        "Several places fit",
        "Older than its report",
        "two roads fit",
    ):
        assert words.lower() in listed.lower()
    assert "22 on the map + 3 listed as not drawn = 25 claims" in listed


def test_the_page_says_what_it_is_not(desk: Browser) -> None:
    panel = desk.run("document.querySelector('#fm-panel').textContent")
    assert "Claims, not verified. Absence is not calm. Not for navigation or targeting." in panel


def test_sources_and_credits_are_named(desk: Browser) -> None:
    said = _tab(desk, "sources")
    for words in ("GeoNames (CC BY 4.0)", "Natural Earth", f"sha256 {'r1':0<64}", "Outlet r5",
                  "5 Dec 2024, 11:00 UTC+3"):  # fmt: skip
        assert words in said
    links = desk.run("[...document.querySelectorAll('.fm-sources a')].map((a) => [a.href, a.rel])")
    assert links[0] == ["https://example.org/r1", "noopener noreferrer"]
    assert len(links) == 5


def test_a_claim_far_off_is_pointed_to_at_the_edge(desk: Browser) -> None:
    edge = "document.querySelector('.fm-edge-east')"
    assert desk.run(f"{edge}.textContent") == "→ 1 more to the east"
    desk.run(f"{edge}.click()")
    assert desk.run("frontmap.map.getBounds().contains([35.3359, 40.1408])")


def test_the_page_has_a_title_a_heading_a_language_and_landmarks(desk: Browser) -> None:
    assert desk.run("document.documentElement.lang") == "en"
    assert desk.run("document.title") == "Syria: what is claimed, 3–4 Dec 2024"
    assert desk.run("document.querySelectorAll('h1').length") == 1
    assert desk.run("document.querySelectorAll('main, header, aside').length") == 3
    viewport = desk.run("document.querySelector('meta[name=viewport]').content")
    assert "user-scalable" not in viewport
    assert "maximum-scale" not in viewport
    unnamed = desk.run(
        "[...document.querySelectorAll('button, a, input, [role=img]')].filter((n) => !("
        "n.textContent.trim() || n.ariaLabel || n.title || n.closest('label'))).length"
    )
    assert unnamed == 0


def test_the_keyboard_reaches_a_claim_and_comes_back(desk: Browser) -> None:
    _tab(desk, "claims")
    desk.run("document.querySelector('#fm-claims .fm-item').focus()")
    desk.press("Enter")
    assert desk.run("document.activeElement.id") == "fm-card"
    desk.press("Escape")
    assert desk.run("document.activeElement.className.includes('fm-item')")


def test_a_phone_scrolls_down_only(phone: Browser) -> None:
    assert phone.run("document.documentElement.scrollWidth") <= 360
    wide = (
        "[...document.querySelectorAll('header *, .fm-panel *')].filter((n) =>"
        " !n.closest('.fm-hide') && n.getBoundingClientRect().right > 361).length"
    )
    assert phone.run(wide) == 0
    _claim(phone, "c004")
    assert phone.run("document.documentElement.scrollWidth") <= 360
    assert phone.run("document.querySelector('#fm-card').getBoundingClientRect().right") <= 360


UNDER_THE_CARD = """((id) => {
  const claim = frontmap.claims.find((c) => c.id === id);
  const {marks} = frontmap.layout(frontmap.map.getZoom());
  const mark = marks.find((m) => m.claims.includes(claim));
  const top = document.querySelector('#fm-map').getBoundingClientRect().top;
  const y = mark.y - frontmap.map.getPixelBounds().min.y + top;
  return y > document.querySelector('#fm-card').getBoundingClientRect().top;
})"""


@pytest.mark.parametrize("claim_id", ["c003", "c015", "c020"])
def test_a_selected_claim_is_never_under_its_card(phone: Browser, claim_id: str) -> None:
    _claim(phone, claim_id)
    assert phone.run(f"{UNDER_THE_CARD}('{claim_id}')") is False


def test_a_hundred_claims_stay_below_a_megabyte(tmp_path: Path) -> None:
    draw(many(100), towns=TOWNS).save(tmp_path / "many.html")
    assert (tmp_path / "many.html").stat().st_size <= 1_000_000


def test_ten_thousand_claims_open_and_keep_every_claim(browser: Browser, tmp_path: Path) -> None:
    draw(many(10_000)).save(tmp_path / "many.html")
    browser.open(tmp_path / "many.html")
    assert browser.complaints == []
    marks = "frontmap.layout(frontmap.map.getZoom()).marks.reduce((n, m) => n + m.claims.length, 0)"
    assert browser.run(marks) == 10_000


def test_layers_of_a_user_are_drawn_on_the_page(browser: Browser, tmp_path: Path) -> None:
    front = draw(hama())
    folium.Circle((35.1, 36.7), radius=9_000, popup="my circle").add_to(front)
    line = {"type": "LineString", "coordinates": [[36.5, 35.0], [37.0, 35.4]]}
    folium.GeoJson(line, name="my line").add_to(front)
    group = folium.FeatureGroup(name="my group").add_to(front)
    folium.Marker((35.2, 36.9), tooltip="pin", icon=folium.Icon(color="red")).add_to(group)
    folium.Marker((35.3, 36.9)).add_to(group)
    folium.LayerControl().add_to(front)
    front.save(tmp_path / "user.html")
    browser.open(tmp_path / "user.html")
    assert (browser.requests, browser.complaints) == ([], [])
    assert browser.run("document.querySelectorAll('path.leaflet-interactive').length") == 2
    assert browser.run("document.querySelectorAll('.leaflet-marker-icon').length") == 2
    assert browser.run("document.querySelectorAll('.leaflet-marker-icon')[1].naturalWidth") == 25
    assert browser.run("!!frontmap.ready && frontmap.claims.length") == len(hama().claims)
    shown = browser.run(
        "(frontmap.map.eachLayer((l) => { if (l.getRadius && l.openPopup) l.openPopup(); }),"
        " document.querySelector('.leaflet-popup-content').textContent.trim())"
    )
    assert shown == "my circle"


def test_the_data_of_a_page_can_be_read_by_others(hama_page: Path) -> None:
    html = hama_page.read_text(encoding="utf-8")
    (packed,) = re.findall(r'<script type="text/plain" id="fm-data"[^>]*>(.*?)</script>', html)
    head, columns, texts = unpack(packed)
    assert head["ids"] == [claim.id for claim in hama().claims]
    assert {len(columns[name]) for name in columns if name in ("claim.side", "claim.start")} == {
        len(head["ids"])
    }
    assert any(hama().claims[0].quote in text for text in texts)


def test_a_front_map_is_a_folium_map() -> None:
    front = draw(hama())
    assert isinstance(front, FrontMap)
    assert isinstance(front, folium.Map)
