"""What extraction asks of a gazetteer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

__all__ = ["NameFinder"]


class NameFinder(Protocol):
    """What knows names: where they stand in a text, and roughly what they mean."""

    def spans(self, text: str) -> Sequence[tuple[int, int]]:
        """Return the characters ``[start, end)`` of every known name."""

    def land(self, name: str) -> tuple[str, float, float] | None:
        """Return in which country a name lies, as far as its spelling tells, and where.

        The ISO 3166-1 alpha-2 code, longitude and latitude in degrees; None where places of several
        countries are called so, or none.
        """

    def people(self, name: str) -> int | None:
        """Return the inhabitants of the largest town of a name, None where none is known."""

    def are_apart(self, inner: str, outer: str) -> bool:
        """Tell whether the first name is a town's, and nothing that the second means holds it."""
