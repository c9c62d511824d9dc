"""Where those are who help from afar, come from there, or only notice it: "cover from Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger

__all__ = ["is_covered_from", "is_sent_from"]

_HELP = frozenset("cover covering covered support supported supporting backed backing".split())
_SENT = frozenset(
    "rushed sent flown brought dispatched airlifted ferried trucked summoned drafted called".split()
)
_NOTICED = frozenset("heard audible seen visible felt shook shaking rattled rattling".split())
_LEADS = frozenset("in at near around on from".split())


def is_covered_from(parsed: Parsed, before: Spot, spot: Spot) -> bool:
    """Tell whether a place behind another is that of those who cover what is done there.

    Or of those who hear it: "the shelling of X was heard in Y".
    """
    between = parsed.lower[before.first : spot.first]
    if not _NOTICED.isdisjoint(between):
        return True
    if spot.lead not in _LEADS or _HELP.isdisjoint(parsed.sentence.held):
        return False
    helps = max((n for n, word in enumerate(between) if word in _HELP), default=None)
    return helps is not None and "," not in between[helps:] and "and" not in between[helps:]


def is_sent_from(parsed: Parsed, trigger: Trigger, spot: Spot) -> bool:
    """Tell whether a place is only whence those came who do it: "beaten by men sent from X"."""
    if spot.lead != "from" or trigger.pattern.action is Action.DEPLOY:
        return False
    at = spot.first - (parsed.lower[spot.first] != "from")
    sent = at - 1 - (parsed.lower[at - 1] in ("in", "up"))
    return parsed.lower[sent] in _SENT and sent - 1 in parsed.armed and sent > trigger.last
