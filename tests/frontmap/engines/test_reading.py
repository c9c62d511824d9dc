"""Reports that an engine cannot read are named, are not kept as read, and stop nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import frontmap
from claims.assess import open_gazetteer
from claims.intake.reader import read_inputs
from claims.ledger.grounds import ground_print
from claims.reading import Ground, read_each
from claims.sides.theatre_files import load_theatre
from frontmap.engines.engine import EngineError, Failed, Task
from frontmap.engines.local import LocalEngine
from frontmap.engines.process import ProcessEngine
from frontmap.engines.reading import EngineReadings, ReadTask
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from gazetteer.index import Gazetteer
from tests.frontmap.refresh.projects import make_project

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)


class _Broken(ProcessEngine):
    """An engine that fails for the first report and reads the others here."""

    def run(self, task: Task, reports: Iterable) -> Iterator:
        every = iter(reports)
        yield Failed(report=next(every).id, why="takes more than 1 s to read")
        yield from LocalEngine().run(task, every)


@pytest.fixture(scope="module")
def ground() -> Ground:
    theatre = load_theatre("syria")
    return Ground(theatre=theatre, gazetteer=open_gazetteer(theatre))


def test_readings_of_other_processes_equal_ours(ground: Ground) -> None:
    reports = read_inputs([Path("examples/hama-2024")]).reports
    with ProcessEngine(2, tell=print) as engine:
        assert list(EngineReadings(engine)(ground, reports)) == list(read_each(ground, reports))


def test_other_places_than_those_of_the_run_are_found_out(ground: Ground) -> None:
    other = replace(ground, gazetteer=Gazetteer(countries=["SY"]))
    assert ground_print(other) != ground_print(ground)
    with pytest.raises(EngineError, match="has other places, or another version"):
        ReadTask.of(other).begin()
    ReadTask.of(ground).begin()


def test_a_reader_that_cannot_be_sent_is_said_in_one_line(ground: Ground) -> None:
    here = replace(ground, extractor=lambda _theatre: lambda _report: ())
    reports = read_inputs([Path("examples/hama-2024")]).reports
    with ProcessEngine(1) as engine, pytest.raises(EngineError, match="use the engine local"):
        list(EngineReadings(engine)(here, reports))


def test_a_report_that_is_given_up_is_rejected_and_the_rest_is_listed(
    reports: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "frontmap.assessed.open_engine", lambda _word, *, tell: _Broken(1, tell=tell)
    )
    second = reports / "second.txt"
    second.write_text((reports / "good.txt").read_text("utf-8"), encoding="utf-8")
    result = run("claims", reports / "good.txt", second)
    assert result.code == 3
    assert [line for line in result.err.splitlines() if "good" in line] == [
        "frontmap: good: takes more than 1 s to read; leave it out"
    ]
    assert {json.loads(line)["doc"] for line in result.out.splitlines()} == {"second"}


def test_a_refresh_names_what_it_could_not_read_and_keeps_it_unread(tmp_path: Path) -> None:
    project = make_project(tmp_path / "desk")
    told: list[str] = []

    def run(engine: LocalEngine | ProcessEngine, **options: object) -> int:
        done = refresh(
            read_project(project, {}), now=_NOW, engine=engine, client=lambda: None,
            tell=told.append, **options,
        )  # fmt: skip
        return done.read_anew if done.exit_code == 0 else -done.exit_code

    assert run(_Broken(1)) == -3
    assert sum("takes more than 1 s" in line for line in told) == 1
    assert run(LocalEngine(), force=True) == 1


def test_a_refresh_on_more_cores_writes_the_same_files(tmp_path: Path) -> None:
    found = []
    for name, engine in (("a", LocalEngine()), ("b", ProcessEngine(2))):
        project = make_project(tmp_path / name / "desk")
        with engine:
            refresh(
                read_project(project, {}), now=_NOW, engine=engine, client=lambda: None, tell=print
            )
        out = project.parent / "out"
        found.append({p.name: p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert found[0] == found[1]
    assert len(found[0]) >= 3


def test_the_call_of_python_takes_an_engine() -> None:
    here, there = (
        frontmap.assess("examples/hama-2024", engine=engine) for engine in ("local", "process:1")
    )
    assert here == there
