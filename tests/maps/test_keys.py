"""The page by keyboard and by ear."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tests.browser import Browser

FOCUS = "document.activeElement"
RING = "document.querySelector('#fm-ring').getBoundingClientRect().toJSON()"
PLACE = "document.querySelector('#fm-place').textContent"


@pytest.fixture
def desk(browser: Browser, hama_page: Path) -> Browser:
    browser.open(hama_page, width=1280, height=800)
    return browser


def _tabs(browser: Browser, count: int) -> list[str]:
    """Press Tab and return what has the focus after each press."""
    named = f"{FOCUS}.id || {FOCUS}.className || {FOCUS}.tagName"
    found = []
    for _ in range(count):
        browser.press("Tab")
        found.append(browser.run(named))
    return found


def test_the_first_stop_leads_to_the_list_of_claims(desk: Browser) -> None:
    assert _tabs(desk, 1) == ["fm-skip"]
    desk.press("Enter")
    assert desk.run(f"{FOCUS}.id") == "fm-tab-claims"
    assert desk.run("document.querySelector('#fm-panel-claims').hidden") is False


def test_tab_reaches_everything_once_and_leaves_the_page(desk: Browser) -> None:
    wanted = desk.run(
        "[...document.querySelectorAll('button, input, select, summary, a[href], [tabindex]')]"
        ".filter((n) => n.tabIndex >= 0 && !n.disabled && n.checkVisibility()).length"
    )
    seen = desk.run("(window.seen = new Set(), 0)")
    order = []
    for _ in range(wanted + 5):
        desk.press("Tab")
        if desk.run(f"{FOCUS} === document.body || window.seen.has({FOCUS})"):
            break
        desk.run(f"(window.seen.add({FOCUS}), 0)")
        order.append(desk.run(f"{FOCUS}.id"))
    assert seen == 0
    assert len(order) == wanted
    found = [order.index(name) for name in ("fm-skip", "fm-map", "fm-places", "fm-play",
                                            "fm-slider", "fm-search", "fm-tab-legend")]  # fmt: skip
    assert found == sorted(found)


def test_arrow_keys_go_from_place_to_place_and_enter_opens_one(desk: Browser) -> None:
    desk.run("document.querySelector('#fm-places').focus()")
    before, ring = desk.run(PLACE), desk.run(RING)
    desk.press("ArrowDown")
    after, moved = desk.run(PLACE), desk.run(RING)
    assert after != before
    assert moved["y"] > ring["y"]
    desk.press("ArrowUp")
    assert desk.run(RING)["y"] < moved["y"]
    desk.press("Enter")
    assert desk.run(f"{FOCUS}.id") == "fm-card"
    desk.press("Escape")
    assert desk.run(f"{FOCUS}.id") == "fm-places"
    assert desk.run("document.querySelector('#fm-ring').hidden") is False


def test_page_down_takes_every_place_in_turn(desk: Browser) -> None:
    desk.run("document.querySelector('#fm-places').focus()")
    count = desk.run("frontmap.layout(frontmap.map.getZoom()).marks.length")
    desk.press("Home")
    seen = [desk.run(PLACE)]
    for _ in range(count - 1):
        desk.press("PageDown")
        seen.append(desk.run(PLACE))
    assert len(set(seen)) == count
    desk.press("PageDown")
    assert desk.run(PLACE) == seen[-1]
    desk.press("PageUp")
    assert desk.run(PLACE) == seen[-2]


def test_a_place_out_of_sight_comes_into_sight(desk: Browser) -> None:
    desk.run("(frontmap.map.setView([33.5, 36.3], 9), 0)")
    desk.run("document.querySelector('#fm-places').focus()")
    desk.press("Home")
    ring = desk.run(RING)
    assert ring["left"] > 372
    assert 0 < ring["top"] < 664


def test_the_place_is_named_with_its_number(desk: Browser) -> None:
    desk.run("document.querySelector('#fm-places').focus()")
    marks = desk.run("frontmap.layout(frontmap.map.getZoom()).marks.length")
    place = "document.querySelector('#fm-place')"
    assert desk.run(f"{place}.getAttribute('aria-setsize')") == str(marks)
    assert 1 <= int(desk.run(f"{place}.getAttribute('aria-posinset')")) <= marks
    assert desk.run("document.querySelector('#fm-places').getAttribute('aria-activedescendant')")


def test_no_claim_leaves_no_place_to_go_to(desk: Browser) -> None:
    desk.run(
        "(() => { const s = document.querySelector('#fm-search'); s.value = 'no such word';"
        " s.dispatchEvent(new Event('input')); })()"
    )
    assert desk.run("document.querySelector('#fm-places').hidden") is True


def test_what_changed_is_said_once_it_has_come_to_rest(desk: Browser) -> None:
    said = "document.querySelector('#fm-said').textContent"
    assert desk.run(said) == ""
    desk.run("(window.heard = [], new MutationObserver(() => heard.push(" + said + "))"
             ".observe(document.querySelector('#fm-said'), {childList: true}), 0)")  # fmt: skip
    for _ in range(5):
        desk.run("document.querySelector('#fm-on').click()")
    desk.run(f"new Promise((r) => setInterval(() => {{ if ({said}) r(0); }}, 50))")
    heard = desk.run("heard")
    assert len(heard) == 1
    assert heard[0].startswith(desk.run("document.querySelector('#fm-moment').textContent"))
    assert "of 25 claims" in heard[0]


def test_what_has_the_focus_is_outlined(desk: Browser) -> None:
    thin = []
    for _ in range(30):
        desk.press("Tab")
        width = desk.run(
            f"Math.max(...[{FOCUS}, {FOCUS}.nextElementSibling].filter(Boolean)"
            ".map((n) => parseFloat(getComputedStyle(n).outlineWidth) || 0))"
        )
        if width < 2:
            thin.append(desk.run(f"{FOCUS}.outerHTML.slice(0, 90)"))
    assert thin == []


def test_headings_go_down_without_a_gap(desk: Browser) -> None:
    for name in ("legend", "claims", "reports", "who", "listed", "sources", "method"):
        desk.run(f"document.querySelector('#fm-tab-{name}').click()")
    levels = desk.run(
        "[...document.querySelectorAll('h1, h2, h3, h4')].map((n) => Number(n.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_who_wants_no_motion_gets_none(browser: Browser, hama_page: Path, motion: str) -> None:
    browser.prefer(prefers_reduced_motion=motion)
    browser.open(hama_page)
    still = motion == "reduce"
    assert browser.run("document.querySelector('#fm-play').hidden") is still
    options = browser.run(
        "[frontmap.map.options.inertia && !frontmap.map.options.zoomAnimation,"
        " frontmap.map.options.inertia]"
    )
    browser.prefer()
    assert options[1] is not still
