"""Texts as numbers of words: the words that stand most often have the shortest numbers.

A text is cut at its spaces. Each word is known by its rank, written in one, two or four bytes; what
deflating finds beyond that are the phrases. News comes out a fifth smaller than deflated alone. The
first bytes of all words stand before the bytes that follow some: each kind is shorter by itself.
Method: N. Brisaboa and others, "Lightweight natural language text compression", 2007.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from maps.packed.vocabulary import Vocabulary

__all__ = ["Codes", "coded", "decoded"]

#: First bytes below the first are numbers themselves, below the second followed by one byte.
SHORT, MIDDLE = 160, 255


class Codes(NamedTuple):
    """Texts as numbers of words: all first bytes, then what follows them.

    ``words`` is how many words each text has, ``tails`` how many bytes follow their first ones.
    """

    written: bytes
    words: Sequence[int]
    tails: Sequence[int]


def coded(texts: Sequence[str]) -> tuple[Codes, str]:
    r"""Return texts as numbers of words, and the words by their numbers.

    Examples
    --------
    >>> coded(["took Suran", "took Hama"])
    (Codes(written=b'\x00\x02\x00\x01', words=[2, 2], tails=[0, 0]), 'took Hama Suran')
    """
    if not texts:
        return Codes(b"", [], []), ""
    known = Vocabulary()
    numbers, counts = known.read(texts)
    ranked, rank = _ranking(known.words, np.bincount(numbers))
    # There are few words and many places where they stand: what a rank is, is worked out once.
    first, tail, size = _bytes_of(rank)
    sizes = size.take(numbers)
    tails = np.add.reduceat(sizes, np.cumsum(counts) - counts, dtype=np.int64)
    longer = np.flatnonzero(sizes.view(bool))
    after = _tails(tail.take(numbers.take(longer)), sizes.take(longer))
    written = first.take(numbers).tobytes() + after
    return Codes(written, counts.tolist(), tails.tolist()), " ".join(ranked)


def _ranking(words: list[str], counts: NDArray[np.int64]) -> tuple[list[str], NDArray[np.int32]]:
    """Return the words, the most frequent first, and the rank of each.

    Equally frequent ones stand in the order of the alphabet, where neighbours are alike.
    """
    by_letters = np.array(sorted(range(len(words)), key=words.__getitem__))
    order = by_letters[np.argsort(-counts[by_letters], kind="stable")]
    rank = np.empty(len(words), np.int32)
    rank[order] = np.arange(len(words))
    return [words[number] for number in order.tolist()], rank


def _bytes_of(
    ranks: NDArray[np.int32],
) -> tuple[NDArray[np.uint8], NDArray[np.uint32], NDArray[np.uint8]]:
    """Return the first byte of each rank, what follows it, and in how many bytes."""
    middle, long = ranks >= SHORT, ranks >= SHORT + 256 * (MIDDLE - SHORT)
    beyond = ranks - SHORT
    first = np.where(long, MIDDLE, np.where(middle, SHORT + (beyond >> 8), ranks))
    tail = np.where(long, ranks, beyond & 255)
    return first.astype(np.uint8), tail.astype(np.uint32), (middle + 2 * long).astype(np.uint8)


def _tails(values: NDArray[np.uint32], sizes: NDArray[np.uint8]) -> bytes:
    """Write each number in one byte or in three, the highest first."""
    if sizes.max(initial=0) <= 1:
        return values.astype(np.uint8).tobytes()
    highest_first = values.astype(">u4").view(np.uint8).reshape(-1, 4)[:, 1:]
    return highest_first[np.arange(3) >= 3 - sizes[:, None]].tobytes()


def decoded(codes: Codes, words: str) -> list[str]:
    """Return the texts that :func:`coded` was given."""
    known, count = words.split(" "), sum(codes.words)
    ranks = _ranks(codes.written[:count], iter(codes.written[count:]))
    return [" ".join(known[rank] for rank in islice(ranks, size)) for size in codes.words]


def _ranks(first: bytes, tails: Iterator[int]) -> Iterator[int]:
    for byte in first:
        if byte < SHORT:
            yield byte
        elif byte < MIDDLE:
            yield SHORT + 256 * (byte - SHORT) + next(tails)
        else:
            yield int.from_bytes(islice(tails, 3), "big")
