"""What the writer of a report says happened "here"."""

from __future__ import annotations

import pytest

from tests.claims.test_headings import claims_of


def places(text: str) -> list[tuple[str, ...]]:
    return [claim.place.heads for claim in claims_of(text) if claim.place]


@pytest.mark.parametrize("dateline", ["ZALIN, Nov. 18 - ", "ZALIN (Coast News) — "])
def test_here_is_the_town_of_the_dateline(dateline: str) -> None:
    text = f"{dateline}Rebels attacked a military base here on Tuesday. The army left Oru."
    assert places(text) == [("Zalin",), ("Oru",)]


def test_an_event_with_a_place_of_its_own_is_there() -> None:
    text = "ZALIN, Nov. 18 - Rebels entered the town of Oru, officials here said."
    assert places(text) == [("Oru",)]


@pytest.mark.parametrize("dateline", ["ZALIN/BELA - ", ""])
def test_without_one_town_here_is_nowhere(dateline: str) -> None:
    assert places(f"{dateline}Rebels attacked a military base here on Tuesday.") == []
