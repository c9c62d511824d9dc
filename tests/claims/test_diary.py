"""Days that head what is told below them, on a line of their own or at the head of an entry."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from gazetteer.index import Gazetteer


def days(text: str) -> list[str]:
    report = Report(
        id="diary",
        text=text,
        published=datetime(2015, 12, 21, tzinfo=UTC),
        sections=find_sections(text),
    )
    claims = extract(report, neutral_theatre(()), Gazetteer())
    return [f"{claim.when.interval.start:%d}" for claim in claims if claim.when]


@pytest.mark.parametrize(
    "opening",
    ["Thursday 17 December – rebels", "Thursday 17 December: rebels", "17 December – rebels"],
)
def test_the_day_that_opens_an_entry_is_that_of_all_of_it(opening: str) -> None:
    text = f"{opening} attacked the town of Oru. Aircraft bombed the town of Bela."
    assert days(text) == ["17", "17"]


@pytest.mark.parametrize(
    "head",
    [
        "Dec. {}:", "December {}:", "Dec {} -", "{} Dec:", "{} December 2015 |", "December {}.",
        "On December {},", "(December {})", "[{} Dec]", "December {} (evening):", "2015-12-{}:",
        "Kassa, December {}:", "Kassa, {} December:", "Kassa (Dec. {}):", "{} Dec, Kassa:",
        "Kassa – {} December:", "Kassa | Dec {} |", "**Dec {}**:", "December {} at 0900:",
    ],
)  # fmt: skip
def test_an_item_is_of_the_day_that_heads_it_however_it_is_written(head: str) -> None:
    items = [
        f"- {head.format(16)} Rebels attacked the town of Oru. Aircraft bombed the town of Bela.",
        f"- {head.format(17)} Rebels attacked the town of Maru. Aircraft bombed the town of Tamra.",
    ]
    assert days("\n".join(("Fighting went on.", *items))) == ["16", "16", "17", "17"]


def test_paragraphs_with_datelines_of_several_days_are_each_of_their_own() -> None:
    text = (
        "Kassa, December 16: Rebels attacked the town of Oru. Aircraft bombed the town of Bela.\n"
        "Tamra, December 17: Rebels attacked the town of Maru. Aircraft bombed the town of Bela."
    )
    assert days(text) == ["16", "16", "17", "17"]


def test_the_same_day_is_that_of_the_sentence_before() -> None:
    text = "Rebels attacked the town of Oru on Wednesday. Police attacked the town of Bela {}."
    assert days(text.format("the same day")) == ["16", "16"]
    assert days(text.format("after nightfall")) == ["16", "16"]


def test_a_day_on_a_line_of_its_own_is_that_of_what_stands_below() -> None:
    text = (
        "Thursday 17 December\nRebels attacked the town of Oru. Aircraft bombed the town of Bela.\n"
        "Friday 18 December\nAircraft bombed the town of Bela."
    )
    assert days(text) == ["17", "17", "18"]


@pytest.mark.parametrize("heading", ["OUTLOOK:", "What next?"])
def test_a_day_on_a_line_of_its_own_ends_with_a_heading_of_another_kind(heading: str) -> None:
    text = (
        "Thursday 17 December\nRebels attacked the town of Oru.\n"
        "Friday 18 December\nAircraft bombed the town of Bela.\n"
        f"{heading}\nAircraft bombed the town of Oru."
    )
    assert days(text) == ["17", "18", "21"]


def test_one_day_on_a_line_of_its_own_may_be_that_of_publication() -> None:
    assert days("Thursday 17 December\nRebels attacked the town of Oru.") == ["21"]
