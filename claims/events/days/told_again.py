"""The day of what is told twice, once without one: "took X ... took the town on Monday"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from claims.claim import Action, Claim, Status, When
from claims.report import SectionKind
from gazetteer.place import PlaceExpression

__all__ = ["dated_alike"]

_GAINS = frozenset((Action.CAPTURE, Action.RECAPTURE))
_ONCE = {**dict.fromkeys(_GAINS, "gain"), Action.RETREAT: "loss"}  # what befalls a place once
_HEADLINE = SectionKind.HEADLINE.value
_SETTLED = frozenset("town city village capital settlement".split())


def dated_alike(claims: Sequence[Claim], today: date) -> Iterator[Claim]:
    """Give what is told of without a day the one on which the report tells of it again.

    A place is taken once, unless the report has it change hands, and is left on the day on which
    others took it; what is shelled may be shelled every day, but for what a headline tells of: it
    is what stands below it. ``today`` stands for no day.
    """
    told = defaultdict[tuple[object, ...], list[Claim]](list)
    for claim in claims:
        if claim.status is Status.OCCURRED and claim.place:
            told[_spot_of(claim.place)].append(claim)
    for claim in claims:
        there = told[_spot_of(claim.place)] if claim.place else []
        once = [c for c in there if c.action in _ONCE]
        when = _day_of(claim, once, today) or _day_below(claim, there, today)
        yield replace(claim, when=when) if when else claim


def _day_below(claim: Claim, told: Sequence[Claim], today: date) -> When | None:
    """Return when what a headline tells of happened, as the report below it says."""
    if claim.section != _HEADLINE or claim not in told or not _is_undated(claim, today):
        return None
    sides = (None, claim.actor_side)
    alike = [c for c in told if c.action == claim.action and c.section != _HEADLINE]
    alike = [c for c in alike if c.actor_side in sides or not claim.actor_side]
    days = {c.when.interval.start.date() for c in alike if c.when}
    first = alike[0].when if len(days) == 1 else None
    return first if first and first.text and _is_a_day_before(first, today) else None


def _spot_of(place: PlaceExpression) -> tuple[object, ...]:
    feature = "" if place.feature_word in _SETTLED else place.feature_word
    return place.heads, place.relation, place.ground, place.directions, feature


def _day_of(claim: Claim, told: Sequence[Claim], today: date) -> When | None:
    """Return when others of these claims say that it happened, if they name one day before."""
    if claim not in told or not _is_undated(claim, today):
        return None
    if len({c.actor_side for c in told if c.action in _GAINS and c.actor_side}) > 1:
        return None  # it changed hands
    dated = [c for c in told if c.when and c.when.text]
    alike = [c for c in dated if _is_the_same(c, claim)]
    if not alike and claim.action is Action.RETREAT:
        alike = [c for c in dated if c.action in _GAINS and c.actor_side != claim.actor_side]
    days = {c.when.interval.start.date() for c in alike if c.when}
    first = alike[0].when if len(days) == 1 else None
    return first if first and _is_a_day_before(first, today) else None


def _is_undated(claim: Claim, today: date) -> bool:
    when = claim.when
    return bool(when and not when.text and when.interval.start.date() == today)


def _is_the_same(one: Claim, other: Claim) -> bool:
    if _ONCE[one.action] != _ONCE[other.action]:
        return False
    return one.actor_side == other.actor_side or not (one.actor_side and other.actor_side)


def _is_a_day_before(when: When, today: date) -> bool:
    day = when.interval.start.date()
    return day < today and (when.interval.end.date() - day).days <= 1
