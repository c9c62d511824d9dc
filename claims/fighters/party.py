"""The two parties of an event: who acts and who is acted upon."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Party", "Roles"]


class Party(NamedTuple):
    """One of the two: its words, its side, where the words stand (None when understood).

    ``others`` are the sides that act with it: ("france",) in "Chadian and French warplanes".
    """

    text: str = ""
    side: str | None = None
    start: int | None = None
    end: int | None = None
    others: tuple[str, ...] = ()


class Roles(NamedTuple):
    """Who acts, who is acted upon."""

    actor: Party | None = None
    opponent: Party | None = None
