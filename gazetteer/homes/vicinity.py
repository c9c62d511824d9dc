"""The names around a point, which the names of one text ask for again and again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache, partial
from itertools import groupby

from gazetteer.homes.filing import box_around
from gazetteer.homes.found import Spot
from gazetteer.homes.key_rows import KeyRows, RawKey

__all__ = ["Around", "Vicinity"]

_KEPT_SPOTS, _KEPT_NAMES = 64, 1_024


class Around:
    """How the names in a box sound, and the rows of those that are asked for.

    Of thousands of names only those that sound like a given one are compared in full, so the
    others never become rows.
    """

    def __init__(self, rows: KeyRows, spot: Spot, reach_km: float) -> None:
        self._rows = rows
        self.sounds, self._places = rows.sounds_within(box_around(spot, reach_km))
        self._read: dict[tuple[int, str], Sequence[RawKey]] = {}

    def rows(self, numbers: Iterable[int]) -> list[RawKey]:
        """Return the rows of the sounds with these numbers, in the order given."""
        asked = [(self._places[number], self.sounds[number]) for number in numbers]
        read = self._read
        unread = [named for named in asked if named not in read]
        if len(read) + len(unread) > _KEPT_NAMES:
            # A new mapping, for another thread may be reading the old one.
            unread, read = asked, {}
        if unread:
            rows = groupby(self._rows.heard_at(unread), key=_named)
            read |= {named: tuple(of_name) for named, of_name in rows}
            self._read = read
        return [row for named in asked for row in read[named]]


class Vicinity:
    """What lies around points, kept a while."""

    def __init__(self, rows: KeyRows) -> None:
        # No cache holds this object: what is forgotten is closed at once.
        self._around = lru_cache(maxsize=_KEPT_SPOTS)(partial(Around, rows))

    def around(self, spot: Spot, reach_km: float) -> Around:
        """Return the names in the box that holds all within a distance of a point."""
        return self._around(spot, reach_km)


def _named(row: RawKey) -> tuple[int, str]:
    return row[5], row[2]
