"""A report of a vote, a match, a market, a sickness or a storm has no claims."""

from __future__ import annotations

import pytest

from tests.claims.test_headings import claims_of

OF_PEACE = [
    "The ruling party captured Zalin and held Oru in the election. Voters gave it Bela back.",
    "Prices advanced at the Zalin auction as buyers captured grain from Oru. Exports fell.",
    "Officials in Zalin said locusts had attacked fields in Oru and Bela. The harvest was poor.",
    "Holders Zalin advanced to the semi-final after they held Oru to a draw in the league.",
    "Cholera has reached Oru and is advancing on Bela. The outbreak began in Zalin.",
    "The first ship left Zalin with grain on Monday; exports had stopped in May.",
]


@pytest.mark.parametrize("text", OF_PEACE)
def test_without_a_word_of_war_nothing_is_claimed(text: str) -> None:
    assert claims_of(text) == ()


@pytest.mark.parametrize("text", OF_PEACE)
def test_a_word_of_war_or_a_force_opens_the_whole_report(text: str) -> None:
    for told in (
        "Rebels captured Kassa.",
        "Airstrikes hit Kassa.",
        "Troops fought rebels in Kassa.",
    ):
        assert any(
            claim.place and claim.place.heads == ("Kassa",) for claim in claims_of(f"{text} {told}")
        )


def test_one_such_word_is_not_enough() -> None:
    (claim,) = claims_of("The town of Zalin, known for its festival, was captured.")
    assert claim.place is not None
    assert claim.place.heads == ("Zalin",)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (
            (
                "Guns shelled Oru overnight. Troops who had taken part in a joint exercise left"
                " Bela. Instructors and recruits stayed where the exercise ended in July."
            ),
            "Oru",
        ),
        (
            (
                "Rebels attacked a training camp at Oru, killing 60 recruits. The recruits were on"
                " parade when a bomb exploded."
            ),
            "Oru",
        ),
    ],
)
def test_a_drill_in_the_same_report_hides_no_war(text: str, town: str) -> None:
    assert town in [head for c in claims_of(text) if c.place for head in c.place.heads]
