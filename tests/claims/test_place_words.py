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


def test_what_is_told_of_all_members_of_a_list_is_no_part_of_the_last() -> None:
    claims = claims_of("Rebels captured Oru and Bela, both of them in Kassa province.")
    places = [claim.place for claim in claims if claim.place]
    assert [place.text for place in places] == ["Oru", "Bela"]
    assert [place.within and place.within.heads for place in places] == [("Kassa",)] * 2


def test_each_place_of_a_list_lies_in_the_sector_that_it_is_told_for() -> None:
    text = "Rebels attacked northeast of Kassa near Oru and Bela; northwest of Maru near Zalin."
    places = {claim.place.heads: claim.place.within for claim in claims_of(text) if claim.place}
    told = {heads: within and within.text for heads, within in places.items()}
    assert told == {
        ("Oru",): "northeast of Kassa",
        ("Bela",): "northeast of Kassa",
        ("Zalin",): "northwest of Maru",
    }
