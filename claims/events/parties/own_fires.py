"""Whose fires a speaker tells of by what they hit: "rockets hit strongholds", "a base"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.events.parties.own_deeds import SPARED
from claims.events.sentences.passives import is_passive
from claims.fighters.forces import force_words

__all__ = ["fires_at_forces", "on_base"]

_HITS = frozenset("hit struck destroyed targeted pounded".split())
_NEAR = 3  # words behind "strikes" in which their verb stands
_BASES = frozenset("airbase airfield base bases barracks garrison airport port convoy".split())
_GATHERED = frozenset("gathering gatherings concentration concentrations hideout".split())
_SHOTS = frozenset("rocket rockets shell shells mortar mortars missile missiles bombs".split())
_BOASTS = frozenset("destroyed destroy destroying obliterated eliminated".split())
# What shells hit of whoever is not told, and no base or camp, which may be one's own.
_ENEMYS = frozenset(
    "position positions stronghold strongholds hideouts bunkers trenches ranks targets convoy"
    " convoys".split()
)


def fires_at_forces(event: Event) -> bool:
    """Tell whether fires are said to hit forces: "aircraft struck convoys near X".

    In "five soldiers died when a shell hit their positions" they are those of whoever speaks.
    """
    parsed, trigger = event.parsed, event.trigger
    if event.action is not Action.STRIKE or is_passive(parsed, trigger):
        return False
    words = force_words()
    low, high = parsed.clause(trigger.first)[0], parsed.clause(trigger.last)[1]
    behind = parsed.lower[trigger.last + 1 : high + 1]
    behind = behind[: behind.index(",")] if "," in behind else behind  # ", an army spokesman said"
    if trigger.pattern.kind == "noun" and not _HITS & set(behind[:_NEAR]):
        return False
    if behind[:1] in (["their"], ["its"], ["our"]):
        return False
    forces = set(behind) & (words.assets | words.heads | _GATHERED)
    shot = not _SHOTS.isdisjoint(parsed.lower[low : trigger.first])
    shot = shot and trigger.form not in _BOASTS
    forces &= (_GATHERED | _ENEMYS) if shot else forces
    return bool(forces) and SPARED.isdisjoint(behind)  # not "a refugee camp"


def on_base(event: Event) -> bool:
    """Tell whether what is hit is of a kind that states have: "the airbase", "a garrison"."""
    low, _ = event.parsed.clause(event.trigger.first)
    return not _BASES.isdisjoint(event.parsed.lower[low : event.trigger.first])
