"""Which claims agree and which contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations

from claims.claim import Action, Claim, Status
from claims.situation import ResolvedClaim
from geo.geodesy import distance_m

__all__ = ["link"]

# Two claims speak of one place when their points lie this close or share the gazetteer entry.
_NEAR_M = 3_000
_SLACK = timedelta(hours=12)  # stated days rarely end at midnight
_GAINS = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.PUSH_BACK))


@dataclass(frozen=True, slots=True)
class _Effect:
    """What a claim means on the ground: who is better off at the place, and how firmly."""

    gains: str | None
    kind: str


def link(claims: Sequence[ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
    """Return the claims with the ids of those that agree with and contradict them.

    Copies of one story neither agree nor contradict: they are one voice.
    """
    agree: dict[str, list[str]] = {}
    against: dict[str, list[str]] = {}
    for one, other in combinations(claims, 2):
        if one.origin == other.origin and one.claim.claimant == other.claim.claimant:
            continue
        if not (_same_place(one, other) and _same_time(one.claim, other.claim)):
            continue
        verdict = _compare(one.claim, other.claim)
        if verdict is not None:
            book = agree if verdict else against
            book.setdefault(one.claim.id, []).append(other.claim.id)
            book.setdefault(other.claim.id, []).append(one.claim.id)
    return tuple(
        replace(
            c,
            agrees_with=tuple(agree.get(c.claim.id, ())),
            contradicts=tuple(against.get(c.claim.id, ())),
        )
        for c in claims
    )


def _same_place(one: ResolvedClaim, other: ResolvedClaim) -> bool:
    entries = {c.entry.id for c in one.resolution.chosen} & {
        c.entry.id for c in other.resolution.chosen
    }
    if entries:
        return True
    a, b = one.footprint, other.footprint
    return distance_m(lon=a.lon, lat=a.lat, to_lon=b.lon, to_lat=b.lat) <= _NEAR_M


def _same_time(one: Claim, other: Claim) -> bool:
    if one.when is None or other.when is None:
        return True
    a, b = one.when.interval, other.when.interval
    return a.start - _SLACK < b.end and b.start - _SLACK < a.end


def _compare(one: Claim, other: Claim) -> bool | None:
    """Return True where two claims agree, False where they contradict, None where neither."""
    if one.status is Status.DENIED or other.status is Status.DENIED:
        same = one.action == other.action and one.actor_side == other.actor_side
        return False if same and one.status.is_fact != other.status.is_fact else None
    a, b = _effect(one), _effect(other)
    if a.gains is None or b.gains is None:
        return None
    if a.gains == b.gains:
        return True if a.kind == b.kind else None
    return False if "hold" not in (a.kind, b.kind) or a.kind != b.kind else None


def _effect(claim: Claim) -> _Effect:
    """Tell who is better off: by a gain the actor, by a retreat or a failed gain the opponent."""
    if claim.status is Status.PLANNED or not claim.actor_side:
        return _Effect(None, "")
    if claim.action in _GAINS:
        if claim.status is Status.FAILED:
            return _Effect(claim.opponent_side, "hold")
        return _Effect(claim.actor_side, "gain")
    if claim.action is Action.RETREAT and claim.status.is_fact:
        return _Effect(claim.opponent_side, "gain")
    if claim.action is Action.HOLD and claim.status.is_fact:
        return _Effect(claim.actor_side, "hold")
    return _Effect(None, "")
