"""Whether an event is said to have happened, in sentences written for this test.

``statuses.csv`` holds a sentence, the place of its event and the status of every claim there, that
of who fends an attack off aside; "none" where the sentence leaves open what happened and so makes
no claim.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.claim import Action, Status
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from gazetteer.index import Gazetteer

NEUTRAL = neutral_theatre(())
with (Path(__file__).parent / "statuses.csv").open(encoding="utf-8", newline="") as table:
    ROWS = [tuple(row.values()) for row in csv.DictReader(table)]


class _Known(Gazetteer):
    """A gazetteer that knows one town."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        return [match.span() for match in re.finditer(r"\bOru\b", text)]

    def land(self, name: str) -> None:
        """Know of no country."""


def statuses(text: str, place: str, known: Gazetteer | None = None) -> set[str]:
    report = Report(
        id="test",
        text=text,
        published=datetime(2024, 12, 5, tzinfo=UTC),
        sections=find_sections(text),
    )
    claims = extract(report, NEUTRAL, known or Gazetteer())
    there = [c for c in claims if c.place and place in c.place.text]
    # Who holds out against those who failed; of who is said to hold nothing it is told as well.
    told = [c for c in there if c.action is not Action.HOLD or c.status is Status.DENIED]
    return {c.status.value for c in told} or {"none"}


@pytest.mark.parametrize(("text", "place", "status"), ROWS)
def test_an_event_has_the_status_that_its_sentence_gives_it(
    text: str, place: str, status: str
) -> None:
    assert statuses(text, place) == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Clashes were under way between rebels and the army in the town of Oru.",
        "Rebels advanced on the town of Oru without entering it.",
    ],
)
def test_what_goes_on_or_went_on_is_a_fact(text: str) -> None:
    assert all(Status(status).is_fact for status in statuses(text, "Oru"))


def test_whom_somebody_will_keep_has_already_done_it() -> None:
    text = "The government will keep troops that captured Oru."
    assert statuses(text, "Oru", _Known()) == {"occurred"}


def test_what_a_denial_only_adds_of_its_place_is_told() -> None:
    text = "The army denied that rebels had entered Oru, where fighting has killed 40 people."
    assert statuses(text, "Oru", _Known()) == {"denied", "occurred"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army fought to keep the town of Oru.", Status.ONGOING),
        ("Soldiers are fighting house by house to hold on to the town of Oru.", Status.ONGOING),
        ("The army is battling street to street to hang on to the town of Oru.", Status.ONGOING),
        ("The army refused to withdraw from the town of Oru.", Status.OCCURRED),
        ("The rebels rejected a call to leave the town of Oru.", Status.OCCURRED),
        ("The militia ignored an ultimatum to quit the town of Oru.", Status.OCCURRED),
        ("The rebels turned down a request to leave the town of Oru.", Status.OCCURRED),
        ("Soldiers defied an order by the junta to vacate the town of Oru.", Status.OCCURRED),
        ("The rebels disregarded a deadline to pull out of the town of Oru.", Status.OCCURRED),
    ],
)
def test_those_who_keep_a_place_hold_it(text: str, status: Status) -> None:
    report = Report(id="test", text=text, sections=find_sections(text))
    found = [(c.action, c.status) for c in extract(report, NEUTRAL, Gazetteer()) if c.place]
    assert found == [(Action.HOLD, status)]
