"""A plain deed stays what it is, whatever is said of it by the way and whatever it is joined to.

``adjuncts.yaml`` holds plain deeds, what may stand beside them (when, how, who says so) and what
may join two of them. Everything is put to everything, so that a rule which reads one wording is
asked of the hundred others that say the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import NamedTuple

import pytest

from claims.claim import Status
from claims.yaml_text import load_yaml
from tests.claims.test_sentences import brief, claims_of

ROWS = load_yaml((Path(__file__).parent / "adjuncts.yaml").read_text(encoding="utf-8"))
DEEDS = tuple((text, claim) for text, claim in ROWS["deeds"])
SHARE = 5  # of so many pairs of deeds each joint joins one
NAMES = ("Oru", "Maru", "Kassa", "Bela", "Zalin", "Tamra")


class Told(NamedTuple):
    """What a claim says, apart from whom and when."""

    deed: str
    side: str | None
    fact: bool


@cache
def told(text: str) -> frozenset[Told]:
    return frozenset(
        Told(brief(c), c.actor_side, c.status is not Status.PLANNED) for c in claims_of(text)
    )


def bare(text: str) -> str:
    return text.replace("^", "").replace("|", "")


def inside(text: str) -> str:
    """Return a deed as it stands in a sentence: "the army", but "Oru"."""
    return text if text.startswith(NAMES) else text[0].lower() + text[1:]


def differences(text: str, *deeds: str) -> Iterator[str]:
    """Yield what a text loses or adds to deeds; a side that nobody told may come to be told."""
    wanted = frozenset().union(*(told(f"{bare(deed)}.") for deed in deeds))
    found = told(text)
    for one in wanted:
        if not any(_fits(one, other) for other in found):
            yield f"{text} -> without {one.deed} by {one.side}"
    for other in found - wanted:
        if other.deed not in {one.deed for one in wanted}:
            yield f"{text} -> with {other.deed} by {other.side}"


def _fits(one: Told, other: Told) -> bool:
    same = one.deed == other.deed and one.fact == other.fact
    return same and one.side in (None, other.side)


@pytest.mark.parametrize(("text", "claim"), DEEDS)
def test_a_plain_deed_is_one_claim(text: str, claim: str) -> None:
    deeds = {one.deed for one in told(f"{bare(text)}.")}
    assert claim in deeds
    assert deeds <= {claim, claim.replace("hold", "attack")}  # an attack that was repelled


@pytest.mark.parametrize("front", ROWS["fronts"])
def test_what_stands_in_front_changes_no_deed(front: str) -> None:
    texts = ((f"{front} {inside(bare(deed))}.", deed) for deed, _ in DEEDS)
    assert not [d for text, deed in texts for d in differences(text, deed)]


@pytest.mark.parametrize("end", ROWS["ends"])
def test_what_closes_a_sentence_changes_no_deed(end: str) -> None:
    texts = ((f"{bare(deed)}{end}.", deed) for deed, _ in DEEDS)
    assert not [d for text, deed in texts for d in differences(text, deed)]


@pytest.mark.parametrize(
    ("mark", "words"),
    [("|", words) for words in ROWS["inserted"]] + [("^", words) for words in ROWS["asides"]],
)
def test_what_is_set_in_changes_no_deed(mark: str, words: str) -> None:
    marked = [deed for deed, _ in DEEDS if mark in deed]
    gap = " " if mark == "^" else ""
    texts = ((f"{bare(_put(deed, mark, words, gap))}.", deed) for deed in marked)
    assert not [d for text, deed in texts for d in differences(text, deed)]


def _put(deed: str, mark: str, words: str, gap: str) -> str:
    before, after = deed.split(mark)
    return f"{before.rstrip()}{words}{gap}{after}"


@pytest.mark.parametrize(("number", "joint"), tuple(enumerate(ROWS["joints"])))
def test_two_deeds_that_are_joined_stay_two(number: int, joint: str) -> None:
    pairs = [
        (one, other)
        for at, ((one, first), (other, second)) in enumerate(permutations(DEEDS, 2))
        if at % SHARE == number % SHARE and first.split()[-1] != second.split()[-1]
    ]
    assert len(pairs) > len(DEEDS)
    texts = ((_joined(joint, bare(one), bare(other)), one, other) for one, other in pairs)
    assert not [d for text, *deeds in texts for d in differences(text, *deeds)]


def _joined(joint: str, one: str, other: str) -> str:
    return joint.format(A=one, B=other, a=inside(one), b=inside(other))
