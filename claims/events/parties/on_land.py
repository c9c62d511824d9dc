"""On whose land a place lies, as far as its name tells: no words of the report do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from claims.events.spots.name_finder import NameFinder
from claims.sides.countries import countries
from claims.sides.groups import disputed
from claims.sides.theatre import Theatre
from gazetteer.place import PlaceExpression

__all__ = ["Lands"]


@dataclass(frozen=True, slots=True)
class Lands:
    """The lands of a theatre's sides: what it says itself, else each country is its state's."""

    theatre: Theatre
    names: NameFinder

    def owner(self, place: PlaceExpression | None) -> str | None:
        """Return the side of the country in which a place lies, None where that tells nothing.

        So where places of several countries are called so, and where the war has moved the lines.
        """
        found = self.names.land(place.heads[0]) if place and place.heads else None
        if found is None:
            return None
        code, lon, lat = found
        boxes = (*disputed(), *self.theatre.fought_over)
        if any(w <= lon <= e and s <= lat <= n for w, s, e, n in boxes):
            return None
        return dict(self.theatre.lands).get(code) or _states().get(code)

    def has(self, side: str) -> bool:
        """Tell whether the theatre gives a side a land of its own."""
        return side in self._owners

    def other(self, side: str) -> str | None:
        """Return the other side of a war between two lands, None in any other war."""
        others = self._owners - {side}
        return next(iter(others)) if len(others) == 1 and self.has(side) else None

    @property
    def _owners(self) -> frozenset[str]:
        return frozenset(owner for _, owner in self.theatre.lands)


@cache
def _states() -> Mapping[str, str]:
    return {country.code: country.id for country in countries()}
