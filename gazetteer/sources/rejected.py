"""A row that a reader left out, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Reject", "Rejected"]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A broken row: the line of a text file or the running number of an item, from 1."""

    line_or_item: int
    problem: str


Reject: TypeAlias = Callable[[Rejected], object]
"""What is told of every broken row; a list's ``append`` will do."""
