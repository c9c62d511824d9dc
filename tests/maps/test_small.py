"""The page at widths from a small phone to a large screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from maps import draw
from maps.looks.theme import Theme
from maps.wording.language import language as spoken
from tests.browser import Browser
from tests.maps.axe import violations
from tests.maps.ground import TOWNS
from tests.maps.situations import hama

SIZES = [(320, 640), (360, 740), (768, 1024), (1280, 800), (1920, 1080), (2560, 1440)]
FORMS = ("page", "embed")

BEYOND = """(() => {
  const width = document.documentElement.clientWidth;
  const inside = (node) => node.closest('.leaflet-pane, .fm-hide, .fm-scroll, .fm-table-body');
  const out = [...document.querySelectorAll('body *')].filter((node) => {
    const { left, right, width: own } = node.getBoundingClientRect();
    return own > 0 && (right > width + 1 || left < -1) && !inside(node);
  });
  return [document.documentElement.scrollWidth - width, out.map((node) => node.className)];
})()"""

# Markers of the land that the page opens with which are cut, or lie under a control.
SPOILT = """(() => {
  const { map } = frontmap, view = map.getPixelBounds(), { min, max } = view;
  const frame = map.getContainer().getBoundingClientRect(), bounds = map.getBounds();
  const [w, s, e, n] = JSON.parse(document.querySelector('#fm-data').dataset.bounds);
  const k = 256 * 2 ** map.getZoom(), a = map.project([n, w]), b = map.project([s, e]);
  const over = [...document.querySelectorAll('.leaflet-control')].map((node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return [left - frame.left, top - frame.top, right - frame.left, bottom - frame.top];
  });
  return frontmap.layout(map.getZoom()).marks
    .filter(({ home: [x, y] }) => x * k >= a.x && x * k <= b.x && y * k >= a.y && y * k <= b.y)
    .filter(({ box }) => box[0] < min.x || box[2] > max.x || box[1] < min.y || box[3] > max.y
      || over.some((o) => box[0] - min.x < o[2] && box[2] - min.x > o[0]
        && box[1] - min.y < o[3] && box[3] - min.y > o[1])).length;
})()"""

CROSSED = """(() => {
  const boxes = [...document.querySelectorAll('.fm-edge, .leaflet-control')]
    .map((node) => node.getBoundingClientRect()).filter(({ width }) => width);
  return boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a.left < b.right
    && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
})()"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("small")
    paths = {form: folder / f"{form}.html" for form in FORMS}
    for form, path in paths.items():
        draw(hama(), towns=TOWNS, form=form).save(path)
    return paths


@pytest.fixture(params=[(*size, form) for size in SIZES for form in FORMS], ids=str)
def opened(browser: Browser, pages: dict[str, Path], request: pytest.FixtureRequest) -> Browser:
    width, height, form = request.param
    # A frame is given the height that it asks for.
    browser.open(pages[form], width=width, height=max(height, 900 * (form == "embed")))
    return browser


def test_nothing_reaches_beyond_the_window(opened: Browser) -> None:
    assert opened.run(BEYOND) == [0, []]


def test_no_marker_is_cut_or_covered_at_first(opened: Browser) -> None:
    assert opened.run(SPOILT) == 0


def test_controls_and_edges_leave_each_other_room(opened: Browser) -> None:
    assert opened.run(CROSSED) == 0


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_scale_and_credits_leave_each_other_room(
    browser: Browser, tmp_path: Path, language: str
) -> None:
    page = tmp_path / "page.html"
    draw(hama(), towns=TOWNS, theme=Theme(tongue=spoken(language))).save(page)
    for width in (320, 360, 1280):
        browser.open(page, width=width, height=740)
        assert browser.run(CROSSED) == 0, width


NAMES = """(look) => new Promise((done) => {
  const { map } = frontmap, names = new Set(), { prototype } = CanvasRenderingContext2D;
  const { towns } = frontmap.layout(map.getZoom()), [name] = towns, own = prototype.fillText;
  prototype.fillText = function fill(text, ...at) { names.add(text); own.call(this, text, ...at); };
  const at = map.unproject([name.x + (look ? map.getSize().x / 2 : 0), name.y], map.getZoom());
  map.setView(at, map.getZoom(), { animate: false });
  requestAnimationFrame(() => { prototype.fillText = own; done(names.has(name.town.name)); });
})"""


def test_a_name_is_whole_or_not_there(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["page"])
    assert browser.run(f"({NAMES})(false)")
    assert not browser.run(f"({NAMES})(true)"), "half a name stands at the edge"


# Markers painted half beyond the window's edge, wherever the map is moved.
HALVES = """(() => {
  const { map } = frontmap, { prototype } = CanvasRenderingContext2D, own = prototype.roundRect;
  const size = map.getSize(), x0 = Math.round(size.x * 0.2), y0 = Math.round(size.y * 0.2);
  const x1 = x0 + size.x, y1 = y0 + size.y, counts = [0, 0];
  prototype.roundRect = function pill(x, y, width, height, round) {
    const [right, bottom] = [x + width, y + height];
    if (height === 20) {
      const seen = x < x1 && right > x0 && y < y1 && bottom > y0;
      counts[0] += seen;
      counts[1] += seen && (x < x0 || right > x1 || y < y0 || bottom > y1);
    }
    own.call(this, x, y, width, height, round);
  };
  for (let step = 0; step < 24; step += 1) {
    const [x, y] = [step % 2 ? 17 * step : -17 * step, step % 3 ? 11 * step : -11 * step];
    map.panBy([x, y], { animate: false });
  }
  prototype.roundRect = own;
  return counts;
})()"""


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
def test_a_marker_is_whole_or_not_there(
    browser: Browser, pages: dict[str, Path], size: tuple[int, int]
) -> None:
    width, height = size
    browser.open(pages["page"], width=width, height=height)
    painted, halves = browser.run(HALVES)
    assert painted > 40
    assert halves == 0


def test_every_tab_fits_and_answers(opened: Browser) -> None:
    more = opened.run("(() => { const more = document.querySelector('#fm-more');"
                      " if (more) more.click(); return Boolean(more); })()")  # fmt: skip
    for tab in ("legend", "claims", "reports", "who", "listed", "sources", "method"):
        node = f"document.querySelector('#fm-tab-{tab}')"
        opened.run(f"{node}.scrollIntoView({{block: 'center'}})")
        x, y = opened.run(f"(() => {{ const r = {node}.getBoundingClientRect();"
                          " return [r.left + r.width / 2, r.top + r.height / 2]; })()")  # fmt: skip
        opened.click(x, y)
        assert opened.run(f"{node}.ariaSelected") == "true"
        assert opened.run(BEYOND)[0] == 0
        panel = f"document.querySelector('#fm-panel-{tab}')"
        assert opened.run(f"{panel}.scrollWidth <= {panel}.clientWidth + 1"), tab
    assert more == opened.run("document.body.matches('.fm-embedded')")


def test_a_card_stands_inside_the_window(opened: Browser) -> None:
    opened.run("frontmap.selectClaim(4)")
    left, top, right, bottom = opened.run(
        "(() => { const r = document.querySelector('#fm-card').getBoundingClientRect();"
        " return [r.left, r.top, innerWidth - r.right, innerHeight - r.bottom]; })()"
    )
    assert min(left, top, right, bottom) >= 0
    assert opened.run(BEYOND)[0] == 0


def test_a_window_that_turns_gets_its_own_opening(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["page"], width=740, height=360)
    before = browser.run("frontmap.map.getZoom()")
    browser._send(
        "Emulation.setDeviceMetricsOverride",
        width=360,
        height=740,
        deviceScaleFactor=1,
        mobile=True,
    )
    browser.run("new Promise((done) => setTimeout(done, 300))")
    assert browser.run(SPOILT) == 0
    assert browser.run("frontmap.map.getZoom()") != before
    browser.run("frontmap.map.setZoom(11) && null")
    browser._send(
        "Emulation.setDeviceMetricsOverride",
        width=740,
        height=360,
        deviceScaleFactor=1,
        mobile=True,
    )
    browser.run("new Promise((done) => setTimeout(done, 300))")
    assert browser.run("frontmap.map.getZoom()") == 11  # the reader's own view is left alone


MORE = "document.querySelector('#fm-more').click()"
STATES = {
    "first view": "0",
    "overlay": MORE,
    "sources": f"{MORE}, document.querySelector('#fm-tab-sources').click()",
    "table over overlay": f"{MORE}, document.querySelector('#fm-as-table').click()",
    "card": "frontmap.selectClaim(4)",
    "hint": "document.querySelector('#fm-map').dispatchEvent(new WheelEvent('wheel'))",
}


@pytest.mark.parametrize("width", [360, 1000])
@pytest.mark.parametrize("state", STATES)
def test_axe_has_nothing_against_the_compact_map(
    browser: Browser, pages: dict[str, Path], state: str, width: int
) -> None:
    browser.open(pages["embed"], width=width, height=900)
    browser.run(f"({STATES[state]}, 0)")
    assert violations(browser) == []
