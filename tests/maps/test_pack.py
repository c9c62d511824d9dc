from __future__ import annotations

import zlib
from base64 import b64decode

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from maps.packed.codebook import coded, decoded
from maps.packed.pack import Columns, Words, pack, unpack

numbers = st.lists(st.integers(-(2**29), 2**29), max_size=60)


@given(numbers, st.booleans())
def test_a_column_reads_back_however_it_is_written(values: list[int], steps: bool) -> None:
    columns = Columns()
    columns.add("n", values, steps=steps)
    _, read, _ = unpack(pack({}, columns))
    assert read["n"].tolist() == values


@given(arrays.arrays(np.int64, (5, 2), elements=st.integers(-1_800_000, 1_800_000)))
def test_several_columns_and_texts_stand_apart(spots: NDArray[np.int64]) -> None:
    columns = Columns()
    columns.add("lon", spots[:, 0], steps=True)
    columns.add("lat", spots[:, 1])
    head, read, texts = unpack(pack({"a": [1]}, columns, ["صوران", ""]))
    assert np.column_stack([read["lon"], read["lat"]]).tolist() == spots.tolist()
    assert (head, texts) == ({"a": [1]}, ["صوران", ""])


@pytest.mark.parametrize(
    ("values", "size", "undo"),
    [([0, 255], 1, 0), ([256], 2, 0), ([-1, 120], 1, 1), ([-300], 2, 1), ([70_000], 3, 0),
     ([-(2**31) + 1], 4, 1), ([], 1, 0)],
)  # fmt: skip
def test_a_column_takes_the_fewest_bytes(values: list[int], size: int, undo: int) -> None:
    columns = Columns()
    columns.add("n", values)
    assert columns.directory == [("n", size, len(values), undo, "")]


@pytest.mark.parametrize("value", [2**31, -(2**31)])
def test_what_does_not_fit_into_31_bits_is_refused(value: int) -> None:
    with pytest.raises(OverflowError, match="31 bits"):
        Columns().add("n", [value])


@given(st.lists(st.tuples(numbers.map(len), st.integers(-3, 3)), max_size=40))
def test_rows_that_repeat_read_back_as_if_written_one_by_one(rows: list[tuple[int, int]]) -> None:
    columns = Columns()
    columns.add_alike(
        "both", range(len(rows)), {"a": [a for a, _ in rows], "b": [b for _, b in rows]}
    )
    _, read, _ = unpack(pack({}, columns))
    assert [*zip(read["a"].tolist(), read["b"].tolist(), strict=True)] == rows


def test_what_repeats_is_written_once() -> None:
    columns = Columns()
    columns.add_alike("both", [0, 1, 1, 0], {"a": [7, 8], "b": [1, 1]})
    assert [(name, count) for name, _, count, *_ in columns.directory] == [
        ("both", 4), ("a", 2), ("b", 2),
    ]  # fmt: skip


@given(st.lists(st.text(), max_size=12))
def test_texts_read_back_whatever_is_in_them(texts: list[str]) -> None:
    texts = [text.encode("utf-8", "replace").decode() for text in texts]
    assert unpack(pack({}, Columns(), texts))[2] == texts


def test_a_large_vocabulary_reads_back() -> None:
    # Past 160 and past 160 + 95 * 256 words the numbers of words grow by a byte and by two.
    texts = [" ".join(f"w{n}" for n in range(start, 30_000)) for start in (0, 29_000)]
    assert decoded(*coded(texts)) == texts
    every = coded([f"w{n}" for n in range(30_000)])
    assert set(every[0].tails) == {0, 1, 3}
    assert decoded(*every) == [f"w{n}" for n in range(30_000)]


@pytest.mark.parametrize("phrase", [1, 400])
def test_texts_are_packed_in_the_shorter_way(phrase: int) -> None:
    # Words that follow no rule but how often each stands; the same with phrases that come again.
    chance = np.random.default_rng(1)
    numbers = np.tile(chance.zipf(1.5, 40_000 // phrase), phrase) % 5_000
    texts = [" ".join(f"w{number}" for number in numbers)]
    packed, ((codes, _, _), _) = pack({}, Columns(), texts), coded(texts)
    shortest = min(
        len(deflating.compress(codes) + deflating.flush())
        for deflating in (zlib.compressobj(1), zlib.compressobj(1, strategy=zlib.Z_HUFFMAN_ONLY))
    )
    assert len(b64decode(packed.split(".")[2])) == shortest


@given(st.text())
def test_what_is_packed_means_nothing_to_any_language(text: str) -> None:
    packed = pack({"title": text.encode("utf-8", "replace").decode()}, Columns())
    assert not set(packed) & set("\"&'<>\\`${ \n")


def test_pairs_stand_by_rows() -> None:
    columns = Columns()
    columns.add_pairs("links", [(0, 7), (0, 9), (3, 1)])
    _, read, _ = unpack(pack({}, columns))
    assert [*zip(read["links.of"].tolist(), read["links"].tolist(), strict=True)] == [
        (0, 7), (0, 9), (3, 1),
    ]  # fmt: skip


def test_a_word_is_kept_once_and_nothing_is_number_nought() -> None:
    words = Words()
    assert words.column(["Hama", "", "Suran", "Hama"]) == [1, 0, 2, 1]
    assert words.column(["Suran"]) == [2]
    assert words.texts == ["", "Hama", "Suran"]
