"""Cut a text at its spaces, so that the words of each piece are found once and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import accumulate, chain, compress
from sys import intern
from typing import Any

from gazetteer.spellings.kept import Kept

__all__ = ["Pieces"]

_Rows = Sequence[tuple[Any, ...]]


class Pieces:
    """Find words piece by piece; no word goes on over a space or a line break.

    Parameters
    ----------
    words_of
        Gives each word of a piece as a row: where it starts in it, the word, and what else is asked
        for.
    width
        How long such a row is.
    """

    def __init__(self, words_of: Callable[[str], _Rows], *, width: int) -> None:
        self._width = width
        self._found = Kept(partial(_found, words_of, width)).__getitem__

    def columns(self, text: str, offset: int = 0) -> tuple[list[Any], ...]:
        """Return where each word of a text starts, then each further column of its words.

        ``offset`` is where the text starts itself.
        """
        pieces = text.replace("\n", " ").split(" ")
        flat = [*chain.from_iterable(map(self._found, pieces))]
        steps, words, *others = [flat[number :: self._width] for number in range(self._width)]
        starts = [*accumulate(steps, initial=offset)]
        starts.pop()  # where the text ends
        if all(words):
            return (starts, words, *others)
        return tuple([[*compress(column, words)] for column in (starts, words, *others)])


def _found(words_of: Callable[[str], _Rows], width: int, piece: str) -> tuple[Any, ...]:
    """Return the rows of a piece one behind the other, with how far it is from each to the next.

    What has no word, or does not open with one, starts with an empty word. A word that was met
    before is the same object, so that all the rules of a text look at one place of the memory.
    """
    rows = words_of(piece)
    if not rows or rows[0][0]:
        rows = ((0, "", *[None] * (width - 2)), *rows)
    ends = (*[start for start, *_ in rows[1:]], len(piece) + 1)
    found = zip(rows, ends, strict=True)
    flat = chain.from_iterable((end - start, *told) for (start, *told), end in found)
    return tuple(intern(told) if isinstance(told, str) else told for told in flat)
