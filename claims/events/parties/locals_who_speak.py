"""Locals who took up arms and speak of themselves: "villagers said they had driven them off"."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party

__all__ = ["locals_who_speak"]

_ARMED = frozenset(
    "tribesmen clansmen militiamen vigilantes hunters herdsmen herders gunmen volunteers".split()
)
# Who "said they had entered the town" speaks of soldiers; who had driven them off, of himself.
_DWELLERS = frozenset("villagers farmers peasants townsmen townspeople fishermen youths".split())
_DEFENCE = (Action.HOLD, Action.PUSH_BACK)
_LEAD = 3  # words of "a group of" and "local armed" before them


def locals_who_speak(parsed: Parsed, number: int) -> Party | None:
    """Return the locals for whom "they" stands, who are of no side that was told of before."""
    said = number - 1 - (parsed.lower[max(0, number - 1)] == "that")
    if said < 1 or parsed.lower[number] != "they" or not is_speech(parsed.lower[said]):
        return None
    place = parsed.words[number].start
    if any(m.start < place and m.side for m in parsed.actors):
        return None  # "rebel volunteers", "tribesmen of the Front said they"
    who = next((cue.who for cue in parsed.cues if cue.start <= place < cue.end), "")
    if who.lower().startswith("the "):  # who was told of before
        return None
    words = who.lower().split()[: _LEAD + 1]
    deed = next((t for t in parsed.triggers if t.first > number), None)
    defends = deed is not None and deed.pattern.action in _DEFENCE
    kinds = _ARMED | _DWELLERS if defends else _ARMED
    named = next((word for word in words if word in kinds), "")
    return Party(text=named) if named else None
