"""A report may break off at any word, and begin at any."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.claims.test_headings import claims_of

REPORTS = sorted(Path("examples").rglob("*.txt"))


_ENDS = (
    "Rebels left Zalin. Washington also",
    "The army and Kyiv still",
    "Chile raids Peru. Germany strikes",
    "GROUP ABC",
    "Villagers fled Zalin after an attack that",
    "Villagers fled Zalin after a raid in which",
    "Villagers fled Zalin after the strike which has",
    "U.S. insurgents Torres,",
    "Shells landed in Zalin from the",
    "Rebels shelled Zalin from the",
)


@pytest.mark.parametrize("text", _ENDS)
def test_a_report_may_end_in_the_middle_of_a_sentence(text: str) -> None:
    claims_of(text)


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_report_is_read_wherever_it_is_cut(report: Path) -> None:
    words = report.read_text(encoding="utf-8").split(" ")
    for at in range(0, len(words), 3):
        claims_of(" ".join(words[max(0, at - 25) : at]))
        claims_of(" ".join(words[at : at + 25]))
