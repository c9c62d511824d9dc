"""The words that stand for a side before a noun: "Russian", "rebel", "South African"."""

from __future__ import annotations

from functools import lru_cache

from claims.fighters.forces import side_adjectives
from claims.sides.theatre import Theatre

__all__ = ["Adjectives"]

_LEADS = ("'s", "’s", "-led")
_REACH = 12  # letters of the longest first word: "Equatorial"


@lru_cache(maxsize=64)  # more theatres than one run reads
def _seconds(theatre: Theatre) -> frozenset[str]:
    """Return the second words of adjectives of two."""
    return frozenset(pair.split()[1] for pair in side_adjectives(theatre) if pair.count(" ") == 1)


class Adjectives:
    """The sides that adjectives of one or two words mean in a report."""

    def __init__(self, theatre: Theatre, text: str) -> None:
        self._text, self._sides = text, side_adjectives(theatre)
        self._seconds = _seconds(theatre)

    def plain(self, word: str) -> str:
        """Return an adjective without what may hang on it: "Russian" of "Russian-led"."""
        for end in _LEADS:
            word = word.removesuffix(end)
        return word

    def of_two(self, first: str, second: str = "") -> str | None:
        """Return the side of "Bosnian Serb"."""
        return self._sides.get(f"{first} {second}")

    def side(self, plain: str, place: int | None = None) -> str | None:
        """Return the side of an adjective; of two words where the report has them at ``place``.

        There "African" may be South Africa's, and "Sudanese" South Sudan's.
        """
        first = self._before(plain, place) if place is not None else ""
        return self.of_two(first, plain) if first else self._sides.get(plain) or self._joint(plain)

    def _joint(self, plain: str) -> str | None:
        """Return the first side of a deed of two: "Syrian-Russian airstrikes"."""
        first = plain.partition("-")[0]
        return self._sides.get(first) if self.partner(plain) else None

    def partner(self, plain: str) -> str | None:
        """Return the second side of a deed of two."""
        first, _, second = plain.partition("-")
        return self._sides.get(second) if first in self._sides else None

    def start(self, plain: str, place: int) -> int:
        """Return where an adjective begins whose last word stands at ``place``."""
        first = self._before(plain, place)
        return self._text.rfind(first, 0, place) if first else place

    def _before(self, plain: str, place: int) -> str:
        """Return the first word of an adjective of two, or nothing."""
        if plain not in self._seconds:
            return ""
        first = "".join(self._text[max(0, place - _REACH) : place].split()[-1:])
        return first if self.of_two(first, plain) else ""
