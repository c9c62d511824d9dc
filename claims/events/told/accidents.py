"""Deaths in which nobody fights: an explosion at a fireworks factory, a speeding truck."""

from __future__ import annotations

import re

from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["ACCIDENTAL", "dies_by_accident"]

#: What blows up by itself.
ACCIDENTAL = frozenset(
    "gas boiler gasoline petrol methane accidental firework fireworks coal".split()
)
_BLASTS = frozenset("explosion explosions blast blasts".split())
_LEAD, _REACH = 2, 9  # words before a death and behind it in which its cause stands
# "Killed by a speeding truck", and by no truck bomb.
_HAZARD = re.compile(
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:bus|train|lightning|trucks?|lorry|lorries|cars?|trees?|avalanche|smoke|thirst|"
    r"cold|heat|hunger|exposure|elephants?|crocodiles?|snakes?|bears?|dogs?|current|electricity)\b(?!\s+(?:bombs?|packed|laden))"
)


def dies_by_accident(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody who "was killed" died in peace."""
    around = parsed.lower[max(0, trigger.first - _LEAD) : trigger.last + _REACH]
    lead = {*parsed.lower[parsed.clause(trigger.first)[0] : trigger.first]}
    if not (_BLASTS.isdisjoint(lead) or ACCIDENTAL.isdisjoint(lead)):
        return True  # "an explosion at a fireworks factory kills five"
    by = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["by"]
    hazard = by and _HAZARD.match(" ".join(parsed.lower[trigger.last + 2 :]))
    return bool(hazard) or not scene().accidents.isdisjoint(around)
