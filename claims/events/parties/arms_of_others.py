"""Arms that a speaker without any may not mean as its own: "rebels said tanks dug in at X"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["are_arms_of_others"]

_ARMS = frozenset(
    """
    tank tanks armour armor artillery helicopter helicopters gunship gunships jet jets plane planes
    warplane warplanes aircraft warship warships sniper snipers infantry
    """.split()
)


def are_arms_of_others(
    parsed: Parsed, trigger: Trigger, speaker: Party | None, finder: ActorFinder
) -> bool:
    """Tell whether bare arms are the subject in the words of who is no state.

    A state speaks so of its own; whoever fights it speaks so of the state's at least as often.
    """
    if speaker is None or finder.is_state(speaker.side or ""):
        return False
    start = group_start(parsed, trigger.first)
    return start > 0 and parsed.lower[start - 1] in _ARMS
