"""Whose advance a defence meets that is only "theirs": "X moved on Y. Z halted their advance"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["whom_they_met", "whose_advance"]

_MEETS = (Action.HOLD, Action.PUSH_BACK, Action.ATTACK, Action.STRIKE, Action.CLASH)
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


def whom_they_met(parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None) -> Roles:
    """Return who meets "them" of the sentence before: "X took Y. The army drove them out".

    An army that no name tells from them is not theirs, whosoever it is.
    """
    roles = Roles(actor=subject)
    inside = parsed.lower[trigger.first + 1 : trigger.last + 2]
    if trigger.pattern.action not in _MEETS or "them" not in inside or not subject:
        return roles
    before = meant.finder.before(parsed.sentence.start)
    told = [m for m in before if m.side and m.armed and m.sentence == before[-1].sentence]
    if subject.start is None or subject.start < parsed.sentence.start or not told:
        return roles
    others = [m for m in told if m.side != subject.side]
    if others:
        return roles._replace(opponent=meant.party(others[-1]))
    if not subject.text.islower() or told[-1].kind != "country":
        return roles
    foe = meant.finder.opposite(told[-1].side)
    return Roles(actor=subject._replace(side=foe), opponent=meant.party(told[-1]))
