"""The reports beside the map: their claims marked in the text, both ways between text and map."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from maps import draw
from tests.browser import Browser
from tests.maps.nested import QUOTES, TEXT, nested
from tests.maps.reading import said_on
from tests.maps.situations import hama

READ = "document.querySelector('#fm-tab-reports').click()"
OPEN = "document.querySelectorAll('.fm-report').forEach((r) => { r.open = true; })"
# Details tell of their opening in a task of their own.
FILLED = (
    "new Promise((done) => { const look = () => document.querySelector('.fm-passage')"
    " ? done() : setTimeout(look); look(); })"
)
MARKS = "[...document.querySelectorAll('.fm-mark')]"
CARD = "document.querySelector('#fm-card').textContent"


def _read(browser: Browser, page: Path, **size: int) -> Browser:
    browser.open(page, **size)
    for script in (READ, OPEN, FILLED):
        browser.run(script)
    return browser


@pytest.fixture
def text(browser: Browser, tmp_path: Path) -> Browser:
    draw(nested()).save(tmp_path / "nested.html")
    return _read(browser, tmp_path / "nested.html")


@pytest.fixture
def desk(browser: Browser, hama_page: Path) -> Browser:
    return _read(browser, hama_page, width=1280, height=800)


def test_nested_and_overlapping_quotations_are_cut_where_they_start_and_end(text: Browser) -> None:
    marks = text.run(f"{MARKS}.map((m) => [m.textContent, m.classList.contains('fm-mark-deep')])")
    assert marks == [
        ["fighters took the mill and ", False],
        ["the farm حماة", True],
        [" ", False],
        ["by noon", True],
        [", and that the road is cut", False],
        ["At dusk they left.", False],
    ]


def test_a_passage_reads_as_its_report_does(text: Browser) -> None:
    said = text.run(
        "[...document.querySelectorAll('.fm-passage')].map((p) => { const copy = p.cloneNode(true);"
        " copy.querySelectorAll('.fm-mark-sides').forEach((s) => s.remove());"
        " return copy.textContent; })"
    )
    first, _, last = TEXT.split("\n\n")
    assert said == [first, last]
    assert text.run("document.querySelectorAll('.fm-gap').length") == 1


def test_the_keyboard_reaches_every_quotation(text: Browser) -> None:
    stops = text.run(f"{MARKS}.filter((m) => m.tabIndex === 0).map((m) => m.textContent)")
    assert stops == [
        "fighters took the mill and ",
        "the farm حماة",
        "by noon",
        "At dusk they left.",
    ]
    heads = []
    for number in range(len(stops)):
        text.run(f"{MARKS}.filter((m) => m.tabIndex === 0)[{number}].focus()")
        text.press("Enter")
        heads.append(text.run("document.querySelector('#fm-card h2').textContent"))
    assert heads[:3] == [f"{n} claims in these words" for n in (2, 3, 3)]
    assert text.run("document.querySelector('#fm-card mark').textContent") == QUOTES[4]


def test_a_click_on_a_mark_lights_its_shapes_and_opens_its_card(text: Browser) -> None:
    text.run(f"{MARKS}[0].click()")
    lit = text.run("[...frontmap.state.lit]")
    sites = text.run("frontmap.claims.slice(0, 2).map((c) => c.site)")
    assert sorted(lit) == sorted(set(sites))
    assert text.run("document.querySelectorAll('#fm-card .fm-item').length") == 2


def test_a_shape_flashes_twice_and_stays_lit(text: Browser) -> None:
    seen = text.run(
        f"new Promise((done) => {{ {MARKS}.at(-1).click(); const seen = [], end = performance.now()"
        " + 5000; const look = () => { const now = frontmap.state.lit.size;"
        " if (now !== seen.at(-1)) seen.push(now);"
        " if (seen.length < 5 && performance.now() < end) requestAnimationFrame(look);"
        " else done(seen); }; look(); })"
    )
    assert seen == [1, 0, 1, 0, 1]


def test_without_motion_nothing_flashes(browser: Browser, tmp_path: Path) -> None:
    draw(nested()).save(tmp_path / "nested.html")
    browser.prefer(prefers_reduced_motion="reduce")
    _read(browser, tmp_path / "nested.html")
    browser.run(f"{MARKS}.at(-1).click()")
    dark = "new Promise((done) => setTimeout(() => done(frontmap.state.lit.size), 300))"
    assert browser.run(dark) == 1
    browser.run("frontmap.selectClaim(0)")
    style = browser.run(
        "(({animationName, outlineStyle}) => [animationName, outlineStyle])"
        "(getComputedStyle(document.querySelector('.fm-flash')))"
    )
    assert style == ["none", "solid"]
    browser.prefer()


def test_a_claim_chosen_on_the_map_brings_its_sentence_into_sight(desk: Browser) -> None:
    desk.run(OPEN.replace("true", "false"))
    last = hama().claims[-4]
    number = desk.run(f"frontmap.claims.findIndex((c) => c.id === '{last.id}')")
    desk.run(f"frontmap.selectClaim({number})")
    flashed = "[...document.querySelectorAll('.fm-flash')]"
    assert desk.run(f"{flashed}.map((m) => m.textContent)") == [last.quote]
    in_sight = (
        "new Promise((done) => { const end = performance.now() + 5000; const look = () => {"
        f" const {{top, bottom}} = {flashed}[0].getBoundingClientRect();"
        " if ((top > 0 && bottom < innerHeight) || performance.now() > end) done([top, bottom]);"
        " else requestAnimationFrame(look); }; look(); })"
    )
    top, bottom = desk.run(in_sight)
    assert 0 < top < bottom < 800


def test_the_card_leads_to_the_sentence_from_any_tab(desk: Browser) -> None:
    desk.run("document.querySelector('#fm-tab-legend').click()")
    desk.run("frontmap.selectClaim(4)")
    assert desk.run("document.querySelectorAll('.fm-flash').length") == 0
    desk.run("[...document.querySelectorAll('#fm-card button')].find((b) =>"
             " b.textContent === 'Read it in the report').click()")  # fmt: skip
    assert desk.run("document.querySelector('#fm-panel-reports').hidden") is False
    assert desk.run("document.querySelector('.fm-flash').textContent") == (hama().claims[4].quote)


def test_marks_of_claims_that_a_filter_leaves_out_are_faint(desk: Browser) -> None:
    faint = f"{MARKS}.filter((m) => m.classList.contains('fm-mark-off')).length"
    assert desk.run(faint) == 0
    desk.run("document.querySelector('#fm-tab-legend').click()")
    desk.run("document.querySelector('[data-layer=advances][data-side=opposition]').click()")
    desk.run(READ)
    assert desk.run(faint) == 5
    counts = desk.run(
        "[...document.querySelectorAll('.fm-report summary')].map((s) => s.textContent)"
    )
    assert any("of" in line and "claims" in line for line in counts)


def test_reports_stand_by_pages_the_newest_first(browser: Browser, tmp_path: Path) -> None:
    base = hama()
    more = tuple(
        replace(
            base.reports[0], id=f"x{n:03d}", title=f"Report {n}",
            published=base.reports[0].published.replace(minute=n % 60, hour=n // 60),
        )
        for n in range(120)
    )  # fmt: skip
    draw(replace(base, reports=(*base.reports, *more))).save(tmp_path / "many.html")
    browser.open(tmp_path / "many.html")
    browser.run(READ)
    titles = "[...document.querySelectorAll('.fm-report .fm-item-head')].map((h) => h.textContent)"
    assert len(browser.run(titles)) == 50
    assert browser.run(titles)[5] == "Report 119"
    browser.run("document.querySelector('#fm-reports-pages [data-turn=\"1\"]').click()")
    assert browser.run(titles)[0] == "Report 74"
    assert browser.run("document.activeElement.dataset.turn") == "1"
    browser.run("frontmap.selectClaim(0)")
    assert browser.run("document.querySelector('.fm-flash').textContent") == base.claims[0].quote


def test_whole_reports_are_on_the_page_only_when_asked_for(tmp_path: Path) -> None:
    silent = "Nothing more was said that day."
    draw(nested()).save(tmp_path / "passages.html")
    draw(nested(), full_text=True).save(tmp_path / "full.html")
    assert silent not in said_on(tmp_path / "passages.html")
    assert TEXT in said_on(tmp_path / "full.html")


def test_a_whole_report_is_one_passage_and_its_card_quotes_only_the_words_around(
    browser: Browser, tmp_path: Path
) -> None:
    situation = nested()
    report = replace(situation.reports[0], text=TEXT + "\n" + "A long line of words. " * 200)
    silent = replace(report, id="r9", text="A report without a claim.", title="Silent")
    draw(replace(situation, reports=(report, silent)), full_text=True).save(tmp_path / "full.html")
    _read(browser, tmp_path / "full.html")
    passages = browser.run(
        "[...document.querySelectorAll('.fm-passage')].map((p) => p.textContent.length)"
    )
    assert len(passages) == 2
    assert max(passages) > 4_000
    browser.run("frontmap.selectClaim(2)")
    quoted = browser.run("document.querySelector('#fm-card blockquote').textContent")
    assert QUOTES[2] in quoted
    assert len(quoted) < 400
