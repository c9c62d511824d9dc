"""A page read back as a state: the same claims as in memory and in every claims file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from claims.editions.changes import Kind, changes_between
from claims.editions.noted import State, read_state, state_of, state_of_records
from claims.situation import NotDrawn, Situation
from claims.written.files import format_claims
from claims.written.records import claim_records
from maps import PageError, draw
from maps.noted_page import state_on
from tests.maps.situations import hama


def _vague() -> Situation:
    """Return the hand-made situation with one place too vague to draw, and links and voices."""
    base = hama()
    first = base.drawn[0]
    vague = NotDrawn(
        claim=first.claim, reason="too-vague", detail="It covers a province.",
        footprint=first.footprint, origin=first.origin,
    )  # fmt: skip
    return replace(base, drawn=base.drawn[1:], not_drawn=(*base.not_drawn, vague))


def _file(situation: Situation, folder: Path, form: str) -> State:
    path = folder / f"state.{form}"
    path.write_text(format_claims(situation, form), encoding="utf-8")
    return read_state(path)


FORMS: dict[str, Callable[[Situation, Path], State]] = {
    "memory": lambda situation, _: state_of(situation),
    "records": lambda situation, _: state_of_records(claim_records(situation)),
    "page": lambda situation, _: state_on(draw(situation).to_html()),
    "jsonl": lambda situation, folder: _file(situation, folder, "jsonl"),
    "csv": lambda situation, folder: _file(situation, folder, "csv"),
    "yaml": lambda situation, folder: _file(situation, folder, "yaml"),
}


def test_a_state_is_the_same_in_whatever_form(tmp_path: Path) -> None:
    situation = _vague()
    states = {name: form(situation, tmp_path) for name, form in FORMS.items()}
    for one, other in permutations(states, 2):
        changes = changes_between(states[one], states[other])
        assert changes.told == (), f"{one} to {other}"
        assert changes.counts["unchanged"] == len(situation.claims)


def test_a_page_says_what_a_claims_file_says() -> None:
    page, memory = state_on(draw(hama()).to_html()), state_of(hama())
    assert page.sides == memory.sides
    assert page.docs == memory.docs
    for one, other in zip(page.claims, memory.claims, strict=True):
        assert one.claim.quote == other.claim.quote
        assert one.claim.when.interval == other.claim.when.interval
        assert one.contradicts == other.contradicts
        assert one.agrees_with == other.agrees_with
        assert one.reason == other.reason


def test_a_change_on_a_page_is_found() -> None:
    base = hama()
    moved = replace(base.drawn[3], footprint=base.drawn[15].footprint)
    newer = replace(base, drawn=(*base.drawn[:3], moved, *base.drawn[4:]), not_drawn=())
    changes = changes_between(state_on(draw(base).to_html()), state_of(newer))
    assert [c.noted.claim.id for c in changes.of(Kind.CORRECTED)] == [moved.claim.id]
    assert len(changes.of(Kind.WITHDRAWN)) == len(base.not_drawn)


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        (lambda html: f"<p>{len(html)}</p>", "no map that frontmap wrote"),
        (lambda html: html.replace('id="fm-data"', 'id="fm-other"'), "no map that frontmap wrote"),
        (lambda html: html[: html.index("</script>", html.index('id="fm-data"')) - 900]
         + html[html.index("</script>", html.index('id="fm-data"')):], "damaged"),
    ],
)  # fmt: skip
def test_what_is_no_whole_map_is_said_to_be_none(
    damage: Callable[[str], str], problem: str
) -> None:
    with pytest.raises(PageError, match=problem):
        state_on(damage(draw(hama()).to_html()))


def test_a_record_that_is_known_is_not_read_again_and_one_that_changed_is() -> None:
    situation = _vague()
    records = [*claim_records(situation)]
    known = [*zip(records, state_of(situation).claims, strict=True)]
    changed = [{**records[0], "claimant": "a ferryman"}, *records[1:]]
    first, *rest = state_of_records(changed, known=known).claims
    assert first.claim.claimant == "a ferryman"
    assert all(one is noted for one, (_, noted) in zip(rest, known[1:], strict=True))
