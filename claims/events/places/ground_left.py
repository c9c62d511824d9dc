"""Ground that is given up: "withdrew from posts that they had seized", "burnt what was there"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["gained_before", "happens_there"]

_LOSES = (Action.RETREAT, Action.PUSH_BACK)
_GAINS = (Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE, Action.HOLD)
_RELATES = frozenset("which that it they he had have has recently earlier previously".split())
_GOALS = frozenset("to into toward towards".split())
_ENDS = frozenset(", . ; : ) and but".split())
_NEAR = 7  # words of "several of the positions that it had recently"


def gained_before(parsed: Parsed, trigger: Trigger) -> Trigger | None:
    """Return the gain of the ground that is given up: its places are those of both."""
    gained = next((t for t in parsed.triggers if t.first > trigger.last), None)
    if trigger.pattern.action not in _LOSES or not gained or gained.pattern.action not in _GAINS:
        return None
    between = parsed.lower[trigger.last + 1 : gained.first]
    if _GOALS & {parsed.lower[trigger.last], *between[:2]}:
        return None  # "retreated to posts that they had captured"
    grounds = [n for n, word in enumerate(between) if word in scene().ground]
    told = grounds and len(between) <= _NEAR and _RELATES.issuperset(between[grounds[-1] + 1 :])
    return gained if told else None


def happens_there(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb closes with "there": "left X after demolishing houses there"."""
    behind = parsed.lower[trigger.last + 1 : parsed.clause(trigger.last)[1] + 1]
    at = next((n for n, word in enumerate(behind) if word in _ENDS), len(behind))
    return trigger.pattern.kind == "verb" and behind[at - 1 : at] == ["there"]
