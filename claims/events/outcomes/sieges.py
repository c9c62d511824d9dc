"""Sieges that are over: "the siege of X was broken by the army", "siege of X lifted"."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_lifted", "is_raised"]

# "The siege of X was broken by the army": whoever is behind "by" came through to X.
_LIFTED = re.compile(
    r"\b(?:(?:was|were|been|being|is)\s+(?:\w+ly\s+)?)?(?:broken|relieved)\s+"
    r"(?:on\s+\w+\s+)?by\b",
    re.IGNORECASE,
)
# "The siege of X has been broken", "siege of X lifted, army says": there is none.
_RAISED = re.compile(
    r"^(?:\S+ ){0,8}?(?:lifted(?= by\b)|(?:lifted|broken|raised|relieved|ended|over)"
    r"(?= ?$| [,.;:–—-]| (?:on|after|as|at|last|this|when|today|yesterday)\b))"
)


def is_lifted(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a siege is named only to say who broke it."""
    if trigger.pattern.kind != "noun" or trigger.pattern.action is not Action.ENCIRCLE:
        return False
    behind = parsed.words[trigger.last].end - parsed.sentence.start
    return bool(_LIFTED.search(parsed.sentence.text, behind))


def is_raised(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a siege is named only to say that it is over, by nobody who came through."""
    if trigger.pattern.action is not Action.ENCIRCLE or is_lifted(parsed, trigger):
        return False
    high = min(parsed.clause(trigger.last)[1], parsed.statements.around(trigger.last)[1])
    return bool(_RAISED.search(" ".join(parsed.lower[trigger.last + 1 : high + 2])))
