"""Who published a report, and the dateline that it opens with, in texts written for this test."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.claimants.outlet import find_outlet
from claims.events.days.report_day import report_day
from claims.intake.published import published_date
from claims.intake.sections import find_sections
from claims.report import Report, SectionKind
from claims.sides.theatre_files import neutral_theatre

STORY = "Rebels captured the town of Oru on Monday, officials said."


def report_of(text: str, published: datetime = datetime(2024, 12, 5, tzinfo=UTC)) -> Report:
    return Report(id="t", text=text, published=published, sections=find_sections(text))


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("KASSA, Aug 5 (Reuters) - " + STORY, "Reuters"),
        ("Kassa (AFP) – " + STORY, "AFP"),
        ("BANDA, Republic of Oru, Jan 27 (Coast News) - " + STORY, "Coast News"),
        ("SAN TELMO, 14 NOV 89 (ACAN-EFE) -- [TEXT] REBELS ATTACKED THE BASE.", "ACAN-EFE"),
        ("San Telmo, 14 Nov 89 (DOMESTIC SERVICE) -- " + STORY, "DOMESTIC SERVICE"),
        ("(Reuters) - " + STORY, "Reuters"),
        ("KASSA, January 5. /TASS/. " + STORY, "TASS"),
        ("Kassa, 9 August (Coast.net) - " + STORY, "Coast.net"),
        ("By Jane Roe, Associated Press\n" + STORY, "Associated Press"),
        (STORY + "\n© 2024 Coast News Agency. All rights reserved.", "Coast News Agency"),
        ("Port News\n" + STORY, "Port News"),
        ("Institute for Coastal Studies\n" + STORY, "Institute for Coastal Studies"),
        ("Radio Kassa, evening news\n" + STORY, "Radio Kassa"),
        ("Coast Monitor - Daily report\n" + STORY, "Coast Monitor"),
        ("UN Office for Relief\n" + STORY, "UN Office for Relief"),
        ("RADIO KASSA IN FRENCH 1900 GMT 4 MAY 91\n" + STORY, "RADIO KASSA"),
        ("(Clandestine) Voice of Oru Radio in Arabic to Oru 0330 GMT\n" + STORY, ""),
        ("REBEL RADIO REPORTS GAINS IN NORTH\n" + STORY, ""),
        ("Rebels capture border town of Oru\n" + STORY, ""),
        ("Air Force Command spokeswoman\n" + STORY, ""),
        (STORY + "\n(Reporting by Jane Roe; editing by John Doe)", ""),
        (STORY, ""),
    ],
)
def test_the_outlet_is_who_the_text_says_published_it(text: str, outlet: str) -> None:
    assert find_outlet(report_of(text), neutral_theatre(())) == outlet


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KASSA, Dec. 4 (Reuters) - " + STORY, 4),
        ("Kassa, 3 December 2024 – " + STORY, 3),
        ("Kassa, 3 December: " + STORY, 3),
        ("Kassa (AFP) – " + STORY, 5),
        ("KASSA, Nov. 4 (Reuters) - " + STORY, 5),
        (STORY, 5),
    ],
)
def test_a_dateline_gives_the_day_of_a_late_copy(text: str, day: int) -> None:
    anchor = report_day(report_of(text))
    assert anchor is not None
    assert anchor.day.day == day


@pytest.mark.parametrize("text", ["Oru - the rebels left it.", "Rebels took it - and left."])
def test_a_sentence_with_a_dash_has_no_dateline(text: str) -> None:
    assert all(s.kind is not SectionKind.DATELINE for s in find_sections(text))


def test_two_digits_of_a_telegram_are_a_year_of_the_last_century() -> None:
    published = published_date("SAN TELMO, 14 NOV 89 (ACAN-EFE) -- REBELS ATTACKED THE BASE.")
    assert published is not None
    assert published.date().isoformat() == "1989-11-14"
