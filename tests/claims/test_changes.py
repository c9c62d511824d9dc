"""What changed between two states: one test for what each claim can become."""

from __future__ import annotations

from dataclasses import replace

import pytest

from claims.editions.changes import Change, Changes, Fates, Kind, Why, changes_between
from claims.editions.marks import MarkKind
from claims.editions.noted import Noted, State
from tests.claims.states import claimed, state

TOOK = claimed("The army said its troops took Orlo on Monday.")
SHELLED = claimed("Guns shelled Vint, villagers said.", action="strike", place="Vint", side=None)


def only(changes: Changes) -> Change:
    (change,) = changes.told
    return change


def test_two_equal_states_have_no_change() -> None:
    changes = changes_between(state(TOOK, SHELLED), state(SHELLED, TOOK))
    assert changes.told == ()
    assert changes.counts["unchanged"] == 2


def test_what_stands_in_the_later_state_alone_is_new() -> None:
    change = only(changes_between(state(TOOK), state(TOOK, SHELLED)))
    assert (change.kind, change.noted, change.why) == (Kind.NEW, SHELLED, None)


def test_a_new_claim_that_could_not_be_placed_is_new_as_well() -> None:
    lost = replace(SHELLED, point=None, reason="unresolved")
    assert only(changes_between(state(TOOK), state(TOOK, lost))).kind is Kind.NEW


def gone(after: State, fates: Fates | None = None) -> Why | None:
    change = next(c for c in changes_between(state(TOOK, SHELLED), after, fates).of(Kind.WITHDRAWN))
    assert change.noted.claim.id == TOOK.claim.id
    return change.why


def set_aside(reason: str) -> Noted:
    return replace(TOOK, point=None, reason=reason)


ELSEWHERE = replace(SHELLED, claim=replace(SHELLED.claim, doc="tuesday"))


@pytest.mark.parametrize(
    ("after", "fates", "why"),
    [
        (state(ELSEWHERE), None, Why.REPORT_GONE),
        (state(ELSEWHERE, docs=frozenset(("tuesday",))), None, Why.REPORT_GONE),
        (state(SHELLED), None, Why.NOT_READ),
        (state(ELSEWHERE, docs=frozenset(("monday", "tuesday"))), None, Why.NOT_READ),
        (state(ELSEWHERE), Fates(why={"monday": Why.OUTSIDE_WINDOW}), Why.OUTSIDE_WINDOW),
        (state(SHELLED), Fates(why={TOOK.claim.id: Why.HELD_BACK}), Why.HELD_BACK),
        (state(ELSEWHERE), Fates(newer={"monday": "tuesday"}), Why.SUPERSEDED),
        (state(set_aside("rejected"), SHELLED), None, Why.REJECTED),
        (state(set_aside("later"), SHELLED), None, Why.LATER),
        (state(set_aside("stale"), SHELLED), None, Why.STALE),
    ],
)
def test_why_a_claim_was_withdrawn(after: State, fates: Fates | None, why: Why) -> None:
    assert gone(after, fates) is why


def test_a_report_that_moved_to_another_file_keeps_its_claims_by_its_address() -> None:
    old = replace(TOOK, address="https://example.org/a")
    new = replace(old, claim=replace(old.claim, doc="monday-2", id="other"))
    assert changes_between(state(old), state(new)).told == ()


def test_a_claim_that_a_reviewer_takes_back_in_is_new_again() -> None:
    change = only(changes_between(state(set_aside("rejected")), state(TOOK)))
    assert (change.kind, change.why) == (Kind.NEW, Why.READMITTED)


CORRECTIONS = [
    ("The army said its troops took Orlo on Tuesday.", {"day": 4}, {"quote", "when"}),
    ("The army said its troops neared Orlo on Monday.", {"action": "advance"}, {"quote", "action"}),
    ("The army said its troops took Arlo on Monday.", {"place": "Arlo"}, {"quote", "place"}),
    ("The army said its troops had not taken Orlo.", {"status": "denied"}, {"quote", "status"}),
    ("The militia said its troops took Orlo on Monday.", {"claimant": "the militia"},
     {"quote", "claimant"}),
    ("The army said its troops took Orlo on Monday.", {"side": "south", "other": "north"},
     {"actor_side", "opponent_side"}),
    ("The army said its troops took Orlo on Monday.", {"point": (30.01, 10.0)}, {"position"}),
    ("The army said its troops took Orlo on Monday.", {"reason": "ambiguous"}, {"not_drawn"}),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "fields", "differ"), CORRECTIONS)
def test_a_newer_version_corrects_a_claim(quote: str, fields: dict, differ: set[str]) -> None:
    change = only(changes_between(state(TOOK), state(claimed(quote, name="new", **fields))))
    assert (change.kind, change.why) == (Kind.CORRECTED, Why.NEWER_VERSION)
    assert {each.field for each in change.differences} == differ


def test_a_correction_says_from_what_to_what_in_exact_words() -> None:
    newer = claimed("The army  said its “troops” took Arlo on Monday.", name="new", place="Arlo")
    change = only(changes_between(state(TOOK), state(newer)))
    said = {each.field: (each.before, each.after) for each in change.differences}
    assert said["quote"] == (TOOK.claim.quote, newer.claim.quote)
    assert said["place"] == ("Orlo", "Arlo")


def test_the_same_id_with_other_content_was_read_anew() -> None:
    newer = replace(TOOK, point=(31.0, 10.0))
    change = only(changes_between(state(TOOK), state(newer)))
    assert change.why is Why.READ_ANEW
    assert change.differences[0].before == "10.0000, 30.0000"


@pytest.mark.parametrize(
    "newer",
    [
        claimed("The army said  its troops took Orlo on Monday.", name="x"),
        claimed(TOOK.claim.quote, name="x", point=(30.0004, 10.0)),
    ],
)
def test_spaces_and_a_few_metres_are_no_correction(newer: Noted) -> None:
    assert changes_between(state(TOOK), state(newer)).told == ()


def test_another_statement_of_the_same_report_is_no_correction() -> None:
    other = claimed("Rebels seized the bridge at Vint overnight.", place="Vint")
    changes = changes_between(state(TOOK), state(other))
    assert [each.kind for each in changes.entries] == [Kind.NEW, Kind.WITHDRAWN]


def test_the_same_words_in_another_report_are_no_correction() -> None:
    other = claimed("The army said its troops took Orlo on Tuesday.", doc="tuesday", day=4)
    changes = changes_between(state(TOOK), state(other))
    assert [each.kind for each in changes.entries] == [Kind.NEW, Kind.WITHDRAWN]


def test_of_two_places_of_one_sentence_the_dropped_one_is_withdrawn() -> None:
    both = "Troops took Orlo and Vint."
    old = state(claimed(both), claimed(both, place="Vint"))
    changes = changes_between(old, state(claimed("Troops took Vint.", place="Vint")))
    assert [(c.kind, c.noted.claim.place.text) for c in changes.told] == [
        (Kind.CORRECTED, "Vint"), (Kind.WITHDRAWN, "Orlo"),
    ]  # fmt: skip


def test_rows_without_ids_are_not_taken_for_each_other() -> None:
    old = state(replace(TOOK, claim=replace(TOOK.claim, id="monday-1")))
    first = replace(SHELLED, claim=replace(SHELLED.claim, id="monday-1"))
    second = replace(TOOK, claim=replace(TOOK.claim, id="monday-2"))
    assert only(changes_between(old, state(first, second))).noted == first


def test_a_field_that_a_state_does_not_carry_is_not_compared() -> None:
    page = replace(TOOK, claim=replace(TOOK.claim, opponent_side=None))
    assert changes_between(state(TOOK), state(page)).told
    page = replace(page, unsaid=frozenset(("opponent_side",)))
    assert changes_between(state(TOOK), state(page)).told == ()


HELD = claimed(
    "The rebels hold Orlo.", name="held", action="hold", side="south", other="north", day=2
)


@pytest.mark.parametrize(
    ("newer", "turned"),
    [
        ({}, True),
        ({"action": "advance"}, False),
        ({"status": "planned"}, False),
        ({"status": "denied"}, False),
        ({"side": "south", "other": "north", "action": "retreat"}, True),
        ({"side": "south", "other": None}, False),
        ({"day": 1}, False),
        ({"day": 2}, False),  # both on one day: divided, not reversed
        ({"day": None}, False),
        ({"uncertainty_m": 40_000.0}, False),
        ({"reason": "rejected"}, False),
        ({"point": (31.0, 10.0), "place": "Vint"}, False),
    ],
)
def test_a_place_is_reversed_by_a_newer_fact_for_the_other_side(newer: dict, turned: bool) -> None:
    said = claimed("Troops took it.", doc="tuesday", **{"day": 4} | newer)
    (change,) = changes_between(state(HELD), state(HELD, said)).of(Kind.NEW) or (None,)
    mark = change.mark(MarkKind.REVERSED) if change else None
    assert bool(mark) is turned
    if mark:
        assert (mark.before, mark.after, mark.others) == ("south", "north", ("held",))


def test_a_claim_that_stood_before_is_newly_contradicted_and_agreed_with() -> None:
    other = claimed("They never entered Orlo.", doc="tuesday", name="no", status="denied")
    third = claimed("Orlo fell.", doc="wednesday", name="yes")
    stood = replace(TOOK, contradicts=("no",), agrees_with=("yes",), voices=2)
    after = state(stood, replace(other, contradicts=(TOOK.claim.id,)), third)
    changes = changes_between(state(replace(TOOK, voices=1)), after)
    marks = {c.noted.claim.id: {m.kind: m.others for m in c.marks} for c in changes.told}
    assert marks == {
        TOOK.claim.id: {MarkKind.CONTRADICTED: ("no",), MarkKind.AGREED: ("yes",)},
        "no": {MarkKind.CONTRADICTED: (TOOK.claim.id,)},
        "yes": {},
    }
    assert changes.counts["contradicted"] == 2


def test_a_contradiction_that_was_known_is_not_told_again_under_new_ids() -> None:
    one, two = claimed("Orlo fell.", name="a", contradicts=("b",)), claimed("It did not.", name="b")
    new = claimed("Orlo fell.", name="c", contradicts=("d",)), claimed("It did not.", name="d")
    assert changes_between(state(one, two), state(*new)).told == ()


def test_a_copy_is_no_new_voice() -> None:
    before, after = replace(TOOK, voices=2), replace(TOOK, voices=2, agrees_with=("copy",))
    assert changes_between(state(before), state(after)).told == ()
