"""Which events a sentence words, and where: tables of sentences written for this test.

Each row of ``sentences/*.yaml`` is a sentence and what a careful reader writes down: an action and
the toponym of its place, one for each place; a row without any is no claim. Places are invented or
stand for any place of their name; the gazetteer here knows names and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.claim import Claim
from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import neutral_theatre
from claims.yaml_text import load_yaml

TABLES = sorted((Path(__file__).parent / "sentences").glob("*.yaml"))
NAMES = (
    *("Maru", "Oru", "Bela", "Kassa", "Tamra", "Zalin", "Stara Hora", "Petrivka", "Andrivka"),
    *("Krasny Log", "Novy Brid", "Belograd", "Dorvik", "Vareno", "Deir Amun", "Hadira"),
    *("Santa Brisa", "Rio Callo"),
)


class KnownNames:
    """A gazetteer that knows where names stand."""

    def spans(self, text: str) -> list[tuple[int, int]]:
        pattern = r"\b(?:" + "|".join(NAMES) + r")\b"
        return [m.span() for m in re.finditer(pattern, text, re.IGNORECASE)]

    def land(self, name: str) -> None:
        """Know of no country."""

    def people(self, _: str) -> None:
        """Know of no people."""

    def are_apart(self, *_: str) -> bool:
        """Take what a comma joins for one place."""
        return False


def rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    for table in TABLES:
        for text, *expected in load_yaml(table.read_text(encoding="utf-8")):
            yield text, tuple(sorted(expected))


def claims_of(text: str) -> tuple[Claim, ...]:
    report = Report(
        id="sentence",
        text=text,
        published=datetime(2024, 12, 5, tzinfo=UTC),
        sections=find_sections(text),
    )
    return extract(report, neutral_theatre(()), KnownNames())


def brief(claim: Claim) -> str:
    heads = "-".join(claim.place.heads) if claim.place else ""
    return f"{claim.action.value} {heads.title() if heads.isupper() else heads}".strip()


@pytest.mark.parametrize(("text", "expected"), list(rows()))
def test_a_sentence_gives_its_events_and_their_places(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(sorted(map(brief, claims_of(text)))) == expected
