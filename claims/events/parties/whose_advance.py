"""Whose advance a defence meets that is only "theirs": "X moved on Y. Z halted their advance"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["whose_advance"]

_MET = frozenset(
    """
    attack attacks assault assaults offensive offensives advance advances push thrust drive raid
    incursion onslaught counteroffensive counter-offensive counterattack counter-attack
    """.split()
)


def whose_advance(
    parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None
) -> Party | None:
    """Return whom the text spoke of last, where "their advance" is met by others."""
    theirs = "their" in parsed.lower[trigger.first + 1 : trigger.last]
    if trigger.pattern.action is not Action.HOLD or not theirs:
        return None
    told, own = meant.focus, subject.side if subject else None
    fights = told and told.side and own and told.side != own
    return told if fights and parsed.lower[trigger.last] in _MET else None
