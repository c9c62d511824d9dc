"""Who is "in control of" a place, whatever verb leaves them so."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import ending_at
from claims.events.parties.subjects import subject_before
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["in_control"]

_STILL = frozenset("full firm complete in only still now again".split())
_SAID_TO_BE = frozenset("reported said believed left".split())


def in_control(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who is "in control of" a place, whatever verb leaves them so."""
    lower, number = parsed.lower, trigger.first - 1
    if trigger.pattern.action is not Action.HOLD:
        return None
    while number > 0 and lower[number] in _STILL:
        number -= 1
    number -= number > 0 and lower[number] == ","  # "Rebels, in control of X, attacked Y"
    if lower[number] in _SAID_TO_BE and lower[number - 1] in BE:
        return subject_before(parsed, number - 1, meant)  # "were reported in control of X"
    found = ending_at(parsed, max(0, number))
    return meant.party(found) if found else None
