"""How much of a sentence the words of a place are: which place it is, and not where that lies."""

from __future__ import annotations

import pytest

from tests.claims.test_sentences import claims_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels cut the road to Oru, about 1,500 km from Kassa.", "the road to Oru"),
        ("Rebels cut the road to Oru, in Kassa province.", "the road to Oru"),
        ("Rebels cut the road to Oru, a town in Kassa province.", "the road to Oru"),
        ("Rebels cut the road to Oru near Kassa.", "the road to Oru near Kassa"),
        ("Rebels cut the road to Oru, 9 km from Kassa.", "the road to Oru, 9 km from Kassa"),
    ],
)
def test_the_words_of_a_road_hold_what_tells_where_on_it_alone(text: str, place: str) -> None:
    assert [claim.place and claim.place.text for claim in claims_of(text)] == [place]
