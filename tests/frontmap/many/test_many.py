"""Claims of many reports are the same however they are cut up and wherever they are read."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path

import pytest

from claims.written.files import FLAT_COLUMNS
from claims.yaml_text import load_yaml
from frontmap.many.frame import claims_frame, claims_schema
from frontmap.many.partitions import partitions_of

_ROOT = Path(__file__).parents[3]
_SHARED = _ROOT.parent / "shared" / "reports"
_OWN = _ROOT / "tests" / "accuracy" / "own"


def _own_reports() -> list[dict]:
    rows = []
    for path in (_OWN / "01-wire-sudan.yaml", _OWN / "02-assessment-ukraine.yaml"):
        told = load_yaml(path.read_text("utf-8"))
        for number in range(5):
            text = f"{told['text']}\nTroops entered Al Kafr {'abcde'[number]}, the mayor said."
            rows.append({"id": f"{path.stem}-{number}", "text": text})
    return rows


def _write(path: Path, rows: list[dict]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def _cut(folder: Path, rows: list[dict], parts: int) -> list[Path]:
    size = -(-len(rows) // parts)
    return [
        _write(folder / f"{n:03}.jsonl", rows[n * size : (n + 1) * size])
        for n in range(parts)
        if rows[n * size : (n + 1) * size]
    ]


def _claims(folder: Path) -> list[str]:
    return sorted(
        line for path in folder.glob("*.jsonl") for line in path.read_text("utf-8").splitlines()
    )


def test_claims_are_the_same_in_any_parts_and_on_any_engine(tmp_path: Path, run: Callable) -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    rows = _own_reports()
    # Those of ../shared as well, where that folder is here.
    for path in sorted(_SHARED.glob("seeds/*.txt")):
        rows.append({"id": path.stem, "text": path.read_text("utf-8")})
    found = []
    for engine, parts in (("local", 1), ("process:2", 3), ("dask", 7)):
        inputs = _cut(tmp_path / f"in-{parts}", rows, parts)
        out = tmp_path / f"out-{parts}"
        assert run("claims", *inputs, "-o", f"{out}/", "--engine", engine, "-q").code == 0
        found.append(_claims(out))
    assert len(found[0]) > len(rows)
    assert found[0] == found[1] == found[2]


def test_one_table_of_all_is_the_same_on_any_engine(tmp_path: Path, run: Callable) -> None:
    pytest.importorskip("distributed", reason="the extra dask is not installed")
    path = _write(tmp_path / "in.jsonl", _own_reports())
    told = [run("claims", path, "--engine", engine, "-q").out for engine in
            ("local", "process:2", "dask")]  # fmt: skip
    assert told[0] == told[1] == told[2]
    assert told[0].count("\n") > 30


def test_a_second_run_reads_nothing_again(tmp_path: Path, run: Callable) -> None:
    inputs = _cut(tmp_path / "in", _own_reports(), 3)
    out = tmp_path / "out"
    run("claims", *inputs, "-o", f"{out}/")
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.jsonl")}
    again = run("claims", *inputs, "-o", out)
    assert "3 files of claims" in again.err
    assert "3 of them finished before: 0 reports read" in again.err
    assert {path: path.stat().st_mtime_ns for path in out.glob("*.jsonl")} == before


def test_another_theatre_takes_the_place_of_what_was_read(tmp_path: Path, run: Callable) -> None:
    path = _write(tmp_path / "in.jsonl", _own_reports()[:2])
    out = tmp_path / "out"
    run("claims", path, "-o", f"{out}/")
    first = _claims(out)
    run("claims", path, "-o", f"{out}/", "--theatre", "syria")
    assert len(list(out.glob("*.jsonl"))) == 1
    assert _claims(out) != first


def test_a_killed_run_leaves_whole_files_and_is_gone_on_with(tmp_path: Path, run: Callable) -> None:
    rows = [row | {"id": f"r{n}"} for n, row in enumerate(islice(cycle(_own_reports()), 60))]
    inputs = _cut(tmp_path / "in", rows, 10)
    out, whole = tmp_path / "out", tmp_path / "whole"
    run("claims", *inputs, "-o", f"{whole}/")
    for finished in (1, 4):
        command = [sys.executable, "-m", "frontmap", "claims", *map(str, inputs), "-o", f"{out}/"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, cwd=_ROOT) as process:
            while len(list(out.glob("*.jsonl"))) < finished and process.poll() is None:
                time.sleep(0.01)
            process.send_signal(signal.SIGKILL)
        for path in out.glob("*.jsonl"):
            assert path.read_bytes() == (whole / path.name).read_bytes()
    last = run("claims", *inputs, "-o", f"{out}/")
    assert last.code == 0
    assert int(last.err.split(" of them finished before")[0].split()[-1]) >= 4
    files = {path.name: path.read_bytes() for path in whole.glob("*.jsonl")}
    assert {path.name: path.read_bytes() for path in out.glob("*.jsonl")} == files
    assert not list(out.glob(".*.part"))


def test_bad_rows_are_told_and_the_rest_is_read(tmp_path: Path, run: Callable) -> None:
    good = _own_reports()[0]
    path = _write(tmp_path / "in.jsonl", [good, {"text": ""}, good | {"text": "Other."}])
    result = run("claims", path, tmp_path / "missing", "-o", f"{tmp_path / 'out'}/", "-q")
    assert result.code == 3
    lines = result.err.splitlines()
    assert "missing: does not exist" in lines[0]
    assert f"{path}, line 2: has no text" in lines[1]
    assert f"line 3: has the id {good['id']!r} of {path}, line 1" in lines[2]
    assert _claims(tmp_path / "out")


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path, run: Callable) -> None:
    from filelock import FileLock

    path = _write(tmp_path / "in.jsonl", _own_reports()[:1])
    (tmp_path / "out").mkdir()
    with FileLock(tmp_path / "out" / ".lock"):
        result = run("claims", path, "-o", tmp_path / "out")
    assert result.code == 75
    assert "another run writes into" in result.err


@pytest.mark.parametrize("extra", [["--figures"], ["--format", "csv"]])
def test_a_folder_gets_claims_as_json_lines_only(
    tmp_path: Path, run: Callable, extra: list[str]
) -> None:
    path = _write(tmp_path / "in.jsonl", _own_reports()[:1])
    result = run("claims", path, "-o", f"{tmp_path / 'out'}/", *extra)
    assert result.code == 2
    assert not (tmp_path / "out").exists()


def test_an_unknown_engine_is_refused(tmp_path: Path, run: Callable) -> None:
    result = run("claims", tmp_path, "--engine", "spark")
    assert result.code == 2
    assert "use local, process, process:N" in result.err


def test_loose_texts_go_together_some_hundred_at_a_time(tmp_path: Path) -> None:
    for number in range(1_001):
        (tmp_path / f"{number:04}.txt").write_text(f"Text {number}.", encoding="utf-8")
    parts, rejected = partitions_of([tmp_path, tmp_path / "0000.txt"])
    assert [len(part.files) for part in parts] == [500, 500, 1]
    assert not rejected
    assert parts[0].key() != parts[1].key()


def test_a_frame_of_reports_becomes_one_of_claims(tmp_path: Path, run: Callable) -> None:
    import pandas as pd

    rows = _own_reports()
    frame = claims_frame(pd.DataFrame([*rows, {"id": "none", "text": None}]))
    run("claims", _write(tmp_path / "in.jsonl", rows), "-o", f"{tmp_path / 'out'}/")
    ids = sorted(json.loads(line)["id"] for line in _claims(tmp_path / "out"))
    assert sorted(frame["id"]) == ids
    assert tuple(frame.columns) == FLAT_COLUMNS
    empty = claims_frame(pd.DataFrame({"text": ["Bread is dear."]}))
    assert (len(empty), tuple(empty.columns)) == (0, FLAT_COLUMNS)
    kinds = dict(column.split() for column in claims_schema().split(", "))
    assert tuple(kinds) == FLAT_COLUMNS
    number = {name for name in frame if pd.api.types.is_numeric_dtype(frame[name])}
    assert {name for name, kind in kinds.items() if kind != "string"} == number
