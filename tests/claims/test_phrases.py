"""A phrase of a word list is met in the wordings that its file says, and in no others."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import pytest

from claims.phrases import Phrases
from claims.yaml_text import load_yaml


def _met(phrase: str, text: str, **group: Any) -> bool:
    rows = {"sets": {"news": ["word", "news"]}, "groups": [{"phrases": phrase, **group}]}
    return Phrases.of(rows).pattern.search(text) is not None


@pytest.mark.parametrize(
    ("phrase", "met", "missed"),
    [
        ("asked whether", "He asked whether", "He asked a man whether"),
        ("ask|asked if", "They ask if", "They asking if"),
        ("heard (of|all about) it", "heard all about it", "heard all it"),
        ("no [firm] plan", "No firm plan, no plan", "no old plan"),
        ("no @news", "no news", "no views"),
        ("nor _2 seen", "nor has Roe's seen", "nor has it been seen"),
        ("nor _1-2 seen", "nor been seen", "nor seen"),
        ("book “_2” on", 'book "The End" on', "book, I read, on"),
        ("so that ... may", "so that all of them may", "so that, he said, it may"),
        ("so that ...9 may", "so that we may", "so that all of them may"),
        ("confirm* it", "confirming it", "unconfirmed it"),
        ("be [*ly] seen", "be rarely seen", "be never seen"),
        ("not seen", "wasn't seen", "nothing seen"),
        ("can not say", "cannot say, can’t say", "can hardly say"),
        ("asked !(for|to)", "asked why", "asked to"),
        ("!<(to report) apart from", "quiet apart from", "nothing to report, apart from"),
        ("^ suppose", "“Suppose", "They suppose"),
        ("in a play ,", "in a play, it", "in a play by"),
    ],
)
def test_a_phrase_is_met_as_it_is_written(phrase: str, met: str, missed: str) -> None:
    assert _met(phrase, met)
    assert not _met(phrase, missed)


@pytest.mark.parametrize(
    ("group", "met", "missed"),
    [
        ({}, "whether, as told, when", "weather"),
        ({"marks": ",;"}, "whether the town", "whether, the town"),
        ({"words": ["when"]}, "whether, the town", "whether they fled when the town"),
        ({"within": 9}, "whether they", "whether the rebels"),
        ({"within": 0}, "whether ", "whether they"),
    ],
)
def test_a_phrase_carries_as_far_as_its_group_says(group: Any, met: str, missed: str) -> None:
    assert _met("whether", met, **group)
    assert not _met("whether", missed, **group)


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("in a film|novel", {"film", "novel"}),
        ("asked (to look|about) whether", {"whether"}),
        ("could not see", {"cannot"}),
    ],
)
def test_a_sentence_is_searched_for_the_rarest_words(phrase: str, words: set[str]) -> None:
    assert Phrases.of({"sets": {}, "groups": [{"phrases": phrase}]}).telling == words


def test_every_set_of_the_shipped_phrases_is_named_by_one() -> None:
    rows = load_yaml((files("claims") / "left_open.yaml").read_text(encoding="utf-8"))
    named = " ".join(group["phrases"] for group in rows["groups"]).split()
    assert {f"@{name}" for name in rows["sets"]} == {w for w in named if w.startswith("@")}
