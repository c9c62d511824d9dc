"""Claims as CSV: our own columns, or the column shapes of ACLED and UCDP."""

from __future__ import annotations

from enum import StrEnum

from claims.situation import Situation
from claims.written.files import write_csv
from maps.tables.acled import ACLED_COLUMNS, acled_rows
from maps.tables.rows import COLUMNS, rows_of
from maps.tables.ucdp import UCDP_COLUMNS, ucdp_rows

__all__ = ["CsvColumns", "csv_rows"]


class CsvColumns(StrEnum):
    """Whose columns a CSV file has."""

    OWN = "own"
    ACLED = "acled"
    UCDP = "ucdp"


def csv_rows(situation: Situation, *, columns: CsvColumns = CsvColumns.OWN) -> bytes:
    """Return claims as CSV in UTF-8.

    The credit of each row's place stands in its last column: a line above or a file beside the
    table would be lost at the first sorting or sending, and a comment line breaks most readers.
    A cell that a spreadsheet would run as a formula begins with an apostrophe, which
    ``frontmap`` takes away when it reads the file (:mod:`claims.written.cells`).
    """
    match columns:
        case CsvColumns.ACLED:
            text = write_csv(ACLED_COLUMNS, acled_rows(situation))
        case CsvColumns.UCDP:
            text = write_csv(UCDP_COLUMNS, ucdp_rows(situation))
        case CsvColumns.OWN:
            text = write_csv(COLUMNS, (row.cells for row in rows_of(situation)))
    return text.encode("utf-8")
