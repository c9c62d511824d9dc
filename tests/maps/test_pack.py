from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from numpy.typing import NDArray

from maps.pack import Columns, Words, pack, unpack

numbers = st.lists(st.integers(-(2**30), 2**30), max_size=60)


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
    head, read, texts = unpack(pack({"a": [1]}, columns, "صوران".encode()))
    assert np.column_stack([read["lon"], read["lat"]]).tolist() == spots.tolist()
    assert (head, texts.decode()) == ({"a": [1]}, "صوران")


@pytest.mark.parametrize(
    ("values", "kind"),
    [([0, 255], "u1"), ([256], "u2"), ([-1, 300], "i2"), ([70_000], "i4"), ([], "u1")],
)
def test_a_column_takes_the_fewest_bytes(values: list[int], kind: str) -> None:
    columns = Columns()
    columns.add("n", values)
    assert columns.directory == [("n", kind, len(values), 0)]


def test_what_does_not_fit_into_32_bits_is_refused() -> None:
    with pytest.raises(OverflowError, match="32 bits"):
        Columns().add("n", [2**31])


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
    assert words.number("Suran") == 2
    assert words.texts == ["", "Hama", "Suran"]
