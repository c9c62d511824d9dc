"""Axe-core has nothing against the page, of any impact, in any state that a reader meets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from maps import draw
from tests.browser import Browser
from tests.maps.axe import violations
from tests.maps.situations import scattered

SIZES = [(1280, 800), (360, 740)]
TABS = ("legend", "claims", "reports", "who", "listed", "sources", "method")
STATES = {
    "first view": "0",
    **{f"tab {name}": f"document.querySelector('#fm-tab-{name}').click()" for name in TABS},
    "card": "frontmap.selectClaim(4)",
    "claims of one place": "frontmap.selectSites(frontmap.sites.filter((s) => s.shown.length > 1))",
    "filters": "document.querySelector('#fm-filters').open = true,"
    " document.querySelectorAll('.fm-facet').forEach((facet) => { facet.open = true; })",
    "nothing found": "((s) => { s.value = 'no such word'; s.dispatchEvent(new Event('input')); })"
    "(document.querySelector('#fm-search'))",
    "step of time": "document.querySelector('#fm-on').click()",
    "playing": "document.querySelector('#fm-play').click()",
    "table": "document.querySelector('#fm-as-table').click()",
}


@pytest.fixture(scope="module")
def crowd_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("crowd") / "crowd.html"
    draw(scattered(500)).save(path)
    return path


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("state", STATES)
def test_axe_has_nothing_against_the_page(
    browser: Browser, hama_page: Path, state: str, size: tuple[int, int]
) -> None:
    browser.open(hama_page, width=size[0], height=size[1])
    browser.run(f"({STATES[state]}, 0)")
    assert violations(browser) == []


def test_axe_has_nothing_against_a_crowd(browser: Browser, crowd_page: Path) -> None:
    browser.open(crowd_page)
    assert browser.run("frontmap.layout(frontmap.map.getZoom()).marks.length") < 500
    assert violations(browser) == []
    browser.run("frontmap.selectSites(frontmap.layout(frontmap.map.getZoom()).marks[0].sites)")
    assert violations(browser) == []


def test_axe_has_nothing_against_the_page_without_scripts(
    browser: Browser, hama_page: Path, tmp_path: Path
) -> None:
    # Axe is a script itself, so the page is shown as browsers show it that run none.
    html = re.sub(r"<script.*?</script>", "", hama_page.read_text(encoding="utf-8"), flags=re.S)
    bare = re.sub(r"</?noscript[^>]*>", "", html)
    (tmp_path / "bare.html").write_text(bare, encoding="utf-8")
    browser.open(tmp_path / "bare.html", ready="true")
    assert browser.run("document.querySelectorAll('.fm-static tbody tr').length") == 25
    assert violations(browser) == []


def test_axe_has_nothing_against_a_page_with_damaged_data(
    browser: Browser, hama_page: Path, tmp_path: Path
) -> None:
    html = hama_page.read_text(encoding="utf-8")
    damaged = re.sub(r'(id="fm-data"[^>]*>[^<]{4000})[^<]{8}', r"\1AAAAAAAA", html)
    (tmp_path / "damaged.html").write_text(damaged, encoding="utf-8")
    browser.open(tmp_path / "damaged.html", ready="!document.querySelector('#fm-rescue').hidden")
    assert browser.run("document.querySelectorAll('.fm-static tbody tr').length") == 25
    assert violations(browser) == []


@pytest.mark.parametrize(
    ("harm", "rule"),
    [
        ("document.documentElement.removeAttribute('lang')", "html-has-lang"),
        ("document.querySelector('#fm-sub').style.color = '#bbb'", "color-contrast"),
    ],
)  # fmt: skip
def test_axe_sees_harm(browser: Browser, hama_page: Path, harm: str, rule: str) -> None:
    browser.open(hama_page)
    browser.run(f"({harm}, 0)")
    assert any(line.startswith(rule) for line in violations(browser))
