"""Counts in running text, kept apart by claimant."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from claims.counts.figure_links import link_figures
from claims.counts.figures import find_figures
from claims.figure import Figure
from claims.intake.reader import read_report
from claims.sides.theatre_files import load_theatre

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


ARMY = """ date 2023-03-10

The army said it had killed more than 400 rebels since the offensive began on 1 March.
"""
MONITOR = """ date 2023-03-11

At least 90 rebels have been killed since the start of the offensive, Amnesty International said.
"""

DAY = "were killed on Friday"


def linked(folder: Path, other: str) -> bool:
    found: list[Figure] = []
    for name, text in (("army", ARMY), ("monitor", other)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        figures = find_figures(read_report(path), SYRIA)
        found += [replace(figure, origin=name) for figure in figures]
    assert len(found) == 2
    return any(figure.contradicts for figure in link_figures(found))


def test_running_totals_of_two_reports_are_held_against_each_other(tmp_path: Path) -> None:
    assert linked(tmp_path, MONITOR)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (MONITOR.replace("At least 90", "At least 390"), "less than a factor of two"),
        (MONITOR.replace("90 rebels", "90 civilians"), "another group"),
        (MONITOR.replace("been killed", "been wounded"), "another measure"),
        (MONITOR.replace("2023-03-11", "2023-06-11"), "a season later"),
        (MONITOR.replace("Amnesty International", "the army"), "an update by the same claimant"),
        (MONITOR.replace("have been killed since the start of the offensive", DAY), "one day"),
    ],
)
def test_counts_of_something_else_are_not(tmp_path: Path, other: str, why: str) -> None:
    assert not linked(tmp_path, other), why


def test_a_part_names_its_whole_and_shares_its_window(tmp_path: Path) -> None:
    text = (
        "More than 600 people have been killed since May, including 104 civilians, witnesses said."
    )
    whole, part = figures_of(text, tmp_path)
    assert part.part_of == whole.id
    assert (part.total, part.kind, part.window) == (True, "civilians", "since May")


def test_the_speaker_behind_the_list_gave_the_total_too(tmp_path: Path) -> None:
    text = (
        "At least 700 people have died. The remainder includes 300 rebels and 200 soldiers, "
        "the Syrian Observatory for Human Rights said."
    )
    claimants = {figure.claimant for figure in figures_of(text, tmp_path)}
    assert claimants == {"Syrian Observatory for Human Rights"}
