"""Properties of what changed: every claim is counted once, whatever the two states are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claims.editions.changes import Fates, Kind, Why, changes_between
from claims.editions.marks import MarkKind
from claims.editions.noted import Noted
from tests.claims.states import claimed, state

_QUOTES = ("Troops took it.", "Troops took it on Monday.", "They shelled the bridge.", "")
_REASONS = ("", "", "unresolved", "too-vague", "rejected", "later")


@st.composite
def _claims(draw: st.DrawFn) -> tuple[Noted, ...]:
    def one(number: int) -> Noted:
        pick = lambda *values: draw(st.sampled_from(values))  # noqa: E731 - read where it is used
        return claimed(
            pick(*_QUOTES),
            name=pick("a", "b", "c", f"n{number}"),
            doc=pick("monday", "tuesday"),
            action=pick("capture", "strike"),
            status=pick("occurred", "denied"),
            place=pick("", "Orlo", "Vint"),
            side=pick(None, "north", "south"),
            day=pick(None, 3, 4),
            reason=pick(*_REASONS),
            address=pick("", "https://example.org/a"),
            contradicts=tuple(draw(st.lists(st.sampled_from("abc"), max_size=2, unique=True))),
            voices=pick(0, 1, 2),
        )

    return tuple(one(number) for number in range(draw(st.integers(0, 6))))


TWICE = claimed("Troops took it.", name="a")


@given(before=_claims(), after=_claims())
@example(before=(TWICE, TWICE), after=(TWICE,))
@example(before=(replace(TWICE, reason="rejected"),), after=(TWICE, TWICE))
@settings(deadline=None)
def test_every_claim_of_either_state_is_exactly_one_thing(
    before: tuple[Noted, ...], after: tuple[Noted, ...]
) -> None:
    fates = Fates(why={"tuesday": Why.OUTSIDE_WINDOW}, newer={"monday": "tuesday"})
    changes = changes_between(state(*before), state(*after), fates)
    assert Counter(id(e.before) for e in changes.entries if e.before) == Counter(map(id, before))
    assert [id(e.after) for e in changes.entries if e.after] == [*map(id, after)]
    counts = changes.counts
    assert counts["before"] == len(before)
    assert counts["after"] == len(after)
    assert sum(counts[kind] for kind in Kind) == len(changes.entries)
    assert {e.kind for e in changes.entries if e.before is None} <= {Kind.NEW}
    assert {e.kind for e in changes.entries if e.after is None} <= {Kind.WITHDRAWN}
    assert all(bool(e.differences) for e in changes.of(Kind.CORRECTED))
    assert not any(e.differences for e in changes.of(Kind.UNCHANGED))


@given(claims=_claims())
@settings(deadline=None)
def test_nothing_changes_from_a_state_to_itself(claims: tuple[Noted, ...]) -> None:
    assert changes_between(state(*claims), state(*claims)).told == ()


@given(before=_claims(), after=_claims())
@settings(deadline=None)
def test_what_is_no_longer_claimed_has_no_mark(
    before: tuple[Noted, ...], after: tuple[Noted, ...]
) -> None:
    changes = changes_between(state(*before), state(*after))
    for kind in MarkKind:
        assert all(e.after and e.after.counts for e in changes.marked(kind))
