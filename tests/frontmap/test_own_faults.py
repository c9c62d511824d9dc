"""A report that frontmap itself fails on is named, and costs no other report its claims."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.events.extract import extract
from frontmap.engines.local import LocalEngine
from frontmap.many.frame import claims_frame
from frontmap.refresh.project_file import read_project
from frontmap.refresh.run import refresh
from tests.claims.digest_texts import DATE, SUDAN, SYRIA, sourced
from tests.frontmap.refresh.projects import make_project

_TOLD = "Rebels captured the town of {town} on Tuesday, the Observatory said."
_LINE = "not read, for frontmap itself failed on it (ZeroDivisionError: of a rule, at "


@pytest.fixture(autouse=True)
def fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rules fail on every report that names Suran."""

    def failing(report, *ground):
        if "Suran" in report.text:
            raise ZeroDivisionError("of a\nrule")
        return extract(report, *ground)

    monkeypatch.setattr("claims.reading.extract", failing)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    for town in ("Suran", "Khattab"):
        text = f" date 2024-12-04\n\n{_TOLD.format(town=town)}\n"
        (texts / f"{town}.txt").write_text(text, encoding="utf-8")
    return texts


def _said(err: str) -> list[str]:
    return [line for line in err.splitlines() if _LINE in line]


@pytest.mark.parametrize("out", ["-", "all.csv", "parts/"])
def test_the_others_are_read_and_it_is_named_once(
    folder: Path, tmp_path: Path, run: Callable, out: str
) -> None:
    target = () if out == "-" else ("-o", f"{tmp_path}/{out}")
    told = run("claims", folder, *target)
    assert told.code == 3
    (line,) = _said(told.err)
    assert line.startswith("frontmap: ")
    assert "Suran" in line.partition(_LINE)[0]
    assert "test_own_faults.py:" in line
    files = [*tmp_path.glob("all.csv"), *tmp_path.glob("parts/*.jsonl")]
    written = told.out + "".join(path.read_text("utf-8") for path in files)
    assert "Khattab" in written
    assert "Suran" not in written
    assert "claims no movement" not in told.err


def test_of_a_digest_only_the_piece_is_lost(tmp_path: Path, run: Callable) -> None:
    path = tmp_path / "digest.txt"
    path.write_text(f" {DATE}\n{sourced(SYRIA, SUDAN)}\n", encoding="utf-8")
    told = run("claims", path)
    assert (told.code, len(_said(told.err))) == (3, 1)
    assert {json.loads(line)["actor_side"] for line in told.out.splitlines()} == {"rsf", "saf"}


def test_a_map_is_drawn_of_the_others(folder: Path, tmp_path: Path, run: Callable) -> None:
    told = run("draw", folder, "-o", tmp_path / "map.html")
    assert told.code == 3
    assert len(_said(told.err)) == 1
    assert "Khattab" in (tmp_path / "map.html").read_text("utf-8")


def test_alone_it_ends_the_run_with_two_lines(folder: Path, run: Callable) -> None:
    (folder / "Khattab.txt").unlink()
    told = run("claims", folder)
    assert told.code == 2
    assert len(_said(told.err)) == 1
    assert told.err.splitlines()[-1].endswith(
        "no claim was found in any input, so nothing was written"
    )
    assert "Traceback" not in told.err


def test_a_frame_warns_of_it() -> None:
    import pandas as pd

    rows = [{"id": t, "text": _TOLD.format(town=t)} for t in ("Suran", "Khattab")]
    with pytest.warns(UserWarning, match="row 1: not read, for frontmap itself failed"):
        frame = claims_frame(pd.DataFrame(rows))
    assert set(frame["doc"]) == {"Khattab"}


def test_a_refresh_names_it_and_reads_it_anew_the_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(tmp_path / "desk")
    told: list[str] = []

    def run() -> tuple[int, int]:
        done = refresh(
            read_project(project, {}), now=datetime(2025, 1, 10, 12, tzinfo=UTC),
            engine=LocalEngine(), client=lambda: None, tell=told.append, force=True,
        )  # fmt: skip
        return done.exit_code, done.read_anew

    monkeypatch.setattr("claims.reading.find_figures", lambda *_: 1 / 0)
    code, read = run()
    assert (code, read > 0) == (3, True)
    assert any("ZeroDivisionError" in line for line in told)
    monkeypatch.undo()
    assert run() == (0, read)
