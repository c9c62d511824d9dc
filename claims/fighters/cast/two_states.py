"""Whose "the army" and "government troops" are where two states fight."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from claims.fighters.cast.home import STATE, land_of, seat_of
from claims.fighters.names import Unit
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens, sentence_ends
from claims.sides.groups import corps
from claims.sides.theatre import Theatre

__all__ = ["GUARDS", "STATIONS", "Known", "army_of_one", "heard_in", "the_troops"]

STATIONS = frozenset("radio television broadcasting".split())
GUARDS = re.compile(r"\b(?:guards?|guardsmen|militia|militias|militiamen|police|policemen)$")
"""Words for armed men of a land who are no army."""
_LATELY = 1  # sentences back to a country whose "the troops" are
_ISSUED = frozenset(
    "communique statement spokesman spokeswoman announcement ministry government officials command"
    " authorities".split()
)
# Who speaks for the state of a dateline's capital, unless it is said whose they are.
_OFFICIAL = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s(?:(?:senior|chief|top)\s)?(?:(?:government|army|military|air\sforce|navy)\s"
    r"(?:spokes\w+|statement|said)|defen[cs]e\sministry)\b(?!\s(?:of|in|for|from)\b|['’]s)"
)


class Known(NamedTuple):
    """The states that fight in a report, the one at home, and which of them a sentence hears."""

    armed: Sequence[str]
    home: str
    theatre: Theatre
    heard: str | None = None
    seat: str = ""  # which of them the report is from


def heard_in(
    tokens: Tokens, units: Sequence[Unit], phrases: Sequence[Phrase]
) -> tuple[dict[int, str], str]:
    """Return the sides that capitals speak for, by sentence, and which of two states' it is from.

    "Broadcast by Oslo radio", "a communique in Oslo said"; in a report from the capital of
    one of two states at war also "the government spokeswoman said".
    """
    seat = seat_of(units, phrases, tokens)
    stops = [*sentence_ends(tokens)]
    seats = [unit for unit in units if unit.kind == "capital" and unit.side]
    heard = {bisect_left(stops, u.first): u.side for u in seats if u.side and _speaks(tokens, u)}
    for match in _OFFICIAL.finditer(tokens.text) if seat else ():
        number = bisect_left(tokens.starts, match.start())
        if side := _official(tokens, seats, number, seat):
            heard.setdefault(bisect_left(stops, number), side)
    return heard, seat


def _official(tokens: Tokens, seats: Sequence[Unit], number: int, home: str) -> str:
    """Return for whom "the army spokesman" speaks: for the dateline's state, but "in Oslo" not.

    Nobody can tell in a paragraph that only speaks of another capital before.
    """
    opens = max((n for n in range(number) if tokens.lower[n] == "\n"), default=0)
    named = [u for u in seats if opens <= u.first < number and u.side != home]
    if not named:
        return home
    there = tokens.lower[named[-1].first - 1 : named[-1].first] == ["in"]
    return named[-1].side or "" if there else ""


def _speaks(tokens: Tokens, unit: Unit) -> bool:
    behind = tokens.lower[unit.last + 1 : unit.last + 2]
    lead = tokens.lower[max(0, unit.first - 2) : unit.first]
    issued = lead[1:] == ["in"] and not _ISSUED.isdisjoint(lead)
    return issued or not STATIONS.isdisjoint(behind)


def army_of_one(phrase: Phrase | None, before: Sequence[Phrase], known: Known) -> str | None:
    """Return which of the states that fight words mean that name neither.

    "The army" is that of whoever is heard in the sentence, else the last told of. "Government
    troops" are never those of the state just named beside them: they are those of the land that
    the report's towns are in, else nobody's.
    """
    if known.heard in known.armed:
        return known.heard
    if phrase and phrase.text.lower().startswith("government"):
        land = known.seat if known.seat in known.armed else land_of(known.theatre)
        return land if land in known.armed else None
    last = next((p.side for p in reversed(before) if p.side in known.armed and p.free), known.home)
    armies = {p.side for p in before if p.side in known.armed and _is_of_army(p)}
    if phrase is None or not _is_of_army(phrase) or len(armies) != 1:
        return last
    # "The Xan army took Maru. Yan guards shelled Oru": the guards are no army
    guards = all(GUARDS.search(p.text) for p in before if p.side == last)
    return armies.pop() if guards else last


def _is_of_army(phrase: Phrase) -> bool:
    return "army" in phrase.text.lower().split()


def the_troops(
    phrase: Phrase,
    before: Sequence[Phrase],
    known: Known,
    is_state: Callable[[str], bool],
    *,
    groups: Collection[str],
) -> str | None:
    """Return whose "the troops" are: those of the state that acted last, else of that at home.

    ``groups`` are those that fight beside the states.
    """
    home, armed = known.home, known.armed
    if known.heard in (home, *armed):
        return known.heard
    if (own := corps().get(phrase.text)) in armed:
        return own
    for one in reversed(before):
        # A country that has just done something, not one that lorries come from.
        acts = one.armed or (one.free and phrase.sentence - one.sentence <= _LATELY)
        if one.side and acts and is_state(one.side):
            # In a war at home "troops" are no neighbour's that is told of in passing.
            often = sum(p.side == one.side for p in before) > 1 or not groups
            if often or one.side == home or home not in armed:
                return _who_acted(one, phrase, before, is_state)
    return (home or None) if home != STATE or len(armed) <= 1 else None


def _who_acted(
    one: Phrase, phrase: Phrase, before: Sequence[Phrase], is_state: Callable[[str], bool]
) -> str | None:
    """Return the state that a sentence before was about: "Xan jets hit Yan guns. Troops took"."""
    if one.sentence == phrase.sentence:
        return one.side
    there = (p for p in before if p.sentence == one.sentence and p.armed and p.free)
    return next((p.side for p in there if p.side and is_state(p.side)), one.side)
