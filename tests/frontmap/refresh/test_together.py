"""Two refreshes at once, folders that nobody may write, and nights when the clock jumps."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import wait
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from frontmap import cli
from frontmap.refresh import run as walk
from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from geo.errors import FrontmapError
from tests.frontmap.refresh.projects import make_project, no_client, start_project, write_report

# ``FRONTMAP_PAIRS=100 pytest tests/frontmap/refresh/test_together.py`` is the long trial.
_PAIRS = int(os.environ.get("FRONTMAP_PAIRS", "3"))
_KYIV = ZoneInfo("Europe/Kyiv")


def run(project: Path, now: datetime) -> Refreshed:
    return refresh(read_project(project, {}), now=now, client=no_client, tell=lambda _: None)


def publications(project: Path) -> list[tuple[int, str]]:
    with sqlite3.connect(project.parent / ".frontmap" / "ledger.sqlite") as ledger:
        rows = ledger.execute("SELECT run, fingerprint FROM publications ORDER BY 1").fetchall()
    ledger.close()
    return rows


def test_of_two_refreshes_at_once_no_two_publish_the_same(tmp_path: Path) -> None:
    project = make_project(tmp_path / "desk")
    met = 0
    for number in range(_PAIRS):
        write_report(project.parent, 20 + number)
        before = len(publications(project)) if number else 0
        both = [start_project(project) for _ in range(2)]
        ended = [(*process.communicate(timeout=200), process.returncode) for process in both]
        codes = sorted(code for _, _, code in ended)
        assert codes in ([0, 75], [0, 0]), ended
        assert sum("published" in out for out, _, _ in ended) == 1, ended
        met += codes == [0, 75]
        for out, err, code in ended:
            if code == 75:
                assert (out, err.count("\n")) == ("", 1)
        assert len(publications(project)) == before + 1
    prints = [fingerprint for _, fingerprint in publications(project)]
    assert len(set(prints)) == len(prints)
    assert met >= _PAIRS // 2


def waited(log: Path, pid: int) -> timedelta:
    """Return how long a run went on before it was refused, by its own log."""
    told = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    started, failed = [each for each in told if each["pid"] == pid]
    assert (started["event"], failed["event"], failed["exit_code"]) == ("started", "failed", 75)
    return datetime.fromisoformat(failed["time"]) - datetime.fromisoformat(started["time"])


@pytest.mark.skipif(sys.platform != "linux", reason="forks processes and holds one of them")
def test_of_two_started_together_one_is_refused_while_the_other_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    project, log = make_project(tmp_path / "desk", reports=0), tmp_path / "log"
    context, receive = get_context("fork"), walk.receive
    monkeypatch.setattr(
        sys, "argv", ["frontmap", "refresh", str(project), "--quiet", "--log", str(log)]
    )
    for number in range(_PAIRS):
        write_report(project.parent, number)
        go_on = context.Event()
        # Whoever holds the project stays in the middle of its run until the other has ended.
        monkeypatch.setattr(
            walk, "receive", lambda *a, go_on=go_on, **k: go_on.wait(100) and receive(*a, **k)
        )
        both = [context.Process(target=cli.main) for _ in range(2)]
        for process in both:
            process.start()
        (ended,) = wait([process.sentinel for process in both], timeout=90)
        first, second = sorted(both, key=lambda process: process.sentinel == ended)
        second.join(90)
        assert first.is_alive()
        go_on.set()
        first.join(90)
        assert (first.exitcode, second.exitcode) == (0, 75)
        assert waited(log, second.pid) <= timedelta(seconds=1)
        assert capfd.readouterr().err.count("\n") == 1
    assert len(publications(project)) == _PAIRS


@pytest.mark.parametrize("what", ["out", ".frontmap"])
def test_a_folder_that_cannot_be_written_leaves_the_old_map(tmp_path: Path, what: str) -> None:
    project = make_project(tmp_path / "desk")
    now = datetime(2025, 1, 10, 12, tzinfo=UTC)
    run(project, now)
    write_report(project.parent, 9)
    kept = project.parent / f"{what}.kept"
    (project.parent / what).rename(kept)
    # A file where a folder must be stops the superuser as well.
    (project.parent / what).write_text("in the way")
    page = (kept if what == "out" else project.parent / "out") / "map.html"
    before = page.read_bytes()
    with pytest.raises(FrontmapError, match="cannot be written") as caught:
        run(project, now)
    assert "\n" not in str(caught.value)
    assert page.read_bytes() == before
    (project.parent / what).unlink()
    kept.rename(project.parent / what)
    done = run(project, now)
    assert done.recovered or done.outcome is Outcome.PUBLISHED
    assert (project.parent / "out" / "map.html").read_bytes() != before


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2025, 10, 26, 3, 30, tzinfo=_KYIV),
        datetime(2025, 10, 26, 3, 30, fold=1, tzinfo=_KYIV),
        datetime(2025, 3, 30, 3, 30, tzinfo=_KYIV),
        datetime(2024, 12, 31, 23, 59, 59, tzinfo=UTC),
        datetime(2024, 2, 29, 12, tzinfo=UTC),
    ],
    ids=["hour before", "hour again", "hour left out", "year end", "leap day"],
)
def test_days_that_are_odd_change_nothing(tmp_path: Path, moment: datetime) -> None:
    project = make_project(tmp_path / "desk", reports=0, more="\n[window]\ndays = 5\n")
    day = (moment - timedelta(days=2, hours=6)).date()
    report = write_report(project.parent, 0)
    report.write_text(report.read_text().replace("2024-12-04", day.isoformat()))
    first = run(project, moment)
    assert first.outcome is Outcome.PUBLISHED
    later = moment.astimezone(UTC) + timedelta(seconds=1)
    assert run(project, later).outcome is Outcome.NOTHING_NEW


def test_the_hour_that_comes_twice_is_no_clock_set_back(tmp_path: Path) -> None:
    project = make_project(tmp_path / "desk")
    once = datetime(2025, 10, 26, 3, 50, tzinfo=_KYIV)
    again = datetime(2025, 10, 26, 3, 10, fold=1, tzinfo=_KYIV)
    assert run(project, once).outcome is Outcome.PUBLISHED
    write_report(project.parent, 9)
    assert run(project, again).outcome is Outcome.PUBLISHED
