"""Beginnings and endings of words in the form that stands for all their spellings."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from gazetteer.spellings.families import Family, family

__all__ = ["parted", "plain_ending", "unified"]

#: "Novo" opens a compound before so many letters: "Novosilka", and no "Novohr".
_LEAST_REST = 5


def parted(word: str, of: Family) -> tuple[str, str]:
    """Part a compound into the form of its first word and the rest; empty where it is none.

    The rest is empty as well where the first word stands alone, as in "Novo-Mykolaivka".
    """
    if not word.startswith(_openings(of.id)) or word in of.words:
        return "", ""
    opening, form = next(pair for pair in of.compounds if word.startswith(pair[0]))
    rest = word[len(opening) :]
    return (form, rest) if not rest or len(rest) >= _LEAST_REST else ("", "")


def unified(word: str, of: Family) -> str:
    """Give the beginning and the ending of a word the form that stands for all spellings."""
    # Asked for all at once first: most words have none of them.
    stems, endings = _affixes(of.id)
    if word.startswith(stems):
        stem, form = next(pair for pair in of.stems if word.startswith(pair[0]))
        word = form + word[len(stem) :]
    return plain_ending(word, of.endings) if word.endswith(endings) else word


def plain_ending(word: str, endings: Mapping[str, str]) -> str:
    """Give the ending of a word, and never the whole of it, its form; the longest stands first."""
    longest = len(next(iter(endings), ""))
    for start in range(max(1, len(word) - longest), len(word)):
        form = endings.get(word[start:])
        if form is not None:
            return word[:start] + form
    return word


@cache
def _openings(name: str) -> tuple[str, ...]:
    return tuple(opening for opening, _ in family(name).compounds)


@cache
def _affixes(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    of = family(name)
    return tuple(stem for stem, _ in of.stems), tuple(of.endings)
