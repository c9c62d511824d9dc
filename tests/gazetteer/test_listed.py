"""What the last member of a list says of all."""

from __future__ import annotations

import pytest

from gazetteer.wording.mentions import find_mentions
from tests.gazetteer.reading import read


@pytest.mark.parametrize(
    ("text", "heads", "kind"),
    [
        ("They bombed the Hama and Idlib airports.", ["Hama airport", "Idlib airport"], "airport"),
        ("They took the Suran and Morek bridges.", ["Suran bridge", "Morek bridge"], "bridge"),
        ("They entered the Hama and Idlib districts.", ["Hama", "Idlib"], "district"),
    ],
)
def test_each_of_a_list_is_what_its_plural_names(text: str, heads: list[str], kind: str) -> None:
    told = [mention.expression for mention in read(text)]
    assert [each.heads for each in told] == [(head,) for head in heads]
    assert {each.feature_word for each in told} == {kind}


@pytest.mark.parametrize(
    ("text", "heads", "kinds"),
    [
        ("They cut the road to Suran and Morek.", [("Suran",), ("Morek",)], "road road"),
        ("The roads to Suran, Morek and Halfaya were cut.", [("Suran",), ("Morek",), ("Halfaya",)],
         "road road road"),
        ("The road from Hama to Suran and Morek was shut.", [("Hama", "Suran"), ("Hama", "Morek")],
         "road road"),
        # what is told of the last by itself, or called by a kind of its own, is no road
        ("They cut the road to Suran and Morek fell.", [("Suran",), ("Morek",)], "road "),
        ("They cut the road to Suran and Morek, which fell.", [("Suran",), ("Morek",)], "road "),
        ("They cut the road to Suran and the town of Morek.", [("Suran",), ("Morek",)],
         "road town"),
    ],
)  # fmt: skip
def test_one_road_goes_to_several_places(
    text: str, heads: list[tuple[str, ...]], kinds: str
) -> None:
    told = [mention.expression for mention in read(text)]
    assert [each.heads for each in told] == heads
    assert [each.feature_word for each in told] == kinds.split(" ")


def test_names_that_nobody_knows_lie_where_their_list_ends() -> None:
    text = "They took the villages of Vorkur and Suran, near Hama, and raised the flag."
    known = [(37, 42), (49, 53)]
    assert [text[a:b] for a, b in known] == ["Suran", "Hama"]
    first, second, _ = find_mentions(text, known_spans=known)
    assert first.expression.within is not None
    assert first.expression.within.text == "near Hama"
    assert second.expression.within is None  # it is known itself
