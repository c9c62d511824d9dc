"""Who holds a place by an adjective: "the government-held town"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["held_by"]


def held_by(parsed: Parsed, trigger: Trigger, finder: ActorFinder) -> Party | None:
    """Return who holds in "government-held": the word before the hyphen, as a force."""
    word = parsed.words[trigger.first]
    name = word.text.rpartition("-")[0]
    found = finder.find(f"{name} forces") or finder.find(name)
    if not found:
        return None
    return Party(text=name, side=found[0].side, start=word.start, end=word.start + len(name))
