"""What sentences count: how many of whom were killed, wounded, captured, displaced, destroyed."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.counts import tolls
from claims.counts.numbers import find_numbers
from claims.counts.tolls import Toll, find_tolls

ROWS = [
    tuple(part.strip() for part in line.rsplit("|", 1))
    for line in (Path(__file__).parent / "tolls.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def worded(toll: Toll) -> str:
    number = toll.number
    stated = str(number.number)
    sign = {"at_least": ">=", "more_than": ">=", "up_to": "<=", "fewer_than": "<="}
    sign |= {"about": "~", "nearly": "~"}
    if number.number is None:
        stated = f"{number.low}-{number.high}"
    part = " part" if toll.part else ""
    return f"{toll.kind} {sign.get(number.qualifier, '')}{stated} {toll.group}{part}"


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_a_sentence_counts_what_a_reader_would_note(text: str, expected: str) -> None:
    assert "; ".join(map(worded, find_tolls(text))) == expected.replace("none", "")


def test_the_table_is_long_enough_to_mean_something() -> None:
    assert len(ROWS) >= 80


def test_a_figure_keeps_the_words_that_say_it() -> None:
    text = "Guns of the garrison killed at least 40 insurgents near Balot."
    (toll,) = find_tolls(text)
    assert text[toll.start : toll.end] == "killed at least 40 insurgents"


def test_the_next_sentence_takes_a_figure_apart() -> None:
    whole = find_tolls("At least 500 people have died, including 120 civilians.")[-1]
    rest = "The remainder includes 200 rebels, 150 soldiers - 12 of whom were officers."
    assert [worded(toll) for toll in find_tolls(rest, whole)][:2] == [
        "killed 200 fighters part",
        "killed 150 soldiers part",
    ]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("at least 300", 300, None),
        ("over 1,600", 1600, None),
        ("up to 40", None, 40),
        ("nearly 100", 90, 100),
        ("about 50", 40, 60),
        ("two hundred", 200, 200),
        ("several hundred", 300, 900),
        ("a thousand two hundred and six", 1206, 1206),
    ],
)
def test_a_number_means_no_less_and_no_more(text: str, low: int | None, high: int | None) -> None:
    (number,) = find_numbers(text)
    assert (number.low, number.high) == (low, high)


def test_a_long_row_of_figures_is_read_with_a_bounded_look_around() -> None:
    row = "12 killed, " * 500
    assert len(find_tolls(row)) == 500
    assert len(tolls._before(row, 4_000)) <= 200
    assert len(tolls._behind(row, 0)) <= 200
