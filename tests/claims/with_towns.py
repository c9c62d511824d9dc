"""Read a sentence with the shipped towns of a theatre or a country at hand."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from claims.assess import open_gazetteer
from claims.claim import Claim
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import load_theatre, neutral_theatre

__all__ = ["claims_in"]


def claims_in(text: str, where: str, home: Path) -> tuple[Claim, ...]:
    """Return the claims of a text of 15 June 2020; ``where`` is a theatre or a country's code."""
    theatre = neutral_theatre((where,)) if len(where) == 2 else load_theatre(where)
    report = Report(
        id="towns",
        text=text,
        published=datetime(2020, 6, 15, tzinfo=UTC),
        sections=find_sections(text),
    )
    return extract(report, theatre, open_gazetteer(theatre, home=home))
