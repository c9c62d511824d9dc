"""Rows of a CSV file written by hand, each of which knows where it stands."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from gazetteer.errors import GazetteerFormatError

__all__ = ["Row", "read_header", "read_rows"]


class Row:
    """One row of a CSV file that knows where it stands."""

    def __init__(self, path: Path, line: int, cells: dict[str, str]) -> None:
        self.path, self.line, self.cells = path, line, cells

    def error(self, field: str, problem: str) -> GazetteerFormatError:
        """Return the error that names this row and a field of it."""
        return GazetteerFormatError(self.path, self.line, field, problem)

    def text(self, field: str, *, needed: bool = False) -> str:
        """Return a cell without the spaces around it."""
        value = self.cells[field].strip()
        if needed and not value:
            raise self.error(field, "is empty; every entry needs one")
        return value

    def names(self, field: str) -> list[str]:
        """Return the names of a cell, which ``|`` separates."""
        return [name.strip() for name in self.cells[field].split("|") if name.strip()]

    def number(self, field: str, least: float, most: float, missing: float | None = None) -> float:
        """Return a number within bounds; ``missing`` stands for an empty cell."""
        text = self.text(field)
        if not text and missing is not None:
            return missing
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            raise self.error(field, f"{text!r} is not a number from {least:g} to {most:g}")
        return value


def read_rows(path: Path, fields: Sequence[str], *, optional: Sequence[str] = ()) -> Iterator[Row]:
    """Give the rows of a file that has at least these fields.

    Parameters
    ----------
    optional
        Fields that read as empty where the header lacks them. With any, no others may stand there.

    Raises
    ------
    GazetteerFormatError
        The file is no CSV in UTF-8, its header lacks a field, or a row has cells too many or few.
    """
    line = 1
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            header = list(reader.fieldnames or ())
            _check_header(path, header, fields, optional)
            empty = dict.fromkeys((each for each in optional if each not in header), "")
            for cells in reader:
                yield _checked_row(path, reader.line_num, empty | cells, (*fields, *optional))
                line = reader.line_num + 1
    except (UnicodeDecodeError, csv.Error) as error:
        problem = f"not UTF-8 text in CSV ({error}); save it as UTF-8"
        raise GazetteerFormatError(path, line, fields[0], problem) from error


def read_header(path: Path) -> tuple[str, ...]:
    """Return the names of a file's columns; none for an empty file or one that is no CSV."""
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        try:
            return tuple(next(csv.reader(file), ()))
        except csv.Error:
            return ()


def _check_header(
    path: Path, header: Sequence[str], fields: Sequence[str], optional: Sequence[str]
) -> None:
    missing = [field for field in fields if field not in header]
    if missing:
        raise GazetteerFormatError(path, 1, missing[0], "is missing from the header; add it")
    if not optional:
        return
    known = (*fields, *optional)
    for number, field in enumerate(header):
        if field not in known:
            problem = f"is no column that is read; use {', '.join(known)}"
            raise GazetteerFormatError(path, 1, field, problem)
        if field in header[:number]:
            raise GazetteerFormatError(path, 1, field, "stands twice in the header; leave one out")


def _checked_row(path: Path, line: int, cells: dict[str, Any], fields: Sequence[str]) -> Row:
    if None in cells:
        raise GazetteerFormatError(path, line, fields[-1], "has cells too many; quote the commas")
    short = [field for field in fields if cells[field] is None]
    if short:
        raise GazetteerFormatError(path, line, short[0], "is missing; the row has too few cells")
    return Row(path, line, cells)
