"""Claims as they should not be: the page stays whole, and what cannot be drawn is listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from claims.claim import Claim
from claims.situation import ResolvedClaim, Situation
from maps import draw
from tests.browser import Browser
from tests.maps.situations import hama, many

TABS = ("legend", "claims", "reports", "who", "listed", "sources", "method")
WALK = """(async () => {
  for (const name of %s) document.querySelector(`#fm-tab-${name}`).click();
  for (const report of document.querySelectorAll(".fm-report")) report.open = true;
  document.querySelector("#fm-as-table").click();
  document.querySelector("#fm-table .fm-close").click();
  for (const claim of frontmap.claims.slice(0, 30)) frontmap.selectClaim(claim.index);
  await new Promise((done) => setTimeout(done));
  return frontmap.claims.length;
})()""" % [*TABS]


def _with(claims: Sequence[Claim]) -> Situation:
    base = hama()
    drawn = tuple(
        replace(item, claim=claim) for item, claim in zip(base.drawn, claims, strict=True)
    )
    return replace(base, drawn=drawn)


def _changed(**fields: object) -> Situation:
    return _with([replace(item.claim, **fields) for item in hama().drawn])  # type: ignore[arg-type]


BAD = {
    "no date": _changed(when=None),
    "no side": _changed(actor_side=None, actor="", opponent_side=None, opponent=""),
    "a side nobody knows": _changed(actor_side="martians"),
    "no claimant": _changed(claimant="", via=(), outlet=""),
    "no words for a place": _changed(place=None),
    "a long quotation": _changed(quote="word " * 12_000),
    "an empty quotation": _changed(quote=""),
    "a report that is not there": _changed(doc="gone"),
    "no report": replace(hama(), reports=()),
    "nothing drawn": replace(hama(), drawn=()),
    "nothing": replace(hama(), drawn=(), not_drawn=(), reports=()),
}


@pytest.mark.parametrize("name", BAD)
def test_the_page_opens_and_every_tab_too(browser: Browser, tmp_path: Path, name: str) -> None:
    draw(BAD[name]).save(tmp_path / "bad.html")
    browser.open(tmp_path / "bad.html")
    assert browser.run(WALK) == len(BAD[name].claims)
    assert browser.complaints == []
    assert browser.run("document.querySelector('#fm-rescue').hidden") is True


def test_a_long_quotation_scrolls_in_its_card_and_its_cell(
    browser: Browser, tmp_path: Path
) -> None:
    draw(BAD["a long quotation"]).save(tmp_path / "long.html")
    browser.open(tmp_path / "long.html")
    browser.run("frontmap.selectClaim(0)")
    card = "document.querySelector('#fm-card').getBoundingClientRect()"
    assert browser.run(f"{card}.bottom") <= 800
    browser.run("document.querySelector('#fm-as-table').click()")
    row = "document.querySelector('#fm-table tbody tr').getBoundingClientRect()"
    assert browser.run(f"{row}.height") < 300


def test_ten_thousand_claims_at_one_point_are_all_in_reach(
    browser: Browser, tmp_path: Path
) -> None:
    base = many(10_000)
    one: ResolvedClaim = base.drawn[3]
    drawn = tuple(replace(one, claim=item.claim) for item in base.drawn)
    draw(replace(base, drawn=drawn)).save(tmp_path / "point.html")
    browser.open(tmp_path / "point.html")
    browser.run("frontmap.selectSites(frontmap.sites.filter((s) => s.shown.length))")
    assert browser.run("document.querySelector('#fm-card h2').textContent") == "10,000 claims here"
    items = "document.querySelectorAll('#fm-card .fm-item').length"
    first = browser.run(items)
    assert 0 < first <= 100
    browser.run("document.querySelector('#fm-card .fm-more').click()")
    assert browser.run(items) > first
    assert browser.run("document.activeElement.className.includes('fm-item')")
