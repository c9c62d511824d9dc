"""Names of men behind the land that they come from: "the Uzbek warlord Jan Roe"."""

from __future__ import annotations

from claims.fighters.names import Unit
from claims.fighters.phrase import Ground
from claims.fighters.worded.named_rulers import ONCE

__all__ = ["BEFORE_NAMES", "HEADS", "MEN", "SPLIT", "behind_adjective", "behind_former", "has_men"]

# Who has fighters of his own, and speaks for no people or state.
_LEADS = frozenset("warlord businessman strongman chieftain".split())
MEN = _LEADS.union("commander general colonel marshal".split())
SPLIT = frozenset(
    "breakaway splinter renegade rogue mutinous dissenting dissident maverick".split()
)
"""Words of who has parted from the others of his people or group."""
HEADS = frozenset("chief leader commander boss head ruler strongman dictator".split())
BEFORE_NAMES = frozenset(
    "the general gen colonel col commander warlord leader president king prime minister marshal"
    " strongman field major dictator ruler ousted former rebel late mr said . then exiled".split()
)


def behind_former(ground: Ground, number: int) -> int:
    """Return the name behind whose land he once led: "the former Xan president Jan Roe"."""
    unit, lower = ground.by_first.get(number), ground.tokens.lower
    if unit is None or unit.kind != "country" or lower[number - 1] not in ONCE:
        return number
    at = unit.last + 1
    while lower[at : at + 1] and (lower[at] in BEFORE_NAMES or lower[at] in ground.words.state):
        at += 1  # "the former Xan military ruler"
    return at if at > unit.last + 1 and ground.tokens.capital(at) else number


def behind_adjective(ground: Ground, number: int) -> int:
    """Return the name of a man behind his people's: "the Uzbek warlord Jan Roe".

    So "the Somali faction leader Jan Roe", "the renegade Serb leader Jan Roe"; "the Libyan leader"
    is the head of his land, "the Abkhaz leader" of his people, and a general is of its army unless
    he is known.
    """
    unit, tokens = ground.by_first.get(number), ground.tokens
    if unit is None or unit.kind not in ("country", "people") or tokens.owns(unit.last):
        return number
    for at in range(unit.last + 1, min(unit.last + 4, len(tokens.lower) - 1)):
        known = ground.by_first.get(at + 1)
        heads_all = at == unit.last + 1 and tokens.lower[number - 1] not in SPLIT
        own = tokens.lower[at] in (_LEADS if heads_all else _LEADS | HEADS)
        own = own or (tokens.lower[at] in MEN and known is not None and known.kind == "force")
        if own and tokens.capital(at + 1):
            return at + 1
        if tokens.lower[at] in ground.words.state:
            return number  # "the Iraqi army chief Jan Roe"
    return number


def has_men(unit: Unit) -> bool:
    """Tell whether soldiers may be "of" a state, or of those who broke with one.

    "Soldiers of the national army", "troops of the breakaway republic".
    """
    return unit.kind == "state" or (unit.kind == "rebel" and " " in unit.name)
