"""The page on paper: what Chromium prints on A4 and Letter."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdf import PdfReader

from tests.browser import Browser

SHEETS = {"A4": (210, 297), "Letter": (215.9, 279.4)}
# Parts of the first sheet as parts of its width and height.
MAP = (0.08, 0.14, 0.92, 0.5)


def _printed(browser: Browser, page: Path, sheet: str, path: Path, **opened: Any) -> PdfReader:
    browser.open(page, **opened)
    width, height = SHEETS[sheet]
    browser.pdf(path, width_mm=width, height_mm=height)
    assert browser.complaints == []
    return PdfReader(path)


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("opened", [{}, {"width": 360, "height": 740}], ids=["desk", "phone"])
def test_paper_has_all_that_the_page_knows(
    browser: Browser, hama_page: Path, tmp_path: Path, sheet: str, opened: dict[str, int]
) -> None:
    read = _printed(browser, hama_page, sheet, tmp_path / "page.pdf", **opened)
    # Letters that the font joins are taken apart.
    pages = [unicodedata.normalize("NFKC", page.extract_text()) for page in read.pages]
    first, every = " ".join(pages[0].split()), " ".join(" ".join(pages).split())
    for words in ("Syria: what is claimed", "as of 5 Dec 2024", "Not for navigation", "Legend",
                  "GeoNames (CC BY 4.0)"):  # fmt: skip
        assert words in first
    for words in ("our fighters entered Suran and hold its centre", "Not drawn, and why",
                  "the Al-Mazarib bridge", "Place not found", "https://example.org/r1",
                  "Method and limits",
                  "22 on the map + 3 listed as not drawn = 25 claims"):  # fmt: skip
        assert words in every
    for words in ("Filters", "Show everything", "Table", "Only what is in the window"):
        assert words not in every
    assert 2 <= len(read.pages) <= 6


def _grey(path: Path, part: tuple[float, float, float, float]) -> Any:
    """Return a part of the first sheet as a grey picture of 150 points per inch."""
    sheet = pypdfium2.PdfDocument(path)[0].render(scale=150 / 72).to_pil().convert("L")
    width, height = sheet.size
    return sheet.crop((int(part[0] * width), int(part[1] * height),
                       int(part[2] * width), int(part[3] * height)))  # fmt: skip


@pytest.mark.parametrize("fragment", ["", "#scheme=dark"])
def test_the_printed_map_is_whole_and_on_white(
    browser: Browser, hama_page: Path, tmp_path: Path, fragment: str
) -> None:
    _printed(browser, hama_page, "A4", tmp_path / "page.pdf", fragment=fragment)
    grey = _grey(tmp_path / "page.pdf", MAP)
    shades = dict(enumerate(grey.histogram()))
    light = sum(n for shade, n in shades.items() if shade >= 220) / (grey.width * grey.height)
    assert light > 0.85
    for left in (0.0, 0.25, 0.5, 0.75):  # land, sea, borders and names in every quarter
        quarter = grey.crop(
            (int(left * grey.width), 0, int((left + 0.25) * grey.width), grey.height)
        )
        assert len(set(quarter.get_flattened_data())) > 20


def test_the_screen_comes_back_after_printing(
    browser: Browser, hama_page: Path, tmp_path: Path
) -> None:
    browser.open(hama_page, fragment="#scheme=dark")
    state = (
        "[frontmap.map.getZoom(), frontmap.map.getCenter().lat.toFixed(3), document.body.className,"
        " document.querySelectorAll('#fm-printed').length,"
        " document.querySelector('.fm-canvas').width,"
        " getComputedStyle(document.body).backgroundColor]"
    )
    # Only the first picture of all ends at the window.
    browser.run("(frontmap.map.fire('moveend'), 0)")
    before = browser.run(state)
    browser.pdf(tmp_path / "page.pdf")
    assert browser.run(state) == before


def test_a_legend_that_was_never_opened_counts_what_is_printed(
    browser: Browser, hama_page: Path, tmp_path: Path
) -> None:
    browser.open(hama_page, fragment="#tab=claims&only=disputed")
    browser.pdf(tmp_path / "page.pdf")
    told = "[...document.querySelectorAll('{}')].map((n) => Number(n.textContent))"
    assert sum(browser.run(told.format(".fm-switch"))) == 2
    assert sum(browser.run(told.format(".fm-sides .fm-count"))) == 2
