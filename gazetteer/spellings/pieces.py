"""Cut a text at its spaces, so that the words of each piece are found once and kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Generic, TypeVar

__all__ = ["Pieces", "in_order"]

_Word = TypeVar("_Word")
#: Pieces of a text kept with their words: most of a report stood in those before it.
_MOST = 16_384
#: Longer pieces are no words of a language and are not kept.
_LONGEST = 100


class Pieces(Generic[_Word]):
    """Find words piece by piece; no word goes on over a space.

    ``words_of`` gives the words of a piece, each with where it starts in it.
    """

    def __init__(self, words_of: Callable[[str], tuple[_Word, ...]]) -> None:
        self._words_of, self._kept = words_of, lru_cache(maxsize=_MOST)(words_of)

    def words(self, text: str) -> Iterator[tuple[int, tuple[_Word, ...]]]:
        """Yield for each piece where it starts in the text, and its words."""
        pieces = text.split(" ")
        words_of = self._kept if max(map(len, pieces)) <= _LONGEST else self._words_of
        at = 0
        for piece in pieces:
            yield at, words_of(piece)
            at += len(piece) + 1


def in_order(pieces: Pieces[tuple[str, int]], text: str) -> tuple[list[str], list[int]]:
    """Return the words of a text, and where each starts in it."""
    words: list[str] = []
    starts: list[int] = []
    for at, found in pieces.words(text):
        for word, place in found:
            words.append(word)
            starts.append(at + place)
    return words, starts
