"""What README.md shows is what a reader gets."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from frontmap.cli import app
from gazetteer.homes.towns import WORLD
from tests.shipped import copy_index

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def commands() -> Iterator[tuple[str, str]]:
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = part.partition("\n")
            yield command, shown


SHOWN = [pytest.param(*each, id=each[0]) for each in commands() if each[0].startswith("frontmap")]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory, shipped_home: Path) -> Path:
    """Give a folder with the examples, as a reader of README.md stands in."""
    folder = tmp_path_factory.mktemp("reader")
    copy_index(WORLD, shipped_home, folder / "home")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def pattern_of(shown: str) -> str:
    """Return what an output must look like: any figures, and ``...`` for what is left out."""
    lines = (re.sub(r"\\?[\d.,]*\d", "[0-9.,]+", re.escape(line)) for line in shown.splitlines())
    return "".join("(?:.*\n)*?" if line == re.escape("...") else line + "\n" for line in lines)


def in_a_shell(command: str) -> str:
    """Return what a line of a shell prints that ends well, with ``frontmap`` as installed."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env={**os.environ, "PATH": path},
        capture_output=True,
        check=True,
        text=True,
    )
    assert "frontmap:" not in done.stderr
    return done.stdout


@pytest.mark.parametrize(("command", "shown"), SHOWN)
def test_a_command_of_the_readme_prints_what_is_shown(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, run: Callable, command: str, shown: str
) -> None:
    monkeypatch.chdir(workspace)
    monkeypatch.setenv("FRONTMAP_HOME", str(workspace / "home"))
    if re.search(r"[|&;<>$*]", command):
        printed = in_a_shell(command)
    else:  # what needs no shell needs no process either, of which each begins with seconds of work
        done = run(*shlex.split(command)[1:])
        assert done.code == 0, done.err
        assert "frontmap:" not in done.err
        printed = done.out
    assert re.fullmatch(pattern_of(shown), printed), printed


@pytest.mark.parametrize("code", blocks("python"))
def test_python_of_the_readme_runs(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    monkeypatch.chdir(workspace)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102 - our own page


def test_every_script_of_the_pages_exists() -> None:
    for page in ROOT.glob("*.md"):
        for name in re.findall(r"\bscripts/[\w-]+", page.read_text(encoding="utf-8")):
            assert any((ROOT / f"{name}{suffix}").is_file() for suffix in ("", ".py")), name


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", README):
        assert target.startswith("https://") or (ROOT / target).is_file(), target


def test_every_command_is_shown_in_the_readme() -> None:
    names = [command.name for command in app.registered_commands]
    for group in app.registered_groups:
        assert group.typer_instance is not None
        for each in group.typer_instance.registered_commands:
            assert each.callback is not None
            names.append(f"{group.name} {each.name or each.callback.__name__}")
    for name in names:
        assert f"$ frontmap {name}" in README, name
