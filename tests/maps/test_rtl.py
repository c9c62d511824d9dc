"""Names that run right to left, among words that do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from claims.situation import Situation
from gazetteer.entry import Toponym
from gazetteer.place import PlaceExpression
from maps import draw
from tests.browser import Browser
from tests.maps.ground import TOWNS
from tests.maps.situations import hama

NAME = "ريف حماة (الشمالي) 15"
SPEAKER = "المرصد السوري (SOHR)"


def arabic() -> Situation:
    """Return a situation in which place, speaker, title and quotation run right to left."""
    base = hama()
    drawn = []
    for item in base.drawn:
        chosen = item.resolution.chosen[0]
        entry = replace(chosen.entry, toponyms=(Toponym(text=NAME),))
        resolution = replace(item.resolution, chosen=(replace(chosen, entry=entry),))
        place = PlaceExpression(text=NAME, heads=(NAME,))
        claim = replace(item.claim, claimant=SPEAKER, place=place)
        drawn.append(replace(item, claim=claim, resolution=resolution))
    reports = tuple(replace(report, title="معارك قرب حماة (3)") for report in base.reports)
    return replace(base, drawn=tuple(drawn), reports=reports)


@pytest.fixture(scope="module")
def arabic_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("arabic") / "arabic.html"
    towns = [replace(town, toponyms=(Toponym(text="سلمية (12)"),)) for town in TOWNS]
    draw(arabic(), towns=towns).save(path)
    return path


@pytest.fixture
def desk(browser: Browser, arabic_page: Path) -> Iterator[Browser]:
    browser.open(arabic_page)
    yield browser
    assert browser.complaints == []


LOOSE = """(() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), loose = [];
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const within = node.parentElement.closest("bdi, [dir=auto], noscript, script");
    if (/\\p{Script=Arabic}/u.test(node.data) && !within) loose.push(node.data);
  }
  return loose;
})()"""


def test_every_name_beside_the_map_is_isolated(desk: Browser) -> None:
    for name in ("legend", "claims", "reports", "who", "listed", "sources"):
        desk.run(f"document.querySelector('#fm-tab-{name}').click()")
    desk.run("frontmap.selectClaim(3)")
    said = desk.run("document.querySelector('#fm-card').textContent")
    assert NAME in said
    assert SPEAKER in said
    assert desk.run(LOOSE) == []
    desk.run("document.querySelector('#fm-as-table').click()")
    assert desk.run("document.querySelector('#fm-table').textContent.includes('ريف')")
    assert desk.run(LOOSE) == []


# The parts of a label on the canvas, as the painter asks the browser for them.
SPY = """(() => {
  const told = [], proto = CanvasRenderingContext2D.prototype, paint = proto.fillText;
  proto.fillText = function (text, ...rest) {
    told.push([text, this.direction]);
    return paint.call(this, text, ...rest);
  };
  frontmap.map.panBy([300, 0], {animate: false});
  proto.fillText = paint;
  return told;
})()"""


def test_names_on_the_map_run_as_their_letters_do(desk: Browser) -> None:
    painted = desk.run(SPY)
    arabic_names = [way for text, way in painted if "سلمية" in text or "ريف" in text]
    assert arabic_names
    assert set(arabic_names) == {"rtl"}


def test_latin_names_keep_running_left_to_right(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page)
    names = {text: way for text, way in browser.run(SPY) if text.isalpha()}
    assert names["Hama"] == "ltr"
