"""Small numbers as words: what they count is told of one by one."""

from __future__ import annotations

__all__ = ["ONE_TO_TEN", "TWO_TO_TEN"]

TWO_TO_TEN = frozenset("two three four five six seven eight nine ten".split())
ONE_TO_TEN = TWO_TO_TEN | {"one"}
