"""The tabs beside the map: claims in step with it, what is not drawn, who claims what."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.claim import Status
from maps import draw
from tests.browser import Browser
from tests.maps.situations import hama, many


@pytest.fixture
def desk(browser: Browser, hama_page: Path) -> Browser:
    browser.open(hama_page, width=1280, height=800)
    return browser


def _open(browser: Browser, tab: str) -> None:
    browser.run(f"document.querySelector('#fm-tab-{tab}').click()")


ITEMS = "[...document.querySelectorAll('#fm-claims .fm-item')].map((b) => Number(b.dataset.claim))"
HEADS = (
    "[...document.querySelectorAll('#fm-claims h3')].map((h) => [h.textContent,"
    " h.parentNode.querySelectorAll('.fm-item').length])"
)
SELECTED = "[...document.querySelectorAll('[role=tab]')].filter((t) => t.ariaSelected === 'true')"


def test_one_tab_is_open_and_arrows_lead_to_the_next(desk: Browser) -> None:
    shown = "[...document.querySelectorAll('[role=tabpanel]')].filter((p) => !p.hidden)"
    assert desk.run(f"{shown}.map((p) => p.id)") == ["fm-panel-legend"]
    desk.run("document.querySelector('#fm-tab-legend').focus()")
    keys = ["ArrowRight", "ArrowRight", "ArrowLeft", "End", "ArrowRight", "Home"]
    opened = []
    for key in keys:
        desk.run(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown',"
            f" {{key: '{key}', bubbles: true, cancelable: true}}))"
        )
        opened.append(desk.run(f"{SELECTED}.map((t) => t.id.slice(7)).join()"))
    assert opened == ["claims", "reports", "claims", "method", "legend", "legend"]
    assert desk.run("document.activeElement.id") == "fm-tab-legend"
    assert desk.run("document.querySelectorAll('[role=tab][tabindex=\"0\"]').length") == 1
    assert desk.run(f"{shown}.map((p) => p.id)") == ["fm-panel-legend"]


def test_the_open_tab_is_part_of_the_link(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page, fragment="#tab=reports")
    assert browser.run(f"{SELECTED}.map((t) => t.id).join()") == "fm-tab-reports"
    browser.run(
        "new Promise((done) => { addEventListener('hashchange', () => setTimeout(done),"
        " {once: true}); location.hash = '#tab=who'; })"
    )
    assert browser.run(f"{SELECTED}.map((t) => t.id).join()") == "fm-tab-who"


def test_claims_are_grouped_by_the_day_they_start_on_or_by_report(desk: Browser) -> None:
    _open(desk, "claims")
    heads = desk.run(HEADS)
    assert [head for head, _ in heads] == ["Wed, 4 Dec 202411", "Tue, 3 Dec 202411"]
    assert desk.run("document.querySelector('#fm-found').textContent") == "22 claims"
    desk.run(
        "(() => { const s = document.querySelector('#fm-sort'); s.value = 'report';"
        " s.dispatchEvent(new Event('change')); })()"
    )
    heads = desk.run(HEADS)
    assert [head[:-1] for head, _ in heads] == [
        f"Fighting near Hama goes on (r{n})" for n in range(1, 6)
    ]
    assert sum(count for _, count in heads) == 22


def test_a_group_can_be_closed_and_stays_closed(desk: Browser) -> None:
    _open(desk, "claims")
    desk.run("document.querySelector('#fm-claims h3 button').click()")
    assert desk.run(HEADS)[0][1] == 0
    assert desk.run("document.activeElement.ariaExpanded") == "false"
    desk.run("document.querySelector('.fm-switch').click()")
    assert desk.run(HEADS)[0][1] == 0


def test_the_list_can_hold_only_what_is_in_the_window(desk: Browser) -> None:
    _open(desk, "claims")
    desk.run("document.querySelector('#fm-near').click()")
    before = desk.run(ITEMS)
    assert 0 < len(before) < 22
    far = desk.run("frontmap.claims.findIndex((c) => c.id === 'c015')")
    assert far not in before
    desk.run("frontmap.map.setView([35.3359, 40.1408], 10, {animate: false}), null")
    assert desk.run(ITEMS) == [far]


def test_a_claim_chosen_on_the_map_is_marked_in_the_list(desk: Browser) -> None:
    _open(desk, "claims")
    last = desk.run(f"{ITEMS}.at(-1)")
    desk.run("document.querySelectorAll('#fm-claims h3 button')[1].click()")
    desk.run(f"frontmap.selectClaim({last})")
    current = "document.querySelectorAll('#fm-claims [aria-current=true]')"
    assert desk.run(f"[...{current}].map((b) => Number(b.dataset.claim))") == [last]
    box = desk.run(f"(({{top, bottom}}) => [top, bottom])({current}[0].getBoundingClientRect())")
    assert 0 <= box[0] < box[1] <= 800


def test_fifty_claims_or_fifty_thousand_cost_the_list_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    draw(many(5_000)).save(tmp_path / "many.html")
    browser.open(tmp_path / "many.html")
    _open(browser, "claims")
    first = browser.run(f"{ITEMS}.length")
    assert first <= 80
    browser.run("document.querySelector('#fm-claims .fm-more').click()")
    assert first < browser.run(f"{ITEMS}.length") <= 240
    assert browser.run("document.activeElement.className.includes('fm-item')")
    last = browser.run("frontmap.claims.length - 1")
    browser.run(f"frontmap.selectClaim({last})")
    assert browser.run(f"{ITEMS}.includes({last})")


def test_what_is_not_drawn_stands_under_its_reason_with_what_it_could_be(desk: Browser) -> None:
    _open(desk, "listed")
    groups = desk.run(
        "[...document.querySelectorAll('#fm-notdrawn section')].map((s) => [s.dataset.reason,"
        " s.querySelector('h3').textContent, s.querySelectorAll('.fm-item').length])"
    )
    assert groups == [
        ["ambiguous", "Several places fit1", 1],
        ["stale", "Older than its report1", 1],
        ["unresolved", "Place not found1", 1],
    ]
    said = desk.run("document.querySelector('[data-reason=ambiguous]').textContent")
    assert "Two roads fit about equally well." in said
    assert "Could be: Homs" in said


WHO = (
    "[...document.querySelectorAll('#fm-who tbody tr')].map((r) => [...r.children]"
    ".map((c) => c.textContent))"
)


def test_the_matrix_counts_claimants_by_the_side_that_gains(desk: Browser) -> None:
    _open(desk, "who")
    heads = desk.run(
        "[...document.querySelectorAll('#fm-who thead th')].map((h) => h.textContent.trim())"
    )
    assert heads == ["Claimant", "G Government", "O Opposition", "none no side gains", "All ▾"]
    rows = {row[0]: row[1:] for row in desk.run(WHO)}
    # SOHR: one push-back; two advances and a retreat of the other side; fights and holds.
    assert rows["SOHR"] == ["1", "3", "5", "9"]
    assert rows["Al Mayadeen"] == ["2", "·", "·", "2"]
    foot = desk.run("[...document.querySelectorAll('#fm-who tfoot td')].map((c) => c.textContent)")
    assert int(foot[-1]) == len(hama().claims) == sum(map(int, foot[:-1]))


def test_no_denial_plan_or_failure_is_anyone_s_gain(browser: Browser, tmp_path: Path) -> None:
    base = hama()
    statuses = (Status.DENIED, Status.PLANNED, Status.FAILED)
    drawn = tuple(
        replace(item, claim=replace(item.claim, status=statuses[n % 3]))
        for n, item in enumerate(base.drawn)
    )
    draw(replace(base, drawn=drawn, not_drawn=())).save(tmp_path / "none.html")
    browser.open(tmp_path / "none.html")
    _open(browser, "who")
    assert browser.run("document.querySelectorAll('#fm-who thead th').length") == 3


def test_a_head_of_the_matrix_sorts_and_a_number_filters(desk: Browser) -> None:
    _open(desk, "who")
    desk.run("document.querySelectorAll('#fm-who thead button')[0].click()")
    names = [row[0] for row in desk.run(WHO)]
    assert names == sorted(names, key=str.lower)
    assert desk.run("document.querySelector('#fm-who th').ariaSort") == "ascending"
    cells = "[...document.querySelectorAll('.fm-cell')]"
    cell = f"{cells}.find((c) => c.ariaLabel.startsWith('SOHR, Opp'))"
    assert desk.run(f"{cell}.ariaLabel") == "SOHR, Opposition: 3 claims"
    desk.run(f"{cell}.click()")
    shown = "frontmap.claims.filter(frontmap.passes).length"
    assert desk.run(shown) == 3
    assert desk.run(f"{cell}.getAttribute('aria-pressed')") == "true"
    assert desk.run(f"document.activeElement === {cell}")
    desk.run("document.querySelector('#fm-who-list').click()")
    assert len(desk.run(ITEMS)) == 3
    _open(desk, "who")
    desk.run(f"{cell}.click()")
    assert desk.run(shown) == 25


def test_method_and_limits_say_what_the_map_is_not_and_what_made_it(desk: Browser) -> None:
    _open(desk, "method")
    said = desk.run("document.querySelector('#fm-panel-method').textContent")
    for words in ("Nothing on it is verified", "Not for navigation, not for targeting", "frontmap ",
                  "Syria", "5 Dec 2024", "GeoNames", "uncertainty in metres", "counted once",
                  "Admiralty"):  # fmt: skip
        assert words in said


@pytest.mark.parametrize(
    "tab", ["legend", "claims", "reports", "who", "listed", "sources", "method"]
)
def test_no_tab_is_wider_than_a_phone(browser: Browser, hama_page: Path, tab: str) -> None:
    browser.open(hama_page, width=360, height=740, fragment=f"#tab={tab}")
    assert browser.run("document.documentElement.scrollWidth") <= 360
    wide = (
        "[...document.querySelectorAll('#fm-panel *')].filter((n) =>"
        " !n.closest('.fm-hide, #fm-who') && n.getBoundingClientRect().right > 361)"
        ".map((n) => n.className)"
    )
    assert browser.run(wide) == []
