"""Each thing that may be broken, broken in turn: ``frontmap doctor`` names it and the way out."""

from __future__ import annotations

import json
import sqlite3
import tomllib
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from frontmap.doctor import installation
from frontmap.refresh.lock import locked
from tests.frontmap.refresh.projects import make_project

ROOT = Path(__file__).parent.parent.parent.parent


@pytest.fixture
def project(tmp_path: Path, run: Callable) -> Path:
    """Give a project whose map was published once."""
    made = make_project(tmp_path / "desk")
    assert run("refresh", made, "--quiet").code == 0
    return made


def found(run: Callable, *arguments: object) -> tuple[int, dict[str, list[tuple[str, str]]]]:
    done = run("doctor", *arguments, "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    told: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        told.setdefault(row["about"], []).append((row["grade"], row["told"]))
    return done.code, told


def wrongs(run: Callable, *arguments: object) -> list[str]:
    """Return what is wrong, having seen that the exit code says so and that nothing else is."""
    code, told = found(run, *arguments)
    lines = [f"{about}: {said}" for about, rows in told.items() for g, said in rows if g == "wrong"]
    assert code == (1 if lines else 0)
    return lines


def test_a_sound_project_has_nothing_wrong(project: Path, run: Callable) -> None:
    before = {p: p.read_bytes() for p in project.parent.rglob("*") if p.is_file()}
    code, told = found(run, project)
    assert code == 0
    for about in ("python", "libraries", "home", "project", "folder", "lock", "ledger", "outputs"):
        assert told[about][0][0] == "ok", told[about]
    assert told["source desk"] == [("ok", "3 files")]
    assert {p: p.read_bytes() for p in project.parent.rglob("*") if p.is_file()} == before


def test_a_new_project_is_told_what_to_do_next(tmp_path: Path, run: Callable) -> None:
    code, told = found(run, make_project(tmp_path / "new"))
    assert code == 0
    for about in ("ledger", "outputs"):
        ((grade, said),) = told[about]
        assert grade == "note"
        assert said.endswith("run: frontmap refresh")
    assert not (tmp_path / "new" / ".frontmap").exists()


def test_without_a_project_the_installation_is_checked(
    tmp_path: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, told = found(run)
    assert code == 0
    assert told["project"] == [("note", "there is none here; begin one with: frontmap init")]
    (line,) = wrongs(run, tmp_path / "none.toml")
    assert "none.toml" in line


def test_lines_are_for_people_and_quiet_leaves_out_what_is_well(
    project: Path, run: Callable
) -> None:
    assert "ok     outputs: 3 files are as they were published\n" in run("doctor", project).out
    assert run("doctor", project, "--quiet").out == ""
    (project.parent / "out" / "map.html").unlink()
    (line,) = run("doctor", project, "--quiet").out.splitlines()
    assert line.startswith("wrong  outputs: out/map.html")


def test_every_wrong_field_of_the_project_file_is_told(project: Path, run: Callable) -> None:
    project.write_text(project.read_text() + "\n[window]\ndayz = 3\n\n[policie]\n")
    lines = wrongs(run, project)
    assert len(lines) == 2
    assert "line 20" in " ".join(lines)


def _harm_ledger(project: Path) -> None:
    ledger = project.parent / ".frontmap" / "ledger.sqlite"
    content = bytearray(ledger.read_bytes())
    content[4096:8192] = bytes(4096)
    ledger.write_bytes(content)


def _change_a_text(project: Path) -> None:
    with sqlite3.connect(project.parent / ".frontmap" / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE reports SET report = (SELECT max(report) FROM reports)")
    ledger.close()


def _no_ledger(project: Path) -> None:
    (project.parent / ".frontmap" / "ledger.sqlite").write_text("a shopping list")


def _touch_output(project: Path) -> None:
    (project.parent / "out" / "claims.jsonl").write_text("{}\n")


def _harm_manifest(project: Path) -> None:
    (project.parent / "out" / "frontmap-manifest.json").write_text("{")


def _other_manifest(project: Path) -> None:
    (project.parent / "out" / "frontmap-manifest.json").write_text('{"form": 1}')


def _no_source(project: Path) -> None:
    (project.parent / "reports").rename(project.parent / "elsewhere")


def _gazetteer(project: Path) -> None:
    project.write_text(project.read_text().replace("[project]", '[project]\ngazetteers = ["SY"]'))


@pytest.mark.parametrize(
    ("harm", "about", "way_out"),
    [
        (_harm_ledger, "ledger", "put back a copy of it"),
        (_change_a_text, "ledger", "put back a copy of it"),
        (_no_ledger, "ledger", "move it away and run"),
        (_touch_output, "outputs", "run: frontmap refresh"),
        (_harm_manifest, "outputs", "run: frontmap refresh"),
        (_other_manifest, "outputs", "is no manifest"),
        (_no_source, "source desk", "reports"),
        (_gazetteer, "project", "frontmap gazetteer add SY"),
    ],
)
def test_what_is_broken_is_named_alone_with_the_way_out(
    project: Path, run: Callable, harm: Callable[[Path], None], about: str, way_out: str
) -> None:
    harm(project)
    (line,) = wrongs(run, project)
    assert line.startswith(f"{about}: ")
    assert way_out in line


def test_a_refresh_that_runs_is_a_note(project: Path, run: Callable) -> None:
    with locked(project.parent / ".frontmap"):
        code, told = found(run, project)
    assert (code, told["lock"][0][0]) == (0, "note")


def test_a_run_that_was_cut_off_is_a_note(project: Path, run: Callable) -> None:
    with sqlite3.connect(project.parent / ".frontmap" / "ledger.sqlite") as ledger:
        ledger.execute("UPDATE runs SET ended = NULL, outcome = NULL")
    ledger.close()
    ((grade, said),) = found(run, project)[1]["ledger"]
    assert grade == "note"
    assert "cut off; the next refresh finishes it" in said


def test_a_folder_that_cannot_be_written_is_told(project: Path, run: Callable) -> None:
    # A file in the way of a folder stops the superuser as well.
    (project.parent / "file").write_text("")
    project.write_text(project.read_text().replace("out/more/", "file/"))
    (line,) = [line for line in wrongs(run, project) if line.startswith("folder")]
    assert "cannot be written" in line


def test_a_home_that_cannot_be_written_is_told(
    tmp_path: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FRONTMAP_HOME", str(tmp_path / "file" / "home"))
    monkeypatch.chdir(tmp_path)
    (line,) = wrongs(run)
    assert line.startswith("home: ")
    assert "set FRONTMAP_HOME to another" in line


def test_a_damaged_gazetteer_is_told(
    tmp_path: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRONTMAP_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    sets = tmp_path / "home" / "gazetteer" / "sets"
    sets.mkdir(parents=True)
    (sets / "SY.sqlite").write_bytes(b"no index" * 999)
    (line,) = wrongs(run)
    assert line.startswith("gazetteer SY: ")


def test_libraries_that_are_missing_or_old_are_told(
    tmp_path: Path, run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(name: str) -> str:
        if name == "feedparser":
            raise PackageNotFoundError(name)
        return "1.9.1" if name.lower() == "shapely" else version(name)

    monkeypatch.setattr(installation, "version", other)
    project = make_project(tmp_path / "desk")
    code, told = found(run, project)
    assert code == 1
    assert "shapely 2.0.6 (has 1.9.1)" in told["libraries"][0][1]
    ((grade, said),) = told["extra refresh"]
    assert grade == "note"
    assert "feedparser; for feeds and pages on the net, run: pip install" in said
    feed = '\n[[sources]]\nkind = "feed"\nurl = "https://example.org/rss"\n'
    project.write_text(project.read_text().replace("[project]", '[project]\ncontact = "a@b.org"'))
    project.write_text(project.read_text() + feed)
    code, told = found(run, project)
    assert any("needs the extra refresh" in said for _, said in told.get("project", ()))


def test_the_extras_are_those_of_the_package() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert set(installation.EXTRAS) == set(declared["optional-dependencies"]) - {"bench", "dev"}
