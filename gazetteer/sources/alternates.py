"""GeoNames' file of alternate names with their languages, kept on disk while a dump is read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator

from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.lines import decoded
from gazetteer.sources.rejected import Reject, Rejected

__all__ = ["AlternateNames", "is_alternate_names"]

# Kinds that stand in the language's column and are no names: links, post codes, codes of transport.
_NO_NAMES = frozenset("link wkdt post iata icao faac phon unlc tcid".split())
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ROW = re.compile(rb"\d+\t\d+\t[\w-]{0,12}\t[^\t]+(?:\t[^\t]*){0,6}\s*")


def is_alternate_names(line: bytes) -> bool:
    """Tell whether a line is of ``alternateNamesV2.txt``."""
    return _ROW.fullmatch(line) is not None


class AlternateNames:
    """Names by GeoNames' number, in a nameless database that SQLite deletes itself.

    The file of the whole planet has 16 million rows in no useful order, too many for memory.
    """

    def __init__(self) -> None:
        self._connection = sqlite3.connect("")
        self._connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self._connection.execute(
            "CREATE TABLE name (place INTEGER, unlike INTEGER, text TEXT, language TEXT)"
        )

    def add(self, lines: Iterable[tuple[int, bytes]], reject: Reject) -> None:
        """Add the rows of a file; historic names are names as well."""
        rows = self._rows(lines, reject)
        self._connection.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", rows)

    def finish(self) -> None:
        """Make names findable, once all files are added."""
        self._connection.execute("CREATE INDEX by_place ON name (place)")
        self._connection.commit()

    def of(self, place: int) -> list[tuple[str, str]]:
        """Return the names of a place with their languages, the preferred ones first."""
        query = "SELECT text, language FROM name WHERE place = ? ORDER BY unlike, rowid"
        return self._connection.execute(query, (place,)).fetchall()

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _rows(
        self, lines: Iterable[tuple[int, bytes]], reject: Reject
    ) -> Iterator[tuple[int, bool, str, str]]:
        for number, line in lines:
            try:
                row = _row(decoded(line).split("\t"))
            except BrokenRowError as error:
                reject(Rejected(number, f"of the alternate names {error}"))
            else:
                if row is not None:
                    yield row


def _row(cells: list[str]) -> tuple[int, bool, str, str] | None:
    if not 4 <= len(cells) <= 10:
        raise BrokenRowError(f"has {len(cells)} columns; alternateNamesV2 has 10")
    place, kind, text = cells[1], cells[2], cells[3]
    if not (place.isascii() and place.isdigit() and len(place) <= 15):
        raise BrokenRowError(f"geonameid {place[:20]!r} is no number")
    if kind in _NO_NAMES:
        return None
    # "fr_1793" is French of the Revolution; "abbr" and "piny" are no languages.
    language = kind.partition("_")[0]
    preferred = len(cells) > 4 and cells[4] == "1"
    return int(place), not preferred, text, language if _LANGUAGE.fullmatch(language) else ""
