"""Places told of as new ones and not named: "took X and shelled another town"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from gazetteer.place import PlaceExpression
from gazetteer.wording.words import DISTRICTS, SETTLEMENTS

__all__ = ["is_of_another"]

_ORDINALS = frozenset("second third fourth fifth further different".split())
_NEAR = 5  # words in which "on another important market town" goes
_PHRASE_ENDS = frozenset(", . ; : ( of in at near from and or but that which who".split())
_AREAS = DISTRICTS.union("valley area governorate".split())


def is_of_another(parsed: Parsed, trigger: Trigger, told: PlaceExpression) -> bool:
    """Tell whether an event is at another place than the town told of before: "another town".

    A province may be where the other town is.
    """
    if not _AREAS.isdisjoint(told.text.lower().split()):
        return False
    lower, at = parsed.lower, trigger.last + 1
    if lower[at : at + 1] and lower[at] in ("on", "in", "into", "against", "at", "for", "of"):
        at += 1
    opened = lower[at : at + 2]
    if opened[:1] in (["another"], ["yet"]):
        at += 1 + (opened == ["yet", "another"])
    elif opened[:1] == ["a"] and not _ORDINALS.isdisjoint(opened):
        at += 2
    else:
        return False
    for word in lower[at : at + _NEAR]:
        if word in SETTLEMENTS:
            return True
        if word in _PHRASE_ENDS:
            return False
    return False
