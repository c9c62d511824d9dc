"""Which claims agree and which contradict each other."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from claims.claim import Action, Claim
from claims.situation import NotDrawn, ResolvedClaim
from claims.weighing.effect import Adversaries, Effect, effect_of
from claims.weighing.meeting import Spot, days_of, meet, same_place, spot_of, stated_times, times_of
from gazetteer.place import Relation
from geo.interval import Interval

__all__ = ["Links", "link"]

Located = ResolvedClaim | NotDrawn

# Over more days one side may gain and lose again: both claims can be true.
_SHORT = timedelta(days=4)
_FACTOR = 2.0  # distances this far apart cannot both be meant
_MOST = 40  # links of one kind that a claim keeps; nobody reads more, and they grow as squares
# Claims of one place and day that a new one is compared with, the latest; beyond so many each has
# met enough, and the work would grow as squares.
_BUSIEST = 300
_TAKES = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE))
# Claims that are listed for another reason than their place say nothing here.
_SET_ASIDE = frozenset(("stale", "rejected", "later"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    """What a claim says, whoever says it wherever: what many claims have in common.

    ``head`` is the toponym that a distance is from, if any; ``whole`` tells that a place is meant
    as a whole, not its edge or a part of it.
    """

    effect: Effect
    actor_side: str | None
    opponent_side: str | None
    head: tuple[str, ...]
    distance_km: tuple[float, float] | None
    whole: bool

    @classmethod
    def of(cls, claim: Claim, effect: Effect) -> _Meaning:
        place = claim.place
        return cls(
            effect=effect,
            actor_side=claim.actor_side,
            opponent_side=claim.opponent_side,
            head=place.heads[:1] if place else (),
            distance_km=place.distance_km if place else None,
            whole=place is None or place.relation is Relation.AT,
        )


@dataclass(frozen=True, slots=True)
class _Voiced:
    """A claim with what it is compared by; equal meanings have one number."""

    index: int
    item: Located
    name: str
    meaning: _Meaning
    number: int
    spot: Spot
    times: tuple[Interval, ...]

    @property
    def claim(self) -> Claim:
        return self.item.claim


@dataclass(frozen=True, slots=True)
class Links:
    """Ids of the claims that a claim agrees with and contradicts, in the order of the claims."""

    agrees: dict[str, tuple[str, ...]]
    contradicts: dict[str, tuple[str, ...]]


def link(
    items: Sequence[Located],
    foes: Adversaries | None = None,
    names: Mapping[str, str] | None = None,
) -> Links:
    """Return which claims agree with and contradict which.

    Compared is what speaks of one place or one named reference at overlapping times. Copies of one
    story neither agree nor contradict: they are one voice. So is what one claimant says within one
    report: a capture and the loss after it are a story, not a quarrel. Only claims that may speak
    of one place on one day are compared, so that time grows in step with the claims.

    Parameters
    ----------
    foes
        Who fights whom; None learns it from the claims.
    names
        One name for each claim's speaker, by the claim's id, where reports call it differently.
    """
    judge = _Judge(foes or Adversaries.among(item.claim for item in items))
    agree: dict[str, list[int]] = {}
    against: dict[str, list[int]] = {}
    for one, other in _pairs(_voiced(items, names or {})):
        verdict = judge.verdict(one, other)
        if verdict is None:
            continue
        book = agree if verdict else against
        mine = book.setdefault(one.claim.id, [])
        theirs = book.setdefault(other.claim.id, [])
        if len(mine) < _MOST and len(theirs) < _MOST:
            mine.append(other.index)
            theirs.append(one.index)
    return Links(_named(agree, items), _named(against, items))


def _named(book: dict[str, list[int]], items: Sequence[Located]) -> dict[str, tuple[str, ...]]:
    return {
        claim: tuple(items[n].claim.id for n in sorted(numbers))
        for claim, numbers in book.items()
        if numbers
    }


def _voiced(items: Sequence[Located], names: Mapping[str, str]) -> Iterator[_Voiced]:
    numbers: dict[_Meaning, int] = {}
    for index, item in enumerate(items):
        if isinstance(item, NotDrawn) and item.reason in _SET_ASIDE:
            continue
        effect, spot = effect_of(item.claim), spot_of(item)
        if effect.kind and spot.keys:
            claim = item.claim
            name = names.get(claim.id, claim.claimant)
            meaning = _Meaning.of(claim, effect)
            number = numbers.setdefault(meaning, len(numbers))
            yield _Voiced(index, item, name, meaning, number, spot, times_of(claim))


def _pairs(voiced: Iterator[_Voiced]) -> Iterator[tuple[_Voiced, _Voiced]]:
    """Yield each two claims that share a key of their place and a day, once, in order."""
    buckets: defaultdict[tuple[str, int], deque[_Voiced]] = defaultdict(_bucket)
    every: defaultdict[str, deque[_Voiced]] = defaultdict(_bucket)
    undated: defaultdict[str, deque[_Voiced]] = defaultdict(_bucket)
    for claim in voiced:
        met: dict[int, _Voiced] = {}
        days = days_of(claim.times)
        for key in claim.spot.near:
            if days is None:
                met |= {c.index: c for c in every.get(key, ())}
            else:
                met |= {c.index: c for day in days for c in buckets.get((key, day), ())}
                met |= {c.index: c for c in undated.get(key, ())}
        for index in sorted(met):
            yield met[index], claim
        for key in claim.spot.keys:
            every[key].append(claim)
            if days is None:
                undated[key].append(claim)
            for day in days or ():
                buckets[key, day].append(claim)


def _bucket() -> deque[_Voiced]:
    return deque(maxlen=_BUSIEST)


class _Judge:
    """Judges claims two by two; what two meanings are to each other is worked out once."""

    def __init__(self, foes: Adversaries) -> None:
        self._foes = foes
        self._compared: dict[tuple[int, int], bool | None] = {}

    def verdict(self, one: _Voiced, other: _Voiced) -> bool | None:
        """Return True where two claims agree, False where they contradict, None where neither."""
        verdict = self._compare(one, other)
        if verdict is None:
            return None
        same_story = one.item.origin == other.item.origin
        one_report = one.claim.doc == other.claim.doc
        # What stands in a copy stands in the story itself, and is compared there.
        if (same_story and not one_report) or (one_report and one.name == other.name):
            return None
        if not same_place(one.spot, other.spot):
            return None
        # A report knows its own days: what it tells of yesterday does not contradict today.
        times = [stated_times(c.claim) if same_story else c.times for c in (one, other)]
        if not meet(*times):
            return None
        if verdict:
            # A report that puts a speaker's words in its own has not found them out itself.
            own_words = "outlet" in (one.claim.claimant, other.claim.claimant)
            return None if same_story and own_words else True
        return False if _narrow(one, other) else None

    def _compare(self, one: _Voiced, other: _Voiced) -> bool | None:
        numbers = one.number, other.number
        if numbers not in self._compared:
            self._compared[numbers] = _compare(one.meaning, other.meaning, self._foes)
        return self._compared[numbers]


def _narrow(one: _Voiced, other: _Voiced) -> bool:
    """Tell whether only one of two claims can be true: of one small place, within few days."""
    denied = "denied" in (one.meaning.effect.kind, other.meaning.effect.kind)
    wide = (one.spot.wide or other.spot.wide) and not denied
    return not wide and all(
        interval.end - interval.start <= _SHORT
        for each in (one, other)
        for interval in each.times[:1]
    )


def _compare(one: _Meaning, other: _Meaning, foes: Adversaries) -> bool | None:
    a, b = one.effect, other.effect
    if a.kind == b.kind == "denied":
        same = a.action == b.action and a.actor == b.actor and a.actor is not None
        return True if same else None
    if "denied" in (a.kind, b.kind):
        denial, told = (one, other) if a.kind == "denied" else (other, one)
        return False if _is_denied(denial, told, foes) else None
    if _distances_differ(one, other):
        return False
    if a.kind == "fight" or b.kind == "fight":
        return True if a.kind == b.kind and _same_fight(one, other) else None
    if _one_change(a, b, foes):
        return True if a.kind == b.kind else None
    return False if _opposed(one, other, foes) else None


def _is_denied(denial: _Meaning, told: _Meaning, foes: Adversaries) -> bool:
    """Tell whether a denial ("X has not fallen") is of what another claim says: "Y entered X"."""
    said, denied = told.effect, denial.effect
    if said.action is denied.action and said.actor is not None and said.actor == denied.actor:
        return True
    if said.kind != "gain" or said.action not in _TAKES or not told.whole:
        return False
    if denied.action is Action.RETREAT:
        return foes.foes(said.actor, denied.actor)
    return denied.action in _TAKES and denial.whole and denied.actor in (None, said.actor)


def _one_change(a: Effect, b: Effect, foes: Adversaries) -> bool:
    """Tell whether two claims have one side better off, or one worse: "X left", "Y took it"."""
    same_gain = a.gains is not None and a.gains == b.gains
    same_loss = a.loses is not None and a.loses == b.loses
    told_apart = (a.gains is None) != (b.gains is None) and (
        foes.foes(a.gains, b.loses) or foes.foes(b.gains, a.loses)
    )
    return same_gain or same_loss or told_apart


def _same_fight(one: _Meaning, other: _Meaning) -> bool:
    """Tell whether two claims word one fight; a clash has no order of its parties."""
    if one.effect.action is not other.effect.action:
        return False
    mine, theirs = (one.actor_side, one.opponent_side), (other.actor_side, other.opponent_side)
    if one.effect.action is Action.CLASH and None not in mine + theirs:
        return set(mine) == set(theirs)
    return bool(mine[0]) and mine[0] == theirs[0] and (None in mine + theirs or mine == theirs)


def _opposed(one: _Meaning, other: _Meaning, foes: Adversaries) -> bool:
    """Tell whether what one claim says cannot go with the other, at one place and time."""
    a, b = one.effect, other.effect
    kinds = {a.kind, b.kind}
    if _driven_out(a, b) or _driven_out(b, a):
        return True
    against = (
        foes.foes(a.gains, b.gains)
        or (a.gains is not None and a.gains == b.loses)
        or (b.gains is not None and b.gains == a.loses)
    )
    if not against or "present" in kinds or kinds == {"ring"}:
        return False
    posted = Action.HOLD in (a.action, b.action)
    # Forces at the edge of a town, or in a part of it, do not keep another side out of the rest.
    return not posted or (one.whole and other.whole)


def _driven_out(gone: Effect, there: Effect) -> bool:
    """Tell whether one claim has a side driven from where another has it stand."""
    driven = gone.kind == "gain" and gone.action in (Action.PUSH_BACK, Action.RETREAT)
    stands = there.action in (Action.HOLD, Action.DEPLOY) and there.kind in ("hold", "present")
    return driven and stands and gone.loses is not None and gone.loses == there.actor


def _distances_differ(one: _Meaning, other: _Meaning) -> bool:
    """Tell whether one side is said to stand at two distances from one place."""
    if one.actor_side != other.actor_side or one.head != other.head:
        return False
    if one.distance_km is None or other.distance_km is None:
        return False
    near, far = sorted((one.distance_km, other.distance_km))
    return near[1] > 0 and far[0] / near[1] >= _FACTOR
