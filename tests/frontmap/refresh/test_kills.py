"""A refresh that is killed at any point loses nothing, doubles nothing and tears nothing."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest

from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from tests.frontmap.refresh.projects import make_project, no_client, write_report

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
# ``FRONTMAP_KILLS=300 pytest tests/frontmap/refresh/test_kills.py`` is the long trial.
_KILLS = int(os.environ.get("FRONTMAP_KILLS", "16"))
_EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect", "os.rmdir", "os.chmod")
_DEATHS = (-signal.SIGKILL, -signal.SIGALRM)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks processes and kills them")


def _refresh(project: Path) -> None:
    refresh(read_project(project, {}), now=_NOW, client=no_client, tell=lambda _: None)


def _die_at_event(number: int) -> None:
    """Let this process die without a word when it touches files for the given time."""
    left = number

    def watch(event: str, _arguments: tuple) -> None:
        nonlocal left
        if event in _EVENTS:
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _die_after(seconds: float) -> None:
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def _run_until(project: Path, die: Callable[[], None]) -> None:
    die()
    _refresh(project)


def _published(folder: Path) -> dict[str, bytes]:
    every = (p for p in (folder / "out").rglob("*") if p.is_file())
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in every}


def _is_whole(folder: Path) -> bool:
    page = folder / "out" / "map.html"
    lines = (folder / "out" / "claims.jsonl").read_text("utf-8").splitlines()
    return page.read_bytes().rstrip().endswith(b"</html>") and all(map(json.loads, lines))


def _copied(project: Path, name: str) -> Path:
    target = project.parent.with_name(name)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(project.parent, target)
    return target / project.name


def test_no_kill_tears_loses_doubles_or_leaves_anything(tmp_path: Path) -> None:
    before = make_project(tmp_path / "before", reports=2)
    _refresh(before)
    write_report(before.parent, 5)
    unbroken = _copied(before, "unbroken")
    started = time.monotonic()
    _refresh(unbroken)
    lasted_s = time.monotonic() - started
    wanted = _published(unbroken.parent)
    context, chance, killed = get_context("fork"), random.Random(3), 0  # noqa: S311
    for number in range(_KILLS):
        project = _copied(before, "killed")
        event, moment_s = chance.randrange(1, 60), chance.uniform(0.001, 1.2 * lasted_s)
        die = partial(_die_at_event, event) if number % 2 else partial(_die_after, moment_s)
        process = context.Process(target=_run_until, args=(project, die))
        process.start()
        process.join(120)
        killed += process.exitcode in _DEATHS
        assert _is_whole(project.parent)
        _refresh(project)
        assert _published(project.parent) == wanted
        state = sorted(p.name for p in (project.parent / ".frontmap").iterdir())
        assert state == ["ledger.sqlite", "lock"]
    assert killed >= _KILLS // 2
