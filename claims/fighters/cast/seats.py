"""Heads of state named without their country, by where they speak: "In Oslo, President Roe"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from claims.fighters.names import Unit
from claims.fighters.tokens import Tokens
from claims.fighters.worded.persons import HEADS_OF_STATE

__all__ = ["seated"]

_HEADED = frozenset((("prime", "minister"), ("defense", "minister"), ("defence", "minister")))
_TELLING = HEADS_OF_STATE | {"minister", "\n"}
_TITLES = frozenset("general gen colonel col marshal admiral mr mrs ms dr".split())
_SAID_IN = re.compile(
    r"\b(?:government|army|military|ministry)\s+spokes\w+,?\s+(?P<who>[A-Z][\w'-]+(?:\s[A-Z][\w'-]+){0,3}),?"
    r"\s+(?:said|told\s+(?:\w+\s+){1,3})\s*in\s+(?P<seat>[A-Z]\w+(?:\s[A-Z]\w+)?)"
)
_DATELINE = 24  # words at the head of a report among which the town it is from stands
_NAME = 4  # words of a name at most


def seated(
    tokens: Tokens, units: Sequence[Unit], fighting: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield the name of each head of state or of an army, in lower case, with the side it leads.

    A seat counts to the end of its paragraph, a dateline's for all that name none. ``fighting`` are
    the states that fight: a report may be from a third one.
    """
    seats = {unit.first: unit for unit in units if unit.kind == "capital"}
    if not seats or len(fighting) < 2:
        return
    yield from _said_in(tokens, {u.name: u.side for u in seats.values() if u.side in fighting})
    owned = {unit.last for unit in units if unit.kind in ("country", "people", "force")}
    home = seat = None
    telling = {number for number, word in enumerate(tokens.lower) if word in _TELLING}
    for number in sorted(telling.union(seats)):
        unit = seats.get(number)
        if tokens.lower[number] == "\n":
            seat = home
        elif unit is not None and unit.side in fighting and _opens(tokens, unit):
            seat = unit.side
            home = home or (seat if number < _DATELINE else None)
        elif seat and _holds_office(tokens, number, owned):
            yield from ((name, seat) for name in _name(tokens, number + 1))


def _said_in(tokens: Tokens, sides: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """Yield who speaks for a government in its capital: "the army spokesman, Roe, said in Oslo"."""
    if {"spokesman", "spokeswoman", "spokesperson"}.isdisjoint(tokens.lower):
        return
    for match in _SAID_IN.finditer(tokens.text):
        side = sides.get(match["seat"])
        if side:
            yield match["who"].lower(), side
            yield match["who"].lower().rpartition(" ")[2], side


def _opens(tokens: Tokens, unit: Unit) -> bool:
    """Tell whether a capital opens a dateline or stands in "In Oslo, "."""
    behind = tokens.words[unit.last + 1 : unit.last + 2]
    led = tokens.words[max(0, unit.first - 1) : unit.first] == ["In"]
    return behind == [","] and (led or unit.first < _DATELINE)


def _holds_office(tokens: Tokens, number: int, owned: Collection[int]) -> bool:
    """Tell whether a word names an office of which no country is said."""
    pair = (*tokens.lower[max(0, number - 1) : number], tokens.lower[number])
    if tokens.lower[number] not in HEADS_OF_STATE and pair not in _HEADED:
        return False
    before = number - 1 - (pair in _HEADED)
    return before not in owned and not (before >= 0 and tokens.owns(before))


def _name(tokens: Tokens, number: int) -> Iterator[str]:
    """Yield the name behind an office, whole and by its last word."""
    while tokens.words[number : number + 1] == [","] or "".join(
        tokens.lower[number : number + 1]
    ) in (*_TITLES, "."):
        number += 1
    last = number
    while last < min(len(tokens.words), number + _NAME) and tokens.capital(last):
        last += 1
    if last > number:
        yield " ".join(tokens.lower[number:last])
        yield tokens.lower[last - 1]
