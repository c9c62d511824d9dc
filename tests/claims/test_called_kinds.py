"""What kind of place a text calls a name by the way."""

from __future__ import annotations

import pytest

from claims.events.spots.called_kinds import with_kind
from claims.words import sentences
from gazetteer.expression import parse_place
from gazetteer.wording.mentions import Mention


def _kind(text: str, place: str = "Oru") -> str:
    (sentence,) = sentences(text, 0, len(text))
    start = text.index(place)
    end = start + len(place)
    mention = Mention(
        start=start, end=end, expression=parse_place(place), head_span=(start, end), known=True
    )
    return with_kind(sentence, mention).expression.feature_word


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Troops moved on Oru, a small town to the west, he said.", "village"),
        ("Troops moved on Oru, a village in the hills.", "village"),
        ("Troops moved on Oru, a remote mountain village.", "village"),
        ("Troops moved on Oru, a hamlet of ten houses.", "village"),
        ("Troops moved on Oru, a market town on the river.", "town"),
        ("Troops moved on Oru, a western district, on Monday.", "district"),
        ("Troops moved on Oru, in the east, and Bela, a western district.", "district"),
        ("Troops moved on Oru, in the east, and Bela, a fishing port.", ""),
        ("Troops moved on Oru, a district of Maru.", ""),
        ("Troops moved on Oru, a district capital.", ""),
        ("Troops moved on Oru, a district centre in Maru.", ""),
        ("Troops moved on Oru, a town hall was burned.", ""),
        ("Troops moved on Oru, a day after they took a village.", ""),
        ("Troops moved on Oru and a village nearby.", ""),
    ],
)
def test_a_name_is_of_the_kind_that_its_apposition_gives(text: str, kind: str) -> None:
    assert _kind(text) == kind


def test_a_kind_of_its_own_stays() -> None:
    assert _kind("Troops held the Oru bridge, a town away.", "the Oru bridge") == "bridge"
