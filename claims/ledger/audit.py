"""Whether a ledger is whole beyond what SQLite itself can tell."""

from __future__ import annotations

from collections.abc import Iterator

from claims.ledger.errors import LedgerDamagedError
from claims.ledger.file import Ledger
from claims.ledger.readings import open_readings
from claims.ledger.reports import Reports, key_of

__all__ = ["audit"]


def audit(ledger: Ledger) -> list[str]:
    """Return one line for each thing that is wrong, none for a sound ledger.

    Every text must have the hash it is known by, every reading must open, and nothing may refer to
    what is not there.
    """
    return [*_dangling(ledger), *_texts(ledger), *open_readings(ledger)]


def _dangling(ledger: Ledger) -> Iterator[str]:
    for table, row, parent, _ in ledger.ask("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} refers to something in {parent} that is not there"
    unnamed = ledger.ask(
        "SELECT count(*) FROM reports WHERE key NOT IN (SELECT report FROM addresses)"
    )[0][0]
    if unnamed:
        yield f"{unnamed} reports have no address"


def _texts(ledger: Ledger) -> Iterator[str]:
    reports = Reports(ledger)
    for key, doc in ledger.ask("SELECT key, doc FROM reports ORDER BY key"):
        try:
            if key_of(reports.text_of(key).text) != key:
                yield f"the text of {doc} is not as it was received"
        except LedgerDamagedError as error:
            yield str(error)
