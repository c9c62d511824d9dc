"""Whatever a text looks like, reading it takes time in proportion to its length."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time

import pytest

from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from gazetteer.index import Gazetteer

NEUTRAL = neutral_theatre(())
CLAUSE = "Rebels captured the town of Oru, and the army, which had held Bela, shelled Kassa "


def seconds(text: str) -> float:
    """Return the processor time that a reading takes."""
    report = Report(
        id="long",
        text=text,
        published=datetime(2024, 12, 5, tzinfo=UTC),
        sections=find_sections(text),
    )
    start = process_time()
    extract(report, NEUTRAL, Gazetteer())
    return process_time() - start


@pytest.mark.parametrize(
    "piece",
    [
        CLAUSE,
        CLAUSE.upper(),
        "fire attack fire attack of the ",
        "“Rebels captured the town of Oru ",
        "(the town of Oru ",
        "<p>Rebels captured <b>Oru</b></p>\n",
        "| Oru | captured | 12 |\n",
        "Повстанцы взяли Ору. Rebels took the town of Oru. ",
        "in the town of Oru, and ",
    ],
)
def test_twice_the_text_takes_about_twice_the_time(piece: str) -> None:
    size = max(1, 8_000 // len(piece))
    seconds(piece)  # opens what is read once
    # Twice, for a busy machine.
    short = min(seconds(piece * size) for _ in range(2))
    bound = 6 * short + 0.2
    assert any(seconds(piece * 3 * size) < bound for _ in range(2)), bound
