"""Invented names in any number, shaped like those of a gazetteer.

Letters, lengths, feature words and the share of names that recur are roughly those of the dumps of
Syria, Ukraine and Yemen together; no name is taken from any.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import TypeVar

from bench_gazetteer.dump import Row

__all__ = ["invent", "misspell", "scatter"]

_Part = TypeVar("_Part")


def _weighted(weights: dict[_Part, int]) -> tuple[list[_Part], list[int]]:
    return list(weights), list(weights.values())


# Onsets and codas with rough weights: how often romanised names have them.
_ONSETS = _weighted({
    "h": 9, "r": 9, "l": 8, "s": 8, "b": 8, "m": 8, "t": 7, "n": 7, "d": 6, "k": 6, "j": 4, "q": 4,
    "z": 3, "f": 3, "sh": 4, "kh": 3, "gh": 2, "w": 2, "y": 3, "v": 3, "p": 2, "g": 2, "ch": 1,
    "": 5, "st": 1, "kr": 1, "dr": 1, "br": 1,
})  # fmt: skip
_VOWELS = _weighted({"a": 50, "i": 18, "u": 14, "o": 8, "e": 8, "ay": 3, "aw": 2})
_CODAS = _weighted({
    "": 60, "n": 9, "r": 8, "l": 5, "h": 6, "m": 4, "s": 3, "d": 3, "b": 3, "k": 2, "t": 2, "q": 1,
    "sh": 1, "v": 1,
})  # fmt: skip
_SYLLABLES = _weighted({2: 45, 3: 40, 4: 15})
_BEFORE = _weighted({
    "": 60, "Al ": 18, "Tall ": 4, "Bayt ": 4, "Khirbat ": 3, "Umm ": 3, "Kafr ": 2, "Nova ": 2,
    "Mala ": 1, "Abu ": 2, "Wadi ": 1,
})  # fmt: skip
_AFTER = _weighted(
    {"": 85, " al Gharbi": 3, " ash Sharqi": 3, " al Kabir": 3, " as Saghir": 3, " Fawqani": 3}
)
# In those dumps 13 to 32 % of the rows repeat the name of an earlier one.
_RECURRING = 0.25
# As many as Syria has.
_PER_SQUARE_DEGREE = 600
_LETTERS = "aaaiuoehrlsbmtndk"


def invent(count: int, *, seed: int) -> list[str]:
    """Return so many names; a quarter repeats an earlier one, so that a few recur very often."""
    rng = random.Random(seed)
    given: list[str] = []
    for _ in range(count):
        given.append(rng.choice(given) if given and rng.random() < _RECURRING else _name(rng))
    return given


def _name(rng: random.Random) -> str:
    syllables = range(rng.choices(*_SYLLABLES)[0])
    stem = "".join(rng.choices(*part)[0] for _ in syllables for part in (_ONSETS, _VOWELS, _CODAS))
    return f"{rng.choices(*_BEFORE)[0]}{stem.capitalize()}{rng.choices(*_AFTER)[0]}"


def scatter(names: Sequence[str], countries: Sequence[str], *, seed: int) -> Iterator[Row]:
    """Give a place of one of the countries for each name, in a square that grows with them."""
    rng = random.Random(seed)
    side_deg = min(90.0, (len(names) / _PER_SQUARE_DEGREE) ** 0.5)
    for number, name in enumerate(names):
        yield Row(
            id=str(number),
            names=(name,),
            lon=rng.uniform(0, side_deg),
            lat=rng.uniform(-side_deg / 2, side_deg / 2),
            country=rng.choice(countries),
        )


def misspell(name: str, rng: random.Random) -> str:
    """Return a name with one letter left out, added or changed."""
    at = rng.randrange(1, len(name))
    letter = rng.choice(["", rng.choice(_LETTERS)])
    return name[:at] + letter + name[at + rng.choice([0, 1] if letter else [1]) :]
