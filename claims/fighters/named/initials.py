"""Letters by which a text calls a force that it names in full, unexplained: "the XPLA"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count

from claims.fighters.forces import force_words
from claims.fighters.named.full_names import ACRONYM, full_name
from claims.fighters.names import NameEntry, Unit, entry
from claims.fighters.tokens import Tokens

__all__ = ["shortened"]

_LETTERS = 3  # of a short form that few names share


def shortened(tokens: Tokens, units: Sequence[Unit]) -> Iterator[tuple[str, NameEntry]]:
    """Yield the short forms in a text that are the initials of a force's name told in it."""
    letters = {
        word
        for word in compress(tokens.words, map(str.isupper, tokens.words))
        if len(word) >= _LETTERS and ACRONYM.match(word)
    }
    if not letters or tokens.shouted:
        return
    found: set[str] = set()
    for name, side in _names(tokens, {unit.first: unit for unit in units}):
        short = "".join(word[0] for word in name.split() if word[0].isupper())
        if short in letters and short not in found:
            found.add(short)
            yield entry(short, "force", side, name=name)


def _names(tokens: Tokens, by_first: Mapping[int, Unit]) -> Iterator[tuple[str, str]]:
    """Yield the names of several words under which forces go in a text, with their sides."""
    for unit in by_first.values():
        if unit.kind == "force" and unit.side and unit.last - unit.first + 1 >= _LETTERS:
            yield " ".join(tokens.words[unit.first : unit.last + 1]), unit.side
    known = {unit.last: unit.side for unit in by_first.values() if unit.kind == "force"}
    ends = force_words().name_ends
    for number in compress(count(), map(ends.__contains__, tokens.lower)):
        named = full_name(tokens, number, by_first)
        if named is not None and named[1] == "named" and named[2]:
            # "X's paramilitary Coast Forces" may be known in whole, and so are its letters
            yield named[3], known.get(number) or named[2]
