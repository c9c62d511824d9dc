"""Phrases with {names} to fill in and [parts] that may be left out: read once, filled often."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

__all__ = ["filled"]

_HOLE = re.compile(r"\{([\w.]+)\}")
_OPTION = re.compile(r"\[([^\[\]|]*)(?:\|([^\[\]]*))?\]")


class _Part(NamedTuple):
    """A stretch of a phrase: words and names by turns, and those that stand in for it.

    ``needed`` are the names without which they do.
    """

    words: Sequence[str]
    needed: Sequence[str] = ()
    instead: Sequence[str] = ()


def filled(phrase: str, values: Mapping[str, object], write: Callable[[object], str]) -> str:
    """Fill the names of a phrase, each value as ``write`` gives it.

    What stands in brackets is left out where a name inside has nothing to say; after a bar comes
    what stands there instead. A name without the form that is asked for stands in its plain one.
    What is filled in is not looked at again, for a report's own words may hold braces and brackets.

    Examples
    --------
    >>> filled("took {place}[ from {from}| alone]", {"place": "Suran", "from": ""}, str)
    'took Suran alone'
    """
    told: list[str] = []
    for words, needed, instead in _read(phrase):
        chosen = words if all(map(values.get, needed)) else instead
        for number, word in enumerate(chosen):
            told.append(write(_value(word, values)) if number % 2 else word)
    return "".join(told)


def _value(name: str, values: Mapping[str, object]) -> object:
    return values[name if name in values else _plain(name)]


def _plain(name: str) -> str:
    return name.partition(".")[0]


@lru_cache(maxsize=4_096)
def _read(phrase: str) -> tuple[_Part, ...]:
    return tuple(_parts(phrase))


def _parts(phrase: str) -> Iterator[_Part]:
    at = 0
    for option in _OPTION.finditer(phrase):
        yield _Part(_HOLE.split(phrase[at : option.start()]))
        words = _HOLE.split(option[1])
        yield _Part(words, [*map(_plain, words[1::2])], _HOLE.split(option[2] or ""))
        at = option.end()
    yield _Part(_HOLE.split(phrase[at:]))
