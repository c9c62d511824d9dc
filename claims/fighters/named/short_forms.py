"""Letters by which a text calls forces between commas: "the national army, the ABC, had left"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.fighters.named.full_names import ACRONYM, slug
from claims.fighters.named.spelled import spelled
from claims.fighters.names import NameEntry, Unit, entry
from claims.fighters.tokens import Tokens
from claims.words import numbers_of

__all__ = ["called"]

_OR = frozenset(("or",))


def called(tokens: Tokens, by_last: Mapping[int, Unit]) -> Iterator[tuple[str, NameEntry]]:
    """Yield the letters behind the name of a state's forces, or behind "or": "X Army, or XA,"."""
    yield from _or_called(tokens, by_last)
    for number, unit in by_last.items():
        if unit.kind != "state" or tokens.words[number + 1 : number + 2] != [","]:
            continue
        at = number + 2 + (tokens.lower[number + 2 : number + 3] == ["the"])
        short, behind = tokens.words[at : at + 1], tokens.words[at + 1 : at + 2]
        if short and behind == [","] and ACRONYM.match(short[0]):
            yield entry(short[0], "state", None, name=short[0])


def _or_called(tokens: Tokens, by_last: Mapping[int, Unit]) -> Iterator[tuple[str, NameEntry]]:
    """Yield the letters, and the name that they are spelled from: "Army of the Hills, or AH,".

    Letters that are known already stand for whom they are known for.
    """
    for number in numbers_of(tokens.lower[:-2], _OR):
        if number + 1 in by_last:
            continue
        short, marks = (
            tokens.words[number + 1],
            {tokens.words[number - 1], tokens.words[number + 2]},
        )
        if not marks <= {",", "."} or not ACRONYM.match(short):
            continue
        first = spelled(tokens, number - 1, short)
        if first is not None and first + 1 < number - 1:
            name = tokens.text[tokens.starts[first] : tokens.ends[number - 2]]
            yield entry(short, "force", slug(short), name=name)
            yield entry(name, "force", slug(short), name=name)
