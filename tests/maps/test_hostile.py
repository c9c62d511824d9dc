"""No text of a report, theatre or gazetteer becomes code, in Python or in a browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import folium
import pytest

from claims.situation import Situation
from maps import draw
from maps.text import safe
from tests.browser import Browser
from tests.maps.hostile import hostile
from tests.maps.payloads import BREAKING, JAVASCRIPT, python

WALK = """(async () => {
  const turn = () => new Promise((done) => setTimeout(done, 0));
  for (const claim of frontmap.claims) frontmap.selectClaim(claim.index);
  frontmap.selectSites(frontmap.sites);
  for (const node of document.querySelectorAll("details")) node.open = true;
  for (const node of document.querySelectorAll("#fm-panel button, #fm-panel summary")) node.click();
  const search = document.querySelector("#fm-search");
  search.value = "<img src=x onerror=1>${1}";
  search.dispatchEvent(new Event("input"));
  await turn();
  return window.__hit || 0;
})()"""


def _remembering(payloads: Iterator[str]) -> Callable[[str], str]:
    known: dict[str, str] = {}
    return lambda field: known.setdefault(field, next(payloads) + field)


def _variants(payload: str) -> Callable[[str], str]:
    return lambda field: f"{payload} {field}"


def _together(payloads: Sequence[str]) -> Situation:
    """Return one situation in which every payload stands once in every field."""
    made = [hostile(_variants(payload)) for payload in payloads]
    sides = tuple(side for situation in made for side in situation.theatre.sides)
    return replace(
        made[0],
        theatre=replace(made[0].theatre, sides=sides),
        reports=tuple(report for situation in made for report in situation.reports),
        drawn=tuple(item for situation in made for item in situation.drawn),
        not_drawn=tuple(item for situation in made for item in situation.not_drawn),
    )


@pytest.mark.parametrize("part", range(5))
def test_no_field_runs_script_and_the_page_stays_whole(
    browser: Browser, tmp_path: Path, part: int
) -> None:
    payloads = (JAVASCRIPT + BREAKING)[part::5]
    page = tmp_path / "page.html"
    draw(_together(payloads), title="\n".join(payloads)).save(page)
    browser.open(page)
    assert browser.run("!!(window.frontmap && window.frontmap.ready)")
    assert browser.run(WALK) == 0
    assert browser.run("document.querySelectorAll('body script, body img').length") == 4
    assert browser.run("frontmap.claims.length") == 3 * len(payloads)
    assert (browser.requests, browser.complaints) == ([], [])


def test_fields_with_different_payloads_at_once_run_nothing(
    browser: Browser, tmp_path: Path
) -> None:
    for turn in range(3):
        payloads = cycle((JAVASCRIPT + BREAKING)[turn:])
        situation = hostile(_remembering(payloads))
        page = tmp_path / f"mixed{turn}.html"
        draw(situation, title=next(payloads)).save(page)
        browser.open(page)
        assert browser.run(WALK) == 0
        assert (browser.requests, browser.complaints) == ([], [])


def test_no_field_is_read_as_a_template(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    for payload in python(str(trap)):
        front = draw(hostile(lambda field, payload=payload: f"{payload} {field}"), title=payload)
        folium.Circle((35.1, 36.7), radius=100).add_to(front)
        front.save(tmp_path / "page.html")
        front._repr_html_()
        assert not trap.exists(), payload


def test_plain_folium_does_run_the_templates(tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    plain = folium.Map((35.1, 36.7), tiles=None)
    folium.Marker((35.1, 36.7), popup=python(str(trap))[0]).add_to(plain)
    plain.get_root().render()
    assert trap.exists()


def test_an_unsafe_page_does_fire(browser: Browser, tmp_path: Path) -> None:
    page = tmp_path / "unsafe.html"
    page.write_text(
        f"<!DOCTYPE html><title>control</title><p>{JAVASCRIPT[8]}</p>", encoding="utf-8"
    )
    browser.open(page, ready="window.__hit")
    assert browser.run("window.__hit") >= 1


def test_a_script_that_slipped_in_would_be_stopped_by_the_policy(
    browser: Browser, tmp_path: Path, hama_page: Path
) -> None:
    html = hama_page.read_text(encoding="utf-8")
    page = tmp_path / "injected.html"
    page.write_text(
        html.replace("</header>", f"{JAVASCRIPT[0]}{JAVASCRIPT[8]}</header>"), encoding="utf-8"
    )
    browser.open(page)
    assert browser.run("window.__hit || 0") == 0
    assert any("Content Security Policy" in line for line in browser.complaints)


def test_a_user_layer_with_safe_text_runs_nothing_and_shows_it(
    browser: Browser, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    texts = (*JAVASCRIPT, *python(str(trap)), *BREAKING)
    front = draw(hostile(lambda field: field))
    for text in texts:
        marker = folium.Marker((35.1, 36.7), popup=safe(text), tooltip=safe(text))
        marker.add_to(front)
    front.save(tmp_path / "user.html")
    browser.open(tmp_path / "user.html")
    assert not trap.exists()
    opened = "frontmap.map.eachLayer((layer) => { if (layer.openPopup) layer.openPopup(); })"
    assert browser.run(f"{opened}, window.__hit || 0") == 0
    assert browser.complaints == []
    shown = "[...document.querySelectorAll('.leaflet-popup-content')].at(-1).textContent"
    assert browser.run(shown).strip() == BREAKING[-1]
