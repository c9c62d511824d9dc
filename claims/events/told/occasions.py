"""What forces do on an occasion of peace: "arrived in X for talks", "stormed a hill in a drill"."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_on_occasion"]

_GOES = frozenset((Action.ADVANCE, Action.RETREAT))
_DRILLS = "exercise exercises drill drills manoeuvres maneuvers rehearsal".split()
_VISITS = (
    "talks summit meeting negotiations conference ceremony wedding funeral parade visit inspection"
    " consultations dialogue celebrations".split()
)
_TELLING = frozenset((*_DRILLS, *_VISITS))
_DET = r"(?:(?!(?:after|before|and|but|as|in|on|at)\b)[\w-]+ ){0,3}?"
_DRILL = re.compile(rf"\b(?:in|as part of|for) {_DET}(?:{'|'.join(_DRILLS)})\b")
_VISIT = re.compile(
    r"\b(?:for|to attend|to hold|to take part in|to lead|to join)"
    rf" {_DET}(?:{'|'.join(_VISITS)})\b|\bin {_DET}parade\b"
)


def is_on_occasion(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the clause goes on to say that it was for talks, or in an exercise."""
    if _TELLING.isdisjoint(parsed.sentence.held):
        return False
    _, high = parsed.clause(trigger.last)
    behind = " ".join(parsed.lower[trigger.last + 1 : high + 1])
    visits = trigger.pattern.action in _GOES and trigger.pattern.kind == "verb"
    return bool(_DRILL.search(behind) or (visits and _VISIT.search(behind)))
