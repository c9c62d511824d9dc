"""Where in a list of words those stand that a rule looks for."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from itertools import compress, count

__all__ = ["numbers_of"]


def numbers_of(words: Iterable[str], wanted: Container[str]) -> Iterator[int]:
    """Yield the numbers of the words that are among those wanted, in order.

    Most words of a text are not, and cost no step of Python here.

    Examples
    --------
    >>> list(numbers_of(["the", "town", "of", "X"], {"town", "X"}))
    [1, 3]
    """
    return compress(count(), map(wanted.__contains__, words))
