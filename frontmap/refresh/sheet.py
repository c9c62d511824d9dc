"""The tables of a project file: read field by field, every wrong one noted and none hidden."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from frontmap.refresh.toml_lines import KeyPath, lines_of

__all__ = ["Sheet", "Table", "Told", "nearest", "shown"]

_LONGEST_TEXT = 2_000
_SHOWN_CHARS = 60
_LARGEST = 1e15
_FLAGS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


@dataclass(frozen=True, slots=True)
class Told:
    """A value that an environment variable gives in place of the file's."""

    variable: str
    text: str


@dataclass(slots=True)
class Sheet:
    """A project file's text and values, and what was found wrong with them.

    Not frozen: ``problems`` grows while the tables are read, so that all are told at once.
    """

    name: str
    text: str
    values: dict[str, Any]
    problems: list[tuple[int, str]] = field(default_factory=list)
    _lines: dict[KeyPath, int] | None = None

    def wrong(self, path: KeyPath, problem: str, *, by: Told | None = None) -> None:
        """Note what is wrong with the value that a path leads to, and the way out."""
        if by:
            self.problems.append((0, f"{by.variable}: {problem}"))
            return
        if self._lines is None:
            self._lines = lines_of(self.text)
        known = next((path[:n] for n in range(len(path), 0, -1) if path[:n] in self._lines), ())
        line = self._lines.get(known, 1)
        # Readers count from one.
        told = ".".join(str(part + 1 if isinstance(part, int) else part) for part in path)
        self.problems.append((line, f"{self.name}, line {line}, {told}: {problem}"))

    def told(self) -> list[str]:
        """Return the lines about all problems, in the order of the file, each once."""
        return list(dict.fromkeys(line for _, line in sorted(self.problems, key=lambda p: p[0])))

    def table(self, name: str, known: Collection[str]) -> Table:
        """Return a table of the file, empty where it is left out."""
        return self._table((name,), self.values.get(name, {}), f"[{name}]", known)

    def tables(self, name: str, known: Collection[str], sample: str) -> list[Table]:
        """Return an array of tables that has at least one; ``sample`` shows how one is written."""
        rows = self.values.get(name)
        if not isinstance(rows, list) or not rows:
            self.wrong((name,), f"is missing or empty; add at least one, such as {sample}")
            return []
        return [
            self._table((name, number), row, f"[[{name}]]", known)
            for number, row in enumerate(rows)
        ]

    def _table(self, path: KeyPath, value: object, header: str, known: Collection[str]) -> Table:
        if not isinstance(value, dict):
            self.wrong(path, f"{shown(value)} is no table; write {header} and its keys below")
            return Table(self, path, {})
        table = Table(self, path, value)
        table.only(known)
        return table


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a sheet. A field that is wrong is noted and reads as if it were left out."""

    sheet: Sheet
    path: KeyPath
    values: dict[str, Any]

    def wrong(self, key: str, problem: str) -> None:
        """Note what is wrong with a field, and the way out."""
        value = self.values.get(key)
        self.sheet.wrong((*self.path, key), problem, by=value if isinstance(value, Told) else None)

    def only(self, known: Collection[str]) -> None:
        """Note every key that is not known, such as a misspelt one."""
        for key in self.values:
            if key not in known:
                self.wrong(key, f"is no key here; {nearest(key, known)}")

    def has(self, key: str) -> bool:
        """Tell whether the field is given."""
        return key in self.values

    def text(self, key: str, *, needed: str = "") -> str:
        """Return one line of text, empty where it is left out; ``needed`` shows one it may be."""
        value = self.values.get(key)
        if value is None:
            if needed:
                self.wrong(key, f'is missing; write {key} = "{needed}"')
            return ""
        text = value.text if isinstance(value, Told) else value
        problem = _text_problem(text)
        if problem:
            self.wrong(key, f"{shown(text)} {problem}")
            return ""
        return str(text)

    def one_of(self, key: str, known: Collection[str], missing: str) -> str:
        """Return one of some words; ``missing`` stands for a field that is left out or wrong."""
        if not (value := self.text(key)):
            return missing
        if value not in known:
            self.wrong(key, f"{shown(value)} is none of {', '.join(known)}; {_write(value, known)}")
            return missing
        return value

    def words(self, key: str, missing: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a list of words; a variable has commas between them."""
        value = self.values.get(key, missing)
        if isinstance(value, Told):
            value = [word.strip() for word in value.text.split(",") if word.strip()]
        if not isinstance(value, list | tuple):
            self.wrong(key, f'{shown(value)} is no list; write {key} = ["one", "two"]')
            return missing
        wrong = [each for each in value if _text_problem(each)]
        for each in wrong:
            self.wrong(key, f"{shown(each)} {_text_problem(each)}")
        return tuple(dict.fromkeys(each for each in value if each not in wrong))

    def number(self, key: str, least: float, most: float, missing: float) -> float:
        """Return a number within bounds."""
        if not self.has(key):
            return missing
        value = self.values[key]
        number = _number(value)
        if number is None or not least <= number <= most:
            self.wrong(key, f"{shown(value)} is no number from {least:g} to {most:g}; write one")
            return missing
        return number

    def whole(self, key: str, least: int, most: int, missing: int) -> int:
        """Return a whole number within bounds."""
        if not self.has(key):
            return missing
        value = self.values[key]
        number = _number(value)
        if number is None or number != int(number) or not least <= number <= most:
            self.wrong(key, f"{shown(value)} is no whole number from {least} to {most}; write one")
            return missing
        return int(number)

    def flag(self, key: str) -> bool:
        """Return yes or no; no where it is left out."""
        value = self.values.get(key, False)
        if isinstance(value, Told):
            value = _FLAGS.get(value.text.strip().casefold(), value)
        if not isinstance(value, bool):
            self.wrong(key, f"{shown(value)} is neither; write true or false")
            return False
        return value

    def moment(self, key: str, *, last: bool) -> datetime | None:
        """Return a day's start, or with ``last`` its end; a time as it is, in UTC without a zone.

        None where it is left out.
        """
        value = self.values.get(key)
        if value is None:
            return None
        moment = _moment(value, last=last)
        if moment is None:
            self.wrong(key, f"{shown(value)} is no day or time; write 2024-12-05 or "
                       "2024-12-05T18:00:00Z, from the year 1000 to 9000")  # fmt: skip
        return moment


def nearest(word: str, known: Collection[str]) -> str:
    """Say what may have been meant, or all that is known."""
    close = difflib.get_close_matches(word, known, n=1)
    return f"did you mean {close[0]!r}?" if close else f"use {', '.join(known)}"


def shown(value: object) -> str:
    """Write a value of the file or a variable, on one line and not too long."""
    if isinstance(value, Told):
        value = value.text
    if isinstance(value, date | time):
        value = value.isoformat()
    written = repr(value).lower() if isinstance(value, bool) else repr(value)
    return written if len(written) <= _SHOWN_CHARS else f"{written[:_SHOWN_CHARS]}..."


def _write(value: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(value, known, n=1)
    return f'write "{close[0]}"' if close else "write one of them"


def _text_problem(value: object) -> str:
    """Say why a value is no text that a field may hold; empty where it is."""
    if not isinstance(value, str):
        return "is no text; put it in quotes"
    if not value.strip():
        return "is empty; write words, or leave the key out"
    if len(value) > _LONGEST_TEXT:
        return f"has more than {_LONGEST_TEXT} characters; shorten it"
    if not all(each.isprintable() for each in value):
        return "holds a line break or a sign that cannot be seen; take it out"
    return ""


def _number(value: object) -> float | None:
    if isinstance(value, Told):
        try:
            value = float(value.text)
        except ValueError:
            return None
    # To Python true is 1; to a reader it is no number. Neither are infinity and a thousand digits.
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) <= _LARGEST else None


def _moment(value: object, *, last: bool) -> datetime | None:
    if isinstance(value, Told):
        value = value.text.strip()
    if isinstance(value, str):
        try:
            value = date.fromisoformat(value) if len(value) == 10 else datetime.fromisoformat(value)
        except ValueError:
            return None
    if not isinstance(value, date) or not 1000 <= value.year <= 9000:
        return None
    if not isinstance(value, datetime):
        start = datetime.combine(value, time(), tzinfo=UTC)
        return start + timedelta(days=1) if last else start
    return value if value.tzinfo else value.replace(tzinfo=UTC)
