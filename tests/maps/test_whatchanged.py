"""What changed, told beside the map: counts, lists that open claims, and a badge on new ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.claim import Status
from claims.editions.changes import Changes, changes_between
from claims.editions.noted import State, state_of
from claims.situation import ResolvedClaim, Situation, Standing
from maps import draw
from maps.changes.panel import changes_panel
from maps.wording.language import ENGLISH
from tests.browser import Browser
from tests.maps.situations import hama, many

LONG = "<img src=x onerror=alert(1)> \u202e “the long road” & the rest of it"


def _swapped(item: ResolvedClaim, **fields: object) -> ResolvedClaim:
    return replace(item, claim=replace(item.claim, **fields))  # type: ignore[arg-type]


def _before() -> State:
    """Return an earlier state from which the hand-made one differs in every way there is."""
    later = state_of(hama())
    rows = {noted.claim.id: noted for noted in later.claims}
    rows["c003"] = replace(rows["c003"], point=(36.0, 35.0))
    rows["c006"] = replace(rows["c006"], claim=replace(rows["c006"].claim, status=Status.DENIED))
    rows["c004"] = replace(rows["c004"], contradicts=())
    rows["c005"] = replace(rows["c005"], contradicts=())
    rows["c021"] = replace(rows["c021"], agrees_with=())
    for new in ("c000", "c010"):
        del rows[new]
    gone = replace(rows["c001"], claim=replace(rows["c001"].claim, id="gone", quote=LONG))
    return replace(later, claims=(*rows.values(), gone))


def _changes(situation: Situation | None = None) -> Changes:
    return changes_between(_before(), state_of(situation or hama()))


@pytest.fixture(scope="module")
def told_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("told") / "map.html"
    draw(hama(), changes=_changes()).save(path)
    return path


@pytest.fixture
def desk(browser: Browser, told_page: Path) -> Browser:
    browser.open(told_page, width=1280, height=800)
    browser.run("document.querySelector('#fm-changes summary').click()")
    return browser


GROUPS = (
    "[...document.querySelectorAll('#fm-changed section')].map((s) => [s.dataset.kind,"
    " s.querySelectorAll('li').length])"
)


def test_a_map_that_nobody_compared_says_nothing(browser: Browser, hama_page: Path) -> None:
    browser.open(hama_page)
    assert browser.run("document.querySelector('#fm-changes, .fm-new')") is None


def test_counts_stand_in_the_head_of_a_closed_section(browser: Browser, told_page: Path) -> None:
    browser.open(told_page)
    assert browser.run("document.querySelector('#fm-changes').open") is False
    assert browser.run("document.querySelector('#fm-changed').childNodes.length") == 0
    head = browser.run("document.querySelector('#fm-changes summary').textContent")
    assert head == (
        "What changed Since 5 Dec 2024, 09:45 UTC+3 · New:\N{NO-BREAK SPACE}2 · "
        "Corrected:\N{NO-BREAK SPACE}2 · Withdrawn:\N{NO-BREAK SPACE}1 · "
        "Newly contradicted:\N{NO-BREAK SPACE}1 · More voices:\N{NO-BREAK SPACE}1"
    )


def test_every_change_stands_under_its_heading(desk: Browser) -> None:
    assert desk.run(GROUPS) == [
        ["new", 2], ["corrected", 2], ["withdrawn", 1], ["contradicted", 1], ["agreed", 1],
    ]  # fmt: skip
    said_there = desk.run("document.querySelector('#fm-changed').textContent")
    assert "Status: denied → claimed" in said_there
    assert "Position: 35.0000, 36.0000 → 35.1318, 36.7578" in said_there
    assert "Contradicted by: Denied: Opposition took ground" in said_there
    assert "Claims before: 24, now: 25, unchanged: 21" in said_there


def test_a_change_opens_its_claim(desk: Browser) -> None:
    desk.run("document.querySelector('[data-kind=corrected] .fm-item').click()")
    assert desk.run("frontmap.claims[frontmap.state.selected].id") == "c003"
    assert desk.run("document.querySelector('#fm-card').hidden") is False


def test_what_was_withdrawn_keeps_its_words_and_opens_nothing(desk: Browser) -> None:
    node = "document.querySelector('[data-kind=withdrawn] .fm-item')"
    assert desk.run(f"{node}.tagName") == "DIV"
    text = desk.run(f"{node}.textContent")
    assert LONG.replace("\u202e", "⟦U+202E⟧") in text
    assert ENGLISH.say("page.changes.why.not-read") in text
    assert desk.run("document.querySelectorAll('#fm-changed img').length") == 0


def test_new_claims_carry_a_badge_wherever_they_are_listed(desk: Browser) -> None:
    desk.run("document.querySelector('#fm-tab-claims').click()")
    badged = "[...document.querySelectorAll('#fm-claims .fm-item')].filter((n) =>"
    ids = f"{badged} n.querySelector('.fm-new')).map((n) => frontmap.claims[n.dataset.claim].id)"
    assert sorted(desk.run(ids)) == ["c000", "c010"]


@pytest.mark.parametrize("width", [1280, 360])
def test_nothing_is_wider_than_its_panel(browser: Browser, told_page: Path, width: int) -> None:
    browser.open(told_page, width=width, height=740)
    browser.run("document.querySelector('#fm-changes summary').click()")
    inside = "(({scrollWidth, clientWidth}) => scrollWidth <= clientWidth)"
    assert browser.run(f"{inside}(document.querySelector('#fm-panel'))")
    assert browser.run(f"{inside}(document.querySelector('#fm-changes'))")


def test_unchanged_states_say_so(browser: Browser, tmp_path: Path) -> None:
    same = changes_between(state_of(hama()), state_of(hama()))
    draw(hama(), changes=same).save(tmp_path / "same.html")
    browser.open(tmp_path / "same.html")
    head = browser.run("document.querySelector('#fm-changes summary').textContent")
    assert head.endswith("Nothing changed.")


def test_thousands_of_changes_are_listed_by_parts(browser: Browser, tmp_path: Path) -> None:
    situation = many(3_000)
    every = changes_between(State(claims=()), state_of(situation))
    draw(situation, changes=every).save(tmp_path / "many.html")
    browser.open(tmp_path / "many.html")
    browser.run("document.querySelector('#fm-changes summary').click()")
    first = browser.run("document.querySelectorAll('#fm-changed .fm-item').length")
    assert first <= 50
    browser.run("document.querySelector('#fm-changed .fm-more').click()")
    assert first < browser.run("document.querySelectorAll('#fm-changed .fm-item').length") <= 170
    assert browser.run("document.activeElement.className.includes('fm-item')")


def test_a_reversal_is_told_with_the_names_of_the_sides() -> None:
    base = hama()
    first = base.drawn[4]
    assert (first.claim.actor_side, first.claim.action.value) == ("opposition", "capture")
    hold = _swapped(
        first, id="held", actor_side="government", opponent_side="opposition",
        when=replace(first.claim.when, interval=base.drawn[3].claim.when.interval),
    )  # fmt: skip
    standing = Standing(voices=2, sides=(), against_interest=False, grade=None)  # type: ignore[arg-type]
    now = replace(base, drawn=(replace(first, standing=standing),), not_drawn=())
    before = state_of(replace(base, drawn=(hold,), not_drawn=()))
    panel = changes_panel(changes_between(before, state_of(now)), now)
    groups = dict(panel["groups"])
    item = groups["reversed"][0]
    assert (item["before"], item["after"]) == ("Government", "Opposition")
