"""The words of many texts, each known by a number: looked up by the thousand, not one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

__all__ = ["Vocabulary"]

_SPACE = ord(" ")

# A word of so many bytes fits into two numbers of eight, beside how many bytes it has.
_SHORT = 15
_LONG, _SIZE_AT = np.uint64(255 << 56), np.uint64(56)
_MASKS = np.array([(1 << 8 * size) - 1 for size in range(9)], np.uint64)

# Fibonacci hashing (D. Knuth, The Art of Computer Programming 3, 6.4) into 18 bits: few of some
# thousand words share a slot, and the table stays in a processor's cache.
_MIX, _MIX_HIGH, _KEPT = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F), np.uint64(46)

# What is worked out for so many texts stays there too. A new word is looked up by itself wherever
# it stands in its batch, and at first all are new, so the first batches are small.
_FIRST, _BATCH = (0, 32, 64, 128, 256), 512


class Vocabulary:
    """Words, each once and known by its number, in the order in which they came.

    Examples
    --------
    >>> known = Vocabulary()
    >>> numbers, counts = known.read(["took Suran", "took Hama"])
    >>> known.words, numbers.tolist(), counts.tolist()
    (['took', 'Suran', 'Hama'], [0, 1, 0, 2], [2, 2])
    """

    def __init__(self) -> None:
        # From 1 on: 0 is what stands in the table's empty slots.
        self._numbers: dict[bytes, int] = {}
        self._table = np.zeros(2**18, np.int32)
        self._low = self._high = np.full(1, _LONG)

    @property
    def words(self) -> list[str]:
        """The words by their numbers."""
        return [word.decode() for word in self._numbers]

    def read(self, texts: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        """Cut texts at their spaces; return the numbers of all words and how many each text has."""
        starts = [*filter(len(texts).__gt__, _FIRST), *range(_BATCH, len(texts), _BATCH)]
        batches = (texts[start:end] for start, end in pairwise([*starts, len(texts)]))
        numbers, counts = zip(*map(self._batch, batches), strict=True)
        return np.concatenate(numbers), np.concatenate(counts)

    def _batch(self, texts: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
        joined = " ".join(texts)
        letters = joined.encode()
        sizes = map(len, texts if joined.isascii() else map(str.encode, texts))
        stops = np.flatnonzero(np.frombuffer(letters + b" ", np.uint8) == _SPACE)
        ends = np.cumsum(np.fromiter(sizes, np.int64, len(texts)) + 1) - 1
        counts = np.diff(np.searchsorted(stops, ends), prepend=-1)
        return self._found(letters, np.append(0, stops[:-1] + 1), stops), counts

    def _found(
        self, letters: bytes, starts: NDArray[np.int64], stops: NDArray[np.int64]
    ) -> NDArray[np.int32]:
        low, high = _as_numbers(letters, starts, stops - starts)
        slots = ((low * _MIX ^ high * _MIX_HIGH) >> _KEPT).astype(np.intp)
        found = self._table.take(slots)
        unlike = (self._low.take(found) != low) | (self._high.take(found) != high)
        # New words, long ones, and those that share a slot with others.
        rows = np.flatnonzero(unlike)
        spans = zip(starts[rows].tolist(), stops[rows].tolist(), strict=True)
        known, before = self._numbers, len(self._numbers)
        found[rows] = [known.setdefault(letters[a:b], len(known) + 1) for a, b in spans]
        numbers, first = np.unique(found[rows], return_index=True)
        new = rows[first[numbers > before]]
        kept = new[high[new] != _LONG]
        self._table[slots[kept]] = found[kept]
        self._low = np.append(self._low, low[new])
        self._high = np.append(self._high, high[new])
        return found - 1


def _as_numbers(
    letters: bytes, starts: NDArray[np.int64], sizes: NDArray[np.int64]
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Write each word as two numbers, which tell it from all others unless it is long."""
    padded = np.frombuffer(letters + bytes(8 + _SHORT), np.uint8)
    # The eight bytes from every place on.
    eights = np.ndarray(len(letters) + _SHORT, "<u8", padded, strides=(1,))
    low = eights[starts] & _MASKS[np.minimum(sizes, 8)]
    high = sizes.astype(np.uint64) << _SIZE_AT
    rows = np.flatnonzero(sizes > 8)
    high[rows] |= eights[starts[rows] + 8] & _MASKS[np.minimum(sizes[rows], _SHORT) - 8]
    high[sizes > _SHORT] = _LONG
    return low, high
