"""Passages: every quotation stands in one, and a reader sees what was left out around it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claims.claim import Action, Claim, Span
from claims.report import Report
from maps.packed.pack import Columns, pack, unpack
from maps.packed.passages import add_passages
from maps.text import plain

CUT_BEFORE, CUT_AFTER, GAP = 1, 2, 4
# Line feeds, blanks, controls, a letter that UTF-16 writes in two units, one that turns reading.
LETTERS = st.text(alphabet="ab \n\t\x00é😀\u202e", max_size=400)
LONG = "a " * 200


class Passage(NamedTuple):
    """A passage as a page has it, the quotation in it and its flags."""

    text: str
    quoted: str
    flags: int


def _report(text: str) -> Report:
    return Report(id="r", path="r.txt", text=text, title="", outlet="", url="", sha256="0")


def _claim(quote: str, start: int) -> Claim:
    return Claim(
        id=f"{start}-{len(quote)}", doc="r", quote=quote, claimant="outlet", action=Action.CAPTURE,
        span=Span(start=start, end=start + len(quote)),
    )  # fmt: skip


def _passages(text: str, spans: list[tuple[int, int]], *, full_text: bool = False) -> list[Passage]:
    """Return the passage of each stretch of a report that is quoted."""
    claims = [_claim(text[start:end], start) for start, end in spans]
    columns = Columns()
    texts = add_passages(columns, claims, {"r": (0, _report(text))}, full_text=full_text)
    _, read, texts = unpack(pack({}, columns, texts))
    found = []
    for number, first, size in zip(
        *(read[f"claim.{name}"].tolist() for name in ("passage", "from", "chars")), strict=True
    ):
        units = texts[number].encode("utf-16-le")[2 * first : 2 * (first + size)]
        flags = int(read["passage.flags"][number])
        found.append(Passage(texts[number], units.decode("utf-16-le"), flags))
    return found


@given(
    text=LETTERS,
    spans=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 400))),
    full_text=st.booleans(),
)
@example(text=f"took Suran 😀\u202e\n\n{LONG}", spans=[(0, 10), (5, 13), (16, 20)], full_text=False)
@example(text="", spans=[(0, 0)], full_text=True)
def test_every_quotation_stands_in_its_passage(
    text: str, spans: list[tuple[int, int]], full_text: bool
) -> None:
    within = [(min(*span, len(text)), min(max(span), len(text))) for span in spans]
    for found, (start, end) in zip(
        _passages(text, within, full_text=full_text), within, strict=True
    ):
        assert found.quoted == plain(text[start:end])
        assert found.text in plain(text)


@pytest.mark.parametrize(
    ("before", "after", "flags"),
    [
        ("", "", 0),
        ("The first.\n", "\nThe last.", GAP),
        ("Oh.\n", "", GAP),
        (" \n\n", "\n", 0),
        (LONG, "", CUT_BEFORE),
        ("", LONG, CUT_AFTER),
        ("The first.\n" + LONG, LONG, CUT_BEFORE | CUT_AFTER | GAP),
        ("x" * 140, "x" * 140, 0),
        ("x" * 141, "x" * 141, CUT_BEFORE | CUT_AFTER),
    ],
)
def test_a_passage_says_what_is_left_out_around_it(before: str, after: str, flags: int) -> None:
    (found,) = _passages(f"{before}They took Suran.{after}", [(len(before), len(before) + 16)])
    assert found.quoted == "They took Suran."
    assert found.flags == flags


def test_quotations_whose_surroundings_touch_share_a_passage() -> None:
    first, second, third = _passages(f"Hama fell. Suran fell. {LONG * 2}Homs fell.",
                                     [(0, 10), (11, 22), (823, 833)])  # fmt: skip
    assert first.text == second.text
    assert third.text.endswith("Homs fell.")
    assert third.text != first.text


def test_a_quotation_within_a_longer_one_ends_no_passage() -> None:
    long, within, late = _passages(LONG * 3, [(0, 1000), (4, 11), (900, 911)])
    assert long.text == within.text == late.text
