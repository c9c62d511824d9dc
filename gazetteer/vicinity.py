"""The rows of keys around a point, which the names of one text ask for again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from gazetteer.filing import box_around
from gazetteer.found import Spot
from gazetteer.key_rows import KeyRows, RawKey

__all__ = ["Around", "Vicinity"]

_KEPT_SPOTS = 64


@dataclass(frozen=True, slots=True)
class Around:
    """Rows in the order of their places, and how each sounds."""

    rows: Sequence[RawKey]
    sounds: Sequence[str]


class Vicinity:
    """Rows around points, kept a while."""

    def __init__(self, rows: KeyRows) -> None:
        # No cache holds this object: what is forgotten is closed at once.
        self._around = lru_cache(maxsize=_KEPT_SPOTS)(partial(_read, rows))

    def around(self, spot: Spot, reach_km: float) -> Around:
        """Return the rows in the box that holds all within a distance of a point."""
        return self._around(spot, reach_km)


def _read(rows: KeyRows, spot: Spot, reach_km: float) -> Around:
    found = rows.within(box_around(spot, reach_km))
    return Around(found, [row[2] for row in found])
