"""Whether a sentence tells itself who keeps what an attack failed to take."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Acting
from claims.events.outcomes.inner import Inner, inner
from claims.events.parties.acting import who_acts
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["says_who_keeps"]

_KEEPING = frozenset((Action.HOLD, Action.RETREAT, Action.PUSH_BACK))


def says_who_keeps(parsed: Parsed, attack: Trigger) -> bool:
    """Tell whether a verb says how an attack ended, and not that "people fled" or were shown."""
    return any(
        t.pattern.kind == "verb" and t.pattern.action in _KEEPING and _ends(parsed, attack, t)
        for t in parsed.triggers
    )


def _ends(parsed: Parsed, attack: Trigger, verb: Trigger) -> bool:
    fought = verb.pattern.scheme != "shown" and inner(parsed, attack, verb) is not Inner.VERB
    return fought and who_acts(parsed, verb) is not Acting.CIVILIAN
