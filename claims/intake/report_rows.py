"""Many reports in one file, a row each: JSON Lines, or Parquet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from hashlib import sha256
from pathlib import Path
from typing import Any

from claims.errors import ReportError
from claims.intake.published import published_date, retrieved_date
from claims.intake.sections import find_sections
from claims.report import Report, SectionKind

__all__ = ["COLUMNS", "holds_reports", "report_of", "reports_in"]

#: Only the text has to be there.
COLUMNS = ("text", "id", "title", "published", "outlet", "url")

_LIMIT_CHARACTERS = 2_000_000
_LIMIT_LINE_BYTES = 6 * _LIMIT_CHARACTERS  # as many as JSON takes for a character
_ID_CHARACTERS = 16
_ROWS = 64  # of a Parquet file held at once


def holds_reports(path: Path) -> bool:
    """Tell whether a file holds a report in each row: Parquet, or JSON Lines with texts.

    The first row of JSON tells: reports have a ``text``, claims a ``quote``.
    """
    if path.suffix.lower() == ".parquet":
        return True
    if path.suffix.lower() != ".jsonl":
        return False
    try:
        with path.open("rb") as stream:
            first = next((line for line in _lines(stream) if line.strip()), b"")
        row = json.loads(first)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row and "quote" not in row


def reports_in(path: Path) -> Iterator[Report | ReportError]:
    """Yield the report of each row, or why it is none; few rows are held at a time.

    Raises
    ------
    ReportError
        From the first step, where the file cannot be read at all.
    """
    rows = _parquet(path) if path.suffix.lower() == ".parquet" else _jsonl(path)
    for where, row in rows:
        if isinstance(row, ReportError):
            yield row
            continue
        try:
            yield report_of(row, where=where)
        except ReportError as error:
            yield error


def report_of(row: Mapping[str, Any], *, where: str) -> Report:
    """Return the report of a row with some of ``COLUMNS``; others are left alone.

    A row without an id is named by a hash of its text, so that its claims have the same names
    wherever it stands. A missing date is read in the text.

    Raises
    ------
    ReportError
        Where the text is missing or too long, or a field cannot be read.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ReportError(where, "has no text", 'give each row a field "text"')
    if len(text) > _LIMIT_CHARACTERS:
        raise ReportError(
            where, f"is longer than {_LIMIT_CHARACTERS // 1_000_000} million characters",
            "split it into single reports",
        )  # fmt: skip
    # What cannot be written is not read: half of a pair of surrogates, from cut-off JSON.
    text = text.encode("utf-8", errors="replace").decode("utf-8")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    digest = sha256(text.encode()).hexdigest()
    sections = find_sections(text)
    title = next((text[s.start : s.end] for s in sections if s.kind is SectionKind.HEADLINE), "")
    return Report(
        id=_word(row, "id") or digest[:_ID_CHARACTERS],
        text=text,
        title=_word(row, "title") or title,
        outlet=_word(row, "outlet"),
        url=_word(row, "url"),
        published=_moment(row.get("published"), where) or published_date(text),
        retrieved=retrieved_date(text),
        sha256=digest,
        sections=sections,
        path=where,
    )


def _word(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if value is None or value != value:  # noqa: PLR0124 - a table's empty cell is not a number
        return ""
    return str(value).encode("utf-8", errors="replace").decode("utf-8").strip()


def _moment(value: object, where: str) -> datetime | None:
    """Return a time as an aware one; a day is its midnight, as where a text states it."""
    if value is None or value == "" or value != value:  # noqa: PLR0124 - as above; so is a NaT
        return None
    try:
        if isinstance(value, str):
            value = datetime.fromisoformat(value.strip())
        elif isinstance(value, datetime):
            value = datetime.fromisoformat(value.isoformat())  # pandas has times of its own
        elif isinstance(value, date):
            value = datetime.combine(value, time())
        else:
            raise ValueError(value)
        return value if value.tzinfo else value.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise ReportError(
            where, f"has {str(value)[:40]!r} for published", "write 2024-12-05 or 2024-12-05T18:00Z"
        ) from None


def _jsonl(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        with path.open("rb") as stream:
            for number, line in enumerate(_lines(stream), start=1):
                where = f"{path}, line {number}"
                if line.strip():
                    yield where, _row(line, where)
    except OSError as error:
        raise ReportError(
            str(path), f"cannot be opened ({error.strerror})", "check its permissions"
        ) from None


def _lines(stream: Any) -> Iterator[bytes]:
    """Yield lines, the first of them without a byte order mark; of a giant one only its begin."""
    start = stream.readline(_LIMIT_LINE_BYTES).removeprefix(b"\xef\xbb\xbf")
    while start:
        yield start
        rest = start
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(_LIMIT_LINE_BYTES)
        start = stream.readline(_LIMIT_LINE_BYTES)


def _row(line: bytes, where: str) -> dict[str, Any] | ReportError:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return ReportError(where, f"is no JSON object ({error})", "correct this line")
    if not isinstance(row, dict):
        return ReportError(where, "is no JSON object", "write one object with fields on each line")
    return row


def _parquet(path: Path) -> Iterator[tuple[str, Any]]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise ReportError(
            str(path), "is Parquet, which needs an extra", "run: pip install 'frontmap[export]'"
        ) from None
    number = 0
    try:
        with ParquetFile(path) as table:
            have = table.schema_arrow.names
            if "text" not in have:
                raise ReportError(
                    str(path), "has no column text", f"use the columns {', '.join(COLUMNS)}"
                )
            wanted = [name for name in COLUMNS if name in have]
            for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
                for row in batch.to_pylist():
                    number += 1
                    yield f"{path}, row {number}", row
    except (ArrowException, OSError) as error:
        told = str(error).splitlines()[0]
        raise ReportError(
            str(path), f"cannot be read as Parquet after row {number} ({told})", "write it anew"
        ) from None
