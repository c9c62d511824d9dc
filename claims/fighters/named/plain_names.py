"""Names of everyday words, which are a known force's only where its war is told of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.fighters.names import NameBook, Named, NameEntry, Unit
from claims.fighters.tokens import Tokens
from claims.sides.countries import countries
from claims.sides.groups import capitals, country_words, homes, in_small, plain
from claims.sides.theatre import Theatre

__all__ = ["strangers", "without"]


# Words right before "coalition" that make it no other's than the one at war.
_BARE = frozenset("the a an and or of by with to from in".split())
_WHOSE = frozenset("of led between headed".split())  # "a coalition of parties"


def strangers(theatre: Theatre, tokens: Tokens, units: Sequence[Unit]) -> frozenset[str]:
    """Return the names that others must bear here: nothing else tells of the force's war."""
    asked = [unit for unit in units if plain().get(unit.name)]
    if not asked:
        return frozenset()
    sides = {unit.side for unit in units if unit.name not in plain()}
    lands = {land for unit in units if (land := _land(unit))}
    lands.update(country.id for country in countries() if country.code in theatre.countries)
    told = (u.name for u in asked if u.side in sides and not u.name.islower())
    far = frozenset(u.name for u in asked if plain()[u.name] not in lands) - frozenset(told)
    small = [unit for unit in asked if unit.name.islower()]
    if not small or _is_of_war(tokens, small, lands):
        return far
    return far | {unit.name for unit in small}


def _is_of_war(tokens: Tokens, small: Sequence[Unit], lands: set[str]) -> bool:
    """Tell whether "the coalition" is the one at war: its foes are named, and none calls it his."""
    states = {plain()[unit.name] for unit in small}
    fought = not in_small("foes").isdisjoint(tokens.lower)
    return (
        fought
        and lands <= states | in_small("others")
        and all(_is_bare(tokens, unit) for unit in small)
    )


def _is_bare(tokens: Tokens, unit: Unit) -> bool:
    """Tell whether a name stands for itself: no "ruling coalition", no "team of nurses"."""
    if not _WHOSE.isdisjoint(tokens.lower[unit.last + 1 : unit.last + 2]):
        return False
    before = tokens.lower[max(0, unit.first - 2) : unit.first]
    if not before or before[-1] in _BARE | in_small("before") or not before[-1].isalpha():
        return True
    # "killed coalition troops", but "the ruling coalition", "Roe's coalition"
    return not tokens.owns(unit.first - 1) and before[0] not in ("the", "a", "an", "his", "and")


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
    held = dict(book)
    for first, named in left.items():
        del held[first]
        if named.alone or any(named.led.values()):
            held[first] = named
    return held
