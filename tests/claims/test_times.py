"""When an event is said to have happened, in sentences and reports written for this test."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from claims.claim import Claim
from claims.events.days.own_times import own_times
from claims.events.extract import extract
from claims.events.sentences.parse import Parsed
from claims.intake.sections import find_sections
from claims.lexicon import Trigger
from claims.patterns import Pattern
from claims.report import Report
from claims.sides.theatre import Theatre
from claims.times.dates import find_times
from claims.times.when import when_of
from claims.words import sentences
from gazetteer.index import Gazetteer
from geo.interval import Interval

KYIV = ZoneInfo("Europe/Kyiv")
PUBLISHED = datetime(2024, 12, 5, tzinfo=KYIV)  # a Thursday
THEATRE = Theatre(id="neutral", name="Not set", timezone="Europe/Kyiv")
with (Path(__file__).parent / "times.csv").open(encoding="utf-8", newline="") as table:
    ROWS = [tuple(row.values()) for row in csv.DictReader(table)]


def claims_of(text: str) -> tuple[Claim, ...]:
    report = Report(id="t", text=text, published=PUBLISHED, sections=find_sections(text))
    return extract(report, THEATRE, Gazetteer())


def days(text: str) -> list[str]:
    return [f"{c.when.interval.start:%m-%d}" for c in claims_of(text) if c.when]


@pytest.mark.parametrize(("text", "event", "start", "end"), ROWS)
def test_an_event_has_the_time_that_its_sentence_gives_it(
    text: str, event: str, start: str, end: str
) -> None:
    when = timed(text, event)
    hours = [moment.strftime("%Y-%m-%dT%H") for moment in (when.start, when.end)]
    assert hours == [start, end]


def timed(text: str, event: str) -> Interval:
    sentence = next(sentences(text, 0, len(text)))
    parsed = Parsed(sentence=sentence, times=find_times(text, PUBLISHED.date()))
    number = parsed.word_at(text.index(event))
    trigger = Trigger(pattern=Pattern(words=()), first=number, last=number, form=event)
    times = own_times(parsed, trigger)
    place, reach = text.index(event), (0, len(text))
    return when_of(times, place, PUBLISHED, "Europe/Kyiv", reach=reach, text=text).interval


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # What came days after something else is news of the day itself.
        (
            "Two days after rebels stormed Oru, the army shelled the town of Bela.",
            ["12-03", "12-05"],
        ),
        # A wire of the day before, and one of the same day.
        ("KASSA, Dec. 4 (Wire) -- Rebels captured the town of Oru.", ["12-04"]),
        ("KASSA, Dec. 4 (Wire) -- Rebels captured the town of Oru on Tuesday.", ["12-03"]),
        ("KASSA, Nov. 2 (Wire) -- Rebels captured the town of Oru.", ["12-05"]),
        ("Fighting that resumed on Sunday around the town of Oru has spread.", ["12-01"]),
        # What goes on about the day told before; another day ends it.
        (
            "On Dec. 1, rebels attacked the town of Oru. They captured the town of Bela.",
            ["12-01", "12-01"],
        ),
        (
            "Rebels attacked the town of Oru on Sunday. Two days later they captured Bela town.",
            ["12-01", "12-03"],
        ),
        (
            "On Dec. 4, aircraft bombed the town of Oru.\nNear Bela town, rebels raided a convoy.",
            ["12-04", "12-04"],
        ),
        (
            "On Dec. 4, aircraft bombed the town of Oru.\nRebels are now attacking Bela town.",
            ["12-04", "12-05"],
        ),
        (
            "The army attacked the town of Oru on Sunday. Rebels took Bela town two days later.",
            ["12-01", "12-03"],
        ),
        (
            "The army attacked Oru town on Sunday and rebels captured Bela town a day later.",
            ["12-01", "12-02"],
        ),
        (
            "Rebels attacked Oru town on 2 December. The same day, the rebels took Bela town.",
            ["12-02", "12-02"],
        ),
        (
            "On Monday rebels attacked the town of Oru. Two days earlier, they captured Bela town.",
            ["12-02", "11-30"],
        ),
        ("Rebels captured Oru town on Monday and Bela town on Tuesday.", ["12-02", "12-03"]),
        ("Rebels entered Oru town on Monday and Bela town the next day.", ["12-02", "12-03"]),
        ("Rebels left Oru town on 1 December, Bela town a day later.", ["12-01", "12-02"]),
        ("Oru town fell to the rebels on Monday and Bela town on Tuesday.", ["12-02", "12-03"]),
        ("Rebels entered Oru town after Monday's vote.", ["12-05"]),
        ("The army shelled Oru town that rebels captured on Monday.", ["12-05", "12-02"]),
        ("Jets bombed Oru town, a place the rebels captured on Monday.", ["12-05", "12-02"]),
        ("Most fled weeks ago, and troops have set up checkpoints in Oru town.", ["12-05"]),
        ("The army repelled Monday's attack on Oru town.", ["12-02", "12-02"]),
        ("Clashes on Monday in Oru town and on Tuesday in Bela town went on.", ["12-02", "12-03"]),
        ("Rebels captured Oru town and Bela town on Tuesday.", ["12-03", "12-03"]),
        # A day behind an earlier event is that one's, where the later one has its own.
        (
            "Rebels captured the town of Oru on Monday and shelled the village of Bela on Tuesday.",
            ["12-02", "12-03"],
        ),
        (
            "Rebels took the town of Oru on Monday and hit the town of Bela, they said on Tuesday.",
            ["12-02", "12-02"],
        ),
        ("4 December 2024: Rebels captured the town of Oru on Monday, they said.", ["12-02"]),
        (
            "After the capture of Oru on Sunday, rebels attacked the village of Bela on Tuesday.",
            ["12-01", "12-03"],
        ),
        (
            "Rebels took the town of Oru late on Sunday and the village of Bela on Tuesday.",
            ["12-01", "12-03"],
        ),
        ("Rebels on Nov. 3 captured the town of Oru.", ["11-03"]),
        # Each statement of a sentence has the day that it names.
        (
            "Rebels took the town of Oru on Sunday, while shells hit a school in Bela on Tuesday.",
            ["12-01", "12-03"],
        ),
        (
            "Army units reached Oru town on Sunday; rebels crossed a river into Bela on Tuesday.",
            ["12-01", "12-03"],
        ),
        (
            "Jets bombed Oru town on Sunday and the army returned Bela town to the fold Tuesday.",
            ["12-01", "12-03"],
        ),
        # What goes on about several days, or about the day before, told before.
        (
            "Last week, rebels attacked the town of Oru. They captured the village of Bela.",
            ["11-25", "11-25"],
        ),
        (
            "The day before, rebels attacked the town of Oru. They captured the village of Bela.",
            ["12-04", "12-04"],
        ),
        ("The town of Oru, which rebels captured by Wednesday, lies on the river.", ["12-04"]),
        # What is set off has a day of its own.
        ("Jets hit troops near Oru, taken without a fight on Tuesday.", ["12-05", "12-03"]),
        ("Jets hit Oru, taken on Tuesday, and an air raid hit Bela.", ["12-05", "12-03", "12-05"]),
        # What came after something told lies no later than its report.
        ("Rebels captured the town of Oru the next day.", ["12-05"]),
        # What goes on about an earlier year is history; what speaks of today is not.
        (
            "In May 2023 troops left Oru town. Days later they left Bela town. They won Oru back.",
            [],
        ),
        ("The army left the town of Oru in May 2023. It now holds the town of Bela.", ["12-05"]),
        # Plans lie ahead.
        ("Rebels will attack the town of Oru on Sunday.", ["12-08"]),
        ("Rebels attacked the town of Oru on Sunday.", ["12-01"]),
    ],
)
def test_a_report_keeps_the_day_that_it_speaks_of(text: str, expected: list[str]) -> None:
    assert days(text) == expected


def test_an_evening_without_its_day_may_be_yesterdays_or_todays() -> None:
    text = "Rebels attacked the town of Oru. By evening, they captured the town of Bela."
    first, second = claims_of(text)
    assert first.when is not None
    assert second.when is not None
    assert f"{second.when.interval.start:%m-%dT%H}" == "12-04T17"
    assert [f"{c.start:%m-%dT%H}" for c in second.when.candidates] == ["12-04T17", "12-05T17"]
    assert [f"{c.start:%m-%d}" for c in first.when.candidates] == ["12-04", "12-05"]


def test_a_night_without_its_day_is_the_last_one() -> None:
    (claim,) = claims_of("Rebels attacked the town of Oru during the night.")
    assert claim.when is not None
    assert f"{claim.when.interval.start:%m-%dT%H}" == "12-05T00"


def test_a_night_makes_what_is_told_beside_it_none_of_the_day_before() -> None:
    text = "Rebels took Oru town. Residents of Bela town heard gunfire all night. Jets hit Maru."
    assert set(days(text)) == {"12-05"}


def test_an_evening_told_in_the_past_is_that_of_the_day_before() -> None:
    text = "Rebels took the town of Oru. By evening they had reached the town of Bela."
    assert days(text) == ["12-04", "12-04"]


def test_an_evening_told_in_the_present_is_the_days_own() -> None:
    text = "Rebels take the town of Oru. By evening they control the town of Bela."
    assert days(text) == ["12-05", "12-05"]


def test_an_evening_of_a_report_that_names_today_is_todays() -> None:
    text = "Rebels attacked Oru town on Thursday. By evening, they captured the town of Bela."
    assert days(text) == ["12-05", "12-05"]


def test_last_friday_may_be_a_week_earlier() -> None:
    (claim,) = claims_of("Rebels captured the town of Oru last Friday.")
    assert claim.when is not None
    assert [f"{c.start:%m-%d}" for c in claim.when.candidates] == ["11-29", "11-22"]


def test_a_plain_date_has_one_reading() -> None:
    (claim,) = claims_of("Rebels captured the town of Oru on Friday.")
    assert claim.when is not None
    assert claim.when.candidates == ()


def test_an_undated_report_with_a_dateline_is_no_old_news() -> None:
    text = "MALI - On 3 December, rebels captured the town of Oru."
    report = Report(id="t", text=text, sections=find_sections(text))
    assert [c.action.value for c in extract(report, THEATRE, Gazetteer())] == ["capture"]


def test_the_day_that_opens_an_entry_holds_for_all_of_it() -> None:
    log = "The week.\n\n2 Dec: Rebels shelled the town of Oru. Jets hit the town of Bela.\n\n"
    assert days(log + "Rebels left the town of Maru.") == ["12-02", "12-02", "12-05"]


def test_an_evening_in_the_entries_of_a_live_report_makes_it_none_of_the_day_before() -> None:
    log = "19:40 Rebels shelled the town of Oru.\n\n08:30 By evening jets hit the town of Bela."
    assert days(log)[0] == "12-05"
    assert days(log.replace("19:40 ", ""))[0] == "12-04"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels hold the town of Oru, and the army has not moved since November.", "12-05"),
        ("Rebels have shelled Oru and were driven out of Bela on Monday.", "12-05"),
        ("The militia, allied to the rebels since August, holds Oru.", "12-05"),
        ("Rebels took Oru, and the siege of Bela goes on despite a truce in October.", "12-05"),
        ("It was the first attack on the town of Oru since May.", "12-05"),
        ("The 14 October Highway to Oru was shelled.", "12-05"),
        ("Rebels have for weeks spoken of a drive to take Oru.", "12-05"),
        (
            "Jets made nine strikes in Kassa on Dec. 3.\n\nNear Oru, two strikes hit a tank.",
            "12-03",
        ),
        (
            "On Dec. 3, jets rose. All flew from 8 a.m., Dec. 3, to 8 a.m., Dec. 4. Jets hit Oru.",
            "12-03",
        ),
        (
            "On Dec. 3, jets rose. Near Bela, where it won on Dec. 1, men rested. Jets hit Oru.",
            "12-03",
        ),
        ("Radio Kassa in French 1900 GMT 3 Dec 24\n\nRebels took the town of Oru.", "12-03"),
        ("KASSA, Dec. 4, Reuter - Rebels took the town of Oru, the army said.", "12-04"),
        ("The truce signed on Monday has not held: rebels took the town of Oru.", "12-05"),
    ],
)
def test_a_day_of_other_words_is_not_an_events_own(text: str, day: str) -> None:
    told = [
        d
        for d, c in zip(days(text), claims_of(text), strict=True)
        if c.place and "Oru" in c.place.text
    ]
    assert told == [day]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("The army is to leave the town of Oru by the end of January.", "2025-01-21"),
        ("The army was to have left the town of Oru by the end of August.", "2025-08-21"),
        # A weekend by which something is to be done is the next.
        ("Rebels will enter the town of Oru by the weekend.", "2024-12-07"),
        ("Rebels will enter the town of Oru this weekend.", "2024-12-07"),
    ],
)
def test_a_month_by_which_something_is_to_be_done_lies_ahead(told: str, day: str) -> None:
    found = [f"{c.when.interval.start:%Y-%m-%d}" for c in claims_of(told) if c.when]
    assert found == [day]
