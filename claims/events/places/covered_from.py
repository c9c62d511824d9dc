"""Where those are who help from afar, or only notice it: "shelled X under cover from Y"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.events.spots.spot import Spot

__all__ = ["is_covered_from"]

_HELP = frozenset("cover covering covered support supported supporting backed backing".split())
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
