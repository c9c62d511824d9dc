"""How a refresh ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from frontmap.refresh.receive import Received

__all__ = ["Outcome", "Refreshed"]


class Outcome(StrEnum):
    """How a refresh ended."""

    PUBLISHED = "published"
    NOTHING_NEW = "nothing new"
    WOULD_PUBLISH = "would publish"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What a refresh did.

    Parameters
    ----------
    rejected
        One line for each source or input that could not be read.
    held_back
        How many reports are younger than the policy lets be published.
    outputs
        Names of the files that were written, relative to the project folder.
    """

    outcome: Outcome
    received: Received
    read_anew: int = 0
    claims: int = 0
    drawn: int = 0
    held_back: int = 0
    outputs: tuple[str, ...] = ()
    recovered: bool = False

    @property
    def exit_code(self) -> int:
        """3 where a source or an input was rejected, else 0."""
        return 3 if self.received.rejected else 0
