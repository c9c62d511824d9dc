"""A claim: who says that which side did what, where, when, in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from gazetteer.place import PlaceExpression
from geo.interval import Interval

__all__ = ["Action", "Claim", "Span", "Status", "When", "is_in"]


class Action(StrEnum):
    """What is said to have happened."""

    ADVANCE = "advance"
    CAPTURE = "capture"
    RECAPTURE = "recapture"
    RETREAT = "retreat"
    PUSH_BACK = "push_back"
    ATTACK = "attack"
    CLASH = "clash"
    STRIKE = "strike"
    HOLD = "hold"
    ENCIRCLE = "encircle"
    CUT = "cut"
    DEPLOY = "deploy"


class Status(StrEnum):
    """Whether it is said to have happened at all."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    FAILED = "failed"
    DENIED = "denied"

    @property
    def is_fact(self) -> bool:
        """Whether the claim says that the thing happened or is happening."""
        return self in (Status.OCCURRED, Status.ONGOING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters ``[start, end)`` of the report's text."""

    start: int
    end: int


def is_in(at: int, spans: Iterable[Span]) -> bool:
    """Tell whether a character of a text stands in one of some spans."""
    return any(span.start <= at < span.end for span in spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The stated time: the interval it means and the words that say so (empty when assumed).

    ``candidates`` holds every reading, the likeliest (``interval``) first, where the text allows
    several: "last Friday", or an evening whose day is not named.
    """

    interval: Interval
    text: str = ""
    candidates: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One claim as one report words it.

    Parameters
    ----------
    id
        Stable hash of report, span, action and place; the same text gives the same id.
    doc
        Id of the report.
    quote, span
        The exact words and where they stand in the report.
    published, retrieved
        ISO dates on which the report came out and was fetched; empty where its text tells none.
    claimant
        Who asserts it, as the theatre or the text names them; "outlet" where the report speaks.
    via
        Who passed it on between claimant and outlet, nearest to the claimant first.
    actor, opponent
        As the text names them; empty where it does not.
    actor_side, opponent_side
        Ids of sides of the theatre; None where unknown.
    actor_with
        Sides that act together with the actor's, as named: "Chadian and French warplanes".
    place, place_span
        The place expression and where its words stand; None where the claim has no place.
    place_inherited
        Whether the sentence itself names no place and the one named last before it is taken.
    axes
        Compass words of the directions it comes from: "from three fronts: north, northeast, west".
    tail
        Where a movement starts, where the text states it.
    withheld
        Why this claim must not be drawn although it was read (a stale caption), or empty.
    reviewed
        What a reviewer said of it, "accept" or "reject"; empty where nobody has.
    """

    id: str
    doc: str
    outlet: str = ""
    published: str = ""
    retrieved: str = ""
    section: str = "body"
    quote: str
    span: Span
    claimant: str
    via: tuple[str, ...] = ()
    actor: str = ""
    actor_side: str | None = None
    actor_with: tuple[str, ...] = ()
    opponent: str = ""
    opponent_side: str | None = None
    action: Action
    status: Status = Status.OCCURRED
    place: PlaceExpression | None = None
    place_span: Span | None = None
    place_inherited: bool = False
    when: When | None = None
    axes: tuple[str, ...] = ()
    tail: PlaceExpression | None = None
    withheld: str = ""
    reviewed: str = ""
