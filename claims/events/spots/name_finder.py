"""What extraction asks of a gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

__all__ = ["NameFinder"]


class NameFinder(Protocol):
    """What knows names: where they stand in a text."""

    def spans(self, text: str) -> Sequence[tuple[int, int]]:
        """Return the characters ``[start, end)`` of every known name."""
