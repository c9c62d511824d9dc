from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontmap.refresh.ages import is_old_enough
from frontmap.refresh.project import Policy

NOW = datetime(2024, 12, 5, 12, tzinfo=UTC)
DAY = Policy(minimum_age=timedelta(hours=24))


def at(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("published", "received", "told"),
    [
        ("2024-12-04T12:00+00:00", "", True),
        ("2024-12-04T12:01+00:00", "", False),
        ("2024-12-04T14:00+03:00", "", True),
        ("2024-12-06T12:00+00:00", "", False),  # from the future
        ("2024-12-06T12:00+00:00", "2024-11-01T00:00+00:00", False),
        # A day alone lasts until its end, or until the report was there.
        ("2024-12-03T00:00+00:00", "", True),
        ("2024-12-04T00:00+00:00", "", False),
        ("2024-12-04T00:00+00:00", "2024-12-04T09:00+00:00", True),
        ("2024-12-04T00:00+00:00", "2024-12-04T13:00+00:00", False),
        # Without a date it counts from when it was fetched.
        ("", "2024-12-04T12:00+00:00", True),
        ("", "2024-12-04T12:01+00:00", False),
        ("", "", False),
        # Fetched long after it came out: it is as old as it says.
        ("2024-11-01T08:00+00:00", "2024-12-05T11:00+00:00", True),
    ],
)
def test_a_report_is_told_when_it_is_old_enough(published: str, received: str, told: bool) -> None:
    found = is_old_enough(published=at(published), received=at(received), now=NOW, policy=DAY)
    assert found is told


def test_the_night_of_the_change_of_clocks_has_no_hour_too_many() -> None:
    kyiv = ZoneInfo("Europe/Kyiv")
    published = datetime(2024, 10, 26, 12, tzinfo=kyiv)  # summer time; the next noon is winter time
    for hours, told in ((23.9, False), (24.1, True)):
        now = published.astimezone(UTC) + timedelta(hours=hours)
        found = is_old_enough(
            published=published, received=None, now=now.astimezone(kyiv), policy=DAY
        )
        assert found is told


def test_without_a_minimum_age_everything_is_told() -> None:
    free = Policy(minimum_age=timedelta(0))
    assert is_old_enough(published=None, received=None, now=NOW, policy=free)
