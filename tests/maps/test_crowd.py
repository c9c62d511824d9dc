"""Many places at once: each a dot, and no side's dots over all others."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

from shapely.geometry import Point

from claims.situation import Situation
from maps import draw
from tests.browser import Browser
from tests.maps.ground import point
from tests.maps.situations import scattered

# The corner and the colour of each dot, in the order in which they are painted.
DOTS = """(() => {
  const { fillRect } = CanvasRenderingContext2D.prototype, dots = [];
  CanvasRenderingContext2D.prototype.fillRect = function (x, y, w, h) {
    if (w === 3 && h === 3) dots.push([`${x} ${y}`, this.fillStyle]);
  };
  frontmap.map.fire("moveend");
  CanvasRenderingContext2D.prototype.fillRect = fillRect;
  return dots;
})()"""


def _pairs(count: int) -> Situation:
    """Return a situation in which two sides claim something at places that nearly meet."""
    base, drawn = scattered(count), []
    for item in base.drawn:
        for side, shift in (("government", 0.0), ("opposition", 1e-4)):
            claim = replace(item.claim, id=f"{item.claim.id} {side}", actor_side=side)
            lon, lat = item.footprint.lon + shift, item.footprint.lat
            spot = replace(point("Suran"), geometry=Point(lon, lat), lon=lon, lat=lat)
            drawn.append(replace(item, claim=claim, footprint=spot))
    return replace(base, drawn=tuple(drawn))


def test_no_side_covers_the_dots_of_another(browser: Browser, tmp_path: Path) -> None:
    draw(_pairs(500)).save(tmp_path / "pairs.html")
    browser.open(tmp_path / "pairs.html")
    on_top = Counter(dict(browser.run(DOTS)).values())
    assert browser.complaints == []
    assert len(on_top) == 2
    assert min(on_top.values()) > 0.3 * on_top.total() > 30
