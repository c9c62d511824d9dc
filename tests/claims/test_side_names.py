"""The lists of names of sides and of words, in which nothing may stand twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from claims.fighters.named.full_names import slug
from claims.sides.groups import capitals, country_words, groups, namesakes, plain, states
from claims.sides.theatre_files import neutral_theatre
from claims.yaml_text import load_yaml

_LISTS = ("groups", "peoples", "rulers", "capitals", "countries")
_PARTS = ("groups", "states", "missions")
# Of countries the first is a code, which may be a name as well.
_YAML = sorted(p for p in Path(str(files("claims"))).rglob("*.yaml") if p.stem != "countries")
_KEY = re.compile(r"^( *)([\w-]+):", re.MULTILINE)


def _text(name: str) -> str:
    return (files("claims") / f"{name}.yaml").read_text(encoding="utf-8")


def _rows(name: str) -> dict[str, Any]:
    rows: dict[str, Any] = load_yaml(_text(name))
    if name == "countries":  # behind their codes, which states that were share with others
        return {side: words[1:] for side, words in rows.items()}
    if name != "groups":
        return rows
    return {f"{part} {side}": words for part in _PARTS for side, words in rows[part].items()}


def _doubled(found: list[Any]) -> list[Any]:
    return [one for one, times in Counter(found).items() if times > 1]


@pytest.mark.parametrize("name", _LISTS)
def test_no_side_has_two_rows(name: str) -> None:
    keys, part = [], ""
    for indent, key in _KEY.findall(_text(name)):
        part = part if indent else key
        keys.append((part if indent else "", key))
    assert _doubled(keys) == []


@pytest.mark.parametrize("name", _LISTS)
def test_no_name_stands_twice(name: str) -> None:
    assert _doubled([word for words in _rows(name).values() for word in words]) == []


def test_no_two_rulers_have_one_last_name() -> None:
    rows = _rows("rulers").items()
    # one name with and without its accents is one ruler's
    names = {(side, slug(name.rsplit(maxsplit=1)[-1])) for side, words in rows for name in words}
    assert _doubled([last for _, last in names]) == []


def test_plain_names_are_those_of_groups_and_their_lands_are_states() -> None:
    known = {name for names in groups().values() for name in names}
    assert set(plain()) <= known
    assert set(plain().values()) <= states() | {""}


def _words(found: object) -> Iterator[list[str]]:
    if isinstance(found, dict):
        yield from (words for each in found.values() for words in _words(each))
    elif isinstance(found, list):
        yield [word for word in found if isinstance(word, str)]
        yield from (words for each in found for words in _words(each))


@pytest.mark.parametrize("path", _YAML, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_list_holds_a_word_twice(path: Path) -> None:
    lists: object = load_yaml(path.read_text(encoding="utf-8"))
    assert [word for words in _words(lists) for word in _doubled(words)] == []


def test_no_outlet_of_the_world_is_the_country_or_capital_in_its_name() -> None:
    lands = {*country_words(), *capitals()}
    names = {
        name for source in neutral_theatre(()).sources for name in (source.name, *source.aliases)
    }
    holding = {name.removeprefix("The ") for name in names if lands.intersection(name.split())}
    assert holding
    assert holding <= {*namesakes()}
