"""The keys that a name is filed and found under."""

from __future__ import annotations

import math
from collections.abc import Iterator

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.spellings.families import Family
from gazetteer.spellings.spelling import (
    NameKey,
    foreign_keys,
    name_keys,
    without_feature_words,
)  # fmt: skip

__all__ = [
    "ABJAD", "BARE", "asked_under", "filed_under", "letter_of", "prominence", "shorter_keys",
]  # fmt: skip

#: How a key was read: from a script without short vowels; without a feature word.
ABJAD, BARE = 1, 2
_LEAST_SHORTENED = 4
_SEATS = {"PPLC": 40, "PPLA": 25, "PPLA2": 15, "PPLA3": 8, "PPLA4": 4}
_LESSER = {"PPLQ": -12, "PPLH": -12, "PPLW": -12, "PPLL": -4, "PPLX": -4, "PPLF": -4}


def letter_of(of: Family) -> str:
    """Return the letter that stands before the keys of a family."""
    return of.id[0]


def filed_under(name: str, of: Family) -> Iterator[tuple[NameKey, int]]:
    """Give the keys of a name and how each was read: whole, and without its feature words."""
    for key in name_keys(name, of):
        yield key, ABJAD * key.abjad
    bare = without_feature_words(name, of)
    for key in name_keys(bare, of) if bare else ():
        yield key, ABJAD * key.abjad + BARE


def asked_under(name: str, of: Family) -> Iterator[tuple[NameKey, int]]:
    """Give the keys that a name is looked for by: also as maps in other languages write it."""
    yield from filed_under(name, of)
    for key in foreign_keys(name, of):
        yield key, 0


def shorter_keys(key: str) -> set[str]:
    """Return a loose key with each one letter left out; short keys would meet everything.

    The family's letter, which comes first, stays.
    """
    if len(key) - 1 < _LEAST_SHORTENED:
        return set()
    return {key[:at] + key[at + 1 :] for at in range(1, len(key))}


def prominence(entry: GazetteerEntry) -> int:
    """Return a number that orders entries of one name: inhabitants, seat of a district, names.

    It breaks ties between equal spellings and never outweighs a better one.
    """
    inhabitants = round(10 * math.log10(entry.population + 1))
    rank = _SEATS.get(entry.feature_code, 0) + _LESSER.get(entry.feature_code, 0)
    area = 10 if entry.feature_class is FeatureClass.ADMIN else 0
    return max(0, 20 + inhabitants + rank + area + min(len(entry.toponyms), 20))
