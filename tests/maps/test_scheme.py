"""The page light and dark, in forced colours and enlarged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser import Browser
from tests.maps.axe import violations
from tests.maps.test_axe import STATES

PAPER = "getComputedStyle(document.body).backgroundColor"
LAND = (
    "(() => { const c = document.querySelector('.fm-canvas');"
    " return [...c.getContext('2d').getImageData(c.width / 2, c.height / 2, 1, 1).data]; })()"
)
TURN = "document.querySelector('#fm-scheme').click()"


def _is_dark(browser: Browser) -> tuple[bool, bool]:
    """Return whether the panel and the map are dark."""
    paper = [int(part) for part in browser.run(PAPER)[4:-1].split(",")]
    return sum(paper) < 200, sum(browser.run(LAND)[:3]) < 200


@pytest.mark.parametrize("wanted", ["light", "dark"])
def test_the_page_has_the_scheme_of_the_readers_system(
    browser: Browser, hama_page: Path, wanted: str
) -> None:
    dark = wanted == "dark"
    browser.prefer(prefers_color_scheme=wanted)
    browser.open(hama_page)
    assert _is_dark(browser) == (dark, dark)
    browser.run(TURN)
    assert _is_dark(browser) == (not dark, not dark)
    browser.run(TURN)
    assert _is_dark(browser) == (dark, dark)
    browser.prefer()


def test_the_chosen_scheme_stands_in_the_address(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page, fragment="#scheme=dark")
    assert _is_dark(browser) == (True, True)
    assert browser.run("document.querySelector('#fm-scheme').ariaPressed") == "true"
    browser.run(TURN)
    browser.run("new Promise((r) => setInterval(() => { if (!location.hash) r(0); }, 30))")
    assert _is_dark(browser) == (False, False)
    browser.open(hama_page, fragment="#scheme=pink")
    assert _is_dark(browser) == (False, False)


def test_symbols_of_the_legend_change_with_the_scheme(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page)
    picture = "document.querySelector('#fm-panel-legend .fm-pic').toDataURL()"
    light = browser.run(picture)
    browser.run(TURN)
    dark = browser.run(picture)
    browser.run(TURN)
    assert dark != light
    assert browser.run(picture) == light


@pytest.mark.parametrize("state", STATES)
def test_axe_has_nothing_against_the_dark_page(
    browser: Browser, hama_page: Path, state: str
) -> None:
    browser.open(hama_page, fragment="#scheme=dark")
    browser.run(f"({STATES[state]}, 0)")
    assert violations(browser) == []


def test_forced_colours_leave_symbols_and_choices_readable(
    browser: Browser, hama_page: Path
) -> None:
    browser.prefer(forced_colors="active")
    browser.open(hama_page)
    chip = "getComputedStyle(document.querySelector('.fm-chip')).forcedColorAdjust"
    picked = "getComputedStyle(document.querySelector('#fm-tab-legend')).{}"
    other = "getComputedStyle(document.querySelector('#fm-tab-claims')).{}"
    assert browser.run(chip) == "none"
    assert browser.run(picked.format("borderColor")) != browser.run(other.format("borderColor"))
    assert violations(browser) == []
    browser.prefer()


def test_at_four_times_the_size_nothing_is_lost_and_nothing_scrolls_sideways(
    browser: Browser, hama_page: Path
) -> None:
    browser.open(hama_page, width=320, height=256)
    for name in ("legend", "claims", "reports", "listed", "sources", "method"):
        browser.run(f"document.querySelector('#fm-tab-{name}').click()")
        assert browser.run("document.documentElement.scrollWidth") <= 320, name
    browser.run("frontmap.selectClaim(5)")
    card = browser.run("document.querySelector('#fm-card').getBoundingClientRect().toJSON()")
    assert card["left"] >= 0
    assert card["right"] <= 320
    assert card["top"] >= 0
    assert card["height"] >= 120
