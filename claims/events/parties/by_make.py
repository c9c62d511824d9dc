"""Whose aircraft or missiles are those known by their make alone: "Rafales struck X"."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from importlib.resources import files

from claims.yaml_text import load_yaml

__all__ = ["flown_by", "is_flown"]


def flown_by(clause: str, sides: Collection[str]) -> str | None:
    """Return the one of these sides that has what a clause names, in lower case, by its make.

    Examples
    --------
    >>> flown_by("mirages bombed the camp", {"france", "mali"})
    'france'
    >>> flown_by("f-16s bombed the camp", {"israel", "egypt"})
    """
    makes = {match[1] for match in _named().finditer(clause)}
    if not makes:
        return None
    having = set.intersection(*(set(_makes()[make]) for make in makes)).intersection(sides)
    return having.pop() if len(having) == 1 else None


def is_flown(words: str) -> bool:
    """Tell whether words name a make of aircraft or missile: "two Tornado GR4s"."""
    return any(match[1] in _rows()["flown"] for match in _named().finditer(words.lower()))


@cache
def _named() -> re.Pattern[str]:
    longest = sorted(_makes(), key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest))})(?:-?\w{{1,3}})?(?:s|'s)?\b")


@cache
def _makes() -> dict[str, list[str]]:
    return {make: sides for rows in _rows().values() for make, sides in rows.items()}


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    text = (files("claims") / "aircraft.yaml").read_text(encoding="utf-8")
    rows: dict[str, dict[str, list[str]]] = load_yaml(text)
    return rows
