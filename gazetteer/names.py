"""A table of names in SQLite, found again by spelling."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gazetteer.english import is_ordinary
from gazetteer.spelling import NameKey, key_similarity, name_keys, without_feature_words

__all__ = [
    "BARE_FACTOR",
    "NameMatch",
    "WordKey",
    "add_names",
    "create_name_tables",
    "finish_names",
    "known_keys",
    "match",
]

#: Sound, plain form, and whether the name is an English word.
WordKey = tuple[str, str, bool]

#: A name that differs by a feature word only ("Zeinedin" for "Jabal Zeinedin") counts this much.
BARE_FACTOR = 0.9
#: Below this two spellings have nothing to say about each other.
_FLOOR = 0.6
_ENOUGH = 3
_MOST_ROWS = 600

_TABLES = """
CREATE TABLE name (
    entry INTEGER NOT NULL, text TEXT NOT NULL, plain TEXT NOT NULL, spoken TEXT NOT NULL,
    strict TEXT NOT NULL, loose TEXT NOT NULL, abjad INTEGER NOT NULL, bare INTEGER NOT NULL
);
CREATE TABLE word (
    spoken TEXT NOT NULL, plain TEXT NOT NULL, english INTEGER NOT NULL,
    PRIMARY KEY (spoken, plain, english)
) WITHOUT ROWID;
CREATE TABLE near (shorter TEXT NOT NULL, loose TEXT NOT NULL, PRIMARY KEY (shorter, loose))
    WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name that may be meant: its entry's row, how well it fits, the name itself.

    ``spelling`` is the likeness of the spellings alone; ``score`` is less where a feature word was
    left out on one side or both.
    """

    entry: int
    score: float
    spelling: float
    text: str


def create_name_tables(connection: sqlite3.Connection) -> None:
    """Make the empty tables."""
    connection.executescript(_TABLES)


def add_names(connection: sqlite3.Connection, names: Iterable[tuple[int, str, bool]]) -> None:
    """Add names: the entry's row, the text, and whether running text may name it so.

    Names that are English words as well are marked, so that such a word in a text is taken for
    them alone and not for a name that only sounds like it.
    """
    rows, words = [], set()
    for entry, text, in_text in names:
        for key, bare in _keys_with_bare(text):
            rows.append((entry, text, *_columns(key), int(bare)))
            if in_text and not bare:
                words.add((key.spoken, key.plain, int(is_ordinary(text))))
    connection.executemany("INSERT INTO name VALUES (?,?,?,?,?,?,?,?)", rows)
    connection.executemany("INSERT OR IGNORE INTO word VALUES (?,?,?)", sorted(words))


def finish_names(connection: sqlite3.Connection) -> None:
    """Make the indexes, after the last name."""
    connection.execute("CREATE INDEX name_loose ON name (loose)")
    keys = [row[0] for row in connection.execute("SELECT DISTINCT loose FROM name ORDER BY loose")]
    pairs = ((shorter, key) for key in keys for shorter in _shorter(key))
    connection.executemany("INSERT OR IGNORE INTO near VALUES (?,?)", pairs)


def match(connection: sqlite3.Connection, name: str) -> tuple[NameMatch, ...]:
    """Return each entry that may bear the name, best spelling first; rough ones only if needed."""
    keys = _keys_with_bare(name)
    loose = {key.loose for key, _ in keys}
    best = _best(keys, _rows(connection, loose))
    if sum(found.score >= 0.8 for found in best.values()) < _ENOUGH:
        wider = _neighbours(connection, loose) - loose
        best = _best(keys, _rows(connection, wider), best)
    return tuple(sorted(best.values(), key=lambda found: (-found.score, found.entry)))


def known_keys(connection: sqlite3.Connection, spoken: Iterable[str]) -> set[WordKey]:
    """Return the keys of names in running text, of those asked for by their sound."""
    asked = json.dumps(sorted(set(spoken)))
    query = "SELECT * FROM word WHERE spoken IN (SELECT value FROM json_each(?))"
    return {
        (sound, plain, bool(english))
        for sound, plain, english in connection.execute(query, (asked,))
    }


def _columns(key: NameKey) -> tuple[str, str, str, str, int]:
    return key.plain, key.spoken, key.strict, key.loose, int(key.abjad)


def _keys_with_bare(name: str) -> list[tuple[NameKey, bool]]:
    bare = without_feature_words(name)
    return [(key, False) for key in name_keys(name)] + [(key, True) for key in name_keys(bare)]


def _rows(connection: sqlite3.Connection, loose: set[str]) -> Iterator[tuple[str, ...]]:
    query = (
        "SELECT entry, text, plain, spoken, strict, loose, abjad, bare FROM name"
        " WHERE loose = ? ORDER BY rowid LIMIT ?"
    )
    for key in sorted(loose):
        yield from connection.execute(query, (key, _MOST_ROWS))


def _best(
    keys: list[tuple[NameKey, bool]],
    rows: Iterable[tuple[str, ...]],
    best: dict[int, NameMatch] | None = None,
) -> dict[int, NameMatch]:
    best = {} if best is None else best
    for entry, text, plain, spoken, strict, loose, abjad, bare in rows:
        row_key = NameKey(plain, spoken, strict, loose, bool(abjad))
        score, spelling = max(_score(key, key_bare + int(bare), row_key) for key, key_bare in keys)
        row = int(entry)
        if score >= _FLOOR and (row not in best or score > best[row].score):
            best[row] = NameMatch(row, score, spelling, text)
    return best


def _score(key: NameKey, left_out: int, row_key: NameKey) -> tuple[float, float]:
    spelling = key_similarity(key, row_key)
    return spelling * BARE_FACTOR**left_out, spelling


def _neighbours(connection: sqlite3.Connection, loose: set[str]) -> set[str]:
    """Return keys one letter longer, shorter or different."""
    query = "SELECT loose FROM near WHERE shorter = ?"
    asked = {shorter for key in loose for shorter in (key, *_shorter(key))}
    found = {row[0] for key in sorted(asked) for row in connection.execute(query, (key,))}
    return found | {key for key in asked if len(key) > 2}


def _shorter(key: str) -> set[str]:
    """Return the key with each one letter left out; short keys would meet everything."""
    return {key[:i] + key[i + 1 :] for i in range(len(key))} if len(key) > 3 else set()
