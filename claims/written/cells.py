"""Cells of a table that spreadsheets open: no text of a report is ever run as a formula."""

from __future__ import annotations

__all__ = ["plain_cell", "safe_cell"]

# Spreadsheets run a field that starts with one of these as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def safe_cell(value: object) -> object:
    """Return a cell that no spreadsheet runs as a formula; numbers stay numbers."""
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def plain_cell(value: str | None) -> str:
    """Take back the apostrophe that ``safe_cell`` put before a text."""
    value = value or ""
    return value[1:] if value.startswith("'") and value[1:].startswith(_FORMULA) else value
