"""What a claim of arrivals or of holding out leaves to its speaker: "reinforcements arrived"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.outcomes.denied import denied_subject
from claims.events.parties.announcing import announces
from claims.events.parties.arms_of_others import are_arms_of_others
from claims.events.parties.gainers import others_stay, owns_up
from claims.events.parties.meant import Meant
from claims.events.parties.sufferers import charged_at
from claims.events.sentences.passives import is_passive
from claims.fighters.forces import force_words
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["left_to_speaker"]

_OFFICES = frozenset(("defence", "defense"))


def left_to_speaker(roles: Roles, trigger: Trigger, meant: Meant) -> Roles:
    """Let who speaks of reinforcements, captures or holding out, naming nobody, mean itself.

    Nobody holds out against its own side: then those do whom that side fights.
    """
    if not roles.actor and meant.speaker and announces(meant.parsed, trigger, meant.speaker):
        return roles._replace(actor=_spoken_for(meant.speaker))
    # "Dislodging intruders who had held the road"
    stay = others_stay(meant.parsed, trigger) or meant.parsed.opener(trigger.first) == "who"
    stay = stay or are_arms_of_others(meant.parsed, trigger, meant.speaker, meant.finder)
    if roles.actor or stay or trigger.pattern.action not in (Action.DEPLOY, Action.HOLD):
        return roles
    holds = trigger.pattern.action is Action.HOLD and trigger.pattern.kind == "verb"
    nobody = holds and denied_subject(meant.parsed, trigger, trigger.first)
    # "Not a single rebel remains in X", says whoever is there
    if nobody or charged_at(meant.parsed, trigger) is not None:
        return roles  # "accused a state of sending troops": not whoever accuses
    speaker, opponent = meant.speaker, roles.opponent
    if trigger.pattern.action is Action.HOLD and opponent and opponent.side:
        enemy = meant.finder.foe(opponent.side)
        if speaker is None or speaker.side in (None, opponent.side):
            return Roles(actor=Party(side=enemy) if enemy else None, opponent=opponent)
    beaten = trigger.pattern.action is Action.HOLD and is_passive(meant.parsed, trigger)
    if beaten and speaker and owns_up(meant.parsed, trigger, speaker.side):
        enemy = meant.finder.foe(speaker.side)  # "conceded that it had been beaten off"
        return Roles(actor=Party(side=enemy) if enemy else None, opponent=speaker)
    other = opponent if speaker and opponent != speaker else None
    return Roles(actor=_spoken_for(speaker) if speaker else None, opponent=other)


def _spoken_for(speaker: Party) -> Party:
    """Return whom a speaker means by its own forces: a ministry only speaks, its side repels."""
    speaks = (force_words().voices | _OFFICES) & set(speaker.text.lower().split())
    return Party(side=speaker.side) if speaks else speaker
