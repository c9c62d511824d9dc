"""A map of several theatres: a table of layers for each, so that no side stands among others'."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.situation import Part, Situation
from maps import draw
from tests.browser import Browser
from tests.maps.situations import THEATRE, hama

COAST = replace(THEATRE, id="coast", name="Coast", timezone="UTC")


def _two() -> Situation:
    situation = hama()
    docs = [report.id for report in situation.reports]
    parts = (
        Part(theatre=THEATRE, docs=frozenset(docs[:1])),
        Part(theatre=COAST, docs=frozenset(docs[1:])),
    )
    return replace(situation, parts=parts)


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Browser:
    path = tmp_path / "two.html"
    draw(_two()).save(path)
    browser.open(path, width=1280, height=800)
    return browser


def test_each_theatre_has_a_table_that_fits_the_panel(page: Browser) -> None:
    assert (page.requests, page.complaints) == ([], [])
    told = page.run("[...document.querySelectorAll('.fm-theatre h3')].map((h) => h.textContent)")
    assert told == ["Syria", "Coast"]
    wide = page.run(
        "[...document.querySelectorAll('.fm-theatre table')].filter((t) => t.scrollWidth >"
        " t.closest('.fm-tab-panel').clientWidth).length"
    )
    assert wide == 0


def test_the_switches_of_a_theatre_count_its_own_claims(page: Browser) -> None:
    numbers = page.run(
        "[...document.querySelectorAll('.fm-theatre')].map((part) =>"
        " [...part.querySelectorAll('.fm-switch')].reduce((n, b) => n + Number(b.textContent), 0))"
    )
    situation = _two()
    assert numbers == [
        sum(item.claim.doc in part.docs for item in situation.drawn) for part in situation.parts
    ]


def test_a_switch_hides_the_claims_of_its_theatre_alone(page: Browser) -> None:
    shown = "frontmap.sites.reduce((n, s) => n + s.shown.length, 0)"
    before = page.run(shown)
    switch = "document.querySelector('.fm-theatre .fm-switch')"
    count = page.run(f"Number({switch}.textContent)")
    label = page.run(f"{switch}.getAttribute('aria-label')")
    assert label.startswith("Syria: ")
    page.run(f"{switch}.click()")
    assert page.run(shown) == before - count
