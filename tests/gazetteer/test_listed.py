"""What the last member of a list says of all."""

from __future__ import annotations

import pytest

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
