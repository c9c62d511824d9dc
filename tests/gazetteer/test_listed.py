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


def test_names_that_nobody_knows_lie_where_their_list_ends() -> None:
    text = "They took the villages of Vorkur and Suran, near Hama, and raised the flag."
    known = [(37, 42), (49, 53)]
    assert [text[a:b] for a, b in known] == ["Suran", "Hama"]
    first, second, _ = find_mentions(text, known_spans=known)
    assert first.expression.within is not None
    assert first.expression.within.text == "near Hama"
    assert second.expression.within is None  # it is known itself
