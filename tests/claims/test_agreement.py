"""Who agrees and who contradicts is kept, and nothing that can both be true."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import shapely

from claims.claim import Action, Claim, Span, Status, When
from claims.situation import NotDrawn, ResolvedClaim
from claims.weighing import agreement
from claims.weighing.agreement import link
from gazetteer.expression import parse_place
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
        (claim(1, Action.CLASH), claim(2, Action.CLASH, **OPPOSITION), "agree"),
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


def at(text: str) -> dict[str, object]:
    return {"place": parse_place(text)}


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        # Forces at the edge of a town do not keep others from advancing toward it.
        (
            claim(1, Action.HOLD, **at("the outskirts of Maru")),
            claim(2, Action.ADVANCE, **OPPOSITION, **at("toward Maru")),
            "",
        ),
        (
            claim(1, Action.HOLD, **at("Maru")),
            claim(2, Action.CAPTURE, **OPPOSITION, **at("Maru")),
            "contradict",
        ),
        (
            claim(1, Action.HOLD, **at("Maru")),
            claim(2, Action.HOLD, **OPPOSITION, **at("Maru")),
            "contradict",
        ),
        (
            claim(1, Action.HOLD, **at("southern Maru")),
            claim(2, Action.HOLD, **OPPOSITION, **at("northern Maru")),
            "",
        ),
        # Who was driven off does not stand there.
        (
            claim(1, Action.PUSH_BACK, **at("Maru")),
            claim(2, Action.DEPLOY, **OPPOSITION, **at("the outskirts of Maru")),
            "contradict",
        ),
        (claim(1, Action.DEPLOY), claim(2, Action.DEPLOY, **OPPOSITION), ""),
        # Allies who both gain from one enemy say one thing, never the contrary.
        (
            claim(1, Action.CAPTURE),
            claim(2, Action.CAPTURE, actor_side="ally", opponent_side="opposition"),
            "agree",
        ),
        (claim(1, Action.ATTACK), claim(2, Action.ATTACK), "agree"),
        (claim(1, Action.ATTACK), claim(2, Action.ATTACK, **OPPOSITION), ""),
        (claim(1, Action.STRIKE), claim(2, Action.ATTACK), ""),
        (
            claim(1, Action.RETREAT, status=Status.DENIED, **OPPOSITION),
            claim(2, Action.RETREAT, **OPPOSITION),
            "contradict",
        ),
        (
            claim(1, Action.RETREAT, status=Status.DENIED, **OPPOSITION),
            claim(2, Action.RETREAT, status=Status.DENIED, **OPPOSITION),
            "agree",
        ),
        # A denied fall is of the town that others say they took or entered.
        (
            claim(1, Action.CAPTURE, status=Status.DENIED, actor_side=None),
            claim(2, Action.CAPTURE),
            "contradict",
        ),
        (
            claim(1, Action.CAPTURE, status=Status.DENIED),
            claim(2, Action.ADVANCE, **at("Maru")),
            "contradict",
        ),
        (
            claim(1, Action.CAPTURE, status=Status.DENIED, **at("Maru")),
            claim(2, Action.ADVANCE, **at("toward Maru")),
            "",
        ),
        (
            claim(1, Action.CAPTURE, status=Status.DENIED, actor_side=None, **at("Maru")),
            claim(2, Action.CAPTURE, **at("northern Maru")),
            "",
        ),
        (
            claim(1, Action.CAPTURE, status=Status.DENIED),
            claim(2, Action.CAPTURE, **OPPOSITION),
            "",
        ),
        (claim(1, Action.CAPTURE, status=Status.DENIED), claim(2, Action.STRIKE), ""),
        (
            claim(1, Action.RETREAT, status=Status.DENIED, **OPPOSITION),
            claim(2, Action.CAPTURE),
            "contradict",
        ),
    ],
)
def test_only_what_cannot_both_be_true_is_a_contradiction(
    one: ResolvedClaim, other: ResolvedClaim, verdict: str
) -> None:
    assert linked(one, other) == verdict
    assert linked(other, one) == verdict


def test_allies_who_name_no_enemy_do_not_contradict_each_other() -> None:
    items = [
        claim(1, Action.CAPTURE, opponent_side=None),
        claim(2, Action.CAPTURE, actor_side="ally", opponent_side=None),
        claim(3, Action.CLASH),
        claim(4, Action.CLASH, actor_side="ally"),
    ]
    assert not link(items).contradicts


def test_one_speaker_under_two_names_does_not_contradict_itself() -> None:
    one = claim(1, Action.CAPTURE, claimant="SOHR")
    other = claim(2, Action.CAPTURE, claimant="the Observatory", **OPPOSITION)
    other = replace(other, claim=replace(other.claim, doc="d1"))
    assert link([one, other]).contradicts
    names = dict.fromkeys(("c1", "c2"), "Observatory")
    assert not link([one, other], names=names).contradicts


def unplaced(number: int, action: Action, **changes: object) -> NotDrawn:
    made = claim(number, action, **changes)
    return NotDrawn(claim=made.claim, reason="unresolved", detail="", origin=made.origin)


def test_claims_that_are_not_drawn_meet_by_the_name_of_their_place() -> None:
    one = unplaced(1, Action.CAPTURE, **at("the village of Tirsa"))
    other = unplaced(2, Action.CAPTURE, **OPPOSITION, **at("Tirsa"))
    elsewhere = unplaced(3, Action.CAPTURE, **OPPOSITION, **at("Balot"))
    nowhere = unplaced(4, Action.CAPTURE, **OPPOSITION)
    links = link((one, other, elsewhere, nowhere))
    assert links.contradicts == {"c1": ("c2",), "c2": ("c1",)}


def test_a_stale_claim_says_nothing() -> None:
    stale = replace(unplaced(1, Action.CAPTURE, **at("Tirsa")), reason="stale")
    links = link((stale, unplaced(2, Action.CAPTURE, **OPPOSITION, **at("Tirsa"))))
    assert not links.contradicts


def test_a_province_that_both_gain_ground_in_is_no_contradiction() -> None:
    def wide(item: ResolvedClaim) -> ResolvedClaim:
        return replace(item, footprint=replace(item.footprint, uncertainty_m=60_000))

    one, other = wide(claim(1, Action.CAPTURE)), wide(claim(2, Action.CAPTURE, **OPPOSITION))
    assert linked(one, other) == ""
    denied = wide(claim(2, Action.CAPTURE, status=Status.DENIED))
    assert linked(one, denied) == "contradict"


def test_a_report_that_tells_of_two_days_does_not_contradict_itself() -> None:
    day = timedelta(days=1)
    start = datetime(2024, 12, 3, tzinfo=UTC)
    before = When(interval=Interval(start=start, end=start + day))
    one = claim(1, Action.CAPTURE)
    other = replace(claim(2, Action.CAPTURE, **OPPOSITION, when=before), origin="o1")
    assert linked(one, other) == ""
    assert linked(one, replace(other, origin="o2")) == "contradict"


def test_the_pairs_that_are_compared_grow_in_step_with_the_claims(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = []
    verdict = agreement._Judge.verdict

    def counted(*args: Any) -> bool | None:
        compared.append(1)
        return verdict(*args)

    monkeypatch.setattr(agreement._Judge, "verdict", counted)

    def pairs(places: int) -> int:
        compared.clear()
        link(
            [
                unplaced(n, Action.CAPTURE, **at(f"Tirsa{n % places}"), claimant=f"speaker {n}")
                for n in range(5 * places)
            ]
        )
        return len(compared)

    assert pairs(40) == 2 * pairs(20)
