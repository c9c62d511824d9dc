"""A card gives reasons, not the points of a reckoning."""

from __future__ import annotations

import pytest

from maps.wording.reasons import reason_words


@pytest.mark.parametrize(
    ("why", "told"),
    [
        ("spelled so; a populated place; 3 km from Suran (+0.27); curated (+0.04)",
         "spelled so; a populated place; 3 km from Suran; curated"),
        ("like 'Mouairîk' (0.86); a populated place; 121 km from Hama",
         "like 'Mouairîk'; a populated place; 121 km from Hama"),
        ("spelled so; the bare name rather means a populated place (-0.08); far off (-0.1)",
         "spelled so; against it: the bare name rather means a populated place, far off"),
        ("a village (of 300 people)", "a village (of 300 people)"),
        ("", ""),
    ],
)  # fmt: skip
def test_reasons_are_told_without_points(why: str, told: str) -> None:
    assert reason_words(why) == told
