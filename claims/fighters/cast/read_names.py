"""Whom a text names, with the names that a whole report brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.fighters.named.called_rebels import called_rebels
from claims.fighters.named.fronted_names import fronted_names
from claims.fighters.named.full_names import explained
from claims.fighters.named.initials import shortened
from claims.fighters.named.later_names import with_later_names
from claims.fighters.named.lettered import named_groups
from claims.fighters.named.plain_names import strangers, without
from claims.fighters.named.short_forms import called
from claims.fighters.names import NameBook, NameEntry, Unit, book_of, entry, theatre_names, units_of
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens, tokens_of
from claims.fighters.worded.phrases import phrases_of
from claims.sides.countries import countries
from claims.sides.groups import homes, locally, once
from claims.sides.theatre import Theatre
from claims.sides.town_cues import count_towns

__all__ = ["Named", "phrases_in", "read_report"]

# What the towns of a country are worth that show that a text tells of it.
_TOWN_THERE = 0.9


class Named(NamedTuple):
    """The phrases of a text, and the side of each by its own words alone."""

    tokens: Tokens
    phrases: list[Phrase]
    sides: list[str | None]

    def afresh(self) -> list[Phrase]:
        """Return the phrases as read: what they stand for changes from one call to the next."""
        for phrase, side in zip(self.phrases, self.sides, strict=True):
            phrase.side = side
        return self.phrases


def _meant_here(units: Sequence[Unit], land: str, text: str) -> Iterator[tuple[str, NameEntry]]:
    """Yield whom names mean in a country, where that of those meant elsewhere is not named.

    Nor is a town of it: reports from abroad name the country that they are written in.
    """
    usual = {unit.name: homes().get(unit.side or "") for unit in units if unit.kind == "force"}
    states = {unit.side for unit in units if unit.kind != "force"}
    for name, side in locally(land):
        if name in usual and usual[name] not in states:
            codes = [c.code for c in countries() if c.id == usual[name]]
            towns = count_towns(text)
            if all(towns.get(code, 0.0) < _TOWN_THERE for code in codes):
                yield entry(name, "force", side)


def _of_old(units: Sequence[Unit]) -> Iterator[tuple[str, NameEntry]]:
    """Yield the capitals of states of old that a report names, and not those of today there."""
    named = {unit.side for unit in units if unit.kind != "capital"}
    for unit in units:
        side, told = once().get(unit.name, ("", frozenset()))
        if unit.kind == "capital" and unit.side not in named and not told.isdisjoint(named):
            yield entry(unit.name, "capital", side)


def phrases_in(tokens: Tokens, units: Sequence[Unit]) -> Named:
    """Return the phrases of a text whose names are known."""
    phrases = phrases_of(tokens, units)
    return Named(tokens=tokens, phrases=phrases, sides=[phrase.side for phrase in phrases])


def read_report(
    theatre: Theatre, text: str, land: str = ""
) -> tuple[tuple[NameBook, ...], list[Unit], Named]:
    """Return the names that a report brings, before those known, and what it names by them.

    ``land`` is the code of the country that the report is most likely set in.
    """
    tokens, names = tokens_of(text), theatre_names(theatre)
    units = units_of(tokens, (names,))
    if others := strangers(theatre, tokens, units):
        names = without(names, others)
        units = units_of(tokens, (names,))
    by_last = {unit.last: unit for unit in units}
    bracketed = not {"(", "["}.isdisjoint(tokens.words)
    told = explained(tokens, names, by_last) if bracketed else ()
    own: dict[str, list[NameEntry]] = {}
    letters = shortened(tokens, units)
    named = (*named_groups(tokens, names), *fronted_names(tokens, by_last))
    here = (*_meant_here(units, land, text), *_of_old(units))
    rebels = called_rebels(tokens, {unit.first: unit for unit in units})
    for first, found in (*told, *called(tokens, by_last), *letters, *named, *rebels, *here):
        own.setdefault(first, []).append(found)
    books: tuple[NameBook, ...] = (book_of(own), names) if own else (names,)
    units = units_of(tokens, books) if own else units
    read = phrases_in(tokens, units)
    more = with_later_names(tokens, units, read.phrases)
    return (books, more, phrases_in(tokens, more)) if more else (books, units, read)
