"""Claims from files are held back, shown and left out by their own dates, row by row."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from tests.frontmap.refresh.projects import make_project, no_client

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
_SOURCE = '\n[[sources]]\nname = "stated"\nkind = "claims"\npath = "stated.csv"\n'
_HEAD = "id,quote,claimant,place,lat,lon,action,published\n"


def _run(project: Path, told: list[str], *, now: datetime = _NOW) -> Refreshed:
    return refresh(read_project(project, {}), now=now, client=no_client, tell=told.append)


def _state(project: Path, *days: str) -> None:
    rows = (
        f"k{n},Troops took hill {n},a spokesman,Hill {n},35.{n},36.7,capture,{day}\n"
        for n, day in enumerate(days, start=1)
    )
    (project.parent / "stated.csv").write_text(_HEAD + "".join(rows), "utf-8")


def _hills(project: Path) -> set[str]:
    text = (project.parent / "out" / "map.html").read_text("utf-8")
    return {f"k{n}" for n in range(1, 5) if f"took hill {n}" in text}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "desk", reports=1, more=_SOURCE)


def test_a_young_row_is_held_back_until_it_is_old_enough(project: Path) -> None:
    _state(project, "2024-12-04", "2025-01-10T08:00:00Z")
    assert _run(project, []).claims == 3
    assert _hills(project) == {"k1"}
    assert _run(project, [], now=_NOW + timedelta(hours=19)).outcome is Outcome.NOTHING_NEW
    assert _run(project, [], now=_NOW + timedelta(hours=21)).claims == 4
    assert _hills(project) == {"k1", "k2"}


def test_a_row_without_a_date_is_told(project: Path) -> None:
    _state(project, "2024-12-04", "")
    told: list[str] = []
    assert _run(project, told).exit_code == 0
    (line,) = told
    assert line.startswith("1 claims in files give no date")
    assert _hills(project) == {"k1"}


def test_the_window_holds_for_rows_as_for_reports(project: Path) -> None:
    _state(project, "2024-12-04", "2023-05-01")
    project.write_text(project.read_text("utf-8") + "\n[window]\nsince = 2024-12-01\n", "utf-8")
    assert _run(project, []).claims == 3
    assert _hills(project) == {"k1"}


@pytest.mark.parametrize("harm", ["broken", "gone"])
def test_of_a_file_that_cannot_be_read_the_last_version_stands_on(project: Path, harm: str) -> None:
    _state(project, "2024-12-04", "2024-12-05")
    assert _run(project, []).claims == 4
    path = project.parent / "stated.csv"
    path.write_text(path.read_text().replace("capture", "teleport", 1))
    if harm == "gone":
        path.unlink()
    told: list[str] = []
    done = _run(project, told)
    assert done.exit_code == 3
    assert any("its last version that could be read stands on" in line for line in told)
    assert _hills(project) == {"k1", "k2"}
    _state(project, "2024-12-04")
    assert _run(project, []).exit_code == 0
    assert _hills(project) == {"k1"}
