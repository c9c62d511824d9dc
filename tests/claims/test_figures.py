"""Counts in running text, kept apart by claimant."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claims.figure import Figure
from claims.figures import find_figures, link_figures
from claims.reader import read_report
from claims.theatre_files import load_theatre

with (Path(__file__).parent / "figures.csv").open(encoding="utf-8") as table:
    ROWS = list(csv.DictReader(table))
SYRIA = load_theatre("syria")


def figures_of(text: str, tmp_path: Path) -> tuple[Figure, ...]:
    path = tmp_path / "a.txt"
    path.write_text(f" date 2024-12-04\n\nNews of the day\n\n{text}\n", encoding="utf-8")
    return find_figures(read_report(path), SYRIA)


@pytest.mark.parametrize("row", ROWS, ids=[row["sentence"][:50] for row in ROWS])
def test_the_counts_of_a_sentence(row: dict[str, str], tmp_path: Path) -> None:
    found = [
        f"{f.measure} {f.least} {'-' if f.most is None else f.most} {f.qualifier} {f.group}"
        for f in figures_of(row["sentence"], tmp_path)
    ]
    assert found == [each.strip() for each in row["figures"].split(";") if each.strip()]


def test_a_count_has_its_claimant_side_window_and_words(tmp_path: Path) -> None:
    text = (
        "Over 1,600 rebels have been killed since last week, the Syrian Defense Ministry said. "
        "The Syrian Observatory for Human Rights said 371 rebels were killed."
    )
    ministry, monitor = figures_of(text, tmp_path)
    assert ministry.claimant == "Syrian Defense Ministry"
    assert monitor.claimant == "Syrian Observatory for Human Rights"
    assert ministry.side == monitor.side == "opposition"
    assert ministry.window == "since last week"
    assert ministry.quote == "Over 1,600 rebels have been killed"


def test_counts_a_factor_of_two_apart_are_linked_and_never_summed(tmp_path: Path) -> None:
    text = (
        "Over 1,600 rebels have been killed since last week, the Syrian Defense Ministry said. "
        "The Syrian Observatory for Human Rights said 371 rebels were killed. "
        "SANA said 1,400 rebels were killed."
    )
    ministry, monitor, agency = link_figures(figures_of(text, tmp_path))
    assert ministry.contradicts == (monitor.id,)
    assert set(monitor.contradicts) == {ministry.id, agency.id}
    assert [f.least for f in (ministry, monitor, agency)] == [1600, 371, 1400]


def test_one_claimants_own_counts_are_not_held_against_it(tmp_path: Path) -> None:
    text = "The army said it killed 10 rebels. The army said it killed 100 rebels."
    assert [f.contradicts for f in link_figures(figures_of(text, tmp_path))] == [(), ()]
