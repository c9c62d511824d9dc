"""Whose words an event is told in, where a speaker and the reporter share a sentence."""

from __future__ import annotations

import pytest

from tests.claims.test_extract import claims_of


@pytest.mark.parametrize(
    ("text", "voices"),
    [
        (
            "The rebels said they had taken the town of Oru, where shells hit a mill on Monday.",
            ["rebels", "outlet"],
        ),
        (
            "The rebels said they had taken Oru, a town in Kano state that the army left Monday.",
            ["rebels", "outlet"],
        ),
        (
            "The rebels said they had taken the town of Oru, where shells had hit a mill Monday.",
            ["rebels", "rebels"],
        ),
        (
            "The rebels said jets that hit the town of Oru on Monday had left.",
            ["rebels", "rebels"],
        ),
    ],
)
def test_what_a_clause_beside_it_dates_in_the_plain_past_is_the_reporters(
    text: str, voices: list[str]
) -> None:
    assert [claim.claimant for claim in claims_of(text)] == voices
