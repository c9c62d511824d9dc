"""Whose a deed is that was told of before: "the offensive", "15 strikes", "another attack"."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.outcomes.effects import is_defined
from claims.events.parties.meant import Meant
from claims.events.sentences.clauses import mentions_in
from claims.events.sentences.parse import Parsed
from claims.fighters.forces import AIRCRAFT
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.number_words import ONE_TO_TEN

__all__ = ["told_before"]

_MORE = frozenset("another further more second third".split())
_AGAIN = ONE_TO_TEN.union("the this these same several".split())
# Jets drop bombs and may fire missiles, but no shells.
_SHOTS = frozenset("rockets shells mortars projectiles rounds".split())
_NO_GUNS = AIRCRAFT.union("sniper snipers gunman gunmen".split())
_FIRED = (("fired", "from"), ("launched", "from"))
# What is heard and counted: nobody says who fired.
_HEARD = ("explosion", "blast", "detonation")
_UNDONE = frozenset("destroyed engaged damaged suppressed".split())
_RINGED = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.ENCIRCLE))


def told_before(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who does what was told before: "the offensive", "15 strikes", "another attack"."""
    action = trigger.pattern.action
    ringed = action in _RINGED and "of" in parsed.lower[trigger.last : trigger.last + 2]
    if not action or ringed or trigger.form.startswith(_HEARD) or is_defined(parsed, trigger.last):
        return None  # "the capture of Y" is not that of X, told before
    lead = parsed.lower[max(0, trigger.first - 3) : trigger.first]
    said = next((n for n in reversed(range(len(lead))) if is_speech(lead[n])), -1)
    lead = lead[said + 1 :]  # "the UN said shells had landed": no shells told of before
    more = "than" not in lead and not _MORE.isdisjoint(lead)  # no "more than 200 blasts"
    again = more or lead[-2:-1] == ["including"] or trigger.form.startswith("operation")
    if again or any(w in _AGAIN or w.isdigit() for w in lead):
        told = meant.told(action, again=again).actor
        shots = not _SHOTS.isdisjoint((*lead, parsed.lower[trigger.first]))
        elsewhere = any(pair in _FIRED for pair in pairwise(parsed.lower))
        # Jets and snipers told of before fired no rockets, nor who is named those "fired from X".
        return None if shots and (elsewhere or _fires_none(told)) else told
    return _listed(parsed, trigger, meant, lead)


def _fires_none(party: Party | None) -> bool:
    return party is not None and not _NO_GUNS.isdisjoint(party.text.lower().split())


def _listed(parsed: Parsed, trigger: Trigger, meant: Meant, lead: list[str]) -> Party | None:
    """Return whose a strike of a list is, on a foe: "Near X, a strike destroyed a rebel post"."""
    opens = lead[-2:] == [",", "a"] and "near" in parsed.lower[:2]
    action = trigger.pattern.action
    undone = not _UNDONE.isdisjoint(parsed.lower[trigger.last + 1 : trigger.last + 2])
    if not (action and opens and undone):
        return None
    told = meant.told(action, again=False).actor
    struck = {m.side for m in mentions_in(parsed, trigger.last + 1, len(parsed.words))} - {None}
    return told if told and struck and told.side not in struck else None
