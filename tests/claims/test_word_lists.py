"""Lists of words are read as they stand, each by some rule, and no word stands in one twice."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import claims
from claims.word_lists import word_list
from claims.yaml_text import load_yaml

ROWS = load_yaml((files("claims") / "word_lists.yaml").read_text(encoding="utf-8"))


def test_a_list_holds_the_words_of_its_file() -> None:
    assert {"deny", "reject"} <= word_list("denied")


def test_no_word_stands_in_a_list_twice() -> None:
    twice = {name: len(text.split()) - len(word_list(name)) for name, text in ROWS.items()}
    assert not any(twice.values()), twice


def test_every_list_is_read_by_a_rule() -> None:
    code = (path.read_text(encoding="utf-8") for path in Path(claims.__path__[0]).rglob("*.py"))
    read = {name for text in code for name in re.findall(r'word_list\("(\w+)"\)', text)}
    assert read == set(ROWS)
