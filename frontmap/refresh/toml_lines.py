"""On which line of a TOML text each key stands, which :mod:`tomllib` does not tell."""

from __future__ import annotations

import re
import tomllib

__all__ = ["KeyPath", "lines_of"]

KeyPath = tuple[str | int, ...]
"""Keys and numbers, from 0 on, that lead to a value: ``("sources", 1, "kind")``."""

# A text that tomllib has read is cut into these without looking inside strings and comments.
_TOKEN = re.compile(
    r'''(?P<skip>[ \t]+|\#[^\n]*)
    |(?P<newline>\r?\n)
    |(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'{3}.*?\'{3,5}|"(?:\\.|[^"\\])*"|'[^']*')
    |(?P<mark>[\[\]{}=,.])
    |(?P<word>[^\s\#"'\[\]{}=,.]+)''',
    re.VERBOSE | re.DOTALL,
)


def lines_of(text: str) -> dict[KeyPath, int]:
    r"""Return the line, from 1 on, of every key, table and item of an array.

    A key that several headers or dotted keys name is where it is named first. The text must be
    one that :func:`tomllib.loads` accepts.

    Examples
    --------
    >>> lines_of('[window]\ndays = 7\n\n[[sources]]\nkind = "feed"\n')[("sources", 0, "kind")]
    5
    """
    reader = _Reader(text)
    reader.read()
    return reader.lines


class _Reader:
    """Walks through the tokens of a TOML text once."""

    def __init__(self, text: str) -> None:
        self.tokens = [*_tokens(text)]
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}

    def read(self) -> None:
        table: KeyPath = ()
        while self._skip_lines():
            if self._take("["):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> KeyPath:
        """Read ``[a.b]`` or ``[[a.b]]`` after its first bracket; return the table it opens."""
        many = self._take("[")
        *above, (name, line) = self._key()
        self._skip("]", many)
        path: KeyPath = ()
        for key, where in above:
            path = self._within(self._note((*path, key), where))
        path = self._note((*path, name), line)
        if many:
            number = self.counts[path] = self.counts.get(path, -1) + 1
            path = self._note((*path, number), line)
        return path

    def _within(self, path: KeyPath) -> KeyPath:
        """Return the table that a header below an array of tables means: its last one."""
        return (*path, self.counts[path]) if path in self.counts else path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for key, line in self._key():
            path = self._note((*path, key), line)
        self._take("=")
        self._value(path)

    def _key(self) -> list[tuple[str, int]]:
        keys = [self._key_part()]
        while self._take("."):
            keys.append(self._key_part())
        return keys

    def _key_part(self) -> tuple[str, int]:
        kind, text, line = self.tokens[self.at]
        self.at += 1
        if kind == "string":
            text = tomllib.loads(f"key = {text}")["key"]
        return text, line

    def _value(self, path: KeyPath) -> None:
        if self._take("["):
            self._array(path)
        elif self._take("{"):
            self._inline_table(path)
        else:
            # A number such as 1.5 and a time such as 07:32:00.5 are words with dots between them.
            while self.at < len(self.tokens) and not self._ends_value():
                self.at += 1

    def _ends_value(self) -> bool:
        kind, text, _ = self.tokens[self.at]
        return kind == "newline" or (kind == "mark" and text in ",]}")

    def _array(self, path: KeyPath) -> None:
        number = 0
        while self._skip_lines() and not self._take("]"):
            item = self._note((*path, number), self.tokens[self.at][2])
            self._value(item)
            self._skip_lines()
            self._take(",")
            number += 1

    def _inline_table(self, path: KeyPath) -> None:
        while self._skip_lines() and not self._take("}"):
            self._pair(path)
            self._skip_lines()
            self._take(",")

    def _note(self, path: KeyPath, line: int) -> KeyPath:
        self.lines.setdefault(path, line)
        return path

    def _take(self, mark: str) -> bool:
        """Step over a mark, and tell whether it stands here."""
        there = self.at < len(self.tokens) and self.tokens[self.at][:2] == ("mark", mark)
        self.at += there
        return there

    def _skip(self, mark: str, twice: bool) -> None:
        self._take(mark)
        if twice:
            self._take(mark)

    def _skip_lines(self) -> bool:
        """Step over ends of lines, and tell whether anything is left."""
        while self.at < len(self.tokens) and self.tokens[self.at][0] == "newline":
            self.at += 1
        return self.at < len(self.tokens)


def _tokens(text: str) -> list[tuple[str, str, int]]:
    """Cut a text into kind, characters and line of each token, without spaces and comments."""
    found, line = [], 1
    for match in _TOKEN.finditer(text):
        kind, characters = match.lastgroup or "", match.group()
        if kind != "skip":
            found.append((kind, characters, line))
        line += characters.count("\n")
    return found
