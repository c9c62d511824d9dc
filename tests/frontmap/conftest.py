"""A run of the command line, in this process, as a user would start it."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from frontmap.cli import main
from gazetteer.homes.towns import WORLD
from tests.shipped import copy_index


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, shipped_home: Path) -> Iterator[None]:
    """Keep what these tests add out of the folder that all tests share."""
    home = tmp_path_factory.mktemp("home")
    for country in (WORLD, "SY"):  # what nearly all of them open
        copy_index(country, shipped_home, home)
    for index in (shipped_home / "gazetteer").glob("*.sqlite"):  # what tests made before
        shutil.copy(index, home / "gazetteer")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTMAP_HOME", str(home))
        yield


@dataclass(frozen=True)
class Run:
    """What one run left: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run ``frontmap`` with these arguments; ``stdin`` is what it reads for ``-``."""

    def start(*arguments: object, stdin: str = "") -> Run:
        monkeypatch.setattr(sys, "argv", ["frontmap", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        return Run(code=int(ended.value.code or 0), out=written.out, err=written.err)

    return start


REPORT = (
    " date 2024-12-04\n\nNews of the day from Hama\n\n"
    "Opposition fighters captured the town of Suran on Tuesday, the Syrian Observatory for Human "
    "Rights said. Syrian government forces retreated from “Khattab”, the Observatory added.\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder with one report that makes claims, and one file of every kind of bad input."""
    (tmp_path / "good.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\n\t\n")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(range(256)))
    (tmp_path / "noclaim.txt").write_text(
        " date 2024-12-04\n\nThe price of bread rose again in the capital, traders said.\n",
        encoding="utf-8",
    )
    (tmp_path / "undated.txt").write_text(REPORT.split("\n", 2)[2], encoding="utf-8")
    (tmp_path / "broken.jsonl").write_text('{"quote": "x", \n', encoding="utf-8")
    (tmp_path / "broken.csv").write_text("quote,claimant,action\nx,y,teleport\n", encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("claims: [unclosed\n", encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    return tmp_path
