"""When the old map stays: nothing answered, claims fell, something is damaged, the disk is full."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from claims.ledger.errors import LedgerDamagedError
from frontmap.output import OutputError
from frontmap.refresh.guard import RefreshRefusedError
from frontmap.refresh.lock import RefreshRunsError, locked
from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from geo.errors import FrontmapError
from tests.frontmap.refresh.projects import make_project, run_project, write_report

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)


def _run(project: Path, **options: object) -> Refreshed:
    chosen: dict = {"now": _NOW, "client": None, "tell": lambda _: None, **options}
    return refresh(read_project(project, {}), **chosen)


def _outputs(project: Path) -> dict[str, bytes]:
    folder = project.parent / "out"
    return {p.name: p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a project whose map was published once."""
    made = make_project(tmp_path / "desk", reports=4)
    _run(made)
    return made


def test_claims_that_fall_by_more_than_half_are_not_believed(project: Path) -> None:
    before = _outputs(project)
    for number in range(1, 4):
        (project.parent / "reports" / f"report-0000{number}.txt").unlink()
    with pytest.raises(RefreshRefusedError, match=r"fell from 8 to 2, by 75%.*the old map stays"):
        _run(project)
    assert _outputs(project) == before
    assert _run(project, force=True).claims == 2


def test_reports_that_are_all_too_young_are_told_as_such(tmp_path: Path) -> None:
    young = make_project(tmp_path / "young", reports=2)
    moment = datetime(2024, 12, 4, 18, tzinfo=UTC)
    with pytest.raises(RefreshRefusedError, match="held back until it is old enough"):
        _run(young, now=moment)
    assert _run(young, now=moment + timedelta(days=2)).claims == 4


def test_a_theatre_that_no_report_is_about_is_told_as_such(tmp_path: Path) -> None:
    wrong = make_project(tmp_path / "wrong", reports=2)
    wrong.write_text(wrong.read_text().replace('"syria"', '"sudan"'))
    for _ in range(2):  # the second time nothing is new, and the reason is the same
        with pytest.raises(RefreshRefusedError, match=r"2 were put aside.*theatre right"):
            _run(wrong)


@pytest.mark.parametrize("harm", ["emptied", "gone"])
def test_a_source_that_came_back_empty_does_not_wipe_the_map(project: Path, harm: str) -> None:
    before = _outputs(project)
    shutil.rmtree(project.parent / "reports")
    if harm == "emptied":
        (project.parent / "reports").mkdir()
    with pytest.raises(RefreshRefusedError, match="0 of 1 sources answered"):
        _run(project)
    assert _outputs(project) == before


def test_a_gazetteer_that_is_missing_is_told(project: Path) -> None:
    text = project.read_text().replace("[project]", '[project]\ngazetteers = ["SY"]')
    project.write_text(text)
    with pytest.raises(RefreshRefusedError, match="frontmap gazetteer add SY"):
        _run(project)


def test_a_clock_that_was_set_back_is_told(project: Path) -> None:
    with pytest.raises(RefreshRefusedError, match="before the last run at 2025-01-10 12:00"):
        _run(project, now=_NOW - timedelta(hours=2))


def test_a_damaged_ledger_is_one_line_and_the_map_stays(project: Path) -> None:
    before = _outputs(project)
    ledger = project.parent / ".frontmap" / "ledger.sqlite"
    content = bytearray(ledger.read_bytes())
    content[4096:8192] = bytes(4096)
    ledger.write_bytes(content)
    with pytest.raises(LedgerDamagedError, match="put back a copy of it, or move it away"):
        _run(project)
    assert _outputs(project) == before
    ledger.unlink()
    assert _run(project, now=_NOW).outcome is Outcome.PUBLISHED
    assert _outputs(project) == before


def test_a_full_disk_leaves_the_old_map(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _outputs(project)
    write_report(project.parent, 8)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FrontmapError, match="No space left on device"):
        _run(project)
    monkeypatch.undo()
    assert _outputs(project) == before
    assert _run(project).claims == 10


def test_a_build_that_fails_leaves_nothing_to_the_next_run(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _outputs(project)
    write_report(project.parent, 9)

    def broken(*_: object, **__: object) -> None:
        raise OutputError(project, "cannot be written", "open it")

    with monkeypatch.context() as patch:
        patch.setattr("frontmap.refresh.checks.check", broken)
        with pytest.raises(OutputError, match="open it"):
            _run(project)
    assert _outputs(project) == before
    assert sorted(p.name for p in (project.parent / ".frontmap").iterdir()) == [
        "ledger.sqlite", "lock",
    ]  # fmt: skip
    done = _run(project)
    assert (done.outcome, done.recovered) == (Outcome.PUBLISHED, False)


def test_a_file_of_claims_that_is_wrong_is_told_and_the_rest_goes_on(
    project: Path, run: Callable
) -> None:
    (project.parent / "reports" / "mine.csv").write_text("quote,claimant,action\nx,y,teleport\n")
    told = run("refresh", project)
    assert told.code == 3
    assert "teleport" in told.err
    assert (project.parent / "out" / "map.html").exists()


def test_a_second_refresh_ends_at_once_with_its_own_code(project: Path) -> None:
    with locked(project.parent / ".frontmap"):
        with pytest.raises(RefreshRunsError, match="another refresh"):
            _run(project)
        second = run_project(project)
    assert (second.code, second.out) == (75, "")
    assert second.err.count("\n") == 1
    assert run_project(project).code == 0


def test_a_project_file_that_is_wrong_is_told_line_by_line(tmp_path: Path, run: Callable) -> None:
    project = make_project(tmp_path / "desk", more="\n[window]\ndayz = 3\n")
    told = run("refresh", project)
    assert told.code == 2
    assert "line 20" in told.err
    assert not (tmp_path / "desk" / ".frontmap").exists()


def test_an_output_whose_folder_is_a_file_is_told_and_made_good(tmp_path: Path) -> None:
    made = make_project(tmp_path / "desk", reports=1)
    (made.parent / "out").touch()
    for _ in range(2):
        with pytest.raises(OutputError, match=r"map\.html: cannot be written .*; open its folder"):
            _run(made)
    (made.parent / "out").unlink()
    assert _run(made).recovered
    assert {"map.html", "claims.jsonl", "claims.geojson"} <= _outputs(made).keys()


def test_a_state_folder_that_cannot_be_is_told(tmp_path: Path) -> None:
    made = make_project(tmp_path / "desk", reports=1)
    (made.parent / ".frontmap").touch()
    with pytest.raises(OutputError, match=r"\.frontmap: cannot be written"):
        _run(made)
