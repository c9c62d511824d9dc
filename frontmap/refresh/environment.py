"""Environment variables that say something in place of the project file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from frontmap.refresh.sheet import Sheet, Told, nearest

__all__ = ["override"]

_PREFIX = "FRONTMAP_"


def override(
    sheet: Sheet,
    environ: Mapping[str, str],
    *,
    tables: Mapping[str, Collection[str]],
    rows: Mapping[str, Collection[str]],
) -> None:
    """Put what variables say into a sheet's values, and note those that fit nothing there.

    ``FRONTMAP_WINDOW_DAYS`` is ``days`` of ``[window]``, ``FRONTMAP_SOURCES_2_URL`` is ``url`` of
    the second of ``[[sources]]``. An empty variable counts as not set. Variables that begin like no
    table belong to others.

    Parameters
    ----------
    tables, rows
        The keys of each table and of each array of tables, by name.
    """
    for variable, text in sorted(environ.items()):
        table, _, key = variable.removeprefix(_PREFIX).lower().partition("_")
        if not variable.startswith(_PREFIX) or not text.strip() or not key:
            continue
        told = Told(variable, text)
        if table in tables:
            _put(sheet, sheet.values.setdefault(table, {}), key, told, tables[table])
        elif table in rows:
            _put_in_row(sheet, table, key, told, rows[table])


def _put(sheet: Sheet, values: Any, key: str, told: Told, known: Collection[str]) -> None:
    if key not in known:
        sheet.wrong((), f"there is no key {key!r}; {nearest(key, known)}", by=told)
    elif isinstance(values, dict):  # else the file's own table is wrong, and that is told
        values[key] = told


def _put_in_row(sheet: Sheet, name: str, key: str, told: Told, known: Collection[str]) -> None:
    rows = sheet.values.get(name)
    number, _, key = key.partition("_")
    count = len(rows) if isinstance(rows, list) else 0
    if not re.fullmatch(r"[0-9]{1,6}", number) or not 1 <= int(number) <= count:
        problem = f"the file has {count} {name}; write {_PREFIX}{name.upper()}_1_... for the first"
        sheet.wrong((), problem, by=told)
    elif isinstance(rows, list):
        _put(sheet, rows[int(number) - 1], key, told, known)
