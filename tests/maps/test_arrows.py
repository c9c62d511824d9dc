"""Arrows of movements, and what the legend says of them."""

from __future__ import annotations

from pathlib import Path

from tests.browser import Browser


def test_the_legend_says_what_a_dashed_arrow_is_and_counts_them(
    browser: Browser, hama_page: Path
) -> None:
    row = "document.querySelector('.fm-alone')"
    browser.open(hama_page)
    told = (
        "frontmap.claims.filter((c) => c.site !== undefined && (c.tailAt || c.axes.length)"
        " && c.voices < 2).length"
    )
    assert browser.run(told) > 0
    assert browser.run(f"{row}.querySelector('.fm-count').textContent") == str(browser.run(told))
    assert "one voice" in browser.run(f"{row}.textContent")
