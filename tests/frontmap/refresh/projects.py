"""Projects for the tests: a folder of reports, a project file, and runs in other processes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

__all__ = [
    "Started", "make_project", "no_client", "run_project", "start_project", "write_report",
]  # fmt: skip

_TOWNS = ("Suran", "Qumhana", "Rastan", "Salamiyah", "Kafr Zita", "Morek", "Maarat al-Numan")
_PROJECT = """
[project]
theatre = "syria"

[[sources]]
name = "desk"
kind = "folder"
path = "reports"

[[outputs]]
path = "out/map.html"

[[outputs]]
path = "out/claims.jsonl"

[[outputs]]
path = "out/more/claims.geojson"
"""


def write_report(folder: Path, number: int, *, town: str = "", day: int = 4) -> Path:
    """Write a report of our own about one town, and return its file."""
    town = town or _TOWNS[number % len(_TOWNS)]
    path = folder / "reports" / f"report-{number:05d}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f" date 2024-12-{day:02d}\n\nNews of the day\n\n"
        f"Opposition fighters seized {town} on Tuesday after {number + 2} hours of clashes, a war "
        f"monitor said. Syrian government forces shelled the outskirts of {town}, it added.\n",
        encoding="utf-8",
    )
    return path


def make_project(folder: Path, *, reports: int = 3, more: str = "") -> Path:
    """Write a project with some reports and return its file."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(reports):
        write_report(folder, number)
    path = folder / "frontmap.toml"
    path.write_text(_PROJECT + more, encoding="utf-8")
    return path


def no_client() -> NoReturn:
    """Stand for the client of a project that must not ask for one."""
    raise AssertionError("no source of this project is on the net")


@dataclass(frozen=True)
class Started:
    """A run in a process of its own that has ended."""

    code: int
    out: str
    err: str


def start_project(project: Path, *options: str) -> subprocess.Popen[str]:
    """Start a refresh as cron does, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "frontmap", "refresh", str(project), *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def run_project(project: Path, *options: str) -> Started:
    """Run a refresh in a process of its own, to its end."""
    process = start_project(project, *options)
    out, err = process.communicate(timeout=300)
    return Started(code=process.returncode, out=out, err=err)
