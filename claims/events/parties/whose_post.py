"""Whose post or mine does something: "a checkpoint set up by the militia blocks the road"."""

from __future__ import annotations

from claims.events.parties.meant import Meant
from claims.events.sentences.clauses import mentions_in, segment_low
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["whose_post"]

_MADE = frozenset(
    """
    up erected established built manned staffed run operated held controlled laid planted placed
    fired launched owned flown piloted imposed
    """.split()
)
_NEAR = 4  # words from "by" to whoever made it


def whose_post(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return by whom a verb's subject is said to be made or manned; None where nobody is named."""
    for number in range(segment_low(parsed, trigger.first) + 1, trigger.first - 1):
        if parsed.lower[number] == "by" and parsed.lower[number - 1] in _MADE:
            stop = min(trigger.first, number + _NEAR)
            found = mentions_in(parsed, number + 1, stop)
            return meant.party(found[0]) if found else None
    return None
