"""Who says that somebody is behind an attack is its claimant."""

from __future__ import annotations

import pytest

from claims.claim import Claim
from tests.claims.test_sentences import claims_of


def _only(text: str) -> Claim:
    (claim,) = claims_of(text)
    return claim


@pytest.mark.parametrize(
    ("text", "claimant", "actor"),
    [
        (
            "Shells hit Oru, residents said. They blamed the Kassa Front.",
            "residents",
            "Kassa Front",
        ),
        (
            "A drone hit Oru. Local officials blamed the Kassa Front.",
            "Local officials",
            "Kassa Front",
        ),
        ("A drone hit Oru. The Kassa Front claimed responsibility.", "Kassa Front", "Kassa Front"),
        ("A drone hit Oru. It was blamed on the Kassa Front.", "outlet", ""),
        (
            "A drone hit Oru. Nobody was hurt. The governor blamed the Kassa Front.",
            "governor",
            "Kassa Front",
        ),
        ("A drone hit Oru. Bread is dear. The governor blamed the Kassa Front.", "outlet", ""),
        ("A drone hit Oru. Nobody was hurt.\n\nThe governor blamed the Kassa Front.", "outlet", ""),
        ("A drone hit Oru, a doctor said. Local officials blamed the Kassa Front.", "doctor", ""),
        ("A drone hit Oru. No one blamed the Kassa Front.", "outlet", ""),
        ("A drone hit Oru. Critics blamed the Kassa Front for poor air defence.", "outlet", ""),
        ("A drone hit Oru. Critics blamed the Kassa Front for it.", "Critics", "Kassa Front"),
    ],
)
def test_who_lays_an_attack_to_somebody_is_its_claimant(
    text: str, claimant: str, actor: str
) -> None:
    claim = _only(text)
    assert (claim.claimant, claim.actor) == (claimant, actor)
