"""A project of any size with reports of our own, the same at every run."""

from __future__ import annotations

from pathlib import Path

__all__ = ["THEATRE", "add_report", "make_project"]

THEATRE = "syria"
_TOWNS = (
    "Suran", "Qumhana", "Rastan", "Salamiyah", "Kafr Zita", "Morek", "Maarat al-Numan",
    "Khan Shaykhun", "Saraqib", "Tell Rifaat", "Al-Bab", "Manbij", "Idlib", "Jisr al-Shughur",
    "Homs", "Talbiseh", "Masyaf", "Aleppo", "Khanasir", "Safira",
)  # fmt: skip
_SPEAKERS = (
    "the Observatory", "a war monitor", "the Defence Ministry", "an opposition commander",
    "residents", "state media", "a rebel spokesman",
)  # fmt: skip
_ACTS = (
    "seized", "advanced on", "shelled", "attacked", "pulled out of", "recaptured", "entered",
    "pushed the army back from",
)  # fmt: skip
_PROJECT = f"""
[project]
theatre = "{THEATRE}"

[[sources]]
name = "desk"
kind = "folder"
path = "reports"

[[outputs]]
path = "out/map.html"

[[outputs]]
path = "out/claims.jsonl"

[[outputs]]
path = "out/claims.geojson"
"""


def make_project(folder: Path, number: int) -> Path:
    """Write a project with so many reports, two claims in each, and return its folder."""
    (folder / "reports").mkdir(parents=True)
    (folder / "frontmap.toml").write_text(_PROJECT, encoding="utf-8")
    for each in range(number):
        add_report(folder, each)
    return folder


def add_report(folder: Path, number: int) -> None:
    """Write one report of a project; each number gives words of its own."""
    path = folder / "reports" / f"report-{number:06d}.txt"
    path.write_text(_text(number), encoding="utf-8")


def _text(number: int) -> str:
    here, there = _TOWNS[number % 20], _TOWNS[(number * 7 + 3) % 20]
    return (
        f" date 2024-{1 + number % 11:02d}-{1 + number % 27:02d}\n\n"
        f"Bulletin {number} of the desk for {there}\n\n"
        f"Opposition fighters {_ACTS[number % 8]} {here} on Tuesday after {number} minutes of "
        f"clashes, {_SPEAKERS[number % 7]} said. Government forces shelled {there} with "
        f"{2 + number % 90} rockets, {_SPEAKERS[number // 7 % 7]} added, and "
        f"{number * 37 % 1000} families left.\n"
    )
