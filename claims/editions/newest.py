"""Who is said to hold a place by its newest facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from claims.claim import Action
from claims.editions.noted import Noted
from claims.editions.pairing import same_words
from claims.weighing.effect import effect_of
from geo.interval import Interval

__all__ = ["Holding", "newest_holdings"]

# What leaves no doubt whose a place is; an advance may end before it.
_HOLDS = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.HOLD, Action.RETREAT))
# Of a wider place two sides may each have taken a part.
_WIDE_M = 15_000.0
_CELL_DEG = 0.001  # one gazetteer entry has one point; this bears how a file rounds it
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """The one side that the newest facts about a place give it to, and the claims that say so."""

    side: str
    claims: tuple[Noted, ...]


def newest_holdings(claims: Sequence[Noted]) -> dict[str, Holding]:
    """Return who holds each place by its newest facts; a place they are divided on is left out.

    Newest are the facts that no other is wholly later than. Facts without a day say nothing here.
    """
    by_place: dict[str, list[tuple[Interval, str, Noted]]] = {}
    for place, when, side, noted in _facts(claims):
        by_place.setdefault(place, []).append((when, side, noted))
    found = {}
    for place, facts in by_place.items():
        last = max(when.start for when, _, _ in facts)
        newest = [(side, noted) for when, side, noted in facts if when.end > last]
        if len({side for side, _ in newest}) == 1:
            found[place] = Holding(side=newest[0][0], claims=tuple(n for _, n in newest))
    return found


def _facts(claims: Sequence[Noted]) -> Iterator[tuple[str, Interval, str, Noted]]:
    for noted in claims:
        side, when, place = _holder(noted), _when(noted), _place(noted)
        if side and when and place:
            yield place, when, side, noted


def _holder(noted: Noted) -> str:
    """Return the side that a fact has hold its place, "" where it tells none."""
    claim = noted.claim
    tells = noted.counts and claim.status.is_fact and claim.action in _HOLDS
    return (effect_of(claim).gains or "") if tells else ""


def _when(noted: Noted) -> Interval | None:
    claim = noted.claim
    if claim.when is not None:
        return claim.when.interval
    if not claim.published:
        return None
    day = datetime.fromisoformat(claim.published)
    start = day if day.tzinfo else day.replace(tzinfo=UTC)
    return Interval(start=start, end=start + _DAY)


def _place(noted: Noted) -> str:
    """Return a key of a claim's place: where it was drawn, else what it is called; "" for none."""
    if noted.uncertainty_m > _WIDE_M or noted.claim.place is None:
        return ""
    if noted.point is None:
        return "" if noted.reason == "too-vague" else same_words(noted.claim.place.text).casefold()
    lon, lat = (round(degrees / _CELL_DEG) for degrees in noted.point)
    return f"{lon}/{lat}"
