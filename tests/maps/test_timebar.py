"""The bar of time: what is written below it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from claims.claim import When
from geo.interval import Interval
from maps import draw
from tests.browser import Browser
from tests.maps.week import START, week


@pytest.mark.parametrize(("years", "said"), [(0, False), (3, True)])
def test_labels_of_several_years_name_them(
    years: int, said: bool, browser: Browser, tmp_path: Path
) -> None:
    base = week()
    first, *rest = base.drawn
    early = START - timedelta(days=365 * years)
    when = When(interval=Interval(start=early, end=early + timedelta(hours=6)))
    moved = replace(first, claim=replace(first.claim, when=when))
    path = tmp_path / "years.html"
    draw(replace(base, drawn=(moved, *rest))).save(path)
    browser.open(path)
    browser.run(
        "(() => { const draws = CanvasRenderingContext2D.prototype, write = draws.fillText;"
        " window.written = []; draws.fillText = function (words, ...at) {"
        " window.written.push(words); write.call(this, words, ...at); }; })()"
    )
    browser.run(
        "(() => { const slider = document.getElementById('fm-slider'); slider.value = 0;"
        " slider.dispatchEvent(new Event('input')); })()"
    )
    browser.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    labels = [
        words for words in browser.run("window.written") if " Dec" in words or " Nov" in words
    ]
    assert labels
    assert all(words[-4:].isdigit() for words in labels) is said
