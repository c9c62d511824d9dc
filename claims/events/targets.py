"""What is fired at, and so tells of no movement itself: "raids on rebel reinforcements at X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["is_target"]

_AIMED = frozenset(
    """
    on against at hit hits hitting struck strike striking targeted targeting destroyed destroying
    bombed bombing shelled shelling pounded pounding
    """.split()
)
_FAR = 4  # words of "rebel troops and reinforcements"
_STOPS = frozenset((*",;:().", "that", "as", "after", "when", "while", "where"))


def is_target(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a noun of movement names what somebody hits."""
    if trigger.pattern.kind != "noun" or trigger.pattern.action is not Action.DEPLOY:
        return False
    for number in range(trigger.first - 1, max(-1, trigger.first - 1 - _FAR), -1):
        word = parsed.lower[number]
        if word in _STOPS:
            return False
        if word in _AIMED:
            return True
    return False
