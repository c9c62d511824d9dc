"""The two parties of an event: who acts and who is acted upon."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Party", "Roles"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of the two: its words, its side, where the words stand (None when understood).

    ``others`` are the sides that act with it: ("russia",) in "Syrian and Russian warplanes".
    """

    text: str = ""
    side: str | None = None
    start: int | None = None
    end: int | None = None
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who acts, who is acted upon."""

    actor: Party | None = None
    opponent: Party | None = None
