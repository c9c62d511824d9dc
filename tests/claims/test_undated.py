"""Reports of which no day is known: what their dateline tells of the years that they name."""

from __future__ import annotations

import pytest

from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from gazetteer.index import Gazetteer


@pytest.mark.parametrize(
    ("dateline", "number"),
    [
        ("ORU, Oct. 14 (Wire) -- ", 1),  # a day without a year: other years alone are named
        ("ORU, Oct. 14, 2019 (Wire) -- ", 1),
        ("ORU, Oct. 14, 2010 (Wire) -- ", 2),
        ("ORU (Wire) - On Saturday, ", 1),  # so does a weekday
        ("Human rights briefing, September 2019\n\n", 1),  # a month at the head
        ("Human rights briefing, September 2010\n\n", 2),
        ("", 2),  # nothing tells the report's own year
    ],
)
def test_years_are_past_by_the_dateline_where_no_day_is_known(dateline: str, number: int) -> None:
    text = f"{dateline}Rebels shelled the town of Bela. In 2010 rebels attacked the town of Kassa."
    report = Report(id="undated", text=text, sections=find_sections(text))
    assert len(extract(report, neutral_theatre(()), Gazetteer())) == number


def test_a_decade_is_past_where_no_day_is_known() -> None:
    war = "a war in the early 1990s, in which Armenian forces also seized the town of Kassa"
    text = f"Oru has been run by Armenians since {war}."
    report = Report(id="undated", text=text, sections=find_sections(text))
    assert extract(report, neutral_theatre(()), Gazetteer()) == ()


def test_the_year_since_which_something_is_the_worst_is_past_where_no_day_is_known() -> None:
    told = "Rebels took the town of Oru, the worst setback since May 2010, when rebels"
    text = f"{told} attacked the town of Kassa."
    report = Report(id="undated", text=text, sections=find_sections(text))
    assert len(extract(report, neutral_theatre(()), Gazetteer())) == 1
