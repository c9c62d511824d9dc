"""Signs on the canvas of the page: arrows, hatchings and halos, told from their strokes."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from claims.claim import Action, Status
from claims.situation import ResolvedClaim, Standing
from claims.weighing.grade import Grade
from geo.footprint import Footprint
from maps import draw
from tests.browser import Browser
from tests.maps.ground import NORTH, point
from tests.maps.situations import hama

SIDE, OTHER = "#a63c06", "#0b6fa4"
GRADE = Grade(reliability="B", credibility=2, why_reliable="", why_credible="")
# A whole picture, painted once more while each path that is filled or stroked is noted.
STROKES = """(() => {
  const own = CanvasRenderingContext2D.prototype;
  const names = ["beginPath", "lineTo", "arc", "fill", "stroke"];
  const before = names.map((name) => own[name]), seen = [];
  let path = [];
  const note = (how) => function (...given) {
    const ink = this[`${how}Style`], style = typeof ink === "string" ? ink : ink.constructor.name;
    seen.push({ how, style, alpha: this.globalAlpha, dash: this.getLineDash(), path });
    return before[names.indexOf(how)].apply(this, given);
  };
  own.beginPath = function () { path = []; return before[0].call(this); };
  own.lineTo = function (x, y) { path.push([x, y]); return before[1].call(this, x, y); };
  own.arc = function (...arc) { path.push(arc.slice(0, 3)); return before[2].apply(this, arc); };
  own.fill = note("fill");
  own.stroke = note("stroke");
  frontmap.map.fire("moveend");
  names.forEach((name, at) => { own[name] = before[at]; });
  return seen;
})()"""
# Both edges of an arrow in 25 steps, and the three corners of its head.
ARROW = 53


def _item(
    number: int = 1,
    *,
    action: Action = Action.ADVANCE,
    status: Status = Status.OCCURRED,
    voices: int = 2,
    side: str = "government",
    at: Footprint | None = None,
    tail: Footprint | None = None,
    axes: tuple[str, ...] = (),
) -> ResolvedClaim:
    """Return a claim of Hama's with other signs."""
    base = hama().drawn[13]
    claim = replace(
        base.claim, id=f"s{number}", action=action, status=status, actor_side=side, axes=axes
    )
    standing = Standing(voices=voices, sides=(), against_interest=False, grade=GRADE)
    return replace(base, claim=claim, standing=standing, footprint=at or base.footprint, tail=tail)


def _strokes(browser: Browser, page: Path, *items: ResolvedClaim) -> list[dict[str, Any]]:
    draw(replace(hama(), drawn=items, not_drawn=())).save(page)
    browser.open(page)
    seen: list[dict[str, Any]] = browser.run(STROKES)
    return seen


def _arrows(strokes: list[dict[str, Any]], how: str, colour: str = SIDE) -> list[dict[str, Any]]:
    return [
        each for each in strokes
        if len(each["path"]) == ARROW and each["how"] == how and each["style"] == colour
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("claimed", "alphas", "dash"),
    [
        ({"voices": 2}, [0.88], []),
        ({"voices": 1}, [0.4], [6, 3]),
        ({"action": Action.RETREAT}, [], []),
        ({"status": Status.PLANNED}, [], [1.5, 3]),
        ({"status": Status.FAILED}, [], [1.5, 3]),
    ],
)
def test_an_arrow_is_filled_dashed_or_hollow_by_what_is_claimed(
    browser: Browser,
    tmp_path: Path,
    claimed: dict[str, Any],
    alphas: list[float],
    dash: list[float],
) -> None:
    item = _item(tail=point("Khanasir"), **claimed)
    strokes = _strokes(browser, tmp_path / "one.html", item)
    assert [round(each["alpha"], 2) for each in _arrows(strokes, "fill")] == alphas
    assert [each["dash"] for each in _arrows(strokes, "stroke")] == [dash]


def test_an_arrow_widens_from_where_a_movement_starts_to_its_head(
    browser: Browser, tmp_path: Path
) -> None:
    strokes = _strokes(browser, tmp_path / "one.html", _item(tail=point("Khanasir")))
    ((path,),) = [[each["path"] for each in _arrows(strokes, "fill")]]
    start, neck, head = (math.dist(path[n], path[-1 - n]) for n in (0, 24, 25))
    assert start < 3 < neck < head


def test_where_no_start_is_stated_there_is_a_head_for_each_direction(
    browser: Browser, tmp_path: Path
) -> None:
    item = _item(axes=("north", "west"))
    strokes = _strokes(browser, tmp_path / "one.html", item)
    faint = [each for each in strokes if each["style"] == "CanvasGradient"]
    assert _arrows(strokes, "fill") == []
    assert len(faint) == 2


def test_arrows_from_one_direction_fan_out(browser: Browser, tmp_path: Path) -> None:
    tails = [
        replace(point("Khanasir"), lon=37.498 + shift, lat=35.783) for shift in (0, 0.001, 0.002)
    ]
    items = [_item(number, tail=tail) for number, tail in enumerate(tails)]
    strokes = _strokes(browser, tmp_path / "three.html", *items)
    middles = sorted(each["path"][12] for each in _arrows(strokes, "fill"))
    gaps = [math.dist(*pair) for pair in pairwise(middles)]
    assert len(gaps) == 2
    assert min(gaps) > 8


def test_an_area_that_two_sides_claim_has_the_hatching_of_both(
    browser: Browser, tmp_path: Path
) -> None:
    items = [
        _item(number, side=side, at=NORTH)
        for number, side in enumerate(("government", "opposition"))
    ]
    strokes = _strokes(browser, tmp_path / "two.html", *items)
    hatched = [each for each in strokes if each["style"] == "CanvasPattern"]
    edges = {each["style"] for each in strokes if each["how"] == "stroke"}
    assert len(hatched) == 2
    assert {SIDE, OTHER} <= edges


def test_an_area_of_a_plan_is_an_outline(browser: Browser, tmp_path: Path) -> None:
    item = _item(status=Status.PLANNED, at=NORTH)
    strokes = _strokes(browser, tmp_path / "one.html", item)
    assert [each for each in strokes if each["style"] == "CanvasPattern"] == []


def test_the_halo_of_a_point_is_as_wide_as_it_is_uncertain(
    browser: Browser, tmp_path: Path
) -> None:
    strokes = _strokes(browser, tmp_path / "one.html", _item(at=point("Suran", km=4)))
    (halo,) = [each for each in strokes if each["how"] == "stroke" and each["dash"] == [3, 3]]
    radius = halo["path"][0][2]
    east = browser.run(
        "(() => { const at = frontmap.map.latLngToContainerPoint.bind(frontmap.map);"
        " return at([35.2903, 37.7428]).x - at([35.2903, 36.7428]).x; })()"
    )
    km_a_degree = 111.32 * math.cos(math.radians(35.2903))
    assert radius == pytest.approx(4 * east / km_a_degree, rel=0.01)
