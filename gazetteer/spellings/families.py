"""Families of languages: the tables behind the spelling keys, read from ``data/spelling``."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = [
    "APOSTROPHES", "GENERAL", "Family", "Step", "families_of", "family", "letters_of",
]  # fmt: skip

#: The family of countries without one of their own.
GENERAL = "general"
_DROPPED = "-"


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a form of a name to the next: letters in order, then single letters."""

    letters: tuple[tuple[str, str], ...]
    single: dict[int, str | None]
    cut: str

    def apply(self, text: str) -> str:
        """Return the text after the step."""
        for found, written in self.letters:
            if found in text:
                text = text.replace(found, written)
        text = text.translate(self.single)
        return text.rstrip(self.cut) or text if self.cut else text


@dataclass(frozen=True, slots=True)
class Family:
    """How one family of languages writes names.

    Parameters
    ----------
    id
        Its name: the file's.
    silent_h
        Whether an h behind the last vowel of a word is not spoken.
    articles, assimilated
        Words before a name that say nothing of it; the second only before the initial given.
    marked
        Letters whose mark makes another sound, by code point.
    readings
        Letters of other scripts to ASCII, one table for each way to read them.
    written
        Endings of words with their marks, to their form without, the longest first.
    either
        Letters that may stand for others, so that a Latin name with them is read both ways.
    foreign
        How maps in other languages write the letters of these, one table for each of them, the
        longest first: so a name is asked for, and none is filed.
    words, compounds, stems, endings
        Whole words, words that others are made with ("Novo-"), beginnings and endings of words to
        one form for all their spellings.
    generic
        Words, in that form, that a name may leave out.
    spoken, strict, loose
        The steps from the plain form to the sound, the consonants, and what is mixed up of them.
    """

    id: str
    silent_h: bool
    articles: frozenset[str]
    assimilated: dict[str, str]
    marked: dict[int, str]
    readings: tuple[dict[str, str], ...]
    written: dict[str, str]
    either: tuple[tuple[str, str], ...]
    foreign: tuple[dict[str, str], ...]
    words: dict[str, str]
    generic: frozenset[str]
    compounds: tuple[tuple[str, str], ...]
    stems: tuple[tuple[str, str], ...]
    endings: dict[str, str]
    spoken: Step
    strict: Step
    loose: Step


@cache
def _table(name: str) -> dict[str, Any]:
    path = files("gazetteer").joinpath(f"data/spelling/{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


#: What the press writes for ayn, hamza and the Slavic soft sign.
APOSTROPHES: str = _table("scripts")["apostrophes"]


@cache
def letters_of(script: str) -> dict[str, str]:
    """Return the letters of a script ("arabic", "cyrillic", "hebrew", "latin") in ASCII."""
    return dict(_table("scripts")[script])


@cache
def family(name: str) -> Family:
    """Return the family of this name.

    Examples
    --------
    >>> family("general").words["jebel"]
    'jabal'
    """
    table = _table(name)
    return Family(
        id=name,
        silent_h=table.get("silent_h", True),
        articles=frozenset(table["articles"].split()),
        assimilated=_each_word(table.get("assimilated", {})),
        marked={ord(letter): plain for letter, plain in table["marked"].items()},
        readings=tuple(_common() | reading for reading in table["readings"] or [{}]),
        written=dict(_longest_first(table.get("written", {}))),
        either=tuple(table.get("either", {}).items()),
        foreign=tuple(map(dict, map(_longest_first, table.get("foreign", [])))),
        words=_each_word(table["words"]),
        generic=frozenset(table.get("generic", "").split()),
        compounds=_longest_first(_each_word(table.get("compounds", {}))),
        stems=_longest_first(table.get("stems", {})),
        endings=dict(_longest_first(table.get("endings", {}))),
        spoken=_step(table["spoken"]),
        strict=_step(table["strict"]),
        loose=_step(table["loose"]),
    )


@cache
def families_of(country: str) -> tuple[Family, ...]:
    """Return the families by whose keys the names of a country are found, its own first."""
    return tuple(family(name) for name in _by_country().get(country, [GENERAL]))


@cache
def _by_country() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, countries in _table("families").items():
        for country in countries.split():
            found[country].append(name)
    return dict(found)


@cache
def _common() -> dict[str, str]:
    scripts = ("arabic", "cyrillic", "hebrew", "latin")
    return {letter: plain for script in scripts for letter, plain in letters_of(script).items()}


def _each_word(table: dict[str, str]) -> dict[str, str]:
    return {word: form for form, words in table.items() for word in words.split()}


def _longest_first(pieces: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(pieces.items(), key=lambda pair: (-len(pair[0]), pair[0])))


def _step(table: dict[str, Any]) -> Step:
    single = {ord(a): None if b == _DROPPED else b for a, b in table.get("single", {}).items()}
    pairs = tuple((found, written) for found, written in table.get("letters", ()))
    return Step(pairs, single, table.get("cut", ""))
