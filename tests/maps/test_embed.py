"""A map in a frame of another page: sandboxed, without an origin, as high as it likes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest

from maps import draw
from maps.embed import Picture, alt_text, element, host_script
from tests.maps.axe import violations
from tests.maps.ground import TOWNS
from tests.maps.hosts import FrameBrowser, host_page, serving
from tests.maps.situations import hama

FRAME = "document.querySelector('iframe')"
SHOWN = f"{FRAME}.getBoundingClientRect().height"
BY = ("src", "srcdoc")


@pytest.fixture(scope="module")
def window() -> Iterator[FrameBrowser]:
    with FrameBrowser() as running:
        yield running


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    front = draw(hama(), towns=TOWNS, title='Hama & "around"', form="embed")
    by_name = element(front, src="map.html")
    pages = {
        "/map.html": front.to_html(),
        "/full.html": draw(hama(), towns=TOWNS).to_html(),
        "/src": host_page(by_name),
        "/srcdoc": host_page(element(front, src=None)),
        "/moment": host_page(by_name.replace("map.html", "map.html#t=2024-12-04&tab=claims")),
        "/whole": host_page(by_name.replace("map.html", "full.html")),
        "/popups": host_page(by_name.replace("allow-scripts", "allow-scripts allow-popups")),
        "/bare": host_page(re.sub(r"<script>.*</script>", "", by_name, flags=re.DOTALL)),
    }
    with serving(pages) as (address, _):
        yield address


@pytest.mark.parametrize("way", BY)
def test_a_frame_has_no_origin_and_no_fault(window: FrameBrowser, site: str, way: str) -> None:
    window.visit(f"{site}/{way}")
    assert window.inside("window.origin") == "null"
    own = {f"{site}/{way}", f"{site}/map.html", "about:srcdoc"}
    assert [url for url in window.requests if url not in own and not url.startswith("data:")] == []
    assert window.complaints == []


@pytest.mark.parametrize("way", BY)
def test_the_frame_takes_the_height_of_the_map(window: FrameBrowser, site: str, way: str) -> None:
    window.visit(f"{site}/{way}")
    window.wait(f"{SHOWN} !== 640")
    assert window.run(SHOWN) == window.inside("document.documentElement.scrollHeight")
    # Nothing is left over and nothing is cut: the last line stands at the frame's end.
    end = window.inside("document.querySelector('.fm-foot').getBoundingClientRect().bottom")
    assert end == pytest.approx(window.run(SHOWN), abs=2)


@pytest.mark.parametrize("way", BY)
def test_the_height_follows_the_open_panel(window: FrameBrowser, site: str, way: str) -> None:
    window.visit(f"{site}/{way}", width=360)
    window.wait(f"{SHOWN} !== 640")
    low = window.run(SHOWN)
    window.inside("document.querySelector('.fm-foot').append('One more line. '.repeat(6))")
    window.wait(f"{SHOWN} > {low}")
    small = window.run(SHOWN)
    window.inside("document.querySelector('#fm-more').click()")
    window.wait(f"{SHOWN} > {small}")
    window.inside("document.querySelector('#fm-beside .fm-close').click()")
    window.wait(f"{SHOWN} === {small}")


@pytest.mark.parametrize("way", BY)
def test_every_claim_can_be_reached_in_the_frame(window: FrameBrowser, site: str, way: str) -> None:
    situation = hama()
    window.visit(f"{site}/{way}")
    window.inside("document.querySelector('#fm-more').click()")
    for tab, count in (("claims", len(situation.drawn)), ("listed", len(situation.not_drawn))):
        window.inside(f"document.querySelector('#fm-tab-{tab}').click()")
        items = f"document.querySelectorAll('#fm-panel-{tab} .fm-item').length"
        assert window.inside(items) == count
    window.inside("document.querySelector('#fm-as-table').click()")
    rows = "document.querySelectorAll('#fm-table-body tbody tr').length"
    assert window.inside(rows) == len(situation.claims)
    window.press_inside("#fm-table-copy")
    assert "copied" in window.inside("document.querySelector('#fm-table-told').textContent")
    assert window.complaints == []


@pytest.mark.parametrize("way", BY)
def test_a_claim_of_the_list_stands_on_the_map_and_leads_back_to_its_report(
    window: FrameBrowser, site: str, way: str
) -> None:
    window.visit(f"{site}/{way}")
    window.inside("document.querySelector('#fm-more').click()")
    window.inside("document.querySelector('#fm-tab-claims').click()")
    window.inside("document.querySelector('#fm-claims .fm-item').click()")
    is_open = "document.querySelector('#fm-beside').open"
    assert window.inside(is_open) is False
    assert window.inside("document.querySelector('#fm-card').hidden") is False
    window.inside("document.querySelector('#fm-card .fm-small').click()")
    assert window.inside(is_open) is True
    assert window.inside("document.querySelector('#fm-tab-reports').ariaSelected") == "true"
    window.inside("frontmap.map.setZoom(9) && null")
    window.inside("new Promise((done) => setTimeout(done, 400))")  # a view is written when at rest
    assert window.complaints == []


LINK = "document.querySelector('#fm-panel-sources a').click()"


@pytest.mark.parametrize("way", BY)
def test_a_link_that_the_sandbox_blocks_shows_its_address(
    window: FrameBrowser, site: str, way: str
) -> None:
    window.visit(f"{site}/{way}")
    window.inside("document.querySelector('#fm-more').click()")
    window.inside("document.querySelector('#fm-tab-sources').click()")
    window.inside(LINK)
    assert window.inside("document.querySelector('.fm-address input').value") == (
        "https://example.org/r1"
    )
    assert violations(window, run=window.inside) == []
    window.press_inside(".fm-address button")
    told = "document.querySelector('.fm-address [role=status]').textContent"
    assert window.inside(told) == "Copied"


def test_a_link_opens_where_the_page_around_allows_it(window: FrameBrowser, site: str) -> None:
    window.visit(f"{site}/popups")
    window.inside("document.querySelector('#fm-tab-sources').click()")
    window.inside("window.opened = []; window.open = () => { const w = {location: {}, opener: 1};"
                  " window.opened.push(w); return w; }")  # fmt: skip
    window.inside(LINK)
    assert window.inside("window.opened.map((w) => [w.opener, w.location.href])") == [
        [None, "https://example.org/r1"]
    ]
    assert window.inside("document.querySelector('.fm-address')") is None


def test_an_address_in_the_frame_chooses_moment_and_list(window: FrameBrowser, site: str) -> None:
    window.visit(f"{site}/moment")
    assert window.inside("new Date(frontmap.state.moment * 60000).getUTCMonth()") == 11
    assert window.inside("document.querySelector('#fm-tab-claims').ariaSelected") == "true"


def test_a_full_page_works_in_a_sandbox_too(window: FrameBrowser, site: str) -> None:
    window.visit(f"{site}/whole")
    window.inside("frontmap.selectClaim(0)")
    window.inside("new Promise((done) => setTimeout(done, 400))")
    assert window.inside("document.querySelector('#fm-card').hidden") is False
    assert window.run(SHOWN) == 640
    assert window.complaints == []


def test_without_a_script_around_it_the_map_fits_the_frame(window: FrameBrowser, site: str) -> None:
    window.visit(f"{site}/bare")
    assert window.run(SHOWN) == 640
    sizes = window.inside("[document.documentElement.scrollHeight, innerHeight]")
    assert sizes[0] == sizes[1] == 640


@pytest.mark.parametrize(
    "message",
    ["{type: 'frontmap:height', height: 900}", "{type: 'frontmap:height', height: 1e9}", "null"],
)
def test_the_page_around_takes_no_height_from_anybody_else(
    window: FrameBrowser, site: str, message: str
) -> None:
    window.visit(f"{site}/src")
    window.wait(f"{SHOWN} !== 640")
    before = window.run(SHOWN)
    window.run(f"postMessage({message}, '*')")
    window.run("new Promise((done) => setTimeout(done))")
    assert window.run(SHOWN) == before
    window.inside(f"parent.postMessage({message}, '*')")
    window.run("new Promise((done) => setTimeout(done))")
    assert 240 <= window.run(SHOWN) <= 2400


def test_the_map_never_listens_to_the_page_around_it() -> None:
    html = draw(hama(), towns=TOWNS, form="embed").to_html()
    assert not re.findall(r"""addEventListener\(["']message|onmessage""", html)


def test_the_bare_wheel_is_left_to_the_page_around(window: FrameBrowser, site: str) -> None:
    window.visit(f"{site}/src")
    window.inside("frontmap.map.setZoom(8) && null")  # from now on the view is the reader's
    turn = ("(() => {{ const zoom = frontmap.map.getZoom(); const event = new WheelEvent('wheel',"
            " {{deltaY: -200, ctrlKey: {ctrl}, bubbles: true, cancelable: true}});"
            " document.querySelector('#fm-map').dispatchEvent(event);"
            " return new Promise((done) => setTimeout(() => done([event.defaultPrevented,"
            " frontmap.map.getZoom() > zoom, document.querySelector('#fm-hint').hidden]), 200));"
            "}})()")  # fmt: skip
    assert window.inside(turn.format(ctrl="false")) == [False, False, False]
    assert window.inside(turn.format(ctrl="true"))[:2] == [True, True]


def test_one_finger_is_left_to_the_page_around(window: FrameBrowser, site: str) -> None:
    dragging = "[matchMedia('(pointer: coarse)').matches, frontmap.map.dragging.enabled()]"
    window.visit(f"{site}/src")
    assert window.inside(dragging) == [False, True]
    window._send("Emulation.setTouchEmulationEnabled", enabled=True)
    window.visit(f"{site}/src")
    window._send("Emulation.setTouchEmulationEnabled", enabled=False)
    assert window.inside(dragging)[1] is False
    assert window.inside("getComputedStyle(frontmap.map.getContainer()).touchAction") != "none"


def test_the_bar_of_time_can_be_left_out() -> None:
    assert 'class="fm-bare fm-embedded fm-untimed"' in draw(hama(), form="embed-untimed").to_html()


def test_hostile_words_stay_inside_their_attribute() -> None:
    title = '"><script>alert(1)</script> {{7*7}} &amp;'
    front = draw(hama(), title=title, form="embed")
    still = Picture(name='a b".png', alt=title, width_px=1200, height_px=800)
    written = element(front, src='a "b".html', still=still)
    assert written.count("<script>") == written.count("</script>") == 1
    assert f"<script>\n{host_script()}</script>" in written
    assert unescape(re.search(r' alt="([^"]*)"', written)[1]) == title
    assert 'src="a%20%22b%22.html"' in written
    inline = element(front, src=None)
    assert unescape(re.search(r'srcdoc="([^"]*)"', inline)[1]) == front.to_html()


def test_the_words_for_a_picture_count_every_claim() -> None:
    situation = hama()
    words = alt_text(situation, title="Hama")
    assert f"On the map: {len(situation.drawn)}; listed as not drawn: 3." in words
    counts = re.findall(r" (\d+)(?:,|\.)", words.partition("that acts:")[2].partition("Planned")[0])
    assert sum(map(int, counts)) == len(situation.claims)
    assert "not verified" in words
