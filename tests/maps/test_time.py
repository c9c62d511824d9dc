"""Time on the map: steps, windows, what lies back, and the keys that walk through it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from claims.claim import When
from claims.situation import Situation
from geo.interval import Interval
from maps import draw
from tests.browser import Browser
from tests.maps.week import DATELESS, LONG, START, months, week

STEP = timedelta(hours=6)
SHOWN = "frontmap.sites.flatMap((s) => s.shown.map((c) => c.id)).sort()"
MOMENT = "document.querySelector('#fm-moment').textContent"
STEP_NOW = "Number(document.querySelector('#fm-slider').value)"
WHOLE = "document.querySelector('#fm-whole').getAttribute('aria-pressed')"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("week") / "week.html"
    draw(week()).save(path)
    return path


@pytest.fixture
def desk(browser: Browser, page: Path) -> Iterator[Browser]:
    browser.prefer()
    browser.open(page)
    browser.run("document.querySelector('#fm-slider').focus()")
    yield browser
    browser.prefer()


def _choose(browser: Browser, name: str, value: str) -> None:
    browser.run(
        f"(() => {{ const s = document.querySelector('#fm-{name}'); s.value = '{value}';"
        " s.dispatchEvent(new Event('change')); })()"
    )
    _settle(browser)


def _settle(browser: Browser) -> None:
    browser.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _slide(browser: Browser, step: int) -> None:
    browser.run(
        f"(() => {{ const s = document.querySelector('#fm-slider'); s.value = {step};"
        " s.dispatchEvent(new Event('input')); })()"
    )
    _settle(browser)


def _touching(first: int, last: int) -> list[str]:
    """Return the ids of drawn claims with a date within steps, and of the one without."""
    start, end = START + first * STEP, START + (last + 1) * STEP
    found = [DATELESS]
    for item in week().drawn:
        when = item.claim.when
        if when and when.interval.start < end and when.interval.end > start:
            found.append(item.claim.id)
    return sorted(found)


def test_the_page_opens_with_every_claim_and_the_whole_time(desk: Browser) -> None:
    assert (desk.requests, desk.complaints) == ([], [])
    assert len(desk.run(SHOWN)) == len(week().drawn)
    assert desk.run(MOMENT) == "Sun, 1 Dec 2024 – Thu, 5 Dec 2024"
    assert desk.run(WHOLE) == "true"
    assert desk.run("document.querySelector('#fm-slider').max") == "18"


@pytest.mark.parametrize("step", [0, 3, 7, 18])
def test_a_step_alone_shows_what_its_hours_touch_and_what_has_no_date(
    desk: Browser, step: int
) -> None:
    _choose(desk, "window", "step")
    _choose(desk, "afterwards", "hide")
    _slide(desk, step)
    assert desk.run(SHOWN) == _touching(step, step)


def test_a_claim_of_three_days_is_shown_for_all_of_them(desk: Browser) -> None:
    _choose(desk, "window", "step")
    _choose(desk, "afterwards", "hide")
    seen = []
    for step in range(19):
        _slide(desk, step)
        seen.append(LONG in desk.run(SHOWN))
    assert seen == [True] * 12 + [False] * 7


def test_the_windows_reach_back_by_a_day_or_to_the_beginning(desk: Browser) -> None:
    _choose(desk, "window", "day")
    _choose(desk, "afterwards", "hide")
    _slide(desk, 9)
    assert desk.run(SHOWN) == _touching(6, 9)
    _choose(desk, "window", "all")
    assert desk.run(SHOWN) == _touching(0, 9)


def test_after_the_window_claims_fade_out_or_stay(desk: Browser) -> None:
    _choose(desk, "window", "step")
    _slide(desk, 9)
    assert desk.run(SHOWN) == _touching(5, 9)
    _choose(desk, "afterwards", "keep")
    assert desk.run(SHOWN) == _touching(0, 9)


def test_what_lies_back_is_paler_in_two_degrees(desk: Browser) -> None:
    _choose(desk, "afterwards", "keep")
    _slide(desk, 9)
    ages = desk.run(
        "Object.fromEntries(frontmap.claims.map((c) => [c.id, frontmap.ages[c.index]]))"
    )
    assert {one for one in _touching(9, 9) if ages[one]} == set()
    assert {ages[one] for one in _touching(0, 8) if one not in _touching(9, 9)} == {1, 2}
    colours = desk.run(
        "frontmap.layout(11).marks.flatMap((m) => m.claims.length > 1 ? [] :"
        " [[frontmap.ages[m.claims[0].index], m.claims[0].side, m.segments[0].side.colour]])"
    )
    of_side = {age: colour for age, side, colour in colours if side == colours[0][1]}
    assert len({*of_side.values()}) == len(of_side) > 1


def test_the_moment_is_in_words_of_the_theatre_s_time_zone(desk: Browser) -> None:
    _slide(desk, 5)
    assert desk.run(MOMENT) == "Mon, 2 Dec 2024, 06:00–12:00 UTC+3"
    told = desk.run("document.querySelector('#fm-slider').getAttribute('aria-valuetext')")
    assert told == desk.run(MOMENT)
    _choose(desk, "length", "1440")
    assert desk.run(MOMENT) == "Mon, 2 Dec 2024"


def test_claims_without_a_date_are_said_to_be_always_there(desk: Browser) -> None:
    told = desk.run("document.querySelector('#fm-here').textContent")
    assert told == "1 claim without a date is shown at every time"


def test_keys_walk_through_time(desk: Browser) -> None:
    steps = []
    for key in ("ArrowLeft", "ArrowLeft", "Home", "ArrowRight", "ArrowUp", "PageUp", "End"):
        desk.press(key)
        _settle(desk)
        steps.append(desk.run(STEP_NOW))
    assert steps == [18, 17, 0, 1, 2, 12, 18]
    assert desk.run(WHOLE) == "false"
    desk.run("document.querySelector('#fm-whole').click()")
    _settle(desk)
    assert desk.run(WHOLE) == "true"
    assert len(desk.run(SHOWN)) == len(week().drawn)


WALKED = """new Promise((done) => {
  const seen = [], slider = document.querySelector('#fm-slider');
  const look = () => {
    if (slider.value !== seen[seen.length - 1]) seen.push(slider.value);
    if (seen.length < 4) requestAnimationFrame(look); else done(seen.map(Number));
  };
  look();
})"""


def test_space_plays_from_the_first_step_and_pauses(desk: Browser) -> None:
    desk.press("Home")
    _settle(desk)
    desk.press(" ")
    assert desk.run("document.querySelector('#fm-play').ariaLabel") == "Pause"
    first, *rest = desk.run(WALKED)
    assert rest == [first + 1, first + 2, first + 3]
    desk.press(" ")
    assert desk.run("document.querySelector('#fm-play').ariaLabel") == "Play"


def test_readers_who_want_no_motion_get_steps_instead_of_play(browser: Browser, page: Path) -> None:
    browser.prefer(prefers_reduced_motion="reduce")
    browser.open(page)
    assert browser.run("document.querySelector('#fm-play').hidden") is True
    browser.run("document.querySelector('#fm-slider').focus()")
    for key in ("Home", " ", " "):
        browser.press(key)
    _settle(browser)
    assert browser.run(STEP_NOW) == 2
    browser.run("document.querySelector('#fm-back').click()")
    _settle(browser)
    assert browser.run(STEP_NOW) == 1
    browser.prefer()


def test_the_list_is_in_the_order_of_time_with_the_dateless_last(desk: Browser) -> None:
    desk.run("document.querySelector('#fm-tab-claims').click()")
    starts = desk.run(
        "[...document.querySelectorAll('#fm-claims .fm-item')]"
        ".map((b) => frontmap.claims[b.dataset.claim].start)"
    )
    assert starts.pop() == 0
    assert starts == sorted(starts, reverse=True)
    assert len({*starts}) > 10


def test_the_knob_stands_over_the_bar_of_its_step(desk: Browser) -> None:
    _slide(desk, 0)
    left, width = desk.run(
        "[parseFloat(document.querySelector('#fm-slider').style.insetInlineStart),"
        " document.querySelector('#fm-track').clientWidth]"
    )
    assert left + 8 == pytest.approx(width / 19 / 2, abs=0.6)


def test_a_press_beyond_the_knob_takes_the_outermost_bars(desk: Browser) -> None:
    frame = "document.querySelector('#fm-track').getBoundingClientRect()"
    left, right, top = desk.run(f"(({{left, right, top}}) => [left, right, top])({frame})")
    steps = []
    for x in (left + 2, right - 2):
        desk.click(x, top + 30)
        _settle(desk)
        steps.append(desk.run(STEP_NOW))
    assert steps == [0, 18]
    assert desk.run(WHOLE) == "false"


def test_bars_follow_the_filters(desk: Browser) -> None:
    bars = "document.querySelector('#fm-track canvas').toDataURL()"
    before = desk.run(bars)
    desk.run("document.querySelector('.fm-switch').click()")
    assert desk.run(bars) != before
    desk.run("document.querySelector('.fm-switch').click()")
    assert desk.run(bars) == before


def _moved(zone: str, start: datetime, days: int) -> Situation:
    base = week()
    drawn = []
    for number, item in enumerate(base.drawn):
        moment = start + timedelta(days=number % days)
        when = When(interval=Interval(start=moment, end=moment + timedelta(hours=24)), text="")
        drawn.append(replace(item, claim=replace(item.claim, when=when)))
    theatre = replace(base.theatre, timezone=zone)
    return replace(base, theatre=theatre, drawn=tuple(drawn), not_drawn=())


@pytest.mark.parametrize(
    ("zone", "start", "hours"),
    [
        # Clocks go back in Kyiv on 27 October 2024 and forward on 30 March 2025.
        ("Europe/Kyiv", datetime(2024, 10, 25, 9, tzinfo=UTC), [24, 24, 25, 24, 24]),
        ("Europe/Kyiv", datetime(2025, 3, 28, 9, tzinfo=UTC), [24, 24, 23, 24, 24]),
        ("Asia/Yangon", datetime(2024, 10, 25, 9, tzinfo=UTC), [24, 24, 24, 24, 24]),
    ],
)
def test_days_start_at_midnight_of_the_theatre_when_clocks_change(
    browser: Browser, tmp_path: Path, zone: str, start: datetime, hours: list[int]
) -> None:
    draw(_moved(zone, start, 4)).save(tmp_path / "moved.html")
    browser.open(tmp_path / "moved.html")
    edges = browser.run("[...frontmap.time.edges]")
    assert [(b - a) // 60 for a, b in pairwise(edges)] == hours
    midnight = browser.run(
        f"new Intl.DateTimeFormat('en-GB', {{timeZone: '{zone}', timeStyle: 'short'}})"
        f".format({edges[3]} * 60000)"
    )
    assert midnight == "00:00"


def test_a_map_without_any_date_has_no_slider(browser: Browser, tmp_path: Path) -> None:
    base = week()
    drawn = tuple(replace(i, claim=replace(i.claim, when=None)) for i in base.drawn)
    draw(replace(base, drawn=drawn, not_drawn=())).save(tmp_path / "dateless.html")
    browser.open(tmp_path / "dateless.html")
    assert browser.complaints == []
    assert browser.run("document.querySelector('#fm-slider')") is None
    told = browser.run("document.querySelector('#fm-showing').textContent")
    assert told == "Showing 22 of 22 claims"


def test_ten_thousand_claims_can_be_walked_through(browser: Browser, tmp_path: Path) -> None:
    draw(months(10_000)).save(tmp_path / "months.html")
    browser.open(tmp_path / "months.html")
    assert browser.run("frontmap.time.length") == 1440
    _choose(browser, "window", "step")
    _choose(browser, "afterwards", "hide")
    _slide(browser, 30)
    # A claim every nine minutes that lasts twelve hours: 160 start on a day, 79 run on into it.
    assert len(browser.run(SHOWN)) == 160 + 79
    assert browser.complaints == []
