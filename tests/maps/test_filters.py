"""Filters of the page: what each leaves, and what every choice counts under the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from claims.situation import NotDrawn, ResolvedClaim
from maps import draw
from maps.packed.pack import unpack
from maps.wording.words import speaker
from tests.browser import Browser
from tests.maps.week import DATELESS, LONG, months, week

Item = ResolvedClaim | NotDrawn
PASSING = "frontmap.claims.filter((c) => frontmap.passes(c)).map((c) => c.id).sort()"
OPEN = """(async () => {
  const blocks = document.querySelectorAll("#fm-filters, #fm-filters details");
  for (const block of blocks) block.open = true;
  await new Promise((done) => setTimeout(done));
})()"""
SHOWING = "document.querySelector('#fm-showing').textContent"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("week") / "week.html"
    draw(week()).save(path)
    return path


@pytest.fixture
def desk(browser: Browser, page: Path) -> Browser:
    browser.open(page)
    browser.run(OPEN)
    return browser


def _tick(browser: Browser, facet: str, *names: str) -> None:
    for name in names:
        browser.run(
            f"[...document.querySelectorAll('[data-facet={facet}] label')].find((l) =>"
            f" l.querySelector('bdi').textContent.startsWith('{name}')).click()"
        )


def _counts(browser: Browser, facet: str) -> dict[str, int]:
    rows = browser.run(
        f"[...document.querySelectorAll('[data-facet={facet}] li')].map((row) =>"
        " [row.querySelector('bdi'), row.querySelector('.fm-count')].map((n) => n.textContent))"
    )
    return {name: int(count.replace(",", "")) for name, count in rows}


def _items() -> list[Item]:
    situation = week()
    return [*situation.drawn, *situation.not_drawn]


def _ids(keep: Callable[[Item], bool]) -> list[str]:
    return sorted(item.claim.id for item in _items() if keep(item))


def _told(count: int) -> str:
    return f"Showing {count} of {len(_items())} claims"


def _sohr(item: Item) -> bool:
    return item.claim.claimant == "SOHR"


def _struck(item: Item) -> bool:
    return item.claim.action.value == "strike"


FACETS: list[tuple[str, str, Callable[[Item], bool]]] = [
    ("side", "Government", lambda item: item.claim.actor_side == "government"),
    ("claimant", "SOHR", _sohr),
    ("action", "strike", _struck),
    ("status", "planned", lambda item: item.claim.status.value == "planned"),
    ("source", "C", lambda item: bool(item.standing and item.standing.grade.reliability == "C")),
    ("content", "2", lambda item: bool(item.standing and item.standing.grade.credibility == 2)),
    ("origin", "Fighting near Hama goes on (r5)", lambda item: item.origin == "r5"),
    ("says", "Opposition", lambda item: item.claim.claimant in ("SOHR", "HTS")),
    ("says", "Government", lambda item: item.claim.claimant == "Syrian Defence Ministry"),
]


@pytest.mark.parametrize(("facet", "choice", "keep"), FACETS)
def test_a_choice_leaves_its_claims_and_counts_them_before(
    desk: Browser, facet: str, choice: str, keep: Callable[[Item], bool]
) -> None:
    counted = next(n for name, n in _counts(desk, facet).items() if name.startswith(choice))
    _tick(desk, facet, choice)
    kept = _ids(keep)
    assert desk.run(PASSING) == kept
    assert counted == len(kept) > 0
    assert desk.run(SHOWING).startswith(_told(len(kept)))


def test_choices_of_a_facet_add_up_and_facets_narrow_each_other(desk: Browser) -> None:
    _tick(desk, "action", "strike", "clash")
    _tick(desk, "claimant", "SOHR")
    assert desk.run(PASSING) == _ids(
        lambda item: _sohr(item) and item.claim.action.value in ("strike", "clash")
    )


def test_every_choice_counts_under_the_other_filters_alone(desk: Browser) -> None:
    _tick(desk, "action", "strike")
    _tick(desk, "claimant", "SOHR")
    struck = Counter(speaker(item.claim) for item in _items() if _struck(item))
    said = Counter(item.claim.action.value for item in _items() if _sohr(item))
    assert {k: n for k, n in _counts(desk, "claimant").items() if n} == dict(struck)
    told = {name.replace(" ", "_"): n for name, n in _counts(desk, "action").items() if n}
    assert told == dict(said)


def test_the_table_of_layers_counts_under_the_other_filters(desk: Browser) -> None:
    _tick(desk, "claimant", "SOHR")
    switches = "[...document.querySelectorAll('.fm-switch')]"
    numbers = desk.run(f"{switches}.map((b) => Number(b.textContent))")
    drawn = [item for item in week().drawn if _sohr(item)]
    assert sum(numbers) == len(drawn)
    beside = (
        "[...document.querySelectorAll('.fm-sides .fm-count')].map((n) => Number(n.textContent))"
    )
    assert sum(desk.run(beside)) == len(drawn)
    first = f"{switches}.find((b) => Number(b.textContent) > 0)"
    count = desk.run(f"Number({first}.textContent)")
    assert str(count) in desk.run(f"{first}.ariaLabel")
    desk.run(f"{first}.click()")
    assert len(desk.run(PASSING)) == len(drawn) - count


def test_signs_are_counted_only_while_the_whole_map_is_shown(desk: Browser) -> None:
    shown = (
        "[...document.querySelectorAll('.fm-of-all .fm-count')]"
        ".map((n) => n.checkVisibility({ visibilityProperty: true }))"
    )
    assert set(desk.run(shown)) == {True}
    _tick(desk, "claimant", "SOHR")
    assert set(desk.run(shown)) == {False}
    desk.run("document.querySelector('#fm-clear').click()")
    assert set(desk.run(shown)) == {True}


def test_only_admissions_and_only_contradicted_claims_can_be_left(desk: Browser) -> None:
    tick = "document.querySelector('[data-only={}]').click()"
    desk.run(tick.format("interest"))
    assert desk.run(PASSING) == ["c008", "c017"]
    desk.run(tick.format("interest"))
    desk.run(tick.format("disputed"))
    assert desk.run(PASSING) == ["c004", "c005"]
    desk.run(tick.format("interest"))
    assert desk.run(PASSING) == []
    assert desk.run(SHOWING) == _told(0)


def _day(browser: Browser, name: str, value: str) -> None:
    browser.run(
        f"(() => {{ const s = document.querySelector('#fm-{name}'); s.value = '{value}';"
        " s.dispatchEvent(new Event('change')); })()"
    )


def test_days_include_the_last_one_and_keep_what_has_no_date(desk: Browser) -> None:
    _day(desk, "from", "2024-12-05")
    assert desk.run(PASSING) == ["c004", "c009", "c014", DATELESS]
    _day(desk, "from", "")
    _day(desk, "to", "2024-12-01")
    assert desk.run(PASSING) == ["c000", "c005", "c010", "c015", LONG, DATELESS, "c020"]


def test_words_and_choices_narrow_together(desk: Browser) -> None:
    desk.run(
        "(() => { const s = document.querySelector('#fm-search'); s.value = 'hama';"
        " s.dispatchEvent(new Event('input')); })()"
    )
    found = desk.run(PASSING)
    _tick(desk, "claimant", "SOHR")
    both = desk.run(PASSING)
    assert 0 < len(both) < len(found)
    assert both == [one for one in found if one in _ids(_sohr)]


def test_one_button_clears_every_filter_and_the_moment(desk: Browser) -> None:
    clear = "document.querySelector('#fm-clear')"
    assert desk.run(f"{clear}.hidden") is True
    _tick(desk, "claimant", "SOHR")
    _day(desk, "from", "2024-12-03")
    desk.run("document.querySelector('[data-only=disputed]').click()")
    desk.run("document.querySelector('.fm-switch').click()")
    desk.run("document.querySelector('#fm-on').click()")
    desk.run(f"{clear}.click()")
    assert len(desk.run(PASSING)) == len(_items())
    assert desk.run(SHOWING) == f"{_told(len(_items()))}, 3 of them not on the map"
    assert desk.run(f"{clear}.hidden") is True
    assert desk.run("document.querySelectorAll('#fm-filters :checked').length") == 0
    assert desk.run("document.querySelector('#fm-from').value") == ""
    pressed = "document.querySelectorAll('.fm-switch[aria-pressed=false]').length"
    assert desk.run(pressed) == 0


def test_every_field_of_the_filters_and_of_time_has_a_name(desk: Browser) -> None:
    unnamed = desk.run(
        "[...document.querySelectorAll('#fm-filters :is(input, button), #fm-time"
        " :is(input, button, select)')].filter((n) => !(n.ariaLabel || n.textContent.trim()"
        " && n.tagName === 'BUTTON' || n.labels && [...n.labels].some((l) =>"
        " l.textContent.trim()))).map((n) => n.outerHTML)"
    )
    assert unnamed == []


def test_a_long_list_of_choices_is_found_by_its_words(browser: Browser, tmp_path: Path) -> None:
    draw(months(10_000)).save(tmp_path / "months.html")
    browser.open(tmp_path / "months.html")
    browser.run(OPEN)
    counts = _counts(browser, "action")
    assert len(counts) == 10
    browser.run(
        "(() => { const s = document.querySelector('[data-facet=action] .fm-find');"
        " s.value = 'encirc'; s.dispatchEvent(new Event('input')); })()"
    )
    assert list(_counts(browser, "action")) == ["encircle"]
    _tick(browser, "action", "encircle")
    browser.run("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))")
    shown = browser.run("frontmap.claims.filter((c) => frontmap.passes(c)).length")
    assert shown == _counts(browser, "action")["encircle"] == 454
    assert browser.complaints == []


def test_speakers_sides_and_stories_stand_in_the_page_s_columns() -> None:
    situation = week()
    head, columns, _ = unpack(draw(situation).packed)
    assert head["zone"] == "Asia/Damascus"
    sides = ["", *(side["id"] for side in head["sides"])]
    says = {
        claim.claimant: sides[number]
        for claim, number in zip(situation.claims, columns["claim.says"].tolist(), strict=True)
    }
    told = {name: says[name] for name in ("SOHR", "HTS", "Syrian Defence Ministry", "Xinhua")}
    assert [*told.values()] == ["opposition", "opposition", "government", ""]
    story = head["stories"][columns["claim.story"][0]]
    assert story == ["wire-1", 1, 2]
