"""States made by hand, a claim a line, for the tests of what changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from claims.claim import Action, Claim, Span, Status, When
from claims.editions.noted import Noted, State
from gazetteer.expression import parse_place
from geo.interval import Interval

__all__ = ["claimed", "state"]


def claimed(
    quote: str,
    *,
    name: str = "",
    doc: str = "monday",
    claimant: str = "the army",
    side: str | None = "north",
    other: str | None = "south",
    action: str = "capture",
    status: str = "occurred",
    place: str = "Orlo",
    day: int | None = 3,
    **more: Any,
) -> Noted:
    """Return a claim; without an id its words are its id, as for two readings of one text."""
    start = datetime(2031, 5, day, tzinfo=UTC) if day else None
    claim = Claim(
        id=name or f"{doc}:{quote}:{place}",
        doc=doc,
        quote=quote,
        span=Span(start=0, end=len(quote)),
        claimant=claimant,
        actor_side=side,
        opponent_side=other,
        action=Action(action),
        status=Status(status),
        place=parse_place(place) if place else None,
        when=When(interval=Interval(start=start, end=start + timedelta(days=1))) if start else None,
    )
    more = {"point": (30.0, 10.0), "uncertainty_m": 1_000.0} | more
    return Noted(claim=claim, **(more if not more.get("reason") else more | {"point": None}))


def state(*claims: Noted, **more: Any) -> State:
    return State(claims=claims, **more)
