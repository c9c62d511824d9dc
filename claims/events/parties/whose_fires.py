"""Whose the shots or the attacks are that hit a place: "Israeli air strikes on X hit Y"."""

from __future__ import annotations

from dataclasses import replace

from claims.events.outcomes.effects import deed_before
from claims.events.parties.meant import Meant
from claims.events.parties.noun_roles import noun_roles
from claims.events.sentences.clauses import segment_low
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Roles
from claims.lexicon import Trigger

__all__ = ["whose_fires"]

_FIRES = frozenset(
    "strike strikes airstrike airstrikes shelling bombardment missile missiles rocket rockets shell"
    " shells raid raids drone drones fire bomb bombs barrage salvo mortars attack attacks"
    " reinforcements".split()
)


def whose_fires(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    """Return whose strikes are the subject, and on whom, "a bomb that killed ten" included."""
    if (deed := deed_before(parsed, trigger.first)) is not None:
        return noun_roles(parsed, replace(trigger, first=deed, last=deed), meant)
    low = 0 if trigger.form.endswith("ing") else segment_low(parsed, trigger.first)
    for number in range(low, trigger.first):
        if parsed.words[number].lower in _FIRES:
            return noun_roles(parsed, replace(trigger, first=number, last=number), meant)
    return Roles()
