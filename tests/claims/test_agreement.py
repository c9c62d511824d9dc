"""Who agrees and who contradicts is kept, and nothing that can both be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import shapely

from claims.agreement import link
from claims.claim import Action, Claim, Span, Status, When
from claims.situation import ResolvedClaim
from gazetteer.place import PlaceExpression, Resolution
from geo.footprint import Footprint
from geo.interval import Interval


def claim(number: int, action: Action, **changes: object) -> ResolvedClaim:
    start = datetime(2024, 12, 4, tzinfo=UTC)
    base = Claim(
        id=f"c{number}",
        doc=f"d{number}",
        quote="q",
        span=Span(start=0, end=1),
        claimant=f"speaker {number}",
        actor_side="government",
        opponent_side="opposition",
        action=action,
        when=When(interval=Interval(start=start, end=start + timedelta(days=1))),
    )
    footprint = Footprint(
        geometry=shapely.Point(36.75, 35.13), lon=36.75, lat=35.13, uncertainty_m=4_000, method="x"
    )
    expression = PlaceExpression(text="Maru", heads=("Maru",))
    return ResolvedClaim(
        claim=replace(base, **changes),  # type: ignore[arg-type]
        resolution=Resolution(expression=expression, footprint=footprint, chosen=()),
        footprint=footprint,
        origin=f"o{number}",
    )


def linked(one: ResolvedClaim, other: ResolvedClaim) -> str:
    links = link([one, other])
    mine = one.claim.id
    return "agree" if mine in links.agrees else "contradict" if mine in links.contradicts else ""


OPPOSITION = {"actor_side": "opposition", "opponent_side": "government"}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (claim(1, Action.CAPTURE), claim(2, Action.CAPTURE), "agree"),
        (claim(1, Action.PUSH_BACK), claim(2, Action.RETREAT, **OPPOSITION), "agree"),
        (claim(1, Action.CAPTURE), claim(2, Action.CAPTURE, **OPPOSITION), "contradict"),
        (claim(1, Action.CAPTURE), claim(2, Action.HOLD, **OPPOSITION), "contradict"),
        (claim(1, Action.CAPTURE), claim(2, Action.CAPTURE, status=Status.DENIED), "contradict"),
        (claim(1, Action.CAPTURE), claim(2, Action.CAPTURE, status=Status.FAILED), "contradict"),
        (claim(1, Action.CAPTURE), claim(2, Action.CAPTURE, status=Status.PLANNED), ""),
        (claim(1, Action.CLASH), claim(2, Action.CLASH, **OPPOSITION), ""),
    ],
)
def test_claims_on_one_place_and_day_agree_or_contradict(
    one: ResolvedClaim, other: ResolvedClaim, verdict: str
) -> None:
    assert linked(one, other) == verdict
    assert linked(other, one) == verdict


def test_a_week_apart_nothing_is_contradicted() -> None:
    later = datetime(2024, 12, 14, tzinfo=UTC)
    when = When(interval=Interval(start=later, end=later + timedelta(days=1)))
    other = claim(2, Action.CAPTURE, **OPPOSITION, when=when)
    assert linked(claim(1, Action.CAPTURE), other) == ""


def test_a_copy_of_the_same_story_is_no_second_voice() -> None:
    one = claim(1, Action.CAPTURE)
    copy = replace(claim(2, Action.CAPTURE, claimant="speaker 1"), origin="o1")
    assert linked(one, copy) == ""
