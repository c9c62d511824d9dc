"""The names around a point, which the names of one text ask for again and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from gazetteer.homes.filing import box_around
from gazetteer.homes.found import Spot
from gazetteer.homes.key_rows import KeyRows, RawKey

__all__ = ["Around", "Heard", "Vicinity"]

_KEPT_SPOTS, _KEPT_NAMES = 64, 4_096

#: A place by its row, and the sound of one of its names.
Heard = tuple[int, str]


class Around(NamedTuple):
    """How the names in a box sound, and the place of each."""

    sounds: Sequence[str]
    places: Sequence[int]

    def heard(self, numbers: Iterable[int]) -> list[Heard]:
        """Return places with their sound, by the numbers of the sounds."""
        return [(self.places[number], self.sounds[number]) for number in numbers]


class Vicinity:
    """What lies around points, kept a while.

    Of thousands of names only those that sound like a given one are compared in full, so the
    others never become rows. The places of a text lie side by side, and so do the boxes around
    them: a row is read once for all that hold it.
    """

    def __init__(self, rows: KeyRows) -> None:
        self._rows = rows
        # No cache holds this object: what is forgotten is closed at once.
        self._around = lru_cache(maxsize=_KEPT_SPOTS)(partial(_around, rows))
        self._read: dict[Heard, Sequence[RawKey]] = {}

    def around(self, spot: Spot, reach_km: float) -> Around:
        """Return the names in the box that holds all within a distance of a point."""
        return self._around(spot, reach_km)

    def rows(self, heard: Sequence[Heard]) -> list[RawKey]:
        """Return the rows of places with the sound given beside each, in the order given."""
        read = self._read
        unread = [each for each in heard if each not in read]
        if len(read) + len(unread) > _KEPT_NAMES:
            # A new mapping, for another thread may be reading the old one.
            unread, read = [*heard], {}
        if unread:
            rows = groupby(self._rows.heard_at(unread), key=_heard)
            read |= {each: tuple(of_name) for each, of_name in rows}
            self._read = read
        return [row for each in heard for row in read[each]]


def _around(rows: KeyRows, spot: Spot, reach_km: float) -> Around:
    return Around(*rows.sounds_within(box_around(spot, reach_km)))


def _heard(row: RawKey) -> Heard:
    return row[5], row[2]
