"""The view in the address: what a link holds, and what happens to links that are wrong."""

from __future__ import annotations

import html
from pathlib import Path
from urllib.parse import unquote

import pytest

from maps import draw
from tests.browser import Browser
from tests.maps.situations import hama
from tests.maps.week import week

PASSING = "frontmap.claims.filter((c) => frontmap.passes(c)).map((c) => c.id).sort()"
FIELDS = """["from", "to", "search", "slider"].map(
  (name) => document.querySelector(`#fm-${name}`).value)"""
VIEW = f"""[
  {PASSING}, [...frontmap.ages], frontmap.map.getZoom(), frontmap.state.selected, {FIELDS},
  document.querySelector("#fm-moment").textContent, document.querySelectorAll(":checked").length,
]"""
HASH = """new Promise((done) => {
  const before = location.hash, end = performance.now() + 3000;
  const look = () => {
    if (location.hash !== before || performance.now() > end) done(location.hash);
    else setTimeout(look, 20);
  };
  look();
})"""
SETTLED = "new Promise((done) => setTimeout(done, 500))"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("week") / "week.html"
    draw(week()).save(path)
    return path


def _centre(browser: Browser) -> list[float]:
    told: list[float] = browser.run("(({lat, lng}) => [lat, lng])(frontmap.map.getCenter())")
    return told


def test_a_page_that_was_only_opened_keeps_its_address_clean(browser: Browser, page: Path) -> None:
    browser.open(page)
    browser.run(SETTLED)
    assert browser.run("location.hash") == ""


def _enter(field: str, value: str, event: str) -> str:
    return f"""(() => {{
      const field = document.querySelector("#fm-{field}");
      field.value = "{value}";
      field.dispatchEvent(new Event("{event}"));
    }})()"""


CHANGES = [
    ("frontmap.map.setView([35.4, 36.9], 9.5, {animate: false})", "z=9.5/35.4/36.9"),
    ("document.querySelector('.fm-switch').click()", "off=advances.government"),
    ("frontmap.selectClaim(frontmap.data.ids.indexOf('c004'))", "claim=c004"),
    (_enter("search", "Hama road", "input"), "q=hama+road"),
    (_enter("slider", "5", "input"), "t=2024-12-02T06:00"),
    (_enter("length", "1440", "change"), "step=24h"),
]


@pytest.mark.parametrize(("change", "words"), CHANGES)
def test_a_change_of_the_view_is_written_readably(
    browser: Browser, page: Path, change: str, words: str
) -> None:
    browser.open(page)
    told = browser.run(f"(() => {{ const told = {HASH}; {change}; return told; }})()")
    assert told == f"#{words}"


LINK = (
    "#z=9.25/35.3/36.8&off=fighting.government&claimant=HTS,SOHR,Syrian+Defence+Ministry"
    "&status=occurred,ongoing&from=2024-12-01&to=2024-12-04&t=2024-12-03T12:00&window=day"
    "&older=keep&claim=c012"
)


def test_a_link_opens_the_view_it_was_made_from(browser: Browser, page: Path) -> None:
    browser.open(page, fragment=LINK)
    assert browser.complaints == []
    first = browser.run(VIEW)
    assert 0 < len(first[0]) < 20
    assert first[2] == 9.25
    assert _centre(browser) == pytest.approx([35.3, 36.8], abs=0.002)
    # A change and back makes the page write its whole view.
    browser.run(f"(document.querySelector('.fm-switch').click(), {SETTLED})")
    browser.run(f"(document.querySelector('.fm-switch').click(), {SETTLED})")
    written = browser.run("location.hash")
    assert sorted(unquote(written[1:]).split("&")) == sorted(LINK[1:].split("&"))
    browser.open(page, fragment=written)
    assert browser.run(VIEW) == first


GO = """new Promise((done) => {
  addEventListener("hashchange", () => setTimeout(done), {once: true});
  location.hash = "%s";
})"""


def test_a_new_address_changes_the_page_that_is_open(browser: Browser, page: Path) -> None:
    browser.open(page)
    everything = browser.run(PASSING)
    browser.run(GO % "#claimant=SOHR")
    few = browser.run(PASSING)
    assert 0 < len(few) < len(everything)
    browser.run(GO % "#q=suran")
    assert browser.run(PASSING) != few
    assert browser.run("document.querySelector('#fm-search').value") == "suran"
    browser.run(GO % "")
    assert browser.run(PASSING) == everything


WRONG = """
# #&&=& #z= #z=a/b/c #z=99/35/36 #z=8/95/36 #z=8/35 #z=NaN/1/2 #z=8/Infinity/1 #side=,, #says=
#off=nothing.nobody,advances #claimant=%E0%A4%A #q=% #action=../../x #only=all #from=yesterday
#to=2024-99-99 #t=never #t=1970-01-01 #t=2999-01-01T00:00 #step=0h #step=constructor #older=1
#window=__proto__ #claim=nobody #claim=%FF #__proto__=1 #constructor=x&toString=y
#<img/src=x/onerror=alert(1)> #source=Z&content=99
""".split()


def test_wrong_addresses_are_passed_over_without_an_error(browser: Browser, page: Path) -> None:
    browser.open(page)
    whole = browser.run(VIEW)
    centre = _centre(browser)
    for fragment in WRONG:
        browser.open(page, fragment=fragment)
        assert browser.run("!!frontmap.ready"), fragment
        assert browser.complaints == [], fragment
        assert (browser.run(VIEW), _centre(browser)) == (whole, centre), fragment


FLOOD = """(async () => {
  let calls = 0;
  const real = history.replaceState.bind(history), before = history.length;
  history.replaceState = (...all) => { calls += 1; real(...all); };
  const slider = document.querySelector("#fm-slider");
  for (let i = 0; i < 60; i += 1) {
    slider.value = i % 18;
    slider.dispatchEvent(new Event("input"));
    frontmap.map.panBy([1, 0], {animate: false});
    await new Promise(requestAnimationFrame);
  }
  await new Promise((done) => setTimeout(done, 500));
  return [calls, history.length - before];
})()"""


def test_walking_through_time_does_not_flood_the_history(browser: Browser, page: Path) -> None:
    browser.open(page)
    assert browser.run(FLOOD) == [1, 0]


def test_a_page_within_a_page_works_where_it_may_not_change_its_address(
    browser: Browser, page: Path, tmp_path: Path
) -> None:
    inner = html.escape(page.read_text(encoding="utf-8"), quote=True)
    outer = tmp_path / "outer.html"
    frame = f'<iframe width="900" height="700" srcdoc="{inner}"></iframe>'
    outer.write_text(f"<!DOCTYPE html><title>outer</title>{frame}", encoding="utf-8")
    within = "document.querySelector('iframe').contentWindow"
    browser.open(outer, ready=f"{within}.frontmap && {within}.frontmap.ready")
    browser.run(f"{within}.document.querySelector('#fm-on').click()")
    browser.run(SETTLED)
    assert browser.run(f"{within}.document.querySelector('#fm-moment').textContent").startswith(
        "Sun, 1 Dec"
    )
    assert browser.run(f"{within}.location.href") == "about:srcdoc"
    assert browser.complaints == []


def test_a_link_made_for_another_map_opens_this_one(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page, fragment=LINK.replace("c012", "c901"))
    assert browser.complaints == []
    assert browser.run("frontmap.claims.length") == len(hama().claims)
