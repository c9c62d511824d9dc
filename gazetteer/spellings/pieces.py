"""Cut a text at its spaces, so that the words of each piece are found once and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, chain, compress, count
from operator import sub
from typing import Any

from gazetteer.spellings.kept import Kept

__all__ = ["Pieces"]

_Rows = Sequence[tuple[Any, ...]]
# Of the words of a piece: where each starts in it, how far it is to the next, then each column.
_Found = tuple[tuple[Any, ...], ...]


class Pieces:
    """Find words piece by piece; no word goes on over a space or a line break.

    Parameters
    ----------
    words_of
        Gives each word of a piece as a row: where it starts in it, then what else is asked for.
    width
        How long such a row is.
    """

    def __init__(self, words_of: Callable[[str], _Rows], *, width: int) -> None:
        self._found = Kept(partial(_found, words_of, width)).__getitem__

    def columns(self, text: str) -> tuple[list[Any], ...]:
        """Return where each word of a text starts, then each further column of its words."""
        pieces = text.replace("\n", " ").split(" ")
        places, steps, *columns = zip(*map(self._found, pieces), strict=True)
        starts = [*accumulate(chain.from_iterable(steps), initial=0)]
        if starts.pop() != len(text) + 1:  # a piece has no word, or does not open with one
            starts = _starts(pieces, places)
        return (starts, *[[*chain.from_iterable(column)] for column in columns])


def _found(words_of: Callable[[str], _Rows], width: int, piece: str) -> _Found:
    rows = words_of(piece)
    starts, *columns = zip(*rows, strict=True) if rows else ((),) * width
    steps = map(sub, (*starts[1:], len(piece) + 1), starts)
    return (starts, tuple(steps), *columns)


def _starts(pieces: Sequence[str], places: Sequence[Sequence[int]]) -> list[int]:
    ends = accumulate(map(len, pieces), initial=0)
    found = compress(zip(count(), ends, places, strict=False), places)
    return [number + end + place for number, end, inside in found for place in inside]
