"""The table of all claims: the same as the map, for screen readers and for spreadsheets."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from maps import draw
from tests.browser import Browser
from tests.maps.situations import hama, many

OPEN = "document.querySelector('#fm-as-table').click()"
HEADS = "[...document.querySelectorAll('#fm-table thead th')]"
ROWS = "[...document.querySelectorAll('#fm-table tbody tr')]"


def _column(name: str) -> str:
    at = f"{HEADS}.findIndex((h) => h.dataset.column === '{name}')"
    return f"((at) => {ROWS}.map((r) => r.children[at].textContent))({at})"


def _sort(browser: Browser, name: str) -> None:
    browser.run(f"{HEADS}.find((h) => h.dataset.column === '{name}').firstChild.click()")


@pytest.fixture
def table(browser: Browser, hama_page: Path) -> Browser:
    browser.open(hama_page, width=1280, height=800)
    browser.run(OPEN)
    return browser


def test_every_claim_has_a_row_with_what_its_card_says(table: Browser) -> None:
    assert table.run(f"{ROWS}.length") == len(hama().claims)
    heads = table.run(f"{HEADS}.map((h) => h.textContent)")
    assert heads[:7] == [
        "Claim", "Side that acts", "Status", "Place", "Time", "Claimant", "Words of the report",
    ]  # fmt: skip
    row = table.run(f"{ROWS}.find((r) => r.textContent.includes('our fighters entered')).innerText")
    for words in ("Opposition took ground", "claimed", "Suran", "HTS", "on the map", "Outlet r2",
                  "Fighting near Hama goes on (r2)", "5 Dec 2024, 11:00 UTC+3"):  # fmt: skip
        assert words in row
    missing = [where for where in table.run(_column("map")) if where != "on the map"]
    assert sorted(missing) == ["Older than its report", "Place not found", "Several places fit"]
    said = table.run("document.querySelector('#fm-table').textContent")
    assert "22 on the map + 3 listed as not drawn = 25 claims" in said


@pytest.mark.parametrize("name", ["claim", "place", "quote", "status"])
def test_a_head_sorts_up_and_then_down(table: Browser, name: str) -> None:
    _sort(table, name)
    said = table.run(_column(name))
    assert said == table.run(
        f"{_column(name)}.sort(new Intl.Collator('en', {{numeric: true}}).compare)"
    )
    head = f"{HEADS}.find((h) => h.dataset.column === '{name}')"
    assert table.run(f"{head}.ariaSort") == "ascending"
    _sort(table, name)
    assert table.run(f"{head}.ariaSort") == "descending"
    assert table.run(f"document.activeElement === {head}.firstChild")
    assert table.run(_column(name))[0] == said[-1]


def test_time_is_sorted_as_time(table: Browser) -> None:
    _sort(table, "time")
    times = table.run(_column("time"))
    assert times == sorted(times)
    assert times[0].startswith("3 Dec")
    assert times[-1].startswith("4 Dec")


def test_the_table_can_follow_the_filters(table: Browser) -> None:
    table.run("document.querySelector('#fm-table .fm-close').click()")
    table.run(
        "(() => { const s = document.querySelector('#fm-search'); s.value = 'salamiyah';"
        " s.dispatchEvent(new Event('input')); })()"
    )
    table.run(OPEN)
    assert table.run(f"{ROWS}.length") == 25
    table.run("document.querySelector('#fm-table-shown').click()")
    assert table.run(_column("place")) == ["Salamiyah"]


def test_a_row_leads_to_its_claim_and_escape_closes_the_table(table: Browser) -> None:
    table.press("Escape")
    assert table.run("document.querySelector('#fm-table').open") is False
    table.run("document.querySelector('#fm-as-table').focus()")
    table.press("Enter")
    table.press("Escape")
    assert table.run("document.querySelector('#fm-table').open") is False
    assert table.run("document.activeElement.id") == "fm-as-table"
    table.run(OPEN)
    table.run(f"{ROWS}[3].querySelector('button').click()")
    assert table.run("document.querySelector('#fm-table').open") is False
    assert table.run("frontmap.state.selected") == 3
    assert table.run("document.querySelector('#fm-card').hidden") is False


LISTEN = """document.addEventListener("copy", () => {
  window.copied = document.activeElement.value;
})"""
# A browser copies only at a reader's own click.
BUTTON = """(({left, top}) => [left + 9, top + 9])(
  document.querySelector("#fm-table-copy").getBoundingClientRect())"""


def test_the_copy_is_whole_and_no_cell_of_it_a_formula(browser: Browser, tmp_path: Path) -> None:
    base = many(230)
    first = base.drawn[0]
    evil = replace(first, claim=replace(first.claim, quote="=cmd|'/c calc'!A1\tand\nmore"))
    draw(replace(base, drawn=(evil, *base.drawn[1:]))).save(tmp_path / "evil.html")
    browser.open(tmp_path / "evil.html")
    browser.run(OPEN)
    browser.run(LISTEN)
    browser.click(*browser.run(BUTTON))
    lines = browser.run("window.copied").split("\n")
    assert browser.run("document.querySelector('#fm-table-told').textContent") == "230 rows copied"
    assert len(lines) == 231
    assert {line.count("\t") for line in lines} == {12}
    cells = [cell for line in lines for cell in line.split("\t")]
    assert "'=cmd|'/c calc'!A1 and more" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_long_tables_have_pages(browser: Browser, tmp_path: Path) -> None:
    draw(many(230)).save(tmp_path / "many.html")
    browser.open(tmp_path / "many.html")
    browser.run(OPEN)
    pages = "document.querySelector('#fm-table-pages')"
    counts = []
    for said in ("1–100 of 230", "101–200 of 230", "201–230 of 230"):
        assert said in browser.run(f"{pages}.textContent")
        counts.append(browser.run(f"{ROWS}.length"))
        browser.run(f"{pages}.querySelector('[data-turn=\"1\"]').click()")
    assert counts == [100, 100, 30]
    assert browser.run("document.activeElement.dataset.turn") == "-1"


def test_the_table_fits_a_phone(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page, width=360, height=740)
    browser.run(OPEN)
    assert browser.run("document.documentElement.scrollWidth") <= 360
    box = "document.querySelector('#fm-table').getBoundingClientRect()"
    assert browser.run(f"[{box}.left, {box}.right, {box}.bottom]") == [0, 360, 740]
