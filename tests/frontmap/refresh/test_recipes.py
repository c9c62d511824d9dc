"""The recipes of docs/refresh.md, each tried as far as one machine allows, and the log."""

from __future__ import annotations

import configparser
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from frontmap.refresh.lock import locked
from tests.frontmap.refresh.projects import make_project

ROOT = Path(__file__).parent.parent.parent.parent
PAGE = (ROOT / "docs" / "refresh.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def program(folder: Path) -> Path:
    """Make the command that the recipes start."""
    path = folder / "venv" / "bin" / "frontmap"
    path.parent.mkdir(parents=True)
    path.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from frontmap.cli import main\nmain()\n"
    )
    path.chmod(0o755)
    return path


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give the folder of the recipes: a program and a project."""
    program(tmp_path)
    make_project(tmp_path / "north")
    return tmp_path


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["sh", "-c", script], env=environment, cwd=folder, capture_output=True, text=True,
        check=False, timeout=200,
    )  # fmt: skip


def test_the_line_of_cron_runs_with_an_empty_environment(place: Path) -> None:
    setting, line = (block.replace("/srv/frontmap", str(place)) for block in
                     blocks("cron")[0].splitlines())  # fmt: skip
    fields = line.split(maxsplit=5)
    assert all(re.fullmatch(r"[\d*/,-]+", field) for field in fields[:5])
    name, _, value = setting.partition("=")
    done = shell(fields[5], Path("/"), **{name: value})
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (place / "north" / "out" / "map.html").is_file()
    rows = [json.loads(row) for row in (place / "north" / "refresh.jsonl").read_text().splitlines()]
    assert [row["event"] for row in rows] == ["started", "ended"]
    assert (place / "home").is_dir()


def test_the_units_of_systemd_are_sound(place: Path) -> None:
    service, timer = (block.replace("/srv/frontmap", str(place)) for block in blocks("ini"))
    units = [place / "frontmap-north.service", place / "frontmap-north.timer"]
    for unit, text in zip(units, (service, timer), strict=True):
        unit.write_text(text.replace("User=frontmap", "User=root"))
    read = configparser.ConfigParser()
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(units[0])
    assert read["Service"]["SuccessExitStatus"].split() == ["3", "75"]
    done = shell(read["Service"]["ExecStart"], Path("/"), FRONTMAP_HOME=f"{place}/home")
    assert done.returncode == 0, done.stderr
    read.read(units[1])
    tool = shutil.which("systemd-analyze")
    if tool:
        told = subprocess.run(
            [tool, "verify", "--man=no", *map(str, units)], capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        ours = [line for line in told.stderr.splitlines() if "frontmap-north" in line]
        assert not ours, ours
        calendar = read["Timer"]["OnCalendar"]
        assert subprocess.run([tool, "calendar", calendar], capture_output=True).returncode == 0  # noqa: PLW1510


def test_the_workflow_of_ci_refreshes_and_verifies(place: Path) -> None:
    workflow = yaml.safe_load(blocks("yaml")[0])
    steps = workflow["jobs"]["refresh"]["steps"]
    used = [step.get("uses", "").partition("@")[0] for step in steps]
    assert used.index("actions/upload-pages-artifact") < used.index("actions/deploy-pages")
    (script,) = [step["run"] for step in steps if step.get("name") == "refresh"]
    environment = {"PATH": f"{place}/venv/bin:/usr/bin:/bin", "FRONTMAP_HOME": f"{place}/home"}
    done = shell(f"set -e\n{script}", place / "north", **environment)
    assert done.returncode == 0, done.stderr
    assert "3 files are as they were published" in done.stdout
    (place / "north" / "reports" / "mine.csv").write_text("quote,claimant\nx,y\n")
    assert shell(f"set -e\n{script}", place / "north", **environment).returncode == 0
    shutil.rmtree(place / "north" / "reports")
    assert shell(f"set -e\n{script}", place / "north", **environment).returncode == 1


def test_the_log_tells_what_was_rejected_and_how_a_run_failed(
    tmp_path: Path, run: Callable
) -> None:
    project, log = make_project(tmp_path / "desk"), tmp_path / "log.jsonl"
    (tmp_path / "desk" / "reports" / "mine.csv").write_text("quote,claimant,action\nx,y,teleport\n")
    first = run("refresh", project, "--log", log)
    with locked(tmp_path / "desk" / ".frontmap"):
        assert run("refresh", project, "--log", log).code == 75
    project.write_text("[project")
    assert run("refresh", project, "--log", log).code == 2
    rows = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [row["event"] for row in rows] == [
        "started", "told", "ended", "started", "failed", "started", "failed",
    ]  # fmt: skip
    assert [row["exit_code"] for row in rows if "exit_code" in row] == [3, 75, 2]
    assert rows[1]["message"] in first.err
    assert rows[2]["outcome"] == "published"
    assert all(row["time"].endswith("+00:00") and row["level"] for row in rows)


def test_a_log_that_cannot_be_written_is_told_before_anything_is_done(
    tmp_path: Path, run: Callable
) -> None:
    project = make_project(tmp_path / "desk")
    told = run("refresh", project, "--log", tmp_path)
    assert told.code == 1
    assert "the log cannot be written" in told.err
    assert not (tmp_path / "desk" / "out").exists()
