"""Letters by which a text calls a state's forces: "the national army, the ABC, had left"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.fighters.full_names import ACRONYM
from claims.fighters.names import NameEntry, Unit, entry
from claims.fighters.tokens import Tokens

__all__ = ["called"]


def called(tokens: Tokens, by_last: Mapping[int, Unit]) -> Iterator[tuple[str, NameEntry]]:
    """Yield the letters that stand between commas behind the name of a state's forces."""
    for number, unit in by_last.items():
        if unit.kind != "state" or tokens.words[number + 1 : number + 2] != [","]:
            continue
        at = number + 2 + (tokens.lower[number + 2 : number + 3] == ["the"])
        short, behind = tokens.words[at : at + 1], tokens.words[at + 1 : at + 2]
        if short and behind == [","] and ACRONYM.match(short[0]):
            yield entry(short[0], "state", None, name=short[0])
