"""A theatre is a folder: the one of docs/theatres.md is made here, recognised and drawn."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import frontmap
from tests.maps.reading import said_on

PAGE = Path(__file__).parents[2] / "docs" / "theatres.md"
REPORT = (
    "date 2024-03-05\n"
    "Somali National Army soldiers captured Baidoa from Al-Shabaab on Monday, "
    "the Somali National News Agency said.\n"
)


def _make(folder: Path) -> Path:
    """Write the files of the page, each under the name that stands before it."""
    folder.mkdir(parents=True)
    blocks = re.findall(
        r"^`(\w+\.yaml)`[^\n]*\n(?:[^`\n].*\n)*\n```yaml\n(.*?)^```",
        PAGE.read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
    assert [name for name, _ in blocks] == ["theatre.yaml", "actors.yaml", "sources.yaml"]
    for name, content in blocks:
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "baidoa.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def test_a_folder_is_a_theatre_by_its_path(tmp_path: Path, report: Path, run: Callable) -> None:
    folder = _make(tmp_path / "mine" / "somalia")
    page = tmp_path / "map.html"
    done = run("draw", report, "--theatre", folder, "-o", page)
    assert done.code == 0, done.err
    html = said_on(page)
    assert "Federal government took ground from Al-Shabaab" in html
    assert "Somalia: what is claimed" in html
    assert "Somali National News Agency" in html


def test_a_folder_in_the_home_is_recognised(
    tmp_path: Path, report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRONTMAP_HOME", str(tmp_path))
    assert frontmap.assess(report).theatre.id == "neutral"
    _make(tmp_path / "theatres" / "somalia")
    situation = frontmap.assess(report)
    assert situation.theatre.id == "somalia"
    (drawn,) = situation.drawn
    assert (drawn.claim.actor_side, drawn.claim.opponent_side) == ("somalia-gov", "al-shabaab")
    assert drawn.claim.claimant == "Somali National News Agency"
    assert 43 < drawn.footprint.lon < 44.5


def test_a_theatre_of_the_user_comes_before_the_shipped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claims.sides.theatre_files import load_theatre

    monkeypatch.setenv("FRONTMAP_HOME", str(tmp_path))
    folder = _make(tmp_path / "theatres" / "syria")
    assert load_theatre("syria").folder == folder.resolve()


def test_an_unknown_name_is_told_with_the_known_ones(report: Path, run: Callable) -> None:
    done = run("draw", report, "--theatre", "atlantis")
    assert done.code == 2
    assert "'atlantis'" in done.err
    assert "syria" in done.err
    assert "neutral" in done.err
    assert done.err.count("\n") == 1


def test_the_list_names_a_theatre_of_the_user(
    tmp_path: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRONTMAP_HOME", str(tmp_path))
    _make(tmp_path / "theatres" / "somalia")
    assert "somalia" in run("gazetteer", "list").out
