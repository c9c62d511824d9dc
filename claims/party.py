"""The two parties of an event: who acts and who is acted upon."""

from __future__ import annotations

from dataclasses import dataclass

from claims.actors import ActorMention

__all__ = ["Party", "Roles", "party"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of the two: its words, its side, where the words stand (None when understood)."""

    text: str = ""
    side: str | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Who acts, who is acted upon."""

    actor: Party | None = None
    opponent: Party | None = None


def party(mention: ActorMention) -> Party:
    """Return an actor's mention as a party."""
    return Party(text=mention.text, side=mention.side, start=mention.start, end=mention.end)
