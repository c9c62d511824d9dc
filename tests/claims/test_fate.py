"""What the next sentence says of an attack, in sentences written for this test."""

from __future__ import annotations

import pytest

from claims.claim import Action
from tests.claims.test_sentences import claims_of


def fate(text: str) -> list[str]:
    return [c.status.value for c in claims_of(text) if c.action is Action.ATTACK]


@pytest.mark.parametrize(
    "text",
    [
        "Rebels tried to enter Oru on Monday. The army drove them back.",
        "Rebels tried to overrun the base at Oru. Ugandan troops repelled them.",
        "Rebels attempted to seize Oru at dawn. They were pushed back by government troops.",
        "Rebels tried twice to take Oru on Sunday. Both attempts failed.",
        "Rebels attacked Oru. The assault was repelled by tribesmen.",
        "Rebels attacked Oru. Their attack failed.",
        "Rebels tried to take Oru on Monday. They failed.",
        "Rebels stormed Oru.\n\nThe attack was beaten back after an hour.",
        "The army said rebels attacked Oru. It said the attack had collapsed.",
    ],
)
def test_an_attack_that_the_next_sentence_calls_beaten_has_failed(text: str) -> None:
    assert fate(text) == ["failed"]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("Rebels attacked Oru. They later withdrew.", ["occurred"]),
        ("Rebels attacked Oru. The army holds Bela.", ["occurred"]),
        ("Rebels attacked Oru. The army drove them out of Bela.", ["occurred"]),
        ("Rebels attacked Oru. The attack failed to reach the centre.", ["occurred"]),
        ("Rebels attacked Oru. The attack killed ten people.", ["occurred"]),
        # What another one says of it stands beside it.
        ("Rebels attacked Oru. The attack failed, the army said.", ["occurred", "failed"]),
        ("Rebels attacked Oru. Talks began. The attack failed.", ["occurred"]),
    ],
)
def test_nothing_else_makes_an_attack_fail(text: str, statuses: list[str]) -> None:
    assert fate(text) == statuses


@pytest.mark.parametrize(
    "text",
    [
        "The town of Oru was under full control of the army.",
        "The town of Oru is under the control of the army.",
        "Oru remains under the full control of the army, residents said.",
    ],
)
def test_whose_control_a_place_is_under_holds_it(text: str) -> None:
    (claim,) = claims_of(text)
    assert (claim.action, claim.actor, claim.opponent) == (Action.HOLD, "army", "")
