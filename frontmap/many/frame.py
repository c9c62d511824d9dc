"""Claims of a table of reports, for Spark, pandas and whatever else works on data frames."""

from __future__ import annotations

import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from claims.report import Report
    from claims.situation import Situation

__all__ = ["claims_frame", "claims_schema"]

# Types of pandas that know a missing number; all other columns are words.
_TYPES = {
    **dict.fromkeys(("char_start", "char_end", "place_start", "place_end", "voices"), "Int64"),
    **dict.fromkeys(("lat", "lon", "uncertainty_m"), "Float64"),
    "against_interest": "boolean",
}
_SPARK = {"str": "string", "Int64": "bigint", "Float64": "double", "boolean": "boolean"}


def claims_frame(frame: pd.DataFrame, *, theatre: str | None = None) -> pd.DataFrame:
    """Return a row for each claim of the reports in a frame, each report read by itself.

    Parameters
    ----------
    frame
        A report in each row: ``text``, and where known ``id``, ``title``, ``published``,
        ``outlet`` and ``url``. A row that holds no report claims nothing; one that frontmap itself
        fails on is told in a warning.
    theatre
        The conflict; None recognises it for each report.

    Returns
    -------
    pandas.DataFrame
        The columns of ``frontmap claims -o claims.csv``, of the types of :func:`claims_schema`.
    """
    from claims.errors import ReportError
    from claims.intake.report_rows import report_of
    from claims.written.files import FLAT_COLUMNS, flat_records

    read, rows = _reader(theatre), []
    for number, row in enumerate(frame.to_dict("records"), start=1):
        try:
            report = report_of({str(key): row[key] for key in row}, where=f"row {number}")
        except ReportError:
            continue
        situation = read(report)
        for line in situation.unread.values():
            warnings.warn(line, stacklevel=2)
        rows += [{key: r[key] for key in FLAT_COLUMNS} for r in flat_records(situation)]
    return type(frame)(rows, columns=list(FLAT_COLUMNS)).astype(_TYPES)


@lru_cache(maxsize=2)
def _reader(theatre: str | None) -> Callable[[Report], Situation]:
    from frontmap.many.alone import AloneTask

    read = AloneTask(theatre=theatre).begin_with_places()
    return lambda report: read(report)[0]


def claims_schema() -> str:
    """Return the columns of :func:`claims_frame` and their types, in the words of Spark."""
    from claims.written.files import FLAT_COLUMNS

    return ", ".join(f"{name} {_SPARK[_TYPES.get(name, 'str')]}" for name in FLAT_COLUMNS)
