"""Which of the events worded in a sentence stand where two claim the same words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import pairwise
from operator import attrgetter

from claims.claim import Action
from claims.patterns import Trigger

__all__ = ["longest", "without_shots"]

_SHOTS = frozenset("shells bombs rockets mines shots".split())  # that are fired, no verbs
# "Destroyed 40 drones launched against X".
_LAUNCHED = (frozenset(("launched",)),)
_DOWNS = ("intercept", "destroy", "down", "shot", "shoot")
_NEAR = 6  # words of "several enemy"


def longest(triggers: Iterable[Trigger]) -> Sequence[Trigger]:
    """Keep the triggers that start no inside another's own words; a gap may hold another."""
    taken: set[int] = set()
    triggers = tuple(triggers)
    if len(triggers) < 2:
        return triggers
    in_order = sorted(triggers, key=attrgetter("first"))
    if all(one.last < other.first for one, other in pairwise(in_order)):
        return in_order
    ordered = sorted(
        triggers,
        key=lambda t: (
            -t.pattern.size,
            t.first,
            t.last - t.first,  # "fired on X from the hills at Y" fires on X
            t.pattern.place == "any",
        ),
    )
    kept = []
    for trigger in ordered:
        own = set(range(trigger.first, trigger.last + 1)) - set(range(*(trigger.gap or (0, 0))))
        if own & taken:
            continue
        taken |= own
        kept.append(trigger)
    return sorted(kept, key=attrgetter("first"))


def without_shots(told: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out what others fire or meet: "lobbed shells", "downed drones launched at X"."""
    sent = {t.first for t in told if t.pattern.words[1:2] == _LAUNCHED}
    told = [t for t in told if not (sent and _meets(t, sent))]
    return [t for t in told if t.form not in _SHOTS or not _is_shot(t, told)]


def _meets(trigger: Trigger, sent: Set[int]) -> bool:
    """Tell whether a verb says that those were shot down which others launched."""
    behind = range(trigger.last + 1, trigger.last + _NEAR)
    return trigger.form.startswith(_DOWNS) and not sent.isdisjoint(behind)


def _is_shot(trigger: Trigger, told: Iterable[Trigger]) -> bool:
    gaps = (t.gap for t in told if t.gap and t.pattern.action is Action.STRIKE)
    return any(low <= trigger.first < high for low, high in gaps)
