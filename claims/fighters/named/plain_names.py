"""Names of everyday words, which are a known force's only where its war is told of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.fighters.names import NameBook, Named, NameEntry, Unit
from claims.sides.countries import countries
from claims.sides.groups import capitals, country_words, homes, plain
from claims.sides.theatre import Theatre

__all__ = ["strangers", "without"]


def strangers(theatre: Theatre, units: Sequence[Unit]) -> frozenset[str]:
    """Return the names that others must bear here: nothing else tells of the force's war."""
    asked = [unit for unit in units if plain().get(unit.name)]
    if not asked:
        return frozenset()
    sides = {unit.side for unit in units if unit.name not in plain()}
    lands = {land for unit in units if (land := _land(unit))}
    lands.update(country.id for country in countries() if country.code in theatre.countries)
    told = (u.name for u in asked if u.side in sides and not u.name.islower())
    return frozenset(u.name for u in asked if plain()[u.name] not in lands) - frozenset(told)


def _land(unit: Unit) -> str | None:
    """Return the state that a name tells of, by the id that it has outside of any theatre."""
    known = country_words().get(unit.name) or capitals().get(unit.name)
    return known or homes().get(unit.side or "") if unit.name not in plain() else None


def without(book: NameBook, names: frozenset[str]) -> NameBook:
    """Return a book that lacks some names."""

    def kept(entries: Iterable[NameEntry]) -> tuple[NameEntry, ...]:
        return tuple(known for known in entries if not known.plain or known.name not in names)

    firsts = {name.split()[0].lower() for name in names}
    left = {
        first: Named(
            alone=kept(book[first].alone),
            led={word: kept(entries) for word, entries in book[first].led.items()},
        )
        for first in firsts & book.keys()
    }
    return {**book, **left}
