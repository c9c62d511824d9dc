"""Lists of words are read as they stand, each by some rule, and no word stands in one twice."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import claims
from claims.claimants.speaker_words import PERSON, SPEAKER_NOUN
from claims.word_lists import any_of, word_list
from claims.yaml_text import load_yaml

ROWS = load_yaml((files("claims") / "word_lists.yaml").read_text(encoding="utf-8"))


def test_a_list_holds_the_words_of_its_file() -> None:
    assert {"deny", "reject"} <= word_list("denied")


def test_no_word_stands_in_a_list_twice() -> None:
    twice = {name: len(text.split()) - len(word_list(name)) for name, text in ROWS.items()}
    assert not any(twice.values()), twice


@given(st.sets(st.text("ab_", min_size=1, max_size=4), min_size=1))
@example({"air", "air_force", "army"})
def test_one_pattern_meets_all_words_of_a_list_and_no_others(words: set[str]) -> None:
    pattern = re.compile(any_of(words))
    assert all(pattern.fullmatch(word.replace("_", "  ")) for word in words)
    assert not any(pattern.fullmatch(word + "c") for word in words)


def test_a_speaker_is_met_in_the_forms_of_the_list_alone() -> None:
    assert SPEAKER_NOUN.fullmatch("Press  release")
    assert not SPEAKER_NOUN.fullmatch("press")
    assert PERSON.fullmatch("humanitarians")
    assert not PERSON.fullmatch("humanitarian")


def test_every_list_is_read_by_a_rule() -> None:
    code = (path.read_text(encoding="utf-8") for path in Path(claims.__path__[0]).rglob("*.py"))
    read = {name for text in code for name in re.findall(r'word_list\(["\'](\w+)["\']\)', text)}
    assert read == set(ROWS)
