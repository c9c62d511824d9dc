"""Armies that a text calls rebels, though a country's name opens theirs: "the rebel Kassa Army"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from claims.fighters.forces import force_words
from claims.fighters.named.full_names import full_name, slug
from claims.fighters.names import NameEntry, Unit, entry
from claims.fighters.tokens import Tokens
from claims.words import numbers_of

__all__ = ["called_rebels"]

_REBEL = frozenset("rebel guerrilla insurgent separatist".split())
_GROUP = frozenset("group movement organisation organization faction force militia".split())
_LONGEST = 6  # words of such a name


def called_rebels(tokens: Tokens, by_first: Mapping[int, Unit]) -> Iterator[tuple[str, NameEntry]]:
    """Yield the names behind "rebel" or "a rebel group, the" that would be a state's army's."""
    lower, ends = tokens.lower, force_words().name_ends
    for number in numbers_of(lower[:-2], _REBEL):
        at = number + 1
        for step in (_GROUP, {","}, {"the"}):
            at += at < len(lower) and lower[at] in step
        if at >= len(lower) or not tokens.capital(at):
            continue
        for last in range(at, min(at + _LONGEST, len(lower))):
            named = full_name(tokens, last, by_first) if lower[last] in ends else None
            if named is not None and named[0] == at and named[1] == "country":
                yield entry(named[3], "force", slug(named[3]), name=named[3])
                break
