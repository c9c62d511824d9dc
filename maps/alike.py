"""Rows that are alike in something, so that what follows from it is worked out once for all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import count
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

__all__ = ["Alike", "alike"]

_T = TypeVar("_T")


class Alike(NamedTuple):
    """Rows that are alike in something: the first of each kind, and of which kind each row is."""

    first: Sequence[int]
    of: NDArray[np.int64]

    def pick(self, rows: Sequence[_T]) -> list[_T]:
        """Return the first row of each kind."""
        return [rows[number] for number in self.first]

    def spread(self, values: ArrayLike) -> NDArray[np.int64]:
        """Return for each row the value of its kind."""
        every: NDArray[np.int64] = np.asarray(values, np.int64)[self.of]
        return every


def alike(keys: Iterable[Hashable]) -> Alike:
    """Sort rows by their keys into kinds, numbered in the order in which they come.

    Examples
    --------
    >>> kinds = alike(["Hama", "Suran", "Hama"])
    >>> kinds.first, kinds.of.tolist()
    ([0, 1], [0, 1, 0])
    """
    known: defaultdict[Hashable, int] = defaultdict(count().__next__)
    of = np.fromiter(map(known.__getitem__, keys), np.int64)
    # The first of each kind has a number higher than all before it.
    highest = np.maximum.accumulate(of)
    return Alike(np.flatnonzero(np.diff(highest, prepend=-1)).tolist(), of)
