"""What a function says of a word, kept for the next time that the word is met."""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import TypeVar

__all__ = ["Kept"]

_Value = TypeVar("_Value")
#: Words kept: most of a report stood in those before it.
_MOST = 16_384
#: Longer ones are no words of a language and are not kept.
_LONGEST = 100


class Kept(dict[str, _Value]):
    """Answers by word, worked out when first asked for and all given up when they are too many.

    A cache of the library writes down each time what was asked for last, and takes twice as long.
    """

    def __init__(self, function: Callable[[str], _Value]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> _Value:
        value = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[intern(word)] = value
        return value
