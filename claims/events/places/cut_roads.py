"""Roads and supply lines that are cut at a place: "the highway to X has been cut at Y"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import Action
from claims.events.event import Event
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.placed import Placed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger

__all__ = ["is_cut", "is_cut_at"]

_AT = frozenset("at near outside between".split())
_WAYS = frozenset(
    "highway highways road roads railway railroad route routes motorway corridor".split()
)
_LINES = frozenset("line lines link links".split())
_FOR = frozenset("supply supplies communication communications retreat escape".split())
_NEAR = 3  # words from a verb to what is cut at a place


def is_cut_at(parsed: Parsed, trigger: Trigger, spots: Sequence[Spot]) -> bool:
    """Tell whether places behind a verb are where a road of its subject is cut."""
    if trigger.pattern.action is not Action.CUT or not is_passive(parsed, trigger):
        return False
    near = spots[0].first - trigger.last <= _NEAR and spots[0].lead in _AT
    return near and _is_way(parsed, trigger)


def is_cut(event: Event, own: Sequence[Placed]) -> bool:
    """Tell whether a road or supply line is cut at one of an event's own places."""
    starts = {place.start for place in own}
    spots = [s for s in event.parsed.spots if s.mention.start in starts]
    return bool(spots) and is_cut_at(event.parsed, event.trigger, spots)


def _is_way(parsed: Parsed, trigger: Trigger) -> bool:
    low, _ = parsed.clause(trigger.first)
    subject = parsed.lower[low : trigger.first]
    lines = not (_LINES.isdisjoint(subject) or _FOR.isdisjoint(subject))
    return "along" not in subject and (lines or not _WAYS.isdisjoint(subject))
