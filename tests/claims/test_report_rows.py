"""Rows of JSON Lines and Parquet are reports, or say in one line why not."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from claims.errors import ReportError
from claims.intake.reader import read_inputs
from claims.intake.report_rows import holds_reports, report_of, reports_in
from claims.report import Report

_TEXT = "Rebels took Suran\n\nRebels took the town of Suran on Tuesday, the governor said."


def _jsonl(path: Path, *rows: object) -> Path:
    lines = (row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows)
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def test_a_row_gives_a_report_what_its_columns_say() -> None:
    report = report_of(
        {"text": _TEXT, "id": 7, "title": "T", "published": "2024-12-04T18:00+02:00",
         "outlet": "Paper", "url": "https://paper.example/7", "further": 1},
        where="a row",
    )  # fmt: skip
    assert (report.id, report.title, report.outlet, report.path) == ("7", "T", "Paper", "a row")
    assert report.published == datetime(2024, 12, 4, 16, tzinfo=UTC)
    assert report.url == "https://paper.example/7"
    assert report.sections


def test_a_bare_row_is_named_by_its_text_and_dated_by_it() -> None:
    text = f" date 2024-12-04\n\n{_TEXT}"
    one, same = (report_of({"text": text}, where=where) for where in ("row 1", "row 9"))
    other = report_of({"text": text + " More."}, where="row 1")
    assert one.id == same.id != other.id
    assert one.published == datetime(2024, 12, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    "told",
    ["2024-12-04", date(2024, 12, 4), datetime(2024, 12, 4), " 2024-12-04T00:00Z "],  # noqa: DTZ001
)
def test_a_day_is_its_midnight(told: object) -> None:
    report = report_of({"text": _TEXT, "published": told}, where="a row")
    assert report.published == datetime(2024, 12, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ({}, "has no text"),
        ({"text": None}, "has no text"),
        ({"text": " \n"}, "has no text"),
        ({"text": 3}, "has no text"),
        ({"text": "x" * 2_000_001}, "longer than 2 million characters"),
        ({"text": _TEXT, "published": "Tuesday"}, "has 'Tuesday' for published"),
        ({"text": _TEXT, "published": 1733270400}, "has '1733270400' for published"),
    ],
)
def test_a_row_that_is_no_report_says_so_in_one_line(row: dict, line: str) -> None:
    with pytest.raises(ReportError, match=line) as said:
        report_of(row, where="in.jsonl, line 3")
    assert str(said.value).startswith("in.jsonl, line 3: ")
    assert "\n" not in str(said.value)


def test_half_a_pair_of_surrogates_does_not_get_in() -> None:
    report = report_of({"text": _TEXT + "\ud83d", "id": "a\ud83d"}, where="a row")
    assert (report.text + report.id).encode()


def test_bad_lines_are_told_with_their_number_and_the_rest_is_read(tmp_path: Path) -> None:
    path = _jsonl(
        tmp_path / "in.jsonl", {"text": _TEXT, "id": "a"}, b"", b"{", b"[" * 100_000, b"[1]",
        b'{"text": "\xff"}', b'{"text": "' + b"x" * 13_000_000 + b'"}', {"text": _TEXT, "id": "b"},
    )  # fmt: skip
    read = list(reports_in(path))
    assert [each.id for each in read if isinstance(each, Report)] == ["a", "b"]
    told = [str(each).split(": ")[0] for each in read if isinstance(each, ReportError)]
    assert told == [f"{path}, line {n}" for n in (3, 4, 5, 6, 7)]


def test_texts_and_quotes_tell_reports_from_claims(tmp_path: Path) -> None:
    reports = _jsonl(tmp_path / "reports.jsonl", b"\xef\xbb\xbf", {"text": _TEXT})
    claims = _jsonl(tmp_path / "claims.jsonl", {"quote": "x", "text": "y"})
    assert holds_reports(reports)
    assert not holds_reports(claims)
    assert not holds_reports(_jsonl(tmp_path / "broken.jsonl", b"{"))
    assert not holds_reports(tmp_path / "missing.jsonl")
    read = read_inputs([tmp_path])
    assert [report.path for report in read.reports] == [f"{reports}, line 2"]
    assert len(read.claims_files) == 2


def test_rows_of_parquet_are_read_as_those_of_json(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="the extra export is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = [
        {"text": _TEXT, "id": "a", "published": "2024-12-04", "further": 1},
        {"text": None, "id": "b", "published": None, "further": 2},
        *({"text": f"{_TEXT} {n}", "id": None, "published": None} for n in range(200)),
    ]
    parquet.write_table(arrow.Table.from_pylist(rows), tmp_path / "in.parquet")
    read = list(reports_in(tmp_path / "in.parquet"))
    assert str(read[1]).startswith(f"{tmp_path / 'in.parquet'}, row 2: has no text")
    lines = list(reports_in(_jsonl(tmp_path / "in.jsonl", *rows)))
    told = [(r.id, r.text, r.published) for r in read if isinstance(r, Report)]
    assert told == [(r.id, r.text, r.published) for r in lines if isinstance(r, Report)]
    assert len(told) == 201


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"\0" * 99 + b"PAR1", b"text"])
def test_damaged_parquet_is_one_line(tmp_path: Path, content: bytes) -> None:
    pytest.importorskip("pyarrow", reason="the extra export is not installed")
    path = tmp_path / "in.parquet"
    path.write_bytes(content)
    (rejected,) = read_inputs([path]).rejected
    assert rejected.reason.startswith(f"{path}: cannot be read as Parquet")
    assert "\n" not in rejected.reason


def test_parquet_without_texts_names_the_columns(tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow", reason="the extra export is not installed")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "in.parquet"
    parquet.write_table(arrow.table({"body": ["x"]}), path)
    (rejected,) = read_inputs([path]).rejected
    assert "has no column text; use the columns text, id, title" in rejected.reason
