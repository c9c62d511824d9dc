"""Times of events, read against the date of the report."""

from datetime import UTC, date, datetime

import pytest

from claims.intake.published import published_date, retrieved_date
from claims.times.dates import find_times
from claims.times.when import when_of

PUBLISHED = datetime(2024, 12, 5, tzinfo=UTC)  # a Thursday


def start_of(text: str, event: str) -> str:
    times = find_times(text, PUBLISHED.date())
    when = when_of(times, text.index(event), PUBLISHED, "UTC", reach=(0, len(text)))
    return when.interval.start.strftime("%Y-%m-%dT%H")


@pytest.mark.parametrize(
    ("text", "event", "expected"),
    [
        ("They entered the town on Monday.", "entered", "2024-12-02T00"),
        ("They entered the town on Thursday.", "entered", "2024-12-05T00"),
        ("They entered the town last Thursday.", "entered", "2024-11-28T00"),
        ("They withdrew on Wednesday night.", "withdrew", "2024-12-04T18"),
        ("In the morning, the army pushed them back.", "pushed", "2024-12-05T06"),
        ("By evening they had cut the road.", "cut", "2024-12-05T17"),
        ("After midnight the garrison counterattacked.", "counterattacked", "2024-12-05T00"),
        ("On Nov. 27, the group launched an offensive.", "launched", "2024-11-27T00"),
        ("The town was taken on 3 December 2023.", "taken", "2023-12-03T00"),
        ("It fell on Dec. 30.", "fell", "2023-12-30T00"),
        ("Calm held a day after the militia attacked the post.", "attacked", "2024-12-04T00"),
        ("The bridge was shelled two days ago.", "shelled", "2024-12-03T00"),
        ("The bridge was shelled yesterday evening.", "shelled", "2024-12-04T17"),
        ("They attacked on Tuesday and retreated on Wednesday.", "attacked", "2024-12-03T00"),
        ("They attacked on Tuesday and retreated on Wednesday.", "retreated", "2024-12-04T00"),
        ("They attacked.", "attacked", "2024-12-05T00"),
    ],
)
def test_an_event_takes_the_nearest_stated_time(text: str, event: str, expected: str) -> None:
    assert start_of(text, event) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" date 2024-12-04 Army pushes on\n\nText.", date(2024, 12, 4)),
        ("Army pushes on\nDecember 3, 2024 Hour: 8:10 pm\nText.", date(2024, 12, 3)),
        ("News\n\nDec. 04, 2024 • 2 min read\nText.", date(2024, 12, 4)),
        ("Published 5 January 2023\nText.", date(2023, 1, 5)),
        ("Weekly summary, 3-9 May 2021\nText.", date(2021, 5, 9)),
        ("Release No. 20161210-01 December 10, 2016\nText.", date(2016, 12, 10)),
        ("14-Nov-1989\nText.", date(1989, 11, 14)),
        ("24/01/2018\nText.", date(2018, 1, 24)),
    ],
)
def test_a_report_is_dated_by_its_own_head(text: str, expected: date) -> None:
    published = published_date(text)
    assert published is not None
    assert published.date() == expected


def test_a_report_without_a_full_date_has_none() -> None:
    assert published_date("Army pushes on. On Dec. 3 it took the town.") is None


def test_an_impossible_date_is_no_date() -> None:
    assert published_date("date 2024-13-40 Something") is None
    assert published_date("07/12/2023\nText.") is None  # July or December
    assert find_times("On February 30 they left.", date(2024, 12, 5)) == ()


def test_a_slip_of_the_year_makes_no_span_that_ends_before_it_starts() -> None:
    (time,) = find_times("The army has held Kilu since 1 December 2025.", date(2024, 11, 28))
    assert (time.day, time.last) == (date(2025, 12, 1), None)


def test_the_day_of_fetching_is_not_the_day_of_publication() -> None:
    text = "Retrieved on 9 May 2024\nPublished 5 May 2024\nThe army pushes on."
    published, retrieved = published_date(text), retrieved_date(text)
    assert published is not None
    assert retrieved is not None
    assert (published.day, retrieved.day) == (5, 9)
    assert retrieved_date("The town was accessed by road.") is None
