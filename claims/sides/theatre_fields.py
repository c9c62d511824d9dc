"""One mapping of a theatre's file: read its fields, and say in one line what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from claims.errors import TheatreError
from claims.yaml_text import load_yaml

__all__ = ["Fields", "as_mapping", "load_rows"]

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Fields:
    """One mapping of a file, with where it stands, to read and to complain about."""

    path: Path
    row: int | None
    values: dict[str, Any]

    def wrong(self, field: str, problem: str) -> TheatreError:
        """Return the error that says what is wrong with a field, and the way out."""
        line = _line(self.path, self.row, field)
        return TheatreError(self.path.parent.name, f"{self.path}, line {line}, {field}: {problem}")

    def only(self, known: frozenset[str]) -> None:
        """Raise TheatreError for a field that is not known, such as a misspelt one."""
        for field in self.values:
            if field not in known:
                raise self.wrong(str(field), f"is no field here; use {', '.join(sorted(known))}")

    def text(self, field: str, *, missing: str | None = None) -> str:
        """Return a field that must be text; ``missing`` stands in where it may be left out."""
        value = self.values.get(field, missing)
        if value is None and field not in self.values:
            raise self.wrong(field, "is missing; add it")
        if not isinstance(value, str) or (missing is None and not value.strip()):
            raise self.wrong(field, f"{value!r} is no text; write words, in quotes where needed")
        return value

    def identifier(self) -> str:
        """Return the id."""
        value = self.text("id")
        if not _ID.fullmatch(value):
            raise self.wrong("id", f"{value!r} is no id; use small letters, digits and hyphens")
        return value

    def one_of(self, field: str, known: Sequence[str], missing: str | None = None) -> str:
        """Return a field that must be one of some words."""
        value = self.text(field, missing=missing)
        if value not in known:
            raise self.wrong(field, f"{value!r} is unknown; use one of {', '.join(known)}")
        return value

    def words(self, field: str) -> tuple[str, ...]:
        """Return a list of words, empty where it is left out."""
        return self.as_words(field, self.values.get(field) or [])

    def as_words(self, field: str, value: object) -> tuple[str, ...]:
        """Return a value of a field as a list of words."""
        if not isinstance(value, list):
            raise self.wrong(field, f"{value!r} is no list; write [one, two]")
        for word in value:
            if not isinstance(word, str) or not re.search(r"[^\W_]", word):
                raise self.wrong(field, f"{word!r} is no text; put it in quotes")
        return tuple(value)

    def mapping(self, field: str) -> dict[str, Any]:
        """Return a field that maps words to values, empty where it is left out."""
        value = self.values.get(field) or {}
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            raise self.wrong(field, "is no mapping of words; write word: value, words in quotes")
        return value

    def day(self, field: str) -> date | None:
        """Return a day, or None where it is left out."""
        value = self.values.get(field)
        if value is None or type(value) is date:
            return value
        raise self.wrong(field, f"{value!r} is no day; write it as 2014-02-27")


def load_rows(path: Path) -> Any:
    """Return what a file of a theatre holds; raise TheatreError where it is no YAML."""
    try:
        return load_yaml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValueError, RecursionError, yaml.YAMLError) as error:
        problem = " ".join(str(error).split())
        raise TheatreError(
            path.parent.name, f"{path} cannot be read ({problem}); correct it"
        ) from None


def as_mapping(path: Path, value: object, row: int | None) -> dict[str, Any]:
    """Return a value that must be a mapping; raise TheatreError with its line where it is none."""
    if not isinstance(value, dict):
        line = _line(path, row, "")
        problem = f"{path}, line {line}: {value!r} is no mapping; write field: value"
        raise TheatreError(path.parent.name, problem)
    return value


def _line(path: Path, row: int | None, field: str) -> int:
    """Return the line of a row and field, read again only to complain about it."""
    node = yaml.compose(path.read_text(encoding="utf-8"), yaml.SafeLoader)
    if row is not None and isinstance(node, yaml.SequenceNode):
        node = node.value[row]
    keys = node.value if isinstance(node, yaml.MappingNode) else []
    spot = next((key for key, _ in keys if key.value == field), node)
    return spot.start_mark.line + 1 if spot else 1
