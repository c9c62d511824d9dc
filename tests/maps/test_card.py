"""The detail card: one claim in full."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from maps import draw
from tests.browser import Browser
from tests.maps.situations import hama

CARD = "document.querySelector('#fm-card').textContent"
SELECT = "frontmap.selectClaim(frontmap.data.ids.indexOf('{}'))"


def test_the_card_says_where_no_words_name_the_side(browser: Browser, tmp_path: Path) -> None:
    situation = hama()
    first, *rest = situation.drawn
    unnamed = replace(first, claim=replace(first.claim, actor=""))
    draw(replace(situation, drawn=(unnamed, *rest))).save(tmp_path / "map.html")
    browser.open(tmp_path / "map.html")
    browser.run(SELECT.format(unnamed.claim.id))
    assert "not named in these words" in browser.run(CARD)
    named = next(item.claim for item in rest if item.claim.actor)
    browser.run(SELECT.format(named.id))
    assert "not named in these words" not in browser.run(CARD)
