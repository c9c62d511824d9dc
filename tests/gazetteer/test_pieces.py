"""Words found piece by piece are those of the whole text, however it is spaced."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from gazetteer.spellings import kept
from gazetteer.spellings.kept import Kept
from gazetteer.spellings.pieces import Pieces

_WORD = re.compile(r"[a-z]+|[^\w\s]")
_PIECES = Pieces(lambda piece: [(m.start(), m[0]) for m in _WORD.finditer(piece)], width=2)


@given(st.text(alphabet="ab.,-_ \n\t", max_size=40))
@example("")
@example(" ")
@example("a  b")
@example("\na b\n\nb. ")
@example("_a b_ _ a-b")
def test_columns_hold_every_word_of_a_text_and_where_it_starts(text: str) -> None:
    starts, words = _PIECES.columns(text)
    assert [*zip(starts, words, strict=True)] == [(m.start(), m[0]) for m in _WORD.finditer(text)]


def test_what_is_kept_is_given_up_when_it_is_too_much(monkeypatch) -> None:
    monkeypatch.setattr(kept, "_MOST", 3)
    lengths = Kept(len)
    assert [lengths["a" * number] for number in (1, 2, 3, 4)] == [1, 2, 3, 4]
    assert dict(lengths) == {"aaaa": 4}


def test_what_is_no_word_is_not_kept() -> None:
    lengths = Kept(len)
    assert lengths["a" * 10_000] == 10_000
    assert not lengths
