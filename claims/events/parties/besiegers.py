"""Who stands around a place that others strike, and is not struck: "shelled X, besieged by Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.fighters.actors import ActorMention
from claims.lexicon import Trigger

__all__ = ["besieges_it_too"]

_AROUND = frozenset((Action.ENCIRCLE, Action.STRIKE, Action.ATTACK))
_ON_IT = _AROUND | {Action.CAPTURE, Action.RECAPTURE}
_NEAR = 3  # words of "by the rebel"


def besieges_it_too(parsed: Parsed, trigger: Trigger, mention: ActorMention) -> bool:
    """Tell whether a mention is of those who do as much to the place: "bombed X, encircled by Y".

    Who holds it is an opponent, and so is who besieges a place that others come to relieve.
    """
    if trigger.pattern.action not in _ON_IT:
        return False
    first = parsed.word_at(mention.start)
    lead = parsed.lower[max(0, first - _NEAR) : first]
    if "by" not in lead:
        return False
    by = first - len(lead) + lead.index("by")
    around = (t for t in parsed.following(trigger) if t.last == by - 1)
    return any(t.pattern.action in _AROUND and is_passive(parsed, t) for t in around)
