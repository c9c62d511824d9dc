"""Engines give results in order, whatever becomes of the processes that work for them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from frontmap.engines.choose import UnknownEngineError, check_engine, open_engine
from frontmap.engines.cluster import DaskEngine
from frontmap.engines.engine import Engine, EngineError, Failed
from frontmap.engines.process import ProcessEngine
from tests.frontmap.engines.tasks import Awkward, Unsendable, numbered

_LIMIT_S = 2.0
Opener = Callable[..., Engine]


@pytest.fixture(params=["process", "dask"])
def opened(request: pytest.FixtureRequest) -> Opener:
    if request.param == "process":
        return ProcessEngine
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    return lambda width, **options: DaskEngine(None, width, **options)


def _ids(results: Iterator) -> list[str]:
    return [got[0] for got in results]


def test_results_come_in_order_from_several_processes(opened: Opener, tmp_path: Path) -> None:
    reports = numbered(300)
    with opened(2) as engine:
        got = list(engine.run(Awkward(tmp_path), iter(reports)))
        again = list(engine.run(Awkward(tmp_path), reports[:5]))
    assert [(name, text) for name, text, _ in got] == [(r.id, r.text) for r in reports]
    assert len({pid for _, _, pid in got}) == 2
    assert _ids(iter(again)) == ["r0", "r1", "r2", "r3", "r4"]


def test_a_process_that_dies_once_costs_nothing(opened: Opener, tmp_path: Path) -> None:
    told: list[str] = []
    with opened(2, tell=told.append) as engine:
        got = _ids(engine.run(Awkward(tmp_path), numbered(100, {40: "die once"})))
    assert got == [f"r{n}" for n in range(100)]
    assert told
    assert all("died" in line for line in told)


def test_a_report_that_kills_its_process_is_named_alone(opened: Opener, tmp_path: Path) -> None:
    with opened(2, tell=lambda _: None) as engine:
        got = list(engine.run(Awkward(tmp_path), numbered(70, {0: "die", 40: "die"})))
    failed = [n for n, each in enumerate(got) if isinstance(each, Failed)]
    assert failed == [0, 40]
    assert str(got[40]).startswith("r40: ")
    assert [each[0] for each in got if not isinstance(each, Failed)] == [
        f"r{n}" for n in range(70) if n not in failed
    ]


def test_a_report_that_hangs_is_given_up_in_time(opened: Opener, tmp_path: Path) -> None:
    with opened(2, limit_s=_LIMIT_S, tell=lambda _: None) as engine:
        got = list(engine.run(Awkward(tmp_path), numbered(40, {21: "hang"})))
    assert [n for n, each in enumerate(got) if isinstance(each, Failed)] == [21]
    assert f"takes more than {_LIMIT_S:g} s to read" in str(got[21])


def test_an_error_of_the_task_is_raised_with_its_line(opened: Opener, tmp_path: Path) -> None:
    with (
        opened(1) as engine,
        pytest.raises(EngineError, match=r"^left and right$"),
    ):
        list(engine.run(Awkward(tmp_path), numbered(20, {3: "raise"})))


def test_a_task_that_cannot_be_sent_is_said_in_one_line(opened: Opener) -> None:
    with opened(1) as engine, pytest.raises(EngineError, match="use the engine local") as said:
        list(engine.run(Unsendable(), numbered(2)))
    assert "\n" not in str(said.value)


def test_reports_are_taken_only_a_little_ahead(tmp_path: Path) -> None:
    taken = 0

    def endless() -> Iterator:
        nonlocal taken
        for report in numbered(100_000):
            taken += 1
            yield report

    with ProcessEngine(2) as engine:
        results = engine.run(Awkward(tmp_path), endless())
        assert next(results)[0] == "r0"
        assert taken < 300
        results.close()
        assert _ids(engine.run(Awkward(tmp_path), numbered(3))) == ["r0", "r1", "r2"]


def test_workers_that_never_begin_end_the_run(tmp_path: Path) -> None:
    with ProcessEngine(1) as engine, pytest.raises(EngineError, match=r"exit code 7.*__main__"):
        list(engine.run(Awkward(tmp_path, stillborn=True), numbered(3)))


def test_dask_workers_that_never_come_back_end_the_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    monkeypatch.setattr("frontmap.engines.cluster._RESTART_S", 1)
    with DaskEngine(None, 1) as engine:
        assert _ids(engine.run(Awkward(tmp_path), numbered(2))) == ["r0", "r1"]
        engine._client.cluster.scale(0)
        while engine._client.nthreads():
            time.sleep(0.05)
        with pytest.raises(EngineError, match=r"^no dask worker is left"):
            list(engine.run(Awkward(tmp_path), numbered(2)))


def test_no_process_is_left_behind(tmp_path: Path) -> None:
    with ProcessEngine(2) as engine:
        list(engine.run(Awkward(tmp_path), numbered(50)))
        processes = [worker.process for worker in engine.crew]
        assert all(process.is_alive() for process in processes)
    for process in processes:
        with pytest.raises(ValueError, match="closed"):
            process.is_alive()


def test_nothing_at_an_address_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    monkeypatch.setattr("frontmap.engines.cluster._CONNECT_S", 1)
    with (
        open_engine("dask:tcp://127.0.0.1:9", tell=print) as engine,
        pytest.raises(EngineError, match=r"no dask cluster answers at tcp://127\.0\.0\.1:9"),
    ):
        list(engine.run(Awkward(tmp_path), numbered(1)))


@pytest.mark.parametrize(
    "word", ["local", "process", "process:1", "process:16", "dask", "dask:tcp://10.0.0.1:8786"]
)
def test_the_words_for_engines(word: str) -> None:
    assert check_engine(word) == word


@pytest.mark.parametrize(
    "word",
    ["", "spark", "process:0", "process:-1", "process:x", "process:257", "process:", "process:٣",
     "process:99999999999999999999", "local:2", "dask:", "dask:host:8786", "dask:http://h"],
)  # fmt: skip
def test_other_words_are_refused(word: str) -> None:
    with pytest.raises(UnknownEngineError, match="use local, process"):
        check_engine(word)
