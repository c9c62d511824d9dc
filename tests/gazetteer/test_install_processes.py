"""What is left of an addition that another process, a kill or a full disk came across."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from gazetteer.adding import sets
from gazetteer.adding.install import install
from gazetteer.adding.sets import GazetteerBusyError, installed_set, remove, sets_folder
from gazetteer.errors import GazetteerDamagedError
from gazetteer.homes.index_file import open_index
from gazetteer.homes.world import set_path

CC = "PS"
ROOT = Path(__file__).parents[2]
ROW = "name,lon,lat,country,source,licence\n{},34.99,31.37,PS,survey,CC0\n"

ADD = """
import sys
from pathlib import Path
from gazetteer.adding.install import install

def say(word):
    print(word, flush=True)

def step(what, share):
    if what.startswith("reading") and share == 0:
        say("reading")
        sys.stdin.readline()

install("PS", sys.argv[1], home=Path(sys.argv[2]), progress=step, waiting=lambda: say("waiting"))
"""
KILLED = """
import os, signal, sys
from pathlib import Path
from gazetteer.adding import install

made = install.{step}

def die(*arguments, **options):
    made(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)

install.{step} = die
install.install("PS", sys.argv[1], home=Path(sys.argv[2]))
"""
FULL = """
import resource, sys
from pathlib import Path
from gazetteer.adding.install import install

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    install("PS", sys.argv[1], home=Path(sys.argv[2]))
except Exception as error:
    print(type(error).__name__, error)
"""


def start(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    )  # fmt: skip


@pytest.fixture
def first(tmp_path: Path) -> Path:
    path = tmp_path / "first.csv"
    path.write_text(ROW.format("Susya"))
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.csv"
    path.write_text(ROW.format("Khirbat Zanuta"))
    return path


def names(home: Path) -> set[str]:
    return {entry.name for entry in open_index(set_path(CC, home)).entries()}


def test_of_two_processes_the_second_waits_and_both_are_added(
    tmp_path: Path, first: Path, second: Path
) -> None:
    with start(ADD, first, tmp_path) as one:
        assert one.stdout.readline() == "reading\n"
        with start(ADD, second, tmp_path) as two:
            assert two.stdout.readline() == "waiting\n"
            assert not set_path(CC, tmp_path).exists()
            one.communicate("go on\n")
            assert two.stdout.readline() == "reading\n"
            two.communicate("go on\n")
    assert (one.returncode, two.returncode) == (0, 0)
    assert {"Susya", "Khirbat Zanuta"} <= names(tmp_path)


def test_one_that_does_not_end_is_waited_for_no_longer_than_told(
    tmp_path: Path, first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sets, "_LONGEST_WAIT_S", 0.0)
    sets_folder(tmp_path).mkdir(parents=True)
    held = FileLock(sets_folder(tmp_path) / ".lock")
    with held, pytest.raises(GazetteerBusyError, match="another frontmap is adding"):
        install(CC, str(first), home=tmp_path)
    install(CC, str(first), home=tmp_path)
    assert "Susya" in names(tmp_path)


@pytest.mark.parametrize("step", ["write_rows", "build_index"])
def test_a_kill_leaves_the_old_gazetteer_and_the_next_run_sweeps(
    tmp_path: Path, first: Path, second: Path, step: str
) -> None:
    install(CC, str(first), home=tmp_path)
    before = set_path(CC, tmp_path).read_bytes()
    sound = set(sets_folder(tmp_path).iterdir())
    with start(KILLED.format(step=step), second, tmp_path) as killed:
        killed.communicate()
    assert killed.returncode == -9
    assert set_path(CC, tmp_path).read_bytes() == before
    assert set(sets_folder(tmp_path).iterdir()) > sound
    install(CC, str(first), home=tmp_path)
    assert set(sets_folder(tmp_path).iterdir()) == sound
    assert set_path(CC, tmp_path).read_bytes() == before


@pytest.mark.parametrize("room_bytes", [0, 100, 20_000])
def test_a_full_disk_is_one_line_and_leaves_the_old_gazetteer(
    tmp_path: Path, first: Path, second: Path, room_bytes: int
) -> None:
    install(CC, str(first), home=tmp_path)
    before = set_path(CC, tmp_path).read_bytes()
    assert len(before) > room_bytes
    with start(FULL, second, tmp_path, room_bytes) as full:
        said, _ = full.communicate()
    assert full.returncode == 0
    assert said.startswith("GazetteerDamagedError ")
    assert "free or open the folder" in said
    assert said.count("\n") == 1
    assert set_path(CC, tmp_path).read_bytes() == before
    assert not list(sets_folder(tmp_path).glob(".*.part*"))
    assert [part.label for part in installed_set(CC, tmp_path).parts] == ["first.csv"]


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path, first: Path) -> None:
    (tmp_path / "gazetteer").write_text("a file stands where the folder should be")
    with pytest.raises(GazetteerDamagedError, match="FRONTMAP_HOME") as caught:
        install(CC, str(first), home=tmp_path)
    assert "\n" not in str(caught.value)


def test_another_gazetteer_is_not_touched(tmp_path: Path, first: Path) -> None:
    install(CC, str(first), home=tmp_path)
    before = set(sets_folder(tmp_path).iterdir())
    first.write_text(ROW.format("Aley").replace(",PS,", ",LB,"))
    install("LB", str(first), home=tmp_path)
    remove("LB", home=tmp_path)
    assert set(sets_folder(tmp_path).iterdir()) == before
