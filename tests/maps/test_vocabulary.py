"""Words are told apart, however they are looked up."""

from __future__ import annotations

from itertools import chain

from hypothesis import example, given
from hypothesis import strategies as st

from maps.packed.vocabulary import Vocabulary

words = st.text(st.sampled_from("aé\u0635😀\0"), max_size=20)


@given(st.lists(st.lists(words, min_size=1), min_size=1))
@example([["ab", "ab\0", ""], ["", "ab"]])
@example([["quindecilliards", "quindecilliardth", "quindecilliardths", "quindecilliardth"]])
def test_texts_are_their_words_in_order(texts: list[list[str]]) -> None:
    known = Vocabulary()
    numbers, counts = known.read([" ".join(own) for own in texts])
    assert counts.tolist() == [*map(len, texts)]
    assert [known.words[number] for number in numbers] == [*chain.from_iterable(texts)]
    assert len({*known.words}) == len(known.words)


def test_many_words_share_slots_and_are_told_apart() -> None:
    # More words than slots, so that hardly any has one of its own, over many batches.
    every = [f"w{number}" for number in range(300_000)]
    texts = [" ".join(every[at : at + 500]) for at in range(0, len(every), 500)]
    known = Vocabulary()
    numbers, _ = known.read([*texts, *texts])
    assert known.words == every
    assert numbers.tolist() == [*range(len(every))] * 2
