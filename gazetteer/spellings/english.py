"""Ordinary English words that also name places: "Central", "March", "Victory"."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from gazetteer.states import DEMONYMS

__all__ = ["is_common_word", "is_ordinary"]

_COMMON = 5_000


@lru_cache(maxsize=8_192)  # the reports of one war name the same people and places
def is_ordinary(name: str) -> bool:
    """Tell whether texts use every word of a name without meaning a place: "Olive Branch".

    Peoples count as well: a "Syrian" is not the town of Siryan.
    """
    ranks = _ranks()
    return all(word in ranks or word in DEMONYMS for word in name.casefold().split())


def is_common_word(name: str) -> bool:
    """Tell whether a name is one of the most frequent words, such as "central" or "reading"."""
    return _ranks().get(name.casefold(), _COMMON) < _COMMON


@cache
def _ranks() -> dict[str, int]:
    text = files("gazetteer").joinpath("data/english_words.txt").read_text(encoding="utf-8")
    words = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {word: rank for rank, word in enumerate(words)}
