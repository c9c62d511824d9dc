"""Units named after heroes, which are the state's, and those of rebels who attack the state's."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["not_their_own"]

_AGAINST = frozenset((Action.ATTACK, Action.CAPTURE, Action.STRIKE, Action.ENCIRCLE, Action.CLASH))
_LINKS = frozenset("the a an on upon against at into with".split())


def not_their_own(
    parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None
) -> Party | None:
    """Return the subject of a verb with the side that it has if its own is attacked.

    "The Roe Battalion fell upon the army's barracks": a unit that is taken for the army's only
    because armies have such units is of those who fight it.
    """
    if subject is None or subject.side is None or trigger.pattern.action not in _AGAINST:
        return subject
    unit = next((m for m in parsed.actors if m.start == subject.start), None)
    if unit is None or unit.kind != "unit" or not _is_met(parsed, trigger, subject):
        return subject
    foe = meant.finder.opposite(subject.side)
    return subject._replace(side=foe) if foe else subject


def _is_met(parsed: Parsed, trigger: Trigger, subject: Party) -> bool:
    """Tell whether right behind a verb those stand who are of the subject's side."""
    number = trigger.last + 1
    while number < len(parsed.lower) and parsed.lower[number] in _LINKS:
        number += 1
    met = next((m for m in parsed.actors if _starts(parsed, m, number)), None)
    return met is not None and met.armed and met.side == subject.side


def _starts(parsed: Parsed, mention: ActorMention, number: int) -> bool:
    return parsed.word_at(mention.start) == number
