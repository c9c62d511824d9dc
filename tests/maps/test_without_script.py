"""The page is never blank: without scripts, with damaged data, after a fault."""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from claims.situation import Situation
from maps import draw
from maps.static import static_page
from tests.browser import Browser
from tests.maps.hostile import hostile
from tests.maps.payloads import BREAKING, JAVASCRIPT
from tests.maps.situations import hama, many

_DATA = re.compile(r'(<script type="text/plain" id="fm-data"[^>]*>)([^<]*)')
SEEN = "document.body.innerText"


def _damaged(page: Path, damage: Callable[[str], str]) -> str:
    html = page.read_text(encoding="utf-8")
    damaged = _DATA.sub(lambda match: match[1] + damage(match[2]), html)
    assert damaged != html
    return damaged


def _flipped(packed: str, number: int = 0) -> str:
    """Turn a bit in one of the blocks."""
    blocks = packed.split(".")
    raw = bytearray(b64decode(blocks[number]))
    raw[len(raw) * 3 // 4] ^= 0x10
    blocks[number] = b64encode(raw).decode()
    return ".".join(blocks)


def _open_broken(browser: Browser, path: Path, html: str) -> None:
    path.write_text(html, encoding="utf-8")
    browser.open(path, ready="!document.querySelector('#fm-rescue').hidden")


def test_without_scripts_the_claims_are_a_table(browser: Browser, hama_page: Path) -> None:
    with browser.without_scripts():
        browser.open(hama_page, ready="true")
        said = browser.run(SEEN)
        rows = browser.run("document.querySelectorAll('#fm-static tbody tr').length")
        panel = browser.run("getComputedStyle(document.querySelector('#fm-panel')).display")
    assert (rows, panel) == (25, "none")
    for words in ("Not for navigation or targeting", "Opposition took ground from government",
                  "our fighters entered Suran", "Suran", "HTS", "planned", "[Place not found]",
                  "22 claims on the map + 3 that could not be drawn = 25 claims",
                  "Fighting near Hama goes on (r1)"):  # fmt: skip
        assert words in said


def test_with_scripts_nothing_of_that_table_is_in_the_way(
    browser: Browser, hama_page: Path
) -> None:
    browser.open(hama_page)
    assert browser.run("document.querySelectorAll('.fm-static, .fm-bare').length") == 0
    assert browser.run("document.querySelector('#fm-rescue').hidden") is True


@pytest.mark.parametrize(
    "damage",
    [
        lambda packed: packed[: len(packed) // 2],
        lambda packed: packed[:4000] + ("A" if packed[4000] != "A" else "B") + packed[4001:],
        lambda packed: packed[:0],
        _flipped,
        lambda packed: _flipped(packed, 1),
        lambda packed: _flipped(packed, 2),
        lambda packed: packed.rpartition(".")[0],
    ],
    ids=["cut", "letter", "empty", "bit", "beside", "texts", "without texts"],
)
def test_damaged_data_is_told_in_words_over_the_table(
    browser: Browser, hama_page: Path, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    _open_broken(browser, tmp_path / "page.html", _damaged(hama_page, damage))
    said = browser.run(SEEN)
    assert "The claims in this file are damaged" in said
    assert "Download or copy the file again." in said
    assert browser.run("document.querySelectorAll('.fm-static tbody tr').length") == 25
    assert "our fighters entered Suran" in said


@pytest.mark.parametrize("damage", [lambda packed: packed[: len(packed) // 2], _flipped])
def test_a_browser_that_cannot_inflate_sees_damage_too(
    browser: Browser, hama_page: Path, tmp_path: Path, damage: Callable[[str], str]
) -> None:
    html = _damaged(hama_page, damage)
    html = html.replace('"DecompressionStream" in window', '"NoSuchStream" in window')
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    _open_broken(browser, tmp_path / "page.html", html)
    assert "The claims in this file are damaged" in browser.run(SEEN)


def test_a_file_that_was_cut_off_shows_its_table(
    browser: Browser, hama_page: Path, tmp_path: Path
) -> None:
    html = hama_page.read_text(encoding="utf-8")
    _open_broken(browser, tmp_path / "page.html", html[: html.index('id="fm-data"') + 900])
    assert "The script of this page did not run to its end" in browser.run(SEEN)
    assert browser.run("document.querySelectorAll('.fm-static tbody tr').length") == 25


def test_a_script_that_fails_at_the_start_leaves_the_table(
    browser: Browser, hama_page: Path, tmp_path: Path
) -> None:
    html = hama_page.read_text(encoding="utf-8").replace(
        "buildPanel();\nrefreshFields", "noSuchThing();\nrefreshFields"
    )
    html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    _open_broken(browser, tmp_path / "page.html", html)
    said = browser.run(SEEN)
    assert "The script of this page did not run to its end" in said
    assert "noSuchThing is not defined" in said
    assert "our fighters entered Suran" in said


def test_a_fault_later_on_is_told_and_takes_nothing_away(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page)
    browser.run(
        "new Promise((done) => setTimeout(() => { setTimeout(done); throw new Error('x'); }))"
    )
    assert "A part of this page stopped working" in browser.run(SEEN)
    assert browser.run("document.querySelectorAll('.fm-switch').length") > 5
    box = "document.querySelector('#fm-map').getBoundingClientRect()"
    assert browser.run(f"{box}.height") > 300


@pytest.mark.parametrize("count", [1_000, 1_001])
def test_a_long_table_ends_and_says_how_many_more_there_are(count: int) -> None:
    html = static_page(many(count))
    rows = html.count("<tr><td>")
    assert rows == (1_000 if count == 1_000 else 300)
    assert ("701 more need the script" in html) == (count == 1_001)
    assert len(html) < 200_000


def test_a_long_quotation_is_cut_in_that_table() -> None:
    base = hama()
    long = tuple(replace(i, claim=replace(i.claim, quote="word " * 12_000)) for i in base.drawn)
    html = static_page(replace(base, drawn=long))
    assert len(html) < 20_000
    assert "word …" in html


def _hostile() -> Situation:
    return hostile(lambda field: f"{' '.join(JAVASCRIPT + BREAKING)} {field}")


def test_nothing_in_that_table_runs(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "hostile.html"
    draw(_hostile()).save(page)
    _open_broken(browser, page, _damaged(page, lambda packed: packed[:80]))
    assert browser.run("document.querySelectorAll('.fm-static tbody tr').length") == 3
    assert browser.run("window.__hit || 0") == 0
    known = "h2, p, table, thead, tbody, tr, th, td, ol, li, a, strong"
    assert browser.run(f"document.querySelectorAll('.fm-static :not({known})').length") == 0
    assert browser.requests == []
