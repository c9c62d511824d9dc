"""Texts that are broken, huge or meant to deceive."""

import time
from itertools import pairwise

import pytest

from gazetteer.wording.mentions import find_mentions
from tests.gazetteer.reading import read, words

LONG = 200_000
PIECES = [
    "a",
    "Hama",
    "Hama ",
    "Hama Goma ",
    "Hama, ",
    "Hama-",
    "Hama's ",
    "HAMA ",
    "(Hama) ",
    "the ",
    "north ",
    "north, ",
    "strategic ",
    "several ",
    "supply ",
    "de ",
    "A de ",
    "10 ",
    "10 km ",
    "more than ",
    "near ",
    "between Hama and ",
    "the city of ",
    "of ",
    "Syrian-",
    "\n",
    "Hama\n",
    "( ",
    "'",
    ". ",
]


def seconds(piece: str, length: int) -> float:
    text = (piece * (length // len(piece) + 1))[:length]
    spans = [(at, at + 4) for at in range(0, len(text) - 4, 97) if text.startswith("Hama", at)]
    start = time.process_time()
    find_mentions(text, known_spans=spans)
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
def test_the_time_grows_with_the_length_and_not_with_its_square(piece):
    """Eight times the text takes eight times as long; with a square it would be 64 times."""
    for _ in range(3):  # a machine that is busy with something else may be slow once
        short, long = seconds(piece, LONG // 32), seconds(piece, LONG // 4)
        if long <= 24 * short + 0.05:
            return
    pytest.fail(f"{long:.2f} s for eight times of what takes {short:.2f} s")


@pytest.mark.parametrize("piece", ["a", "Hama ", "north, ", "the city of "])
def test_200_000_characters_without_a_full_stop_are_read(piece):
    text = (piece * LONG)[:LONG]
    found = read(text)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_a_report_in_capitals_gives_its_known_places_and_no_part_of_a_longer_name():
    text = "THE ARMY OF FARABUNDO GOMA SAID ITS TROOPS RETOOK GOMA AFTER FIGHTING NEAR SAKE."
    spans = [
        (text.index(w, at), text.index(w, at) + 4)
        for w, at in (("GOMA", 0), ("GOMA", 30), ("SAKE", 0))
    ]
    found = find_mentions(text, known_spans=spans)
    assert [(m.start, text[m.start : m.end]) for m in found] == [(50, "GOMA"), (70, "NEAR SAKE")]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell near Go\u00adma.",
        "Shells fell near Go\u200bma.",
        "Shells fell near \u200eGoma\u200f.",
        "Shells fell near \u202bGoma\u202c.",
        "Shells fell near \ufeffGoma.",
        "Shells fell near Go\u2060ma.",
    ],
)
def test_characters_that_nobody_sees_do_not_hide_a_place(text):
    start = text.index("G")
    end = text.index("ma") + 2
    (found,) = find_mentions(text, known_spans=[(start, end)])
    assert found.expression.heads == ("Goma",)
    assert found.known
    assert found.head_span == (start, end)
    assert text[found.start : found.end] == found.expression.text


def test_a_right_to_left_mark_between_two_words_joins_nothing():
    text = "They left Goma\u200f, Sake\u200f and Masisi."
    assert words(text) == ["Goma", "Sake", "Masisi"]


@pytest.mark.parametrize("name", ["G\u043ema", "\u0413\u043ema\u0430x", "H\u0430ma"])
def test_a_name_of_two_scripts_is_shown_but_never_known(name):
    text = f"Shells fell near {name}."
    (found,) = find_mentions(text, known_spans=[(17, 17 + len(name))])
    assert found.expression.heads == (name,)
    assert not found.known


@pytest.mark.parametrize("name", ["حماة", "Харків", "မြဝတီ", "Zürich", "Ma\u02bcarrat"])
def test_a_name_of_one_script_is_known(name):
    text = f"Shells fell near {name}."
    (found,) = find_mentions(text, known_spans=[(17, 17 + len(name))])
    assert found.known


def test_no_name_and_no_rule_reaches_over_a_paragraph():
    found = words("They held the city of\n\nGoma. Shells fell near\n\nSake.")
    assert found == ["the city", "Goma", "Sake"]


def test_a_line_that_is_only_wrapped_is_read_on():
    text = (
        "Fighters of the group said that they had come within some ten kilometres of\n"
        "Goma after a day of clashes in the hills, and that the town would fall soon\n"
        "to them.\n"
    )
    assert "within some ten kilometres of\nGoma" in words(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "\x00", "'", "-", "((((", "\ud800"])
def test_a_text_without_words_has_no_places(text):
    assert read(text) == ()
