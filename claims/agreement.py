"""Which claims agree and which contradict each other."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from claims.claim import Action, Claim, Status
from claims.situation import NotDrawn, ResolvedClaim
from gazetteer.place import Relation
from geo.geodesy import distance_m

__all__ = ["Links", "compare", "effect", "link"]

Located = ResolvedClaim | NotDrawn
_Key = str | tuple[int, int, float]

# Two claims speak of one place when their points lie this close or share the gazetteer entry.
_NEAR_M = 3_000
_CELL_DEG = 0.05  # of latitude, 5.6 km: two points within _NEAR_M lie in cells that touch
_SLACK = timedelta(hours=12)  # stated days rarely end at midnight
_FACTOR = 2.0  # figures this far apart cannot both be meant
_GAINS = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE, Action.PUSH_BACK))
_AROUND = frozenset(
    (
        Relation.DISTANCE,
        Relation.OFFSET,
        Relation.OUTSKIRTS,
        Relation.TOWARD,
        Relation.GATES,
    )
)
_WIDE_M = 15_000  # two claims in so wide an area may mean two ends of it


@dataclass(frozen=True, slots=True)
class Effect:
    """What a claim means on the ground: who is better off, who worse; gain, hold or stand."""

    gains: str | None
    loses: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Links:
    """Ids of the claims that a claim agrees with and contradicts, in the order of the claims."""

    agrees: dict[str, tuple[str, ...]]
    contradicts: dict[str, tuple[str, ...]]


def link(items: Sequence[Located]) -> Links:
    """Return which claims agree with and contradict which.

    Compared is what speaks of one place or one named reference at overlapping times. Copies of one
    story neither agree nor contradict: they are one voice. So is what one claimant says within one
    report: a capture and the loss after it are a story, not a quarrel.
    """
    agree: dict[str, list[str]] = {}
    against: dict[str, list[str]] = {}
    for one, other in _pairs(items):
        if _one_voice(one, other) or not _same_time(one.claim, other.claim):
            continue
        verdict = compare(one.claim, other.claim)
        if verdict is not None:
            book = agree if verdict else against
            book.setdefault(one.claim.id, []).append(other.claim.id)
            book.setdefault(other.claim.id, []).append(one.claim.id)
    rank = {item.claim.id: number for number, item in enumerate(items)}
    return Links(_ordered(agree, rank), _ordered(against, rank))


def _ordered(book: dict[str, list[str]], rank: dict[str, int]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(set(ids), key=rank.__getitem__)) for key, ids in book.items()}


def _one_voice(one: Located, other: Located) -> bool:
    return one.claim.claimant == other.claim.claimant and (
        one.origin == other.origin or one.claim.doc == other.claim.doc
    )


def _pairs(items: Sequence[Located]) -> Iterator[tuple[Located, Located]]:
    """Yield the pairs that speak of one place, each once."""
    by_key: dict[_Key, list[int]] = {}
    for number, item in enumerate(items):
        for key in _keys(item):
            by_key.setdefault(key, []).append(number)
    seen: set[tuple[int, int]] = set()
    for key, numbers in by_key.items():
        for at, first in enumerate(numbers):
            for second in numbers[at + 1 :]:
                if (first, second) in seen:
                    continue
                one, other = items[first], items[second]
                if not _share(key, one, other):
                    continue
                seen.add((first, second))
                yield one, other


def _keys(item: Located) -> Iterator[_Key]:
    """Yield what a claim may share with others: its words, entries, the cells around it."""
    claim = item.claim
    if claim.place is not None and claim.place.heads:
        yield f"words {claim.place.text.casefold()}"
        if claim.place.relation in _AROUND:
            yield f"around {claim.place.heads[0].casefold()}"
    if isinstance(item, NotDrawn):
        return
    for candidate in item.resolution.chosen:
        yield f"entry {candidate.entry.id}"
    row = math.floor(item.footprint.lat / _CELL_DEG)
    width = _CELL_DEG / max(0.05, math.cos(math.radians(item.footprint.lat)))
    column = math.floor(item.footprint.lon / width)
    for down in (0, 1):
        for right in (0, 1):
            # Blocks of two by two cells, so that any two points that are near share one.
            yield (row + down, column + right, round(width, 3))


def _share(key: _Key, one: Located, other: Located) -> bool:
    """Tell whether two claims with one key are of one place."""
    if isinstance(one, NotDrawn) or isinstance(other, NotDrawn):
        return not isinstance(key, tuple)
    if isinstance(key, tuple):
        return _near(one, other)
    if key[:5] == "entry":
        return max(one.footprint.uncertainty_m, other.footprint.uncertainty_m) <= _WIDE_M
    return True


def _near(one: ResolvedClaim, other: ResolvedClaim) -> bool:
    a, b = one.footprint, other.footprint
    return distance_m(lon=a.lon, lat=a.lat, to_lon=b.lon, to_lat=b.lat) <= _NEAR_M


def _same_time(one: Claim, other: Claim) -> bool:
    if one.when is None or other.when is None:
        return True
    a, b = one.when.interval, other.when.interval
    return a.start - _SLACK < b.end and b.start - _SLACK < a.end


def compare(one: Claim, other: Claim) -> bool | None:
    """Return True where two claims of one place and time agree, False where they contradict.

    None where neither: a clash and an air strike at one town say nothing of each other.
    """
    if Status.DENIED in (one.status, other.status):
        same = one.action == other.action and one.actor_side == other.actor_side
        return False if same and one.status.is_fact != other.status.is_fact else None
    if _distances_differ(one, other):
        return False
    return _by_effect(effect(one), effect(other))


def _by_effect(one: Effect, other: Effect) -> bool | None:
    if not (one.kind and other.kind):
        return None
    alike = True if one.kind == other.kind != "stand" else None
    if (one.gains and one.gains == other.gains) or (one.loses and one.loses == other.loses):
        return alike  # one change on the ground, as two tell it
    if (one.gains and one.gains == other.loses) or (other.gains and other.gains == one.loses):
        return False
    if one.gains and other.gains:
        # Two sides may each hold a part, or both have troops there.
        return (
            None if one.kind == other.kind == "hold" or "stand" in (one.kind, other.kind) else False
        )
    # "The army left" beside "rebels took it" is one change as well.
    return alike if (one.gains or other.gains) and (one.loses or other.loses) else None


def _distances_differ(one: Claim, other: Claim) -> bool:
    """Tell whether one side is said to stand at two distances from one place."""
    if one.actor_side != other.actor_side or not (one.place and other.place):
        return False
    if one.place.heads[:1] != other.place.heads[:1]:
        return False
    a, b = one.place.distance_km, other.place.distance_km
    if a is None or b is None:
        return False
    near, far = sorted((a, b))
    return near[1] > 0 and far[0] / near[1] >= _FACTOR


def effect(claim: Claim) -> Effect:
    """Tell what a claim changes: a gain, a loss or a hold; a plan or a denial changes nothing."""
    actor, opponent = claim.actor_side, claim.opponent_side
    nothing = Effect(None, None, "")
    if claim.status in (Status.PLANNED, Status.DENIED) or not actor:
        return nothing
    if claim.action in _GAINS:
        failed = claim.status is Status.FAILED
        return Effect(opponent, actor, "hold") if failed else Effect(actor, opponent, "gain")
    if not claim.status.is_fact:
        return nothing
    effects = {
        Action.RETREAT: Effect(opponent, actor, "gain"),
        Action.HOLD: Effect(actor, opponent, "hold"),
        # There, which only its own leaving contradicts.
        Action.DEPLOY: Effect(actor, None, "stand"),
    }
    return effects.get(claim.action, nothing)
