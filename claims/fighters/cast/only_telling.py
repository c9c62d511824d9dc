"""States of which a report names only who tells of a war elsewhere: "Kenyan radio said"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.names import Unit
from claims.fighters.phrase import is_where
from claims.fighters.tokens import Tokens

__all__ = ["only_telling"]

_SENT = frozenset(
    "diplomat diplomats envoy envoys ambassador ambassadors mediator mediators embassy consulate"
    " journalist journalists reporter photographer tourist tourists".split()
)
# Not a state's own voice: "state television" stands for the one at home.
_PRESS = frozenset("media radio television tv newspaper newspapers daily weekly press news".split())
_TELLING = frozenset(
    """
    official officials doctor doctors traders travellers exiles ministry minister cross television
    radio media sources agency worker workers president premier spokesman spokeswoman
    """.split()
)
_SAYING = frozenset("said says say reported reports told announced".split())
_PLACING = frozenset("into near around outside towards toward".split())
_LINE = 14  # words of "Kenyan Radio Oru, war bulletin, 2 November 1991"
_KINDS = frozenset("foreign red state security intelligence border aid".split())


def only_telling(units: Sequence[Unit], read: Tokens) -> set[str]:
    """Return the sides of lands of which a report names envoys or press alone.

    Where it says of another land that something lies there ("in northern Kassa"), or that its
    capital is fought over, so are those of which it names officials alone; else they may speak of a
    war at home.
    """
    lands = [unit for unit in units if unit.kind == "country" and unit.side]
    if lands and _heads(lands[0], read):
        return set()
    known = {u.side for u in lands if not _is_sent(read.lower[u.last + 1 : u.last + 3])}
    there = any(is_where(read.lower, unit.first, unit.name) for unit in lands)
    seats = (unit for unit in units if unit.kind == "capital" and unit.side)
    fought_over = {unit.side for unit in seats if _is_fought_over(unit, read)}
    if there or fought_over:
        speak = {u.side for u in lands if not _speaks(read.lower[u.last + 1 : u.last + 3])}
        known &= speak | fought_over  # whose own capital it is fights at home, and speaks too
    return {unit.side for unit in lands if unit.side} - known


def _heads(unit: Unit, read: Tokens) -> bool:
    """Tell whether a report opens with whose it is, for those at home: "Kenyan Radio. ..."."""
    opened = unit.first <= 1 and not _PRESS.isdisjoint(read.lower[unit.last + 1 : unit.last + 2])
    if opened and read.lower[unit.last + 2 : unit.last + 3] in (["."], [":"], ["\n"]):
        return True
    line = read.lower[: _LINE + 1]
    line = line[: line.index("\n")] if "\n" in line else []
    return opened and bool(line) and _SAYING.isdisjoint(line)


def _is_fought_over(capital: Unit, read: Tokens) -> bool:
    """Tell whether a capital is what somebody shells, enters or is near: "had shelled Oslo"."""
    first = capital.first
    named = read.lower[max(0, first - 2) : first] in (["town", "of"], ["city", "of"])
    first -= 3 * named  # "the city of"
    before = read.lower[max(0, first - 1) : first]
    return any(word in _PLACING or word.endswith(("ed", "ing")) for word in before)


def _is_sent(behind: Sequence[str]) -> bool:
    return not _SENT.isdisjoint(behind) or not _PRESS.isdisjoint(behind[:1])


def _speaks(behind: Sequence[str]) -> bool:
    who = behind[1:] if not _KINDS.isdisjoint(behind[:1]) else behind[:1]
    return _is_sent(behind) or not _TELLING.isdisjoint(who)
