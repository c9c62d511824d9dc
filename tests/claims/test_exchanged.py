"""No side is favoured: exchanged or renamed, two parties have done the same to each other.

``exchanged.yaml`` holds sentences of two parties and parties of many kinds: those of any war,
lands, peoples, letters, names that are known and names that nobody knows. Every pair is put into
every sentence in both orders, and what is told must be the same under the exchange.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from claims.claim import Claim
from claims.yaml_text import load_yaml
from tests.claims.test_sentences import claims_of

ROWS = load_yaml((Path(__file__).parent / "exchanged.yaml").read_text(encoding="utf-8"))
PAIRS = tuple((tuple(one), tuple(other)) for one, other in ROWS["parties"])
ONE = re.compile(r"the (?:.* )?(?:army|Army|Front|Alliance|SAF|RSF)$")
Party = tuple[str, str]


def filled(sentence: str, one: Party, other: Party) -> str:
    """Put parties into a sentence, in the number and with the article that each asks for."""
    text = sentence.format(A=one[0], a=one[1], B=other[0], b=other[1])
    for party, _ in (one, other):
        if ONE.match(party):
            text = text.replace(f"{party} were ", f"{party} was ")
    text = re.sub(r"\b([Aa]) (?=[aeiou]|E|I)", r"\1n ", text)
    return re.sub(r"(?:^|(?<=\. ))[a-z]", lambda m: m[0].upper(), text)


@cache
def side_of(party: Party) -> str:
    """Return the side that a party is of where it acts alone."""
    (claim,) = claims_of(filled("{A} captured Oru.", party, party))
    assert claim.actor_side is not None
    return claim.actor_side


def told(claim: Claim, one: Party, other: Party) -> str:
    letters = {side_of(one): "A", side_of(other): "B", None: "-"}
    sides = (letters.get(side, f"<{side}>") for side in (claim.actor_side, claim.opponent_side))
    assert claim.place is not None, claim.quote
    status = "" if claim.status.is_fact else f"{claim.status.value} "
    return f"{status}{claim.action.value} {' '.join(sides)}"


@pytest.mark.parametrize(("sentence", "expected"), [(row[0], row[1:]) for row in ROWS["sentences"]])
def test_whoever_the_parties_are_they_did_the_same(sentence: str, expected: list[str]) -> None:
    wrong = []
    for pair in PAIRS:
        for one, other in (pair, pair[::-1]):
            text = filled(sentence, one, other)
            found = sorted(told(claim, one, other) for claim in claims_of(text))
            if found != sorted(expected):
                wrong.append((text, found))
    assert not wrong


def test_the_parties_of_a_pair_are_two() -> None:
    assert all(side_of(one) != side_of(other) for one, other in PAIRS)
