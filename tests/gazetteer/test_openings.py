"""Reading starts at every word at which the grammar could read a place."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer.wording import grammar, lengths, related, words
from gazetteer.wording.fragments import fragment_names
from gazetteer.wording.grammar import Grammar
from gazetteer.wording.phrases import Name, Phrase
from gazetteer.wording.tokens import tokenise

_NAMES = ("Morek", "Suran", "Lugansville", "Shalamar")
_SALADS = 3_000
# What opens or joins places, beside the words for kinds of places, numbers and directions.
_JOINTS = """
at the gates of|in and around|towards|on the way to|along|halfway|between|north-east of|and|,|(|)|'s
|due|the left bank of|rebel - held|pro - government|several|at least 12 of|15 km|or so|the|in|of|to
|on the outskirts of|as the crow flies|Syrian|South Sudanese|the road from|M5|NE|nearby|all
"""

_MEASURED = (
    "15 km or so north of Suran",
    "12 nautical miles off Suran",
    "40 miles as the crow flies from Suran",
    "between Morek and Suran",
    "about 15 km (nearly nine miles by the map) NE of Suran",
)


def _grammar(text: str) -> Grammar:
    tokens = tokenise(text)
    names = {
        at: Name(first=at, last=at + 1, text=word, known=True)
        for at, word in enumerate(tokens.text)
        if word in _NAMES
    }
    return Grammar(text, tokens, names)


def _expression(text: str) -> Grammar:
    tokens = tokenise(text)
    return Grammar(text, tokens, fragment_names(text, tokens))


def _missed(rules: Grammar) -> Iterator[str]:
    """Yield each place that the grammar reads at a word where reading would not start."""
    starts = set(rules.openings())
    for at in range(rules.size):
        word = rules.low[at]
        if at not in starts and (word in words.OPENERS or word[0].isdigit()):
            phrase = rules.bare(at)
            if phrase:
                yield rules.slice(phrase.first, phrase.last)


def _salads() -> Iterator[str]:
    chance = random.Random(7)  # noqa: S311 - the same words in every run
    joints = [joint.strip() for joint in _JOINTS.split("|")]
    kinds = [*words.FEATURES, *words.ROAD_WORDS, *words.OUTSKIRTS_WORDS, *words.SECTION_WORDS]
    rest = [*words.ADJECTIVES, *words.DIRECTIONS, *lengths.APPROXIMATE, *lengths.NUMBER_WORDS]
    for _ in range(_SALADS):
        size = chance.randint(2, 7)
        yield " ".join(
            chance.choice(chance.choice((joints, joints, kinds, rest, _NAMES))) for _ in range(size)
        )


def test_a_place_is_read_wherever_the_grammar_finds_one() -> None:
    table = (Path(__file__).parent / "expressions.csv").read_text("utf-8").splitlines()
    read = [_expression(row["text"]) for row in csv.DictReader(table)]
    read += [_grammar(text) for text in (*_MEASURED, *_salads())]
    assert [place for rules in read for place in _missed(rules)] == []


def test_a_rule_left_out_for_want_of_its_words_would_have_read_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = (*_MEASURED, *_salads())
    read = [*map(_read, texts)]
    everything = frozenset(" ".join(texts).lower().split())
    monkeypatch.setattr(grammar, "_OF_MANY", everything)
    for needed in ("OF_HEADINGS", "OF_ROADS", "OF_SIDES"):
        monkeypatch.setattr(related, needed, everything)
    assert [text for text, found in zip(texts, read, strict=True) if _read(text) != found] == []


def _read(text: str) -> list[Phrase | None]:
    rules = _grammar(text)
    return [rules.bare(at) for at in range(rules.size)]


def test_words_far_from_a_place_start_none() -> None:
    text = "In the last three days the army said that it took several strategic villages near Suran"
    rules = _grammar(text)
    starts = [rules.low[at] for at in rules.openings()]
    assert starts == ["several", "strategic", "villages", "near", "suran"]
