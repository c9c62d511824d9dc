from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from frontmap.console import Console
from frontmap.refresh.errors import ProjectError
from frontmap.refresh.project_file import KEYS, read_project


def test_what_is_written_is_a_sound_project(tmp_path: Path, run: Callable) -> None:
    folder = tmp_path / "new" / "north"
    result = run("init", folder)
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        f"{folder / 'frontmap.toml'}", f"{folder / 'reports'}/", f"{folder / 'README.md'}",
    ]  # fmt: skip
    project = read_project(folder, {})
    assert project.sources[0].path == (folder / "reports").resolve()
    assert (folder / "reports").is_dir()


@pytest.mark.parametrize(
    "without",  # of these a project has one or the other
    [{"since", "until", "round_decimals"}, {"days", "round_m"}],
)
def test_every_line_that_is_shown_as_a_comment_is_sound_too(
    tmp_path: Path, run: Callable, without: set[str]
) -> None:
    run("init", tmp_path)
    (tmp_path / "places.csv").touch()
    (tmp_path / "decisions.csv").touch()
    path = tmp_path / "frontmap.toml"
    shown = re.sub(r"^# (?=\w+ = |\[\[)", "", path.read_text("utf-8"), flags=re.MULTILINE)
    rows = [row for row in shown.splitlines() if row.split(" ")[0] not in without]
    assert len(rows) == len(shown.splitlines()) - len(without)
    path.write_text("\n".join(rows), "utf-8")
    project = read_project(path, {})
    assert (len(project.sources), len(project.outputs)) == (4, 5)


def test_every_key_is_in_the_file_that_is_written(tmp_path: Path, run: Callable) -> None:
    run("init", tmp_path)
    text = (tmp_path / "frontmap.toml").read_text("utf-8")
    for table, keys in KEYS.items():
        assert re.search(rf"^\[\[?{table}\]\]?$", text, re.MULTILINE)
        for key in keys:
            assert re.search(rf"^(# )?{key} = ", text, re.MULTILINE), f"{table}.{key}"


def test_a_project_is_never_replaced(tmp_path: Path, run: Callable) -> None:
    (tmp_path / "frontmap.toml").write_text("mine", "utf-8")
    result = run("init", tmp_path)
    assert result.code == 1
    assert "is there already" in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["frontmap.toml"]
    assert (tmp_path / "frontmap.toml").read_text("utf-8") == "mine"


def test_a_note_of_your_own_stays(tmp_path: Path, run: Callable) -> None:
    (tmp_path / "README.md").write_text("mine", "utf-8")
    (tmp_path / "reports").mkdir()
    result = run("init", tmp_path)
    assert result.out.splitlines() == [f"{tmp_path / 'frontmap.toml'}"]
    assert (tmp_path / "README.md").read_text("utf-8") == "mine"


def test_a_folder_that_is_a_file_is_told_in_one_line(tmp_path: Path, run: Callable) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    result = run("init", tmp_path / "file" / "project")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert "cannot be written" in result.err


def test_all_problems_of_a_project_are_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    code = Console().fail(ProjectError(["line 1, a: wrong", "line 2, b: wrong\x1b"]))
    assert code == 2
    assert capsys.readouterr().err.splitlines() == [
        "frontmap: line 1, a: wrong",
        "frontmap: line 2, b: wrong ",
    ]
