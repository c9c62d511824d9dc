"""Entries in the order of their names, so that namesakes stand side by side where rows are kept."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import chain, islice

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.entry_rows import EntryRow, entry_of, row_of
from gazetteer.homes.filing import filed_keys
from gazetteer.spellings.families import families_of

__all__ = ["by_name", "name_order"]

_MOST_IN_MEMORY = 100_000


def by_name(entries: Iterable[GazetteerEntry]) -> Iterator[GazetteerEntry]:
    """Give entries in the order of ``name_order``, then as they came.

    A search reads namesakes together, and of millions each would lie on a page of its own. More
    than memory should hold are sorted in a temporary file, which SQLite makes and removes.
    """
    source = iter(entries)
    first = list(islice(source, _MOST_IN_MEMORY))
    if len(first) < _MOST_IN_MEMORY:
        yield from sorted(first, key=name_order)
    else:
        yield from _sorted_in_file(chain(first, source))


def _sorted_in_file(entries: Iterable[GazetteerEntry]) -> Iterator[GazetteerEntry]:
    with closing(sqlite3.connect("")) as connection:
        connection.execute("CREATE TABLE entry (sound BLOB, entry TEXT)")
        rows = ((name_order(entry), _written(entry)) for entry in entries)
        connection.executemany("INSERT INTO entry VALUES (?, ?)", rows)
        for (row,) in connection.execute("SELECT entry FROM entry ORDER BY sound, rowid"):
            yield _read(row)


def name_order(entry: GazetteerEntry) -> bytes:
    """Return what entries are ordered by: how the preferred name sounds, the consonants first."""
    filed = filed_keys(entry.name, families_of(entry.country)[0].id)
    sound = f"{filed[0][0].loose} {filed[0][0].strict} {filed[0][0].spoken}" if filed else ""
    return sound.encode(errors="surrogatepass")


def _written(entry: GazetteerEntry) -> str:
    *columns, shape = row_of(entry)
    return json.dumps([*columns, None if shape is None else shape.hex()])


def _read(row: str) -> GazetteerEntry:
    *columns, shape = json.loads(row)
    return entry_of(EntryRow._make((*columns, None if shape is None else bytes.fromhex(shape))))
