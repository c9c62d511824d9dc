"""What was published yesterday and may not be today is not told as a change either."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from frontmap.refresh.outcome import Outcome, Refreshed
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from tests.frontmap.refresh.projects import make_project, no_client, write_report

_NOW = datetime(2025, 1, 10, 12, tzinfo=UTC)
_CHANGES = "".join(
    f'\n[[outputs]]\npath = "out/changes.{form}"\nchanges = true\n'
    for form in ("md", "json", "atom")
)


def _run(project: Path, tell: Callable[[str], None] = print) -> Refreshed:
    return refresh(read_project(project, {}), now=_NOW, client=no_client, tell=tell)


def _files(project: Path) -> dict[str, str]:
    return {p.name: p.read_text("utf-8") for p in (project.parent / "out").rglob("*.*")}


def _add(project: Path, policy: str) -> None:
    project.write_text(f"{project.read_text('utf-8')}\n[policy]\n{policy}\n", "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that has published all of three reports, also as changes."""
    project = make_project(tmp_path / "desk", more=_CHANGES)
    _run(project)
    return project


@pytest.mark.parametrize("left", [True, False], ids=["still-read", "report-gone"])
def test_a_claim_that_is_withheld_now_is_not_quoted_as_withdrawn(
    project: Path, *, left: bool
) -> None:
    before = _files(project)
    told = {name for name, text in before.items() if "Qumhana" in text}
    assert {"changes.md", "changes.json", "changes.atom", "map.html"} <= told
    _add(project, 'withhold_words = ["qumhana"]')
    if not left:
        (project.parent / "reports" / "report-00001.txt").unlink()
    _run(project)
    after = _files(project)
    assert {name for name, text in after.items() if "umhana" in text} == set()
    assert "Rastan" in after["changes.atom"], "the other entries of the feed stay"
    assert json.loads(after["changes.json"])["changes"] == []


def test_a_withdrawn_claim_that_may_be_told_is_told(project: Path) -> None:
    _add(project, 'withhold_words = ["qumhana"]')
    _run(project)
    (project.parent / "reports" / "report-00002.txt").unlink()
    _run(project)
    told = json.loads(_files(project)["changes.json"])["changes"]
    assert [each["kind"] for each in told] == ["withdrawn", "withdrawn"]
    assert "Rastan" in _files(project)["changes.md"]


def test_a_place_that_is_rounded_now_is_not_told_as_it_stood(project: Path) -> None:
    exact = {
        (each["lat"], each["lon"])
        for each in map(json.loads, _files(project)["claims.jsonl"].splitlines())
    }
    _add(project, "round_decimals = 1")
    (project.parent / "reports" / "report-00002.txt").unlink()
    write_report(project.parent, 3)
    _run(project)
    for text in _files(project).values():
        assert not [spot for spot in exact if str(spot[0]) in text or str(spot[1]) in text]
    told = json.loads(_files(project)["changes.json"])["changes"]
    assert {each["kind"] for each in told} == {"new", "withdrawn"}


@pytest.mark.parametrize(
    "damage", [b"\xff\xfe<", b"<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>"]
)
def test_a_damaged_feed_is_set_aside_and_a_new_one_begins(project: Path, damage: bytes) -> None:
    feed = project.parent / "out" / "changes.atom"
    feed.write_bytes(damage)
    write_report(project.parent, 3)
    told: list[str] = []
    assert _run(project, told.append).outcome is Outcome.PUBLISHED
    (line,) = [each for each in told if "changes.atom" in each]
    assert ".frontmap/damaged-changes.atom" in line
    assert (project.parent / ".frontmap" / "damaged-changes.atom").read_bytes() == damage
    assert "map.html#claim=" in feed.read_text("utf-8")
    write_report(project.parent, 4)
    _run(project, told.append)
    assert len([each for each in told if "changes.atom" in each]) == 1
