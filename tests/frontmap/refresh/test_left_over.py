"""What a refresh could not do, or does no more, is told and made good by a later one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from claims.report import Report
from frontmap.engines.engine import Failed, Task
from frontmap.engines.local import LocalEngine
from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from tests.frontmap.refresh.projects import make_project, write_report

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
_TABLE = '\n[[outputs]]\npath = "out/claims.csv"\n'


class Weary:
    """An engine that gives up some reports."""

    def __init__(self, *given_up: str) -> None:
        self.given_up = given_up

    def __enter__(self) -> Weary:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def run(self, task: Task, reports: Iterable[Report]) -> Iterator[Any]:
        """Yield what the task gives, or that it failed."""
        read = task.begin()
        for report in reports:
            tired = report.id in self.given_up
            yield Failed(report=report.id, why="takes too long") if tired else read(report)


def _run(project: Path, told: Callable[[str], None] = print, **options: object) -> Refreshed:
    chosen: dict = {"now": _NOW, "client": None, "tell": told, **options}
    return refresh(read_project(project, {}), **chosen)


def _drop_output(project: Path) -> None:
    text = project.read_text("utf-8")
    assert _TABLE in text
    project.write_text(text.replace(_TABLE, ""), "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make_project(tmp_path / "desk", more=_TABLE)


def test_a_report_that_was_given_up_is_tried_again(project: Path) -> None:
    first = _run(project, engine=Weary("report-00001"))
    assert (first.outcome, first.exit_code, first.claims) == (Outcome.PUBLISHED, 3, 4)
    done = _run(project, engine=LocalEngine())
    assert (done.outcome, done.exit_code, done.claims) == (Outcome.PUBLISHED, 0, 6)
    assert (done.received.new, done.read_anew) == (0, 1)
    assert _run(project).outcome is Outcome.NOTHING_NEW


def test_one_that_is_given_up_again_is_told_and_nothing_is_drawn(project: Path) -> None:
    _run(project, engine=Weary("report-00001"))
    page = project.parent / "out" / "map.html"
    before = page.stat().st_mtime_ns
    told: list[str] = []
    done = _run(project, told.append, engine=Weary("report-00001"))
    assert (done.outcome, done.exit_code) == (Outcome.NOTHING_NEW, 3)
    assert told == ["report-00001: takes too long; leave it out"]
    assert page.stat().st_mtime_ns == before
    rehearsed = _run(project, engine=Weary("report-00001"), dry_run=True)
    assert rehearsed.outcome is Outcome.NOTHING_NEW
    write_report(project.parent, 9)
    done = _run(project, engine=Weary("report-00001"))
    assert (done.outcome, done.claims) == (Outcome.PUBLISHED, 6)


def test_an_output_that_is_none_any_more_is_named_until_it_is_gone(
    project: Path, run: Callable
) -> None:
    line = "out/claims.csv: is no output any more and lies there still; remove it"
    assert run("refresh", project).err == ""
    _drop_output(project)
    assert line in run("refresh", project).err
    table = project.parent / "out" / "claims.csv"
    assert table.is_file()
    write_report(project.parent, 9)
    assert line in run("refresh", project).err
    verified = run("verify", project)
    assert (verified.code, line in verified.err) == (0, True)
    assert "3 files are as they were published" in verified.out
    table.unlink()
    assert run("verify", project).err == ""
    write_report(project.parent, 10)
    assert run("refresh", project).err == ""


def test_a_manifest_that_moved_is_left_behind_as_well(project: Path) -> None:
    _run(project)
    text = project.read_text("utf-8").replace("out/map.html", "web/map.html")
    project.write_text(text, "utf-8")
    told: list[str] = []
    _run(project, told.append)
    left = [line.partition(":")[0] for line in told]
    assert left == ["out/frontmap-manifest.json", "out/map.html"]
    assert not _run(project, told.append, force=True).received.rejected
    _drop_output(project)
    told.clear()
    _run(project, told.append)
    assert [line.partition(":")[0] for line in told] == ["out/claims.csv", *left]


def test_an_output_that_comes_back_is_no_longer_left(project: Path) -> None:
    _run(project)
    _drop_output(project)
    _run(project)
    project.write_text(project.read_text("utf-8") + _TABLE, "utf-8")
    told: list[str] = []
    assert _run(project, told.append).outcome is Outcome.PUBLISHED
    assert told == []
